//go:build !js

package job

import (
	"context"
	"errors"
	"sync"
	"time"

	"nianbao/internal/model"
	"nianbao/internal/published"
	"nianbao/internal/published/page"
	"nianbao/internal/published/pdfdata"
	"nianbao/internal/published/pdftext"
	"nianbao/internal/published/placed"
	"nianbao/internal/verdict"
)

// ReadablePDFs and OtherPDFs say which PDFs are read, and what to do with others; the latter is "" where all are.
const (
	ReadablePDFs = "PDF"
	OtherPDFs    = ""
)

// PDFs reads the PDFs of a run one after the other, since each takes as much memory as all the rest. The machine that draws the text out
// of them is interpreted for the first one and compiled for more, which takes seconds once and is kept in a folder.
type PDFs struct {
	CacheDir string             // where the compiled machine is kept; "" keeps none, and has it interpreted always
	Cached   func() bool        // whether it was compiled before; nil for no
	Say      func(words string) // tells that it takes longer now; nil to keep quiet
	Starts   func()             // is called before a machine starts, which takes more memory than all the rest; nil for nothing

	mutex  sync.Mutex
	reader *pdftext.Reader
	fast   bool // the machine is compiled
	read   int  // how many were read
	looked int  // at the first page of how many
}

// longestRead is how long one PDF may take: far longer than any report, and hostile files end.
const longestRead = time.Minute

// Close ends the machine.
func (p *PDFs) Close() error {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	if p.reader == nil {
		return nil
	}
	err := p.reader.Close()
	p.reader = nil
	return err
}

// show shows a PDF.
func (p *PDFs) show(data []byte) (*page.Page, error) {
	if p == nil {
		p = &PDFs{}
		defer p.Close()
	}
	p.mutex.Lock()
	defer p.mutex.Unlock()
	ctx, cancel := context.WithTimeout(context.Background(), longestRead)
	defer cancel()
	if err := p.start(p.read > 0 || p.looked > 1); err != nil {
		return nil, err
	}
	p.read++
	sheets, err := p.sheets(ctx, data)
	if err != nil {
		return nil, err
	}
	return shownOn(sheets), nil
}

func shownOn(sheets []placed.Sheet) *page.Page {
	shown := placed.Read(sheets)
	shown.Lines = true
	return shown
}

// showFirst shows the first page of a PDF, where its title stands.
func (p *PDFs) showFirst(data []byte) (*page.Page, error) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	ctx, cancel := context.WithTimeout(context.Background(), longestRead)
	defer cancel()
	if err := p.start(p.read+p.looked > 0); err != nil {
		return nil, err
	}
	p.looked++
	sheets, err := p.reader.ReadFirst(ctx, data)
	if err != nil {
		return nil, err
	}
	return shownOn(sheets), nil
}

// peekPages tells unit and year by the title on the first page of a PDF; nothing where there is no machine at hand to read it.
func peekPages(f opened) glance {
	if f.pdfs == nil {
		return glance{}
	}
	publication, err := showReport(f.pdfs.showFirst, f.Name, f.Data)
	if err != nil {
		return glance{}
	}
	r, _ := publication.Report(publication.Edition())
	return glanceOf(r)
}

// sheets reads the sheets of a PDF. For a long one the machine is compiled, if it is not yet.
func (p *PDFs) sheets(ctx context.Context, data []byte) ([]placed.Sheet, error) {
	if p.fast || p.CacheDir == "" || pdftext.Interprets() {
		return p.reader.Read(ctx, data)
	}
	sheets, pages, err := p.reader.ReadUpTo(ctx, data, longPDF)
	if err != nil || pages <= longPDF {
		return sheets, err
	}
	if err := p.start(true); err != nil {
		return nil, err
	}
	return p.reader.Read(ctx, data)
}

// longPDF is how many pages the machine reads as fast interpreted as it is compiled for them.
const longPDF = 15

// start has a machine ready, compiled where that is worth it.
func (p *PDFs) start(isWorthIt bool) error {
	cached := p.Cached != nil && p.Cached()
	fast := p.CacheDir != "" && (isWorthIt || cached) && !pdftext.Interprets()
	if p.reader != nil && (p.fast || !fast) {
		return nil
	}
	if p.reader != nil {
		p.reader.Close()
		p.reader = nil
	}
	if p.Say != nil && fast && !cached {
		p.Say("第一次读多份或很长的PDF，要先准备几秒，以后就快了")
	}
	if p.Say != nil && !fast && pdftext.Interprets() {
		p.Say("这台电脑的处理器读PDF比较慢，请稍等")
	}
	if p.Starts != nil {
		p.Starts()
	}
	reader, err := pdftext.NewReader(pdftext.Options{Compile: fast, CacheDir: p.CacheDir})
	if err != nil {
		return errors.New("读PDF的程序启动不了，可能是内存不够，请关掉一些程序后再试")
	}
	p.reader, p.fast = reader, fast
	return nil
}

// readPDF reads a PDF. One that carries its data, and is as this program wrote it, is read by these; where it was changed since, its
// pages count, and what differs is told.
func readPDF(f opened) (*model.Report, error) {
	data := carriedBy(f.Data)
	if data != nil && pdfdata.IsAsWritten(f.Data) {
		return data, nil
	}
	shown, err := readPages(f)
	if err != nil || data == nil {
		return shown, err
	}
	if told, _ := verdict.Told(published.Compare(data, shown), "数据", "页面"); len(told) > 0 {
		shown.Asides = append(shown.Asides, "文件里带的数据和页面上印的不同，按页面上印的读："+first(told))
	}
	return shown, nil
}

// readPages reads what is printed on the pages of a PDF, whatever data it carries.
func readPages(f opened) (*model.Report, error) { return readAs(f.pdfs.show)(f) }

//go:build !js

// Package pdftext reads the characters and ruling lines of a PDF, with their places, by pdfium, which runs in a WebAssembly machine of
// its own: what a damaged or hostile file does there stays there. It opens no file but in the folder that it is given for code.
package pdftext

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math"

	"github.com/klippa-app/go-pdfium"
	faults "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"nianbao/internal/budget"
	"nianbao/internal/published/placed"
)

// The limits: far above any report.
const (
	mostPages      = 200
	mostCharacters = 300_000 // of the whole file
	mostOfPage     = 40_000  // characters
	mostObjects    = 20_000  // of a page; one with more has no rules
	mostSegments   = 20_000  // of the paths of a page; likewise
	mostDepth      = 8       // of forms in forms
	mostMemory     = 2048    // of the machine, in WebAssembly pages of 64 KiB
)

// Options say how the machine runs.
type Options struct {
	Compile  bool   // worth it for several files or a long one: it costs seconds once, and nothing when CacheDir has the code
	CacheDir string // where compiled code is kept; "" keeps none
}

// Reader reads one PDF after another with one machine. It is of one goroutine.
type Reader struct {
	pool  pdfium.Pool
	cache wazero.CompilationCache
}

// Interprets tells whether this computer can only interpret the machine's code, for which Options.Compile does nothing.
func Interprets() (only bool) {
	defer func() { only = only || recover() != nil }() // wazero panics where it has no compiler
	ctx := context.Background()
	r := wazero.NewRuntimeWithConfig(ctx, wazero.NewRuntimeConfigCompiler())
	defer r.Close(ctx)
	_, err := r.CompileModule(ctx, []byte("\x00asm\x01\x00\x00\x00\x01\x04\x01\x60\x00\x00\x03\x02\x01\x00\x0a\x04\x01\x02\x00\x0b")) // an empty function
	return err != nil
}

// NewReader starts the machine. A folder for compiled code that cannot be used is none: then the code is interpreted.
func NewReader(o Options) (*Reader, error) {
	r := &Reader{}
	config := wazero.NewRuntimeConfigInterpreter()
	if o.Compile && !Interprets() {
		config = wazero.NewRuntimeConfigCompiler()
		if o.CacheDir != "" {
			if cache, err := wazero.NewCompilationCacheWithDir(o.CacheDir); err == nil {
				r.cache, config = cache, config.WithCompilationCache(cache)
			} else {
				config = wazero.NewRuntimeConfigInterpreter()
			}
		}
	}
	config = config.WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(mostMemory).WithCloseOnContextDone(true)
	pool, err := webassembly.Init(webassembly.Config{MaxTotal: 1, RuntimeConfig: config,
		FSConfig: wazero.NewFSConfig(), Stdout: io.Discard, Stderr: io.Discard})
	if err != nil {
		return nil, errors.Join(err, r.Close())
	}
	r.pool = pool
	return r, nil
}

// Close ends the machine.
func (r *Reader) Close() error {
	var errs []error
	if r.pool != nil {
		errs = append(errs, r.pool.Close())
	}
	if r.cache != nil {
		errs = append(errs, r.cache.Close(context.Background()))
	}
	return errors.Join(errs...)
}

// look is why what cannot be a PDF is refused, before a machine is started.
func look(data []byte) error {
	switch {
	case !bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")):
		return Error{Fault: NotPDF}
	case len(data) > budget.File:
		return Error{Fault: TooLarge}
	}
	return nil
}

// Read reads a PDF: a sheet for each of its pages. It ends early when ctx does.
func (r *Reader) Read(ctx context.Context, data []byte) ([]placed.Sheet, error) {
	sheets, _, err := r.ReadUpTo(ctx, data, mostPages)
	return sheets, err
}

// ReadUpTo reads a PDF that has no more than most pages; of a longer one it reads nothing, and says how many it has.
func (r *Reader) ReadUpTo(ctx context.Context, data []byte, most int) (sheets []placed.Sheet, pages int, err error) {
	err = r.in(ctx, data, func(f *file) (err error) {
		sheets, pages, err = f.read(data, most, mostPages)
		return err
	})
	return sheets, pages, err
}

// ReadFirst reads the first page of a PDF, whatever comes behind it.
func (r *Reader) ReadFirst(ctx context.Context, data []byte) (sheets []placed.Sheet, err error) {
	err = r.in(ctx, data, func(f *file) (err error) {
		sheets, _, err = f.read(data, mostPages, 1)
		return err
	})
	return sheets, err
}

// in has a machine work on a PDF, until ctx ends.
func (r *Reader) in(ctx context.Context, data []byte, work func(f *file) error) error {
	if err := look(data); err != nil {
		return err
	}
	machine, err := r.pool.GetInstanceWithContext(ctx)
	if err != nil {
		return stopped(ctx, err)
	}
	killed := make(chan struct{})
	stop := context.AfterFunc(ctx, func() { machine.Kill(); close(killed) })
	defer func() {
		if stop() {
			machine.Close()
		} else {
			<-killed
		}
	}()
	if err := work(&file{machine: machine}); err != nil {
		return stopped(ctx, err)
	}
	return nil
}

// stopped is the error of a machine, put down to the caller who stopped it if that is so.
func stopped(ctx context.Context, err error) error {
	var ours Error
	switch {
	case ctx.Err() != nil:
		return Error{Fault: Cancelled}
	case errors.As(err, &ours):
		return err
	case errors.Is(err, faults.ErrPassword), errors.Is(err, faults.ErrSecurity):
		return Error{Fault: Locked}
	}
	return Error{Fault: Damaged}
}

// file is one PDF in the machine.
type file struct {
	machine    pdfium.Pdfium
	characters int
	unknown    int // characters of which nothing says what they are
}

// read reads no more than the first pages of a PDF, and nothing of one that has more than most.
func (f *file) read(data []byte, most, first int) (sheets []placed.Sheet, pages int, err error) {
	opened, err := f.machine.OpenDocument(&requests.OpenDocument{File: &data})
	if err != nil {
		return nil, 0, err
	}
	count, err := f.machine.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: opened.Document})
	if err != nil {
		return nil, 0, err
	}
	pages = count.PageCount
	switch {
	case pages > mostPages:
		return nil, pages, Error{Fault: TooLong, Pages: pages}
	case pages > most:
		return nil, pages, nil
	}
	for i := range min(pages, first) {
		sheet, err := f.sheet(opened.Document, i)
		if err != nil {
			return nil, pages, err
		}
		sheets = append(sheets, sheet)
	}
	return sheets, pages, f.judge(sheets)
}

// judge is why text that was read is none.
func (f *file) judge(sheets []placed.Sheet) error {
	if f.unknown*2 > f.characters+f.unknown {
		return Error{Fault: Garbled}
	}
	worded := 0
	for _, s := range sheets {
		for _, g := range s.Glyphs {
			if isWord(g.Text) {
				worded++
			}
		}
	}
	if worded < 10*max(1, len(sheets)) && worded < 40 { // a page number, a stamp
		return Error{Fault: Scanned}
	}
	return nil
}

// sheet reads one page.
func (f *file) sheet(document references.FPDF_DOCUMENT, index int) (placed.Sheet, error) {
	loaded, err := f.machine.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: document, Index: index})
	if err != nil {
		return placed.Sheet{}, err
	}
	page := requests.Page{ByReference: &loaded.Page}
	defer f.machine.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: loaded.Page})
	width, err := f.machine.FPDF_GetPageWidthF(&requests.FPDF_GetPageWidthF{Page: page})
	if err != nil {
		return placed.Sheet{}, err
	}
	height, err := f.machine.FPDF_GetPageHeightF(&requests.FPDF_GetPageHeightF{Page: page})
	if err != nil {
		return placed.Sheet{}, err
	}
	s := placed.Sheet{Width: float64(width.PageWidth), Height: float64(height.PageHeight)}
	if !(s.Width > 1 && s.Height > 1 && s.Width < 20_000 && s.Height < 20_000) {
		return placed.Sheet{}, Error{Fault: Damaged}
	}
	shown, err := f.shown(page, s)
	if err != nil {
		return placed.Sheet{}, err
	}
	characters, err := f.textOf(page)
	if err != nil {
		return placed.Sheet{}, err
	}
	rules, err := f.rulesOf(page, shown, s)
	if err != nil {
		return placed.Sheet{}, err
	}
	bands := bandsOf(characters, shown, rules, &s)
	for _, c := range characters {
		upright := shown.then(bandAt(bands, shown.at(c.origin).y).upright)
		if g, ok := c.glyph(upright); ok && g.X1 > 0 && g.Y1 > 0 && g.X0 < s.Width && g.Y0 < s.Height {
			s.Glyphs = append(s.Glyphs, g)
		}
	}
	for _, r := range rules {
		low, high := bandAt(bands, (r.Y0+r.Y1)/2).upright.box(point{r.X0, r.Y0}, point{r.X1, r.Y1})
		s.Rules = append(s.Rules, placed.Rule{X0: low.x, Y0: low.y, X1: high.x, Y1: high.y})
	}
	return s, nil
}

// shown is how a page's own coordinates become places on the sheet as it is shown: cropped and turned.
func (f *file) shown(page requests.Page, s placed.Sheet) (matrix, error) {
	const fine, far = 50, 1000 // steps of a point, and how far from the corner it is measured
	at := func(x, y float64) (point, error) {
		d, err := f.machine.FPDF_PageToDevice(&requests.FPDF_PageToDevice{Page: page, SizeX: int(math.Round(s.Width * fine)),
			SizeY: int(math.Round(s.Height * fine)), PageX: x, PageY: y})
		if err != nil {
			return point{}, err
		}
		return point{float64(d.DeviceX) / fine, float64(d.DeviceY) / fine}, nil
	}
	corner, err := at(0, 0)
	if err != nil {
		return matrix{}, err
	}
	right, err := at(far, 0)
	if err != nil {
		return matrix{}, err
	}
	up, err := at(0, far)
	return matrix{(right.x - corner.x) / far, (right.y - corner.y) / far, (up.x - corner.x) / far, (up.y - corner.y) / far, corner.x, corner.y}, err
}

package job

import (
	"errors"

	"nianbao/internal/model"
)

// ReadablePDFs and OtherPDFs say which PDFs are read, and what to do with others; the latter is "" where all are.
const (
	ReadablePDFs = "年报自己出的PDF"
	OtherPDFs    = "别的PDF，请用程序 nianbao.exe"
)

// PDFs would read PDFs; the machine for it does not run in browsers.
type PDFs struct{}

// Close does nothing.
func (*PDFs) Close() error { return nil }

// readPDF reads a PDF that carries its data by these.
func readPDF(f opened) (*model.Report, error) {
	if data := carriedBy(f.Data); data != nil {
		return data, nil
	}
	return nil, errors.New("是PDF文件，这里读不了，这个网页只能读年报自己出的PDF，请用生成它的Word文档或网页；或者用程序 nianbao.exe 读它")
}

// peekPages would tell whose report is printed on a PDF.
func peekPages(opened) glance { return glance{} }

// readPages would read what is printed on the pages of a PDF.
func readPages(opened) (*model.Report, error) { return nil, errNoPDFs }

package job

import (
	"bytes"

	"nianbao/internal/budget"
	"nianbao/internal/chinese"
	"nianbao/internal/exchange"
	"nianbao/internal/model"
	"nianbao/internal/opc"
	"nianbao/internal/verdict"
	"nianbao/internal/workbook"
)

func peekWorkbook(data []byte) glance {
	seen, err := workbook.Peek(data)
	if err != nil {
		return glance{}
	}
	g := glance{unit: seen.Unit, name: FileName(seen.Title), copied: seen.Copy != nil}
	g.year, _ = chinese.ReadYear(seen.Year)
	if g.copied {
		g.made, g.from = seen.Copy.Digest, seen.Copy.Original
		if r, err := workbook.Read(data); err == nil {
			g.digest = r.Digest()
		}
	}
	return g
}

func peekJSON(data []byte) glance {
	r, err := exchange.Read(data)
	if err != nil {
		schema, _ := exchange.Identify(data)
		return glance{told: schema == verdict.Schema}
	}
	g := glanceOf(r)
	if _, writer := exchange.Identify(data); writer == exchange.Writer {
		g.ours, g.digest = true, r.Digest()
	}
	return g
}

func peekDocument(data []byte) glance {
	r, err := readDocument(data)
	if err != nil {
		return glance{}
	}
	g := glanceOf(r)
	g.ours = isOurDocument(data)
	return g
}

func glanceOf(r *model.Report) glance {
	g := glance{unit: r.Unit(), name: FileName(r.Title())}
	g.year, _ = r.Year()
	return g
}

// isOurDocument says whether a word-processor file names this program as the one that made it. Word and WPS put their own names
// there when they save it.
func isOurDocument(data []byte) bool {
	p, err := opc.Open(data, opc.Document, budget.New())
	if err != nil {
		return false
	}
	properties, err := p.Part("docProps/app.xml")
	return err == nil && bytes.Contains(properties, []byte("<Application>nianbao</Application>"))
}

// peekPage tells a page of ours by what names the program in it: the creator of a PDF, the generator of a web page. A fragment of a
// web page has no head that could: it is known by its first element, which the name has to bear out.
func peekPage(data []byte) glance {
	const head = 4 << 10 // of a web page, where its meta elements stand
	return glance{ours: bytes.Contains(data[:min(len(data), head)], []byte(`<meta name="generator" content="nianbao">`)) ||
		bytes.HasPrefix(data, []byte(`<div lang="zh-CN" style="`)) ||
		bytes.HasPrefix(data, []byte("%PDF-")) && bytes.Contains(data, []byte("<xmp:CreatorTool>nianbao</xmp:CreatorTool>"))}
}

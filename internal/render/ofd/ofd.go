// Package ofd writes laid-out pages as an OFD file (GB/T 33190—2016), the fixed-layout format of Chinese offices.
//
// The pages are those of the PDF: text with the outlines of embedded fonts, rules and fills. Besides what is seen the file has the
// outline, the structure of the document for those who cannot see it, and the data of what is printed.
package ofd

import (
	"bytes"
	"fmt"
	"io"

	"nianbao/internal/opc"
	"nianbao/internal/render/layout"
	"nianbao/internal/sealed"
)

// The parts of the file that have names of their own. Names are relative and ASCII: readers stumble over others.
const (
	mainPart       = "OFD.xml"
	folder         = "Doc_0/"
	documentPart   = folder + "Document.xml"
	resourcesPart  = folder + "PublicRes.xml"
	fontFolder     = "Res"
	tagsPart       = folder + "CustomTags/CustomTags.xml"
	structurePart  = folder + "CustomTags/Structure.xml"
	attachmentPart = folder + "Attachments/Attachments.xml"
	dataPart       = "data.json" // beside the list of attachments
)

// namespace is that of the standard, and its prefix the one that all readers know.
const namespace = ` xmlns:ofd="http://www.ofdspec.org/2016"`

// Write writes the pages to w as an OFD file that carries the attachment, if there is one.
//
// The same pages give the same bytes. Pages that cannot be painted (none at all, numbers that are not finite, characters that a run's font
// lacks, fonts that must not be embedded) and failures of w are errors; then nothing, or nothing but w's own beginning, has been written.
func Write(w io.Writer, p *layout.Pages, attached *layout.Attachment) error {
	if err := p.Check("OFD"); err != nil {
		return err
	}
	f := &file{pages: p, objects: map[int][]object{}}
	if err := f.embed(); err != nil {
		return err
	}
	for i := range p.Pages {
		f.page(i)
	}
	f.structure()
	f.attach(attached)
	f.document(attached != nil)
	parts := append([]opc.Part{{Name: mainPart, Data: f.main()}}, f.parts...)
	var packed bytes.Buffer
	if err := opc.Write(&packed, p.Info.Dated, parts); err != nil {
		return err
	}
	if _, err := w.Write(packed.Bytes()); err != nil {
		return fmt.Errorf("OFD 没有写成：%w", err)
	}
	return nil
}

// file is an OFD on its way to bytes.
type file struct {
	pages   *layout.Pages
	parts   []opc.Part
	faces   []*typeface
	last    int              // the highest object number that is taken
	pageIDs []int            // by page
	objects map[int][]object // what is painted of each element of the structure
}

// object is what is painted on a page.
type object struct{ page, id int }

// next is a new object number.
func (f *file) next() int {
	f.last++
	return f.last
}

func (f *file) add(name string, data []byte) {
	f.parts = append(f.parts, opc.Part{Name: name, Data: data})
}

// main is the part that names the document and says what it is.
func (f *file) main() []byte {
	info := f.pages.Info
	x := begin("OFD", namespace+` Version="1.0" DocType="OFD"`)
	x.open("DocBody").open("DocInfo")
	x.text("DocID", f.digest())
	x.text("Title", info.Title)
	x.text("Author", info.Author)
	x.text("Subject", info.Subject)
	if !info.Dated.IsZero() {
		x.text("CreationDate", info.Dated.Format("2006-01-02"))
		x.text("ModDate", info.Dated.Format("2006-01-02"))
	}
	if len(info.Keywords) > 0 {
		x.open("Keywords")
		for _, word := range info.Keywords {
			x.text("Keyword", word)
		}
		x.close()
	}
	x.text("Creator", "nianbao")
	x.close().text("DocRoot", documentPart)
	return x.end()
}

// digest names the file by its contents: whether they were changed since can be told by it (published/ofddata).
func (f *file) digest() string {
	parts := sealed.NewParts()
	for _, p := range f.parts {
		parts.Add(p.Name, p.Data)
	}
	return parts.Name()
}

// document is the part that lists the pages and all that belongs to the whole.
func (f *file) document(hasData bool) {
	x := begin("Document", namespace)
	x.open("CommonData").text("MaxUnitID", fmt.Sprint(f.last))
	x.open("PageArea").text("PhysicalBox", box(0, 0, f.pages.Pages[0].Width, f.pages.Pages[0].Height)).close()
	x.text("PublicRes", "PublicRes.xml").close()
	x.open("Pages")
	for i, id := range f.pageIDs {
		x.empty("Page", fmt.Sprintf(` ID="%d" BaseLoc="Pages/Page_%d/Content.xml"`, id, i))
	}
	x.close()
	f.outline(x)
	if len(f.pages.Structure.Elements) > 0 {
		x.text("CustomTags", "CustomTags/CustomTags.xml")
	}
	if hasData {
		x.text("Attachments", "Attachments/Attachments.xml")
	}
	f.add(documentPart, x.end())
}

// outline writes the tree of bookmarks. None is deeper than one level below its predecessor.
func (f *file) outline(x *markup) {
	if len(f.pages.Outline) == 0 {
		return
	}
	x.open("Outlines")
	depth := 0
	for _, b := range f.pages.Outline {
		level := max(0, min(b.Level, depth))
		for ; depth > level; depth-- {
			x.close()
		}
		x.openWith("OutlineElem", ` Title="`+escape(b.Title)+`"`)
		x.open("Actions").openWith("Action", ` Event="CLICK"`).open("Goto")
		x.empty("Dest", fmt.Sprintf(` Type="XYZ" PageID="%d" Left="0" Top="%s" Zoom="0"`, f.pageIDs[b.Page], mm(b.Y)))
		x.close().close().close()
		depth++
	}
	for ; depth > 0; depth-- {
		x.close()
	}
	x.close()
}

// attach adds the data.
func (f *file) attach(a *layout.Attachment) {
	if a == nil {
		return
	}
	x := begin("Attachments", namespace)
	created := ""
	if !f.pages.Info.Dated.IsZero() {
		created = f.pages.Info.Dated.Format(` CreationDate="2006-01-02T15:04:05"`)
	}
	x.openWith("Attachment", fmt.Sprintf(` ID="A1" Name="%s" Format="%s"%s Size="%d" Visible="true"`, escape(a.Name), escape(a.Type), created, (len(a.Data)+1023)/1024))
	x.text("FileLoc", dataPart)
	f.add(attachmentPart, x.end())
	f.add(folder+"Attachments/"+dataPart, a.Data)
}

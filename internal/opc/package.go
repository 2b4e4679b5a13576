package opc

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"strings"

	"nianbao/internal/budget"
	"nianbao/internal/charset"
	"nianbao/internal/filename"
	"nianbao/internal/xmlscan"
)

// Package is an office file opened for reading and changing. Names of parts are told apart without regard to case, and a back
// slash counts as a slash, since some programs write one.
type Package struct {
	*budget.Budget
	wanted Kind
	files  []*zip.File
	parts  map[string]stored // by folded name
	main   string
	links  []Relationship   // of the package, as it was opened
	room   []byte           // for unzipping a part that is read and let go
	spare  *xmlscan.Scanner // that was done with

	changed map[string][]byte // by folded name
	dropped map[string]bool   // by folded name
	added   []Part
}

// stored is a part as the file holds it.
type stored struct {
	file      *zip.File
	ambiguous bool // there is another of the same name, with other contents
}

// fold is a part's name as it is told apart.
func fold(name string) string { return strings.ToLower(filename.Slashed(name)) }

// Open opens a package that should be a Workbook or a Document, and reads it within a budget. An error is an Error. A package whose
// main part does not tell what it is, is opened too.
func Open(data []byte, wanted Kind, b *budget.Budget) (*Package, error) {
	switch {
	case isCompound(data):
		return nil, refuse(tellCompound(data), wanted)
	case !isZip(data):
		return nil, refuse(Other, wanted)
	}
	p := &Package{wanted: wanted, Budget: b}
	if err := p.openZip(data); err != nil {
		return nil, err
	}
	kind, err := p.tell()
	if err != nil {
		return nil, err
	}
	if kind == Zip && p.main != "" {
		return p, nil
	}
	if err := refuse(kind, wanted); err != nil {
		return nil, err
	}
	return p, nil
}

// OpenZip opens a zip, whatever is in it, and reads it within a budget. Names may be in an encoding of Chinese Windows, as some programs
// write them. An error is an Error.
func OpenZip(data []byte, b *budget.Budget) (*Package, error) {
	p := &Package{wanted: Zip, Budget: b}
	if !isZip(data) {
		return nil, p.fails(OtherFormat)
	}
	if err := p.openZip(data); err != nil {
		return nil, err
	}
	return p, nil
}

func isZip(data []byte) bool { return bytes.HasPrefix(data, []byte("PK")) }

func (p *Package) openZip(data []byte) error {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return p.fails(Damaged)
	}
	if !p.Allows(budget.Parts, len(archive.File)) {
		return p.fails(TooLarge)
	}
	archive.RegisterDecompressor(zip.Deflate, inflate)
	p.files = archive.File
	p.parts = make(map[string]stored, len(p.files))
	room := uint64(len(data)) // parts that need more than there is lie upon each other, and a copy would be far larger
	for _, f := range p.files {
		if f.CompressedSize64 > room {
			return p.fails(Damaged)
		}
		room -= f.CompressedSize64
		if p.wanted == Zip {
			if name, ok := charset.Decode([]byte(f.Name)); ok {
				f.Name = string(name)
			}
		}
		name := fold(f.Name)
		other, double := p.parts[name]
		differs := double && (other.ambiguous || other.file.CRC32 != f.CRC32 || other.file.UncompressedSize64 != f.UncompressedSize64)
		p.parts[name] = stored{f, differs}
	}
	return nil
}

func (p *Package) fails(f Fault) error { return Error{Fault: f, Wanted: p.wanted} }

// tell finds the main part, and tells by it what the package is.
func (p *Package) tell() (Kind, error) {
	links, err := p.readRelationships("")
	if err != nil {
		return Zip, err
	}
	p.links = links
	for _, l := range links {
		if l.Kind() != "officeDocument" {
			continue
		}
		p.main = l.Target
		if kind := kindOf(strings.ToLower(p.main)); kind != Zip {
			return kind, nil
		}
		return p.declared()
	}
	if p.Has("content.xml") {
		return p.tellOpenDocument(), nil
	}
	return Zip, nil
}

// kindOf tells a package by where its main part stands, in lower case: all programs put it there.
func kindOf(main string) Kind {
	folder, _, _ := strings.Cut(main, "/")
	switch {
	case folder == "xl" && path.Ext(main) == ".bin":
		return BinaryWorkbook
	case folder == "xl":
		return Workbook
	case folder == "word":
		return Document
	case folder == "ppt":
		return Presentation
	}
	return Zip
}

// tellOpenDocument tells an OpenDocument package by its first entry, which is not compressed (ODF 1.2 part 3, 3.3).
func (p *Package) tellOpenDocument() Kind {
	const longest = 100
	entry, ok := p.parts["mimetype"]
	if !ok || entry.file.Method != zip.Store || entry.file.UncompressedSize64 > longest {
		return OpenFile
	}
	kind, err := p.Part("mimetype")
	if err != nil {
		return OpenFile
	}
	switch strings.TrimSuffix(string(kind), "-template") {
	case "application/vnd.oasis.opendocument.spreadsheet":
		return OpenWorkbook
	case "application/vnd.oasis.opendocument.text":
		return OpenDocument
	}
	return OpenFile
}

// Main is the name of the part that the package is about.
func (p *Package) Main() string { return p.main }

// Names lists the names of all parts in the order of the file, those that were added last.
func (p *Package) Names() []string {
	var names []string
	for _, f := range p.files {
		names = append(names, filename.Slashed(f.Name))
	}
	for _, a := range p.added {
		names = append(names, a.Name)
	}
	return names
}

// ErrNoPart says that there is no part of a name.
var ErrNoPart = errors.New("opc: no such part")

// Has tells whether there is a part of a name.
func (p *Package) Has(name string) bool {
	_, ok := p.parts[fold(name)]
	return ok || p.addition(name) != nil
}

// Part is the content of a part; XML in UTF-16, or of version 1.1, as UTF-8 of version 1.0. The error is ErrNoPart, or an Error.
func (p *Package) Part(name string) ([]byte, error) {
	if data, ok := p.now(name); ok {
		return data, nil
	}
	data, err := p.unzipTo(nil, name)
	if err != nil {
		return nil, err
	}
	return plainXML(data), nil
}

// unzipTo unzips a part as it is stored to where there is room, or elsewhere.
func (p *Package) unzipTo(room []byte, name string) ([]byte, error) {
	r, err := p.unzip(name)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	data := bytes.NewBuffer(room)
	size := p.parts[fold(name)].file.UncompressedSize64 // as the file says, which need not be true
	data.Grow(int(min(size, 1<<20)) + bytes.MinRead)
	if _, err := data.ReadFrom(r); err != nil {
		return nil, err
	}
	return data.Bytes(), nil
}

// Reader reads a part from its beginning, as it is stored, for who does not need all of it. The errors are those of Part.
func (p *Package) Reader(name string) (io.ReadCloser, error) {
	if data, ok := p.now(name); ok {
		return io.NopCloser(bytes.NewReader(data)), nil
	}
	return p.unzip(name)
}

func (p *Package) unzip(name string) (io.ReadCloser, error) {
	part, ok := p.parts[fold(name)]
	switch {
	case !ok:
		return nil, ErrNoPart
	case part.ambiguous:
		return nil, p.fails(Damaged)
	}
	r, err := part.file.Open()
	if err != nil {
		return nil, p.fails(Damaged)
	}
	return &counted{r, p}, nil
}

// counted counts what is unzipped.
type counted struct {
	io.ReadCloser
	p *Package
}

func (c *counted) Read(b []byte) (int, error) {
	n, err := c.ReadCloser.Read(b)
	switch {
	case !c.p.Spend(budget.Unzipped, n):
		return n, c.p.fails(TooLarge)
	case err != nil && !errors.Is(err, io.EOF):
		return n, c.p.fails(Damaged)
	}
	return n, err
}

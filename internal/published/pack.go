package published

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
)

// Limits on what is read, far above any real report, so that a hostile file costs neither much memory nor much time.
const (
	maxUnzipped = 32 << 20 // bytes of all parts that are read
	maxElements = 500_000  // of all parts that are read
	maxDepth    = 200
)

// pack is an office file (ISO/IEC 29500-2) opened for reading.
type pack struct {
	parts    map[string]*zip.File // by lower-case name
	unzipped int64
	elements int
}

var (
	oleHeader       = []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}
	encryptedStream = []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")
)

func openPack(data []byte) (*pack, error) {
	if bytes.HasPrefix(data, oleHeader) {
		if bytes.Contains(data, encryptedStream) {
			return nil, ErrEncrypted
		}
		return nil, ErrOldFormat
	}
	if !bytes.HasPrefix(data, []byte("PK")) {
		return nil, ErrNotDocument
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, ErrDamaged
	}
	p := &pack{parts: map[string]*zip.File{}}
	for _, f := range archive.File {
		p.parts[strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/"))] = f
	}
	return p, nil
}

// mainPart finds the part that the file is about.
func (p *pack) mainPart() (string, error) {
	links, err := p.links("")
	if err != nil {
		return "", err
	}
	for _, l := range links {
		switch {
		case l.kind != "officeDocument":
		case strings.HasPrefix(l.target, "xl/"):
			return "", ErrWorkbook
		default:
			return l.target, nil
		}
	}
	if _, ok := p.parts["content.xml"]; ok { // OpenDocument, UOF
		return "", ErrOtherFormat
	}
	return "", ErrNotDocument
}

// link is a relationship of a part with another, whose name in the package is the target.
type link struct{ kind, target string }

// links reads the relationships of a part, "" for those of the package. A part without any has none.
func (p *pack) links(part string) ([]link, error) {
	folder, name := path.Split(part)
	root, err := p.read(folder + "_rels/" + name + ".rels")
	if errors.Is(err, errNoPart) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var links []link
	for _, e := range root.children {
		target := e.attr("Target")
		if fromRoot, ok := strings.CutPrefix(target, "/"); ok {
			target = fromRoot
		} else {
			target = path.Join(folder, target)
		}
		links = append(links, link{path.Base(e.attr("Type")), target})
	}
	return links, nil
}

var errNoPart = errors.New("published: no such part")

// read unzips a part and parses it.
func (p *pack) read(part string) (*element, error) {
	f, ok := p.parts[strings.ToLower(part)]
	if !ok {
		return nil, errNoPart
	}
	r, err := f.Open()
	if err != nil {
		return nil, ErrDamaged
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, maxUnzipped-p.unzipped+1))
	if err != nil {
		return nil, ErrDamaged
	}
	if p.unzipped += int64(len(data)); p.unzipped > maxUnzipped {
		return nil, ErrTooLarge
	}
	return p.parse(data)
}

// element is one of a part. Those of WordprocessingML go by their local names, math by m:name, all others by ?:name.
type element struct {
	name     string
	attrs    []xml.Attr
	children []*element
	text     []byte // of t and m:t
}

func (p *pack) parse(data []byte) (*element, error) {
	root := &element{}
	open := []*element{root}
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) && len(root.children) == 1 {
			return root.children[0], nil
		}
		if err != nil {
			return nil, ErrDamaged
		}
		switch t := token.(type) {
		case xml.StartElement:
			if p.elements++; p.elements > maxElements || len(open) > maxDepth {
				return nil, ErrTooLarge
			}
			e := &element{name: shortName(t.Name), attrs: t.Attr}
			open[len(open)-1].children = append(open[len(open)-1].children, e)
			open = append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if e := open[len(open)-1]; e.name == "t" || e.name == "m:t" {
				e.text = append(e.text, t...)
			}
		}
	}
}

// shortName is the name of an element without its namespace, of which the transitional and the strict form count the same.
func shortName(n xml.Name) string {
	switch n.Space {
	case "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main":
		return n.Local
	case "http://schemas.openxmlformats.org/officeDocument/2006/math", "http://purl.oclc.org/ooxml/officeDocument/math":
		return "m:" + n.Local
	default:
		return "?:" + n.Local
	}
}

// attr is an attribute by its local name, "" if it is not there.
func (e *element) attr(name string) string {
	for _, a := range e.attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// child follows a path of names downwards; nil if it ends.
func (e *element) child(names ...string) *element {
	for _, name := range names {
		var next *element
		if e != nil {
			for _, c := range e.children {
				if c.name == name {
					next = c
					break
				}
			}
		}
		e = next
	}
	return e
}

// val is the attribute val of a descendant, "" if it is not there.
func (e *element) val(names ...string) string {
	if c := e.child(names...); c != nil {
		return c.attr("val")
	}
	return ""
}

// isOn tells a property that is switched on: it is there, and not as w:val="0".
func (e *element) isOn(names ...string) bool {
	c := e.child(names...)
	if c == nil {
		return false
	}
	switch c.attr("val") {
	case "0", "false", "off", "none":
		return false
	}
	return true
}

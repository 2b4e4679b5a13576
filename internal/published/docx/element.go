package docx

import (
	"encoding/xml"

	"nianbao/internal/opc"
)

// What makes a file unreadable as a whole; opc has the words.
var (
	errNotDocument = opc.Error{Fault: opc.NotOffice, Wanted: opc.Document}
	errDamaged     = opc.Error{Fault: opc.Damaged, Wanted: opc.Document}
)

// pack is an office file of which parts are parsed.
type pack struct{ *opc.Package }

// read parses a part. The error is one of opc's.
func (p *pack) read(part string) (*element, error) {
	d, err := p.XML(part)
	if err != nil {
		return nil, err
	}
	return parse(d)
}

// element is one of a part. Those of WordprocessingML go by their local names, math by m:name, all others by ?:name.
type element struct {
	name     string
	attrs    []xml.Attr
	children []*element
	text     []byte // of t and m:t
}

func parse(d *opc.Decoder) (*element, error) {
	root := &element{}
	open := []*element{root}
	for {
		token, err := d.Token()
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			e := &element{name: shortName(t.Name), attrs: t.Attr}
			open[len(open)-1].children = append(open[len(open)-1].children, e)
			open = append(open, e)
		case xml.EndElement:
			if open = open[:len(open)-1]; len(open) == 1 {
				return root.children[0], nil
			}
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

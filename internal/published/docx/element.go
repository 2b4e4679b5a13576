package docx

import (
	"nianbao/internal/opc"
	"nianbao/internal/xmlscan"
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
	defer d.Close()
	return parse(d)
}

// element is one of a part. Those of WordprocessingML go by their local names, math by m:name, all others by ?:name.
type element struct {
	name     string
	attrs    []attribute
	children []*element
	text     []byte // of t and m:t
}

// attribute goes by its local name.
type attribute struct{ name, value string }

func parse(d *opc.Decoder) (*element, error) {
	d.KeepSpaces()
	root := &element{}
	open := []*element{root}
	for {
		kind, err := d.Next()
		if err != nil {
			return nil, err
		}
		switch kind {
		case xmlscan.Start:
			e := &element{name: shortName(d.Space(), d.Name()), attrs: attributes(d)}
			open[len(open)-1].children = append(open[len(open)-1].children, e)
			open = append(open, e)
		case xmlscan.End:
			if open = open[:len(open)-1]; len(open) == 1 {
				return root.children[0], nil
			}
		case xmlscan.Text:
			if e := open[len(open)-1]; e.name == "t" || e.name == "m:t" {
				e.text = append(e.text, d.Text()...)
			}
		}
	}
}

func attributes(d *opc.Decoder) []attribute {
	attrs := make([]attribute, d.Attrs())
	for i := range attrs {
		_, attrs[i].name, attrs[i].value = d.AttrAt(i)
	}
	return attrs
}

// shortName is the name of an element without its namespace, of which the transitional and the strict form count the same.
func shortName(space, name string) string {
	switch space {
	case "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main":
		return name
	case "http://schemas.openxmlformats.org/officeDocument/2006/math", "http://purl.oclc.org/ooxml/officeDocument/math":
		return "m:" + name
	default:
		return "?:" + name
	}
}

// attr is an attribute by its local name, "" if it is not there.
func (e *element) attr(name string) string {
	for _, a := range e.attrs {
		if a.name == name {
			return a.value
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

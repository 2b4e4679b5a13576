package workbook

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"

	"nianbao/internal/budget"
)

// element is an XML element cut at its children, so that it can be changed in one place and stays the same to the byte in
// all others.
type element struct {
	before   []byte // of a whole part: what stands in front of the root
	name     xml.Name
	attr     []xml.Attr // names are as written: Space is the prefix
	tag      []byte     // the start tag as it stood; nil once an attribute was changed
	children []piece
	closing  []byte // the end tag; nil for an empty-element tag
	after    []byte
}

// piece is a child element, or with an empty name what stands between two.
type piece struct {
	name string // without its prefix
	raw  []byte
}

// cut parses one element, or a part with its root.
func cut(raw []byte) (*element, error) {
	d := xml.NewDecoder(bytes.NewReader(raw))
	e := &element{}
	depth, from, name := 0, int64(0), ""
	left := budget.New()
	for {
		start := d.InputOffset()
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) && depth == 0 && e.name.Local != "" {
			return e, nil
		} else if err != nil {
			return nil, errDamaged
		}
		end := d.InputOffset()
		switch t := token.(type) {
		case xml.StartElement:
			if !left.Spend(budget.Elements, 1) || !left.Spend(budget.Attributes, len(t.Attr)) || !left.Allows(budget.Depth, depth) {
				return nil, errTooLarge
			}
			switch depth++; depth {
			case 1:
				if e.name.Local != "" {
					return nil, errDamaged
				}
				e.before, e.tag, from = raw[:start], raw[start:end], end
				e.name, e.attr = t.Name, slices.Clone(t.Attr)
			case 2:
				if start > from {
					e.children = append(e.children, piece{"", raw[from:start]})
				}
				from, name = start, t.Name.Local
			}
		case xml.EndElement:
			switch depth--; depth {
			case 1:
				e.children = append(e.children, piece{name, raw[from:end]})
				from = end
			case 0:
				if start > from {
					e.children = append(e.children, piece{"", raw[from:start]})
				}
				if end > start {
					e.closing = raw[start:end]
				}
				e.after = raw[end:]
			case -1:
				return nil, errDamaged
			}
		}
	}
}

// bytes writes the element with its changes.
func (e *element) bytes() []byte {
	if e.closing == nil && len(e.children) == 0 && e.tag != nil {
		return slices.Concat(e.before, e.tag, e.after)
	}
	var b bytes.Buffer
	b.Write(e.before)
	if e.tag != nil && e.closing != nil {
		b.Write(e.tag)
	} else {
		b.WriteString("<" + e.qualified(e.name.Local))
		for _, a := range e.attr {
			name := a.Name.Local
			if a.Name.Space != "" {
				name = a.Name.Space + ":" + name
			}
			b.WriteString(" " + name + `="` + attributeText(a.Value) + `"`)
		}
		b.WriteString(">")
	}
	for _, c := range e.children {
		b.Write(c.raw)
	}
	if e.closing != nil {
		b.Write(e.closing)
	} else {
		b.WriteString("</" + e.qualified(e.name.Local) + ">")
	}
	b.Write(e.after)
	return b.Bytes()
}

// attributeText is text as it stands between the quotation marks of an attribute.
func attributeText(text string) string {
	var b bytes.Buffer
	xml.EscapeText(&b, []byte(text)) // a buffer takes everything
	return b.String()
}

// qualified puts the element's own prefix in front of a name of the same namespace.
func (e *element) qualified(name string) string {
	if e.name.Space == "" {
		return name
	}
	return e.name.Space + ":" + name
}

func (e *element) get(name string) string {
	for _, a := range e.attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}

// set changes an attribute, or adds it.
func (e *element) set(name, value string) {
	e.unset(name)
	e.attr = append(e.attr, xml.Attr{Name: xml.Name{Local: name}, Value: value})
}

func (e *element) unset(name string) {
	e.tag = nil
	e.attr = slices.DeleteFunc(e.attr, func(a xml.Attr) bool { return a.Name.Local == name && a.Name.Space == "" })
}

// prefix is the prefix that a namespace has here, declared if it has none yet.
func (e *element) prefix(namespace, wanted string) string {
	for _, a := range e.attr {
		if a.Name.Space == "xmlns" && a.Value == namespace {
			return a.Name.Local
		}
	}
	e.tag = nil
	e.attr = append(e.attr, xml.Attr{Name: xml.Name{Space: "xmlns", Local: wanted}, Value: namespace})
	return wanted
}

// namespace is the one that the element itself is in, if it is declared here.
func (e *element) namespace() string {
	for _, a := range e.attr {
		if e.name.Space == "" && a.Name.Space == "" && a.Name.Local == "xmlns" || a.Name.Space == "xmlns" && a.Name.Local == e.name.Space {
			return a.Value
		}
	}
	return ""
}

// child is the index of the first child of a name, -1 if there is none.
func (e *element) child(name string) int {
	return slices.IndexFunc(e.children, func(c piece) bool { return c.name == name })
}

// insert adds a child in front of the first of those that must follow it, else behind all others.
func (e *element) insert(name, raw string, followers ...string) {
	at := slices.IndexFunc(e.children, func(c piece) bool { return slices.Contains(followers, c.name) })
	if at < 0 {
		at = len(e.children)
	}
	e.children = slices.Insert(e.children, at, piece{name, []byte(raw)})
}

// remove drops children.
func (e *element) remove(drop func(c piece) bool) { e.children = slices.DeleteFunc(e.children, drop) }

// text is the element's text, without that of its children.
func (e *element) text() string {
	var out struct {
		Text string `xml:",chardata"`
	}
	if xml.Unmarshal(e.bytes(), &out) != nil {
		return ""
	}
	return out.Text
}

// Package xmlcut changes XML in one place and leaves it the same to the byte in all others.
package xmlcut

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"

	"nianbao/internal/budget"
	"nianbao/internal/xmlscan"
)

// Element is an XML element cut at its children. Each of these is cut in turn by who wants to change it.
type Element struct {
	before   []byte // of a whole part: what stands in front of the root
	Name     Name
	Attr     []Attribute
	tag      []byte // the start tag as it stood; nil once an attribute was changed
	Children []Piece
	closing  []byte // the end tag; nil for an empty-element tag
	after    []byte
}

// ErrBroken and ErrTooLarge are why there is no element: what was given is none, or costs more than one of an office file does.
var (
	ErrBroken   = errors.New("xmlcut: no XML element")
	ErrTooLarge = errors.New("xmlcut: too large")
)

// Name is a name as it is written, with a prefix or "".
type Name struct{ Prefix, Local string }

func (n Name) String() string {
	if n.Prefix == "" {
		return n.Local
	}
	return n.Prefix + ":" + n.Local
}

// Attribute is one of an element, its value without entities.
type Attribute struct {
	Name
	Value string
}

// Piece is a child element, or with an empty name what stands between two.
type Piece struct {
	Name string // without its prefix
	Raw  []byte
}

// Cut cuts one element, or a document with its root, within what reading an office file may cost. It keeps hold of what it is given.
func Cut(raw []byte) (*Element, error) {
	d := xmlscan.New(raw, len(raw)+1)
	e := &Element{}
	depth, from, child, isEmpty := 0, 0, "", false
	left := budget.New()
	for {
		kind, err := d.Next()
		switch {
		case errors.Is(err, io.EOF) && e.Name.Local != "":
			return e, nil
		case err != nil:
			return nil, ErrBroken
		}
		start, end := d.Span()
		switch kind {
		case xmlscan.Start:
			if !left.Spend(budget.Elements, 1) || !left.Spend(budget.Attributes, d.Attrs()) || !left.Allows(budget.Depth, depth) {
				return nil, ErrTooLarge
			}
			switch depth++; depth {
			case 1:
				if e.Name.Local != "" {
					return nil, ErrBroken
				}
				e.before, e.tag, from = raw[:start], raw[start:end], end
				e.Name, e.Attr = Name{d.Prefix(), d.Name()}, attributes(d)
				isEmpty = bytes.HasSuffix(e.tag, []byte("/>"))
			case 2:
				if start > from {
					e.Children = append(e.Children, Piece{"", raw[from:start]})
				}
				from, child = start, d.Name()
			}
		case xmlscan.End:
			switch depth--; depth {
			case 1:
				e.Children = append(e.Children, Piece{child, raw[from:end]})
				from = end
			case 0:
				if start > from {
					e.Children = append(e.Children, Piece{"", raw[from:start]})
				}
				if !isEmpty {
					e.closing = raw[start:end]
				}
				e.after = raw[end:]
			}
		}
	}
}

func attributes(d *xmlscan.Scanner) []Attribute {
	attrs := make([]Attribute, d.Attrs())
	for i := range attrs {
		attrs[i].Prefix, attrs[i].Local, attrs[i].Value = d.AttrAt(i)
	}
	return attrs
}

// Bytes writes the element with its changes.
func (e *Element) Bytes() []byte {
	if e.closing == nil && len(e.Children) == 0 && e.tag != nil {
		return slices.Concat(e.before, e.tag, e.after)
	}
	var b bytes.Buffer
	b.Write(e.before)
	if e.tag != nil && e.closing != nil {
		b.Write(e.tag)
	} else {
		b.WriteString("<" + e.Name.String())
		for _, a := range e.Attr {
			b.WriteString(" " + a.Name.String() + `="` + AttributeText(a.Value) + `"`)
		}
		b.WriteString(">")
	}
	for _, c := range e.Children {
		b.Write(c.Raw)
	}
	if e.closing != nil {
		b.Write(e.closing)
	} else {
		b.WriteString("</" + e.Name.String() + ">")
	}
	b.Write(e.after)
	return b.Bytes()
}

// AttributeText is text as it stands between the quotation marks of an attribute.
func AttributeText(text string) string {
	var b bytes.Buffer
	xml.EscapeText(&b, []byte(text)) // a buffer takes everything
	return b.String()
}

// Qualified puts the element's own prefix in front of a name of the same namespace.
func (e *Element) Qualified(local string) string { return Name{e.Name.Prefix, local}.String() }

// Get is the value of an attribute without a prefix, "" where there is none.
func (e *Element) Get(local string) string {
	for _, a := range e.Attr {
		if a.Name == (Name{"", local}) {
			return a.Value
		}
	}
	return ""
}

// Set changes an attribute without a prefix, or adds it.
func (e *Element) Set(local, value string) {
	e.Unset(local)
	e.Attr = append(e.Attr, Attribute{Name{"", local}, value})
}

// Unset drops an attribute without a prefix.
func (e *Element) Unset(local string) {
	e.tag = nil
	e.Attr = slices.DeleteFunc(e.Attr, func(a Attribute) bool { return a.Name == Name{"", local} })
}

// Prefix is the prefix that a namespace has here, declared if it has none yet.
func (e *Element) Prefix(namespace, wanted string) string {
	for _, a := range e.Attr {
		if a.Prefix == "xmlns" && a.Value == namespace {
			return a.Local
		}
	}
	e.tag = nil
	e.Attr = append(e.Attr, Attribute{Name{"xmlns", wanted}, namespace})
	return wanted
}

// Namespace is the one that the element itself is in, if it is declared here.
func (e *Element) Namespace() string {
	for _, a := range e.Attr {
		if e.Name.Prefix == "" && a.Name == (Name{"", "xmlns"}) || a.Name == (Name{"xmlns", e.Name.Prefix}) {
			return a.Value
		}
	}
	return ""
}

// Child is the index of the first child of a name, -1 if there is none.
func (e *Element) Child(name string) int {
	return slices.IndexFunc(e.Children, func(c Piece) bool { return c.Name == name })
}

// Insert adds a child in front of the first of those that must follow it, else behind all others.
func (e *Element) Insert(name, raw string, followers ...string) {
	at := slices.IndexFunc(e.Children, func(c Piece) bool { return slices.Contains(followers, c.Name) })
	if at < 0 {
		at = len(e.Children)
	}
	e.Children = slices.Insert(e.Children, at, Piece{name, []byte(raw)})
}

// Remove drops children.
func (e *Element) Remove(drop func(c Piece) bool) { e.Children = slices.DeleteFunc(e.Children, drop) }

// Text is the element's text, without that of its children.
func (e *Element) Text() string {
	raw := e.Bytes()
	d := xmlscan.New(raw, len(raw)+1)
	var text []byte
	for depth := 0; ; {
		kind, err := d.Next()
		switch {
		case err != nil:
			return ""
		case kind == xmlscan.Start:
			depth++
		case kind == xmlscan.Text && depth == 1:
			text = append(text, d.Text()...)
		case kind == xmlscan.End:
			if depth--; depth == 0 {
				return string(text)
			}
		}
	}
}

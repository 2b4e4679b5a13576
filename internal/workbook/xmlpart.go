package workbook

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"

	"nianbao/internal/budget"
	"nianbao/internal/xmlscan"
)

// element is an XML element cut at its children, so that it can be changed in one place and stays the same to the byte in
// all others.
type element struct {
	before   []byte // of a whole part: what stands in front of the root
	name     name
	attr     []attribute
	tag      []byte // the start tag as it stood; nil once an attribute was changed
	children []piece
	closing  []byte // the end tag; nil for an empty-element tag
	after    []byte
}

// name is a name as it is written, with a prefix or "".
type name struct{ prefix, local string }

func (n name) String() string {
	if n.prefix == "" {
		return n.local
	}
	return n.prefix + ":" + n.local
}

type attribute struct {
	name
	value string
}

// piece is a child element, or with an empty name what stands between two.
type piece struct {
	name string // without its prefix
	raw  []byte
}

// cut parses one element, or a part with its root.
func cut(raw []byte) (*element, error) {
	d := xmlscan.New(raw, len(raw)+1)
	e := &element{}
	depth, from, child, isEmpty := 0, 0, "", false
	left := budget.New()
	for {
		kind, err := d.Next()
		switch {
		case errors.Is(err, io.EOF) && e.name.local != "":
			return e, nil
		case err != nil:
			return nil, errDamaged
		}
		start, end := d.Span()
		switch kind {
		case xmlscan.Start:
			if !left.Spend(budget.Elements, 1) || !left.Spend(budget.Attributes, d.Attrs()) || !left.Allows(budget.Depth, depth) {
				return nil, errTooLarge
			}
			switch depth++; depth {
			case 1:
				if e.name.local != "" {
					return nil, errDamaged
				}
				e.before, e.tag, from = raw[:start], raw[start:end], end
				e.name, e.attr = name{d.Prefix(), d.Name()}, attributes(d)
				isEmpty = bytes.HasSuffix(e.tag, []byte("/>"))
			case 2:
				if start > from {
					e.children = append(e.children, piece{"", raw[from:start]})
				}
				from, child = start, d.Name()
			}
		case xmlscan.End:
			switch depth--; depth {
			case 1:
				e.children = append(e.children, piece{child, raw[from:end]})
				from = end
			case 0:
				if start > from {
					e.children = append(e.children, piece{"", raw[from:start]})
				}
				if !isEmpty {
					e.closing = raw[start:end]
				}
				e.after = raw[end:]
			}
		}
	}
}

func attributes(d *xmlscan.Scanner) []attribute {
	attrs := make([]attribute, d.Attrs())
	for i := range attrs {
		attrs[i].prefix, attrs[i].local, attrs[i].value = d.AttrAt(i)
	}
	return attrs
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
		b.WriteString("<" + e.name.String())
		for _, a := range e.attr {
			b.WriteString(" " + a.name.String() + `="` + attributeText(a.value) + `"`)
		}
		b.WriteString(">")
	}
	for _, c := range e.children {
		b.Write(c.raw)
	}
	if e.closing != nil {
		b.Write(e.closing)
	} else {
		b.WriteString("</" + e.name.String() + ">")
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
func (e *element) qualified(local string) string { return name{e.name.prefix, local}.String() }

func (e *element) get(local string) string {
	for _, a := range e.attr {
		if a.name == (name{"", local}) {
			return a.value
		}
	}
	return ""
}

// set changes an attribute, or adds it.
func (e *element) set(local, value string) {
	e.unset(local)
	e.attr = append(e.attr, attribute{name{"", local}, value})
}

func (e *element) unset(local string) {
	e.tag = nil
	e.attr = slices.DeleteFunc(e.attr, func(a attribute) bool { return a.name == name{"", local} })
}

// prefix is the prefix that a namespace has here, declared if it has none yet.
func (e *element) prefix(namespace, wanted string) string {
	for _, a := range e.attr {
		if a.prefix == "xmlns" && a.value == namespace {
			return a.local
		}
	}
	e.tag = nil
	e.attr = append(e.attr, attribute{name{"xmlns", wanted}, namespace})
	return wanted
}

// namespace is the one that the element itself is in, if it is declared here.
func (e *element) namespace() string {
	for _, a := range e.attr {
		if e.name.prefix == "" && a.name == (name{"", "xmlns"}) || a.name == (name{"xmlns", e.name.prefix}) {
			return a.value
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
	raw := e.bytes()
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

package ofd

import (
	"bytes"
	"encoding/xml"
	"strconv"
	"strings"

	"nianbao/internal/render/paper"
)

// markup is an XML part on its way: compact, since some readers take blanks for content.
type markup struct {
	out  bytes.Buffer
	path []string // the elements that are open
}

// begin begins a part with its root.
func begin(root, attributes string) *markup {
	x := &markup{}
	x.out.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	return x.openWith(root, attributes)
}

func (x *markup) open(name string) *markup { return x.openWith(name, "") }

// openWith opens an element. Attributes are written as they are, with a blank before each.
func (x *markup) openWith(name, attributes string) *markup {
	name = prefixed(name)
	x.path = append(x.path, name)
	x.out.WriteString("<" + name + attributes + ">")
	return x
}

// prefixed gives the elements of the standard their prefix; those of others have one.
func prefixed(name string) string {
	if strings.Contains(name, ":") {
		return name
	}
	return "ofd:" + name
}

func (x *markup) close() *markup {
	last := len(x.path) - 1
	x.out.WriteString("</" + x.path[last] + ">")
	x.path = x.path[:last]
	return x
}

func (x *markup) empty(name, attributes string) {
	x.out.WriteString("<" + prefixed(name) + attributes + "/>")
}

// text writes an element that holds a text, none for an empty one.
func (x *markup) text(name, text string) *markup { return x.textWith(name, "", text) }

func (x *markup) textWith(name, attributes, text string) *markup {
	if text == "" {
		return x
	}
	name = prefixed(name)
	x.out.WriteString("<" + name + attributes + ">" + escape(text) + "</" + name + ">")
	return x
}

// end closes all that is open and returns the part.
func (x *markup) end() []byte {
	for len(x.path) > 0 {
		x.close()
	}
	return x.out.Bytes()
}

// escape is text as XML has it. What XML cannot have is shown as �.
func escape(text string) string {
	var out strings.Builder
	xml.EscapeText(&out, []byte(text)) // writing to a Builder cannot fail
	return out.String()
}

// mm writes a length, given in points, in millimetres.
func mm(points float64) string { return number(points / paper.Millimetre) }

// number writes a number with up to three decimals.
func number(v float64) string {
	s := strconv.FormatFloat(v, 'f', 3, 64)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}

// box writes a rectangle, given in points.
func box(x, y, width, height float64) string {
	return mm(x) + " " + mm(y) + " " + mm(width) + " " + mm(height)
}

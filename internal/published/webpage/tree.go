package webpage

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"nianbao/internal/budget"
)

// deepest is how deep elements stand in each other at most; what is nested deeper stands beside each other, as in browsers.
const deepest = 512

// longestValue is how many bytes of an attribute are kept; addresses may be longer.
const longestValue = 4096

// builder makes the tree of a page as browsers do, as far as it shows: elements that end without being closed, cells and rows outside of
// each other, what stands between them. It takes the place of html.Parse, whose cost has no bound: a few bytes of unclosed formatting
// elements are repeated in every paragraph, which changes looks only.
type builder struct {
	tokens *html.Tokenizer
	left   *budget.Budget
	open   []*html.Node      // from the root on
	opened map[atom.Atom]int // how many of each are open, so that what is not is not looked for in all that is
	xml    bool              // <p/> is a whole element
}

// parse is nil if there are more elements than there may be.
func parse(text string, left *budget.Budget) *html.Node {
	b := &builder{tokens: html.NewTokenizer(strings.NewReader(text)), left: left, opened: map[atom.Atom]int{}}
	root := &html.Node{Type: html.DocumentNode}
	b.open = []*html.Node{root}
	b.xml = strings.HasPrefix(strings.TrimLeft(text, " \t\r\n\ufeff"), "<?xml")
	for {
		switch kind := b.tokens.Next(); kind {
		case html.ErrorToken:
			return root
		case html.TextToken:
			if !b.left.Spend(budget.Elements, 1) {
				return nil
			}
			b.text(string(b.tokens.Text()))
		case html.StartTagToken, html.SelfClosingTagToken:
			if !b.left.Spend(budget.Elements, 1) {
				return nil
			}
			n := b.element()
			b.start(n)
			if b.xml && kind == html.SelfClosingTagToken {
				b.tokens.NextIsNotRawText()
				if b.top() == n {
					b.pop(len(b.open) - 1)
				}
			}
		case html.EndTagToken:
			name, _ := b.tokens.TagName()
			b.end(atom.Lookup(name), string(name))
		}
	}
}

// kept are the attributes that say something of what is shown.
var kept = [...]string{
	"id", "class", "style", "role", "title", "hidden", "href", "src", "data", "name", "content", "colspan", "rowspan", "start", "type", "value", "reversed", "selected",
	"width", "height", "open",
}

// element is the element of the tag at which the tokens stand.
func (b *builder) element() *html.Node {
	name, more := b.tokens.TagName()
	n := &html.Node{Type: html.ElementNode, DataAtom: atom.Lookup(name)}
	if n.DataAtom != 0 {
		n.Data = n.DataAtom.String()
	} else {
		n.Data = string(name)
	}
	for more {
		var key, value []byte
		key, value, more = b.tokens.TagAttr()
		i := slices.IndexFunc(kept[:], func(k string) bool { return k == string(key) })
		if i < 0 || len(n.Attr) >= len(kept) || slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == kept[i] }) {
			continue
		}
		n.Attr = append(n.Attr, html.Attribute{Key: kept[i], Val: string(value[:min(len(value), longestValue)])})
	}
	return n
}

func (b *builder) top() *html.Node { return b.open[len(b.open)-1] }

// pop ends all open elements from a place on.
func (b *builder) pop(at int) {
	at = max(1, at)
	for _, n := range b.open[at:] {
		b.opened[n.DataAtom]--
	}
	b.open = b.open[:at]
}

// put adds a node where the page stands now. Between the rows and cells of a table it comes before the table.
func (b *builder) put(n *html.Node) {
	if !isTablePart(b.top().DataAtom) {
		b.top().AppendChild(n)
		return
	}
	table := b.open[b.find(atom.Table)]
	table.Parent.InsertBefore(n, table)
}

func (b *builder) push(n *html.Node) {
	if len(b.open) < deepest {
		b.open = append(b.open, n)
		b.opened[n.DataAtom]++
	}
}

func isTablePart(a atom.Atom) bool {
	switch a {
	case atom.Table, atom.Tbody, atom.Thead, atom.Tfoot, atom.Tr:
		return true
	}
	return false
}

// isBetweenCells says whether the page stands in a table, but in none of its cells; what does not belong there may be open.
func (b *builder) isBetweenCells() bool {
	for at := len(b.open) - 1; at > 0 && b.opened[atom.Table] > 0; at-- {
		switch a := b.open[at].DataAtom; {
		case isTablePart(a):
			return true
		case a == atom.Td, a == atom.Th, a == atom.Caption:
			return false
		}
	}
	return false
}

func (b *builder) text(text string) {
	if isTablePart(b.top().DataAtom) && strings.Trim(text, " \t\r\n\f") == "" { // as pages are indented
		return
	}
	if a := b.top().DataAtom; (a == atom.Pre || a == atom.Listing) && b.top().FirstChild == nil {
		text = strings.TrimPrefix(text, "\n") // right behind the tag it is not shown
	}
	b.put(&html.Node{Type: html.TextNode, Data: text})
}

// start puts an element where it belongs, and ends what it ends.
func (b *builder) start(n *html.Node) {
	switch a := n.DataAtom; a {
	case atom.Html, atom.Head, atom.Body, atom.Col, atom.Colgroup:
		return
	case atom.Form:
		if isTablePart(b.top().DataAtom) || b.find(atom.Form) >= 0 {
			return
		}
	case atom.Caption, atom.Tbody, atom.Thead, atom.Tfoot, atom.Tr, atom.Td, atom.Th:
		b.startTablePart(n)
		return
	case atom.Table:
		if b.isBetweenCells() {
			b.pop(b.find(atom.Table))
		}
	case atom.Li:
		b.endBefore(func(a atom.Atom) bool { return a == atom.Li })
	case atom.Dd, atom.Dt:
		b.endBefore(func(a atom.Atom) bool { return a == atom.Dd || a == atom.Dt })
	case atom.A:
		b.endInline(atom.A, "a")
	case atom.Option, atom.Optgroup:
		if b.top().DataAtom == atom.Option {
			b.pop(len(b.open) - 1)
		}
	}
	if closesParagraph(n.DataAtom) {
		b.endParagraph()
	}
	if isHeading(n.DataAtom) && isHeading(b.top().DataAtom) {
		b.pop(len(b.open) - 1)
	}
	b.put(n)
	if !isVoid(n.DataAtom) {
		b.push(n)
	}
}

// startTablePart puts a part of a table into the innermost one, within the parts that it needs; outside of tables there are none.
func (b *builder) startTablePart(n *html.Node) {
	table := b.find(atom.Table)
	if table < 0 {
		return
	}
	at := table
	under := func(parts ...atom.Atom) bool {
		if at+1 < len(b.open) && slices.Contains(parts, b.open[at+1].DataAtom) {
			at++
			return true
		}
		return false
	}
	implied := func(a atom.Atom) {
		b.pop(at + 1)
		part := &html.Node{Type: html.ElementNode, DataAtom: a, Data: a.String()}
		b.top().AppendChild(part)
		b.push(part)
		at = len(b.open) - 1
	}
	switch n.DataAtom {
	case atom.Tr:
		if !under(atom.Tbody, atom.Thead, atom.Tfoot) {
			implied(atom.Tbody)
		}
	case atom.Td, atom.Th:
		if !under(atom.Tbody, atom.Thead, atom.Tfoot) {
			implied(atom.Tbody)
		}
		if !under(atom.Tr) {
			implied(atom.Tr)
		}
	}
	b.pop(at + 1)
	b.top().AppendChild(n)
	b.push(n)
}

// end ends an element; one that is not open is passed over, but an empty paragraph and a line break, which browsers put there.
func (b *builder) end(a atom.Atom, name string) {
	switch {
	case a == atom.Html, a == atom.Body, a == atom.Head:
	case a == atom.Br:
		b.put(&html.Node{Type: html.ElementNode, DataAtom: atom.Br, Data: "br"})
	case a == atom.P:
		if !b.endParagraph() {
			b.put(&html.Node{Type: html.ElementNode, DataAtom: atom.P, Data: "p"})
		}
	case isHeading(a):
		b.endInScope(isHeading)
	case a == atom.Table:
		if at := b.find(atom.Table); at >= 0 {
			b.pop(at)
		}
	case isTablePart(a), a == atom.Td, a == atom.Th, a == atom.Caption:
		table := b.find(atom.Table)
		for at := len(b.open) - 1; at > table && table >= 0; at-- {
			if b.open[at].DataAtom == a {
				b.pop(at)
				break
			}
		}
	case a == atom.Li:
		if list := max(b.find(atom.Ul), b.find(atom.Ol)); b.find(atom.Li) > list { // of the innermost list
			b.endInScope(func(other atom.Atom) bool { return other == a })
		}
	case isSpecial(a):
		b.endInScope(func(other atom.Atom) bool { return other == a })
	default:
		b.endInline(a, name)
	}
}

// find is the place of the innermost open element of a name, or -1.
func (b *builder) find(a atom.Atom) int {
	for at := len(b.open) - 1; at > 0 && b.opened[a] > 0; at-- {
		if b.open[at].DataAtom == a {
			return at
		}
	}
	return -1
}

// endInScope ends the innermost open element of some, unless a table, a cell or the like is between; it says whether there was one.
func (b *builder) endInScope(of func(atom.Atom) bool) bool {
	for at := len(b.open) - 1; at > 0; at-- {
		if of(b.open[at].DataAtom) {
			b.pop(at)
			return true
		}
		if isScope(b.open[at].DataAtom) {
			return false
		}
	}
	return false
}

func (b *builder) endParagraph() bool {
	for at := len(b.open) - 1; at > 0 && b.opened[atom.P] > 0; at-- {
		switch a := b.open[at].DataAtom; {
		case a == atom.P:
			b.pop(at)
			return true
		case isScope(a), a == atom.Button:
			return false
		}
	}
	return false
}

// endBefore ends the item of a list before the next.
func (b *builder) endBefore(of func(atom.Atom) bool) {
	for at := len(b.open) - 1; at > 0; at-- {
		a := b.open[at].DataAtom
		if of(a) {
			b.pop(at)
			return
		}
		if isSpecial(a) && a != atom.Address && a != atom.Div && a != atom.P {
			return
		}
	}
}

// endInline ends the innermost open element of a name, unless a block is between.
func (b *builder) endInline(a atom.Atom, name string) {
	for at := len(b.open) - 1; at > 0 && b.opened[a] > 0; at-- {
		n := b.open[at]
		if n.DataAtom == a && n.Data == name {
			b.pop(at)
			return
		}
		if isSpecial(n.DataAtom) {
			return
		}
	}
}

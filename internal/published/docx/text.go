package docx

import (
	"strconv"
	"strings"
	"unicode"

	"nianbao/internal/chinese"
	"nianbao/internal/published/page"
)

// readText reads the text of a paragraph, a link or the like.
func (in *reader) readText(e *element, b *strings.Builder) {
	for _, c := range e.children {
		switch c.name {
		case "r":
			in.readRun(c, b)
		case "hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "dir", "bdo", "ins", "moveTo", "rubyBase":
			if c.name != "ins" && c.name != "moveTo" {
				in.readText(c, b)
				continue
			}
			in.place(page.Revisions)
			in.revised++
			in.readText(c, b)
			in.revised--
		case "del", "moveFrom":
			in.place(page.Revisions)
		case "?:AlternateContent":
			in.readText(choice(c), b)
		case "m:oMath", "m:oMathPara":
			readMath(c, b)
		}
	}
}

// readRun reads a stretch of text of one look.
func (in *reader) readRun(e *element, b *strings.Builder) {
	if e.isOn("rPr", "vanish") {
		in.place(page.HiddenText)
		return
	}
	if e.isOn("rPr", "strike") || e.isOn("rPr", "dstrike") {
		in.place(page.Struck)
		return
	}
	start := b.Len()
	defer func() {
		in.mark(e, start, b.Len())
		if b.Len() > start {
			in.goesOn = [page.Struck + 1]bool{page.Revisions: in.revised > 0 && in.goesOn[page.Revisions]}
		}
	}()
	for _, c := range e.children {
		switch c.name {
		case "t":
			raised, isNote := page.Raised(string(c.text), b.String())
			if isNote && e.val("rPr", "vertAlign") == "superscript" {
				b.WriteString(raised)
				continue
			}
			if lifted := e.val("rPr", "vertAlign"); (lifted == "superscript" || lifted == "subscript") && len(c.text) > 0 {
				in.seen[page.Lifted]++
			}
			b.Write(c.text)
		case "tab", "ptab":
			b.WriteByte('\t')
		case "br":
			if kind := c.attr("type"); kind == "" || kind == "textWrapping" {
				b.WriteByte('\n')
			}
		case "cr":
			b.WriteByte('\n')
		case "noBreakHyphen":
			b.WriteRune('\u2011')
		case "softHyphen":
			b.WriteRune('\u00ad')
		case "sym":
			code, err := strconv.ParseUint(c.attr("char"), 16, 16)
			switch {
			case err != nil, isPrivate(rune(code)): // what it shows is known to its font alone
				in.seen[page.Symbols]++
			default:
				b.WriteRune(rune(code))
			}
		case "ruby":
			in.readText(c, b)
		case "footnoteReference", "endnoteReference":
			in.remark(strings.TrimSuffix(c.name, "Reference")+"s", c)
		case "commentReference":
			in.remark("comments", c)
		case "drawing", "pict", "object":
			in.readDrawing(c)
		case "?:AlternateContent":
			in.readDrawing(choice(c))
		}
	}
}

// isPrivate tells characters that mean something else in each font.
func isPrivate(r rune) bool { return unicode.Is(unicode.Co, r) }

// place counts a place where something of a kind stands: what stands together in a paragraph is one, of however many runs it is made.
func (in *reader) place(kind int) {
	if !in.goesOn[kind] {
		in.seen[kind]++
	}
	in.goesOn[kind] = true
}

// mark notes what of the text a run sets bold.
func (in *reader) mark(run *element, start, end int) {
	bold := in.isBold
	if strong, known := in.strong[run.val("rPr", "rStyle")]; known {
		bold = strong
	}
	if run.child("rPr", "b") != nil {
		bold = run.isOn("rPr", "b")
	}
	switch n := len(in.bold); {
	case !bold || start == end:
	case n > 0 && in.bold[n-1].End == start:
		in.bold[n-1].End = end
	default:
		in.bold = append(in.bold, chinese.Range{Start: start, End: end})
	}
}

func readMath(e *element, b *strings.Builder) {
	b.Write(e.text)
	for _, c := range e.children {
		readMath(c, b)
	}
}

package workbook

import (
	"cmp"
	"slices"
	"strings"

	"nianbao/internal/cellref"
	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

// mending is a change to one of the paragraphs in a cell's text.
type mending struct {
	paragraph int // in the cell, counted from 1
	new       bool
	text      string // "" takes the paragraph away
}

// takeParagraph takes a change to a paragraph that is there.
func (e *editing) takeParagraph(c Change, p form.Passage) error {
	paragraphs := e.in.report.Texts[p.Key]
	if len(e.in.named[p.Key.DefinedName()]) == 0 {
		return lostError(p.Label)
	}
	if c.Paragraph < 0 || c.Paragraph > len(paragraphs) || c.Paragraph == 0 && !c.New {
		return wrongAt(model.Place{Sheet: "“" + p.Label + "”"}, ErrOtherNow)
	}
	if c.Paragraph > 0 && !stands(c.Before, paragraphs[c.Paragraph-1].Text) {
		return wrongAt(paragraphs[c.Paragraph-1].Place, ErrOtherNow)
	}
	if c.New {
		return nil
	}
	text := c.After
	if isBlank(text) {
		text = ""
	}
	return e.putLine(paragraphs, mending{c.Paragraph, false, text})
}

func isBlank(text string) bool {
	return strings.TrimFunc(text, func(r rune) bool { return chinese.IsIndent(r) || chinese.IsLineBreak(r) }) == ""
}

// putLine changes a paragraph in its cell, or puts a new one behind it. The line's number is that in the whole text.
func (e *editing) putLine(paragraphs []model.Paragraph, l mending) error {
	place := paragraphs[max(l.paragraph, 1)-1].Place
	spot, stored, err := e.find(place)
	if err != nil {
		return err
	}
	before, others := 0, 0
	for i, p := range paragraphs {
		switch {
		case p.Place != place:
		case i < l.paragraph-1:
			before++
		case i > l.paragraph-1:
			others++
		}
	}
	switch {
	case stored.Struck != "" && (l.new || before+others > 0):
		return wrongAt(place, errStruckOut)
	case l.new && (stored.Computed || paragraphs[max(l.paragraph, 1)-1].IsUnread()): // what is no text cannot be put together with one
		return wrongAt(place, errNoRoom)
	}
	if l.paragraph > 0 {
		l.paragraph = before + 1
	}
	t := e.typed[spot]
	if t == nil {
		t = &entered{place: place, grows: true}
		e.typed[spot] = t
	}
	if !l.new && slices.ContainsFunc(t.lines, func(other mending) bool { return !other.new && other.paragraph == l.paragraph }) {
		return wrongAt(place, ErrOtherNow)
	}
	t.lines = append(t.lines, l)
	return nil
}

// addParagraphs adds the new paragraphs of all texts, in the order in which they are listed.
func (e *editing) addParagraphs(list []Change) error {
	for _, p := range e.in.report.Edition.Passages() {
		var news, olds []Change
		for _, c := range list {
			switch {
			case c.Key != p.Key:
			case !c.New:
				olds = append(olds, c)
			case !isBlank(c.After):
				news = append(news, c)
			}
		}
		slices.SortStableFunc(news, func(a, b Change) int { return cmp.Compare(a.Paragraph, b.Paragraph) })
		to := &adding{editing: e, passage: p, paragraphs: e.in.report.Texts[p.Key]}
		for _, c := range news {
			if err := to.add(c); err != nil {
				return err
			}
		}
		e.wantText(p.Key, olds, news)
	}
	return nil
}

// wantText notes what a text is to say.
func (e *editing) wantText(k form.Key, olds, news []Change) {
	if len(olds)+len(news) == 0 {
		return
	}
	var texts []string
	add := func(text string) {
		for _, p := range model.SplitParagraphs(text, model.Place{}) {
			texts = append(texts, p.Printed())
		}
	}
	for i := range len(e.in.report.Texts[k]) + 1 {
		if i > 0 {
			at := slices.IndexFunc(olds, func(c Change) bool { return c.Paragraph == i })
			if at >= 0 {
				add(olds[at].After)
			} else {
				texts = append(texts, e.in.report.Texts[k][i-1].Printed())
			}
		}
		for _, c := range news {
			if c.Paragraph == i {
				add(c.After)
			}
		}
	}
	delete(e.want.texts, k)
	if len(texts) > 0 {
		e.want.texts[k] = texts
	}
}

// adding adds paragraphs to a text.
type adding struct {
	*editing
	passage    form.Passage
	paragraphs []model.Paragraph
	last       *entered // the cell of the paragraph that was added last
	behind     int      // and the one behind which it was added
}

// mostCells is how many cells are looked at for a free one.
const mostCells = 10_000

// add puts a paragraph behind another: into a free cell between its cell and the next, else on a line of its own into its cell.
func (a *adding) add(c Change) error {
	if a.last == nil || a.behind != c.Paragraph {
		a.last, a.behind = nil, c.Paragraph
	}
	spot, place, err := a.free(c.Paragraph)
	switch {
	case err != nil:
		return err
	case place.Ref != "":
		a.last = &entered{content: content{text: c.After}, place: place, grows: true}
		if err := fit(c.After, place.String()); err != nil {
			return err
		}
		a.typed[spot] = a.last
		return nil
	case a.last != nil:
		a.last.text += "\n" + c.After
		return fit(a.last.text, a.last.place.String())
	case len(a.paragraphs) == 0:
		return wrongAt(model.Place{Sheet: "“" + a.passage.Label + "”"}, errNoRoom)
	}
	return a.putLine(a.paragraphs, mending{c.Paragraph, true, c.After})
}

// free is the first free cell behind a paragraph, and what was added behind it, and before the next; a place without a reference for
// none.
func (a *adding) free(behind int) (cellAt, model.Place, error) {
	from, until := model.Place{}, model.Place{}
	if behind > 0 {
		from = a.paragraphs[behind-1].Place
	}
	if behind < len(a.paragraphs) {
		until = a.paragraphs[behind].Place
	}
	if from == until && from.Ref != "" {
		return cellAt{}, model.Place{}, nil
	}
	if a.last != nil {
		from = a.last.place
	}
	begun, looked := from.Ref == "", 0
	for _, s := range a.in.named[a.passage.Key.DefinedName()] {
		g, err := a.book.Grid(s.sheet.Part)
		if err != nil {
			return cellAt{}, model.Place{}, err
		}
		isCovered := g.Covers(s.area)
		p := s.area.From
		if ref, ok := cellref.Parse(from.Ref); !begun && ok && s.sheet.Name == from.Sheet && s.area.Contains(ref) {
			p, begun = s.area.After(ref), true
		}
		for ; begun && s.area.Contains(p); p = s.area.After(p) {
			place := s.place(p)
			if looked++; place == until || looked > mostCells {
				return cellAt{}, model.Place{}, nil
			}
			spot, stored := cellAt{s.sheet.Part, p}, g.At(p)
			if a.typed[spot] == nil && isFree(stored) && !g.IsHidden(p) && !isCovered(p) {
				return spot, place, nil
			}
		}
	}
	return cellAt{}, model.Place{}, nil
}

// change changes paragraphs of a cell's text; what is between them stays.
func (t *entered) change(text string) string {
	var out strings.Builder
	paragraph := 0
	for text != "" {
		end := strings.IndexFunc(text, chinese.IsLineBreak)
		if end < 0 {
			end = len(text)
		}
		words, mark := text[:end], lineBreak(text[end:])
		text = text[end+len(mark):]
		inner := strings.TrimFunc(words, chinese.IsIndent)
		if inner == "" {
			out.WriteString(words + mark)
			continue
		}
		if paragraph++; paragraph == 1 {
			for _, l := range t.lines {
				if l.paragraph == 0 {
					out.WriteString(l.text + "\n")
				}
			}
		}
		kept := true
		for _, l := range t.lines {
			if l.paragraph == paragraph && !l.new {
				words, kept = strings.Replace(words, inner, l.text, 1), l.text != ""
			}
		}
		if kept {
			out.WriteString(words)
		}
		for _, l := range t.lines {
			if l.paragraph == paragraph && l.new {
				if kept {
					out.WriteString("\n")
				}
				out.WriteString(l.text)
				kept = true
			}
		}
		if kept {
			out.WriteString(mark)
		}
	}
	if changed := out.String(); !isBlank(changed) {
		return changed
	}
	return ""
}

// lineBreak is the line break that a text begins with.
func lineBreak(text string) string {
	if strings.HasPrefix(text, "\r\n") {
		return "\r\n"
	}
	for _, r := range text {
		return string(r)
	}
	return ""
}

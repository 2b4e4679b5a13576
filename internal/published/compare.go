package published

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

// Change is one difference between a report and the publication that was made of it and then edited.
type Change struct {
	Kind          ChangeKind
	Taken         bool        // taken over into the report; what is not is for people to look at
	Where         string      // where it stands in the publication, or, where it was removed, where it stood
	Place         model.Place // where it stands in the report's own file; unknown for what is new
	Key           form.Key    // the figure that it is on; "" for anything else, and for many figures
	Before, After string
	Note          string // what to mind, a sentence
}

// ChangeKind says what became of a piece of the report.
type ChangeKind int

const (
	Altered ChangeKind = iota
	Added
	Removed
	Moved
)

// TakeBack compares a report with what was read from the publication made of it and then edited, and returns the report with the
// edited text. Paragraphs that read as before keep their placeholders, wherever they stand now, and so do altered ones where
// they still say what the placeholder stands for. A new date is taken over. Figures, the title and the unit are compared and
// never taken over. The base is not touched.
func TakeBack(base, edited *model.Report) (*model.Report, []Change) {
	out := *base
	out.Texts, out.Fields = maps.Clone(base.Texts), maps.Clone(base.Fields)
	changes := compareTitle(base, edited)
	e := newEffort()
	texts := e.compareTexts(base, edited)
	for i, passage := range base.Edition.Passages() {
		text, list := texts[i].takeBack(e, base)
		out.Texts[passage.Key] = text
		changes = append(changes, list...)
	}
	changes = append(changes, takeBackDate(&out, base, edited)...)
	return &out, append(changes, compareFigures(base, edited)...)
}

func compareTitle(base, edited *model.Report) []Change {
	if squeeze(base.Title()) == squeeze(edited.Title()) || edited.Unit() == "" {
		return nil
	}
	return []Change{{
		Where: "标题", Place: base.Fields["unit.name"].Place, Before: base.Title(), After: edited.Title(),
		Note: "单位和年度没有改，要改请在填报表里改；也请核对是不是同一份报告",
	}}
}

// passageEdit is a passage before and after it was edited.
type passageEdit struct {
	name          string
	before, after []model.Paragraph
	filled        []string // before, as it was printed
	read, now     []string // before and after with what is bold marked, as a page is read that nobody edited
	pairs         []pair
	origins       map[int]*origin // of paragraphs of after that stood elsewhere
	gone          map[int]*origin // the paragraphs of before that are not there any more
}

// origin is where a paragraph stood that is not there any more. It may have moved.
type origin struct {
	where     string
	paragraph model.Paragraph
	read      string // as a passageEdit's
	moved     bool
}

// nthParagraph is the place of a paragraph by its passage.
func nthParagraph(passage string, index int) string {
	return fmt.Sprintf("“%s”第%d段", passage, index+1)
}

func (p *passageEdit) where(index int) string {
	return nthParagraph(p.name, index)
}

// compareTexts pairs the paragraphs of each passage, and finds those that moved, be it to another passage.
func (e *effort) compareTexts(base, edited *model.Report) []*passageEdit {
	var all []*passageEdit
	gone := map[string][]*origin{} // by their printed text
	for i, passage := range base.Edition.Passages() {
		p := &passageEdit{name: passage.Label, before: base.Texts[passage.Key], after: edited.Texts[passage.Key], origins: map[int]*origin{}, gone: map[int]*origin{}}
		if i > 0 {
			p.name = base.Edition.Sections[i-1].Heading()
		}
		for _, paragraph := range p.after {
			p.now = append(p.now, paragraph.Printed())
		}
		for _, paragraph := range p.before {
			p.filled = append(p.filled, base.PrintedParagraph(paragraph))
		}
		p.filled, p.read = shownAs(p.filled)
		now, _ := shownAs(p.now)
		p.pairs = e.align(p.filled, now)
		for _, pair := range p.pairs {
			if pair.after < 0 {
				o := &origin{where: p.where(pair.before), paragraph: p.before[pair.before], read: p.read[pair.before]}
				p.gone[pair.before] = o
				gone[p.filled[pair.before]] = append(gone[p.filled[pair.before]], o)
			}
		}
		all = append(all, p)
	}
	for _, p := range all {
		for _, pair := range p.pairs {
			if pair.before >= 0 {
				continue
			}
			text, _ := chinese.ReadEmphasis(p.now[pair.after])
			if origins := gone[text]; len(origins) > 0 {
				origins[0].moved = true
				p.origins[pair.after] = origins[0]
				gone[text] = origins[1:]
			}
		}
	}
	return all
}

// takeBack is the edited text of a passage, and what changed.
func (p *passageEdit) takeBack(e *effort, base *model.Report) (text []model.Paragraph, changes []Change) {
	for _, pair := range p.pairs {
		switch {
		case pair.after < 0:
			if o := p.gone[pair.before]; !o.moved {
				changes = append(changes, Change{Kind: Removed, Taken: true, Where: "原" + o.where, Place: o.paragraph.Place, Before: p.filled[pair.before]})
			}
		case pair.before < 0:
			now := p.after[pair.after]
			c := Change{Kind: Added, Taken: true, Where: p.where(pair.after), After: now.Printed()}
			if o := p.origins[pair.after]; o != nil {
				c.Kind, c.Place, c.Note, now = Moved, o.paragraph.Place, "原来是"+o.where, o.paragraph
				if !looksKept(o.read, p.now[pair.after]) {
					var given []string
					if now.Text, given = e.keepPlaceholders(base, o.paragraph.Text, p.now[pair.after]); len(given) > 0 {
						c.Note += "；" + notKept(given)
					}
				}
			}
			text, changes = append(text, now), append(changes, c)
		case p.isKept(pair):
			text = append(text, p.before[pair.before])
		default:
			was, now := p.before[pair.before], p.now[pair.after]
			kept, given := e.keepPlaceholders(base, was.Text, now)
			text = append(text, model.Paragraph{Text: kept, Place: was.Place})
			c := Change{Kind: Altered, Taken: true, Where: p.where(pair.after), Place: was.Place, Before: p.read[pair.before], After: now}
			if len(given) > 0 {
				c.Note = notKept(given)
			}
			changes = append(changes, c)
		}
	}
	return text, changes
}

func notKept(placeholders []string) string {
	return "原来的" + strings.Join(placeholders, "、") + "没有保留，这里以后不随表里的内容变化"
}

// isKept says whether a paragraph says what it said, and looks so.
func (p *passageEdit) isKept(pair pair) bool {
	plain, _ := chinese.ReadEmphasis(p.now[pair.after])
	return plain == p.filled[pair.before] && looksKept(p.read[pair.before], p.now[pair.after])
}

// looksKept says whether the same words are bold.
func looksKept(before, now string) bool { return now == before }

// takeBackDate takes a new date over; a date that cannot be read, or is gone, is only told.
func takeBackDate(out, base, edited *model.Report) []Change {
	before, after := printedDate(base), edited.Field("report.date")
	date, ok := edited.Date()
	if squeeze(before) == squeeze(after) || ok && chinese.DateText(date) == before {
		return nil
	}
	c := Change{Taken: ok, Where: "成文日期", Place: base.Fields["report.date"].Place, Before: before, After: after}
	switch {
	case ok:
		out.Fields["report.date"] = model.Field{Text: date.Format(time.DateOnly), Place: c.Place}
	case after == "":
		c.Note = "日期没有改，不要落款请在填报表里删去成文日期"
	default:
		c.Note = "日期读不出来，没有改，请在填报表里改"
	}
	return []Change{c}
}

func printedDate(r *model.Report) string {
	if date, ok := r.Date(); ok {
		return chinese.DateText(date)
	}
	return ""
}

// fewChanged is how many figures of a table that were changed alike are still told one by one.
const fewChanged = 5

// compareFigures lists the figures that differ; those that were not found on the page are not compared, and what the page leaves out where its
// other figures prove a nought is one. Of a table, many that were changed alike are one change, as where all noughts were taken out.
func compareFigures(base, edited *model.Report) []Change {
	var changes []Change
	for _, t := range base.Edition.Tables() {
		none := leftOut(edited, t.Key)
		type alike struct{ before, after string }
		many := map[alike]int{}
		var list []Change
		for _, c := range base.Edition.Cells() {
			was, is := base.Figure(c.Key), edited.Figure(c.Key)
			if c.Table != t.Key || is.State == model.Missing || sameFigure(was, is) || was.IsZero() && slices.Contains(none, c.Key) {
				continue
			}
			one := Change{Where: c.Label(), Key: c.Key, Place: was.Place, Before: was.Printed(), After: is.Printed(), Note: "表里的数没有改，请核对后在填报表里改"}
			many[alike{one.Before, one.After}]++
			list = append(list, one)
		}
		told := map[alike]bool{}
		for _, one := range list {
			kind := alike{one.Before, one.After}
			switch {
			case many[kind] <= fewChanged:
				changes = append(changes, one)
			case !told[kind]:
				told[kind] = true
				one.Where, one.Key, one.Place = fmt.Sprintf("“%s”的%d个数", t.Title, many[kind]), "", model.Place{Sheet: one.Place.Sheet}
				changes = append(changes, one)
			}
		}
	}
	return changes
}

func sameFigure(a, b model.Value) bool {
	if a.IsNumber() && b.IsNumber() {
		return a.Number.Equal(b.Number) && a.Unit == b.Unit
	}
	return squeeze(a.Printed()) == squeeze(b.Printed())
}

// String tells the change in one sentence or a few.
func (c Change) String() string {
	text := c.Where
	if place := c.Place.String(); place != "" {
		text += "（填报表" + place + "）"
	}
	before, after := difference(c.Before, c.After)
	switch {
	case !c.Taken:
		text += "不一样：填报表是" + quote(c.Before) + "，文档是" + quote(c.After) + "。"
	case c.Kind == Added:
		text += "是新增的：" + quote(c.After) + "。"
	case c.Kind == Removed:
		text += "已删去：" + quote(c.Before) + "。"
	case c.Kind == Moved:
		text += "是从别处移来的：" + quote(c.After) + "。"
	default:
		text += "已改：" + quote(before) + "改为" + quote(after) + "。"
	}
	if c.Note != "" {
		text += c.Note + "。"
	}
	return text
}

func quote(text string) string {
	if text == "" {
		return "空白"
	}
	return "“" + text + "”"
}

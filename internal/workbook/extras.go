package workbook

import (
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"nianbao/internal/cellref"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/opc"
	"nianbao/internal/spreadsheet"
)

// The homes of the sheets that explain and check: see unitHome.
const (
	guideHome form.Key = "guide"
	checkHome form.Key = "check"
)

// readExtras finds what else is in the workbook: what lies on the form's sheets without standing in a cell, other sheets, and what
// is read although it is struck out or hidden.
func (in *reader) readExtras() error {
	var own []*spreadsheet.Sheet // those that hold cells of the form
	for i := range in.book.Sheets {
		if s := &in.book.Sheets[i]; in.homes[s.Part] != nil {
			own = append(own, s)
		}
	}
	lists := in.anchoredSheets()
	for i := range in.book.Sheets {
		s := &in.book.Sheets[i]
		if s.Part == "" {
			continue
		}
		var err error
		switch homes := in.homes[s.Part]; {
		case in.report.Summed && slices.Contains(lists, s):
			err = in.readComments(s) // which an office has on what was added up
		case in.isResults(s) || slices.Contains(lists, s) || in.isList(s) || slices.Contains(homes, guideHome) || slices.Contains(homes, checkHome):
		case homes != nil:
			for _, step := range []func(*spreadsheet.Sheet) error{in.readUnseen, in.readDrawn, in.readComments} {
				if err = step(s); err != nil {
					break
				}
			}
		default:
			err = in.readOther(s, own)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// isResults tells whether a sheet is the list of findings of a marked copy.
func (in *reader) isResults(s *spreadsheet.Sheet) bool {
	spans := in.named[findingsText]
	return len(spans) > 0 && spans[0].sheet == s
}

// anchoredSheets are those that say of themselves that they are lists which this program added to the form.
func (in *reader) anchoredSheets() (sheets []*spreadsheet.Sheet) {
	for name, spans := range in.named {
		if strings.HasPrefix(name, anchorPrefix) && len(spans) > 0 {
			sheets = append(sheets, spans[0].sheet)
		}
	}
	return sheets
}

// isList tells whether a sheet is such a list though it may not say so.
func (in *reader) isList(s *spreadsheet.Sheet) bool {
	return in.report.Ledger != nil && in.report.Ledger.Sheet == s.Name || s == in.carriedSheet() || in.isIndicators(s)
}

func (in *reader) extra(e model.Extra) error {
	if !in.book.SpendText(e.Text) {
		return MuchTextError{e.Place.Sheet}
	}
	in.report.Extras = append(in.report.Extras, e)
	return nil
}

// readUnseen finds what is read from a sheet of the form although it is struck out or hidden.
func (in *reader) readUnseen(s *spreadsheet.Sheet) error {
	g, err := in.book.Grid(s.Part)
	if err != nil {
		return err
	}
	for _, c := range g.Cells {
		text := strings.TrimSpace(in.book.Text(c))
		if !in.taken[s.Part][c.At] || c.Computed || text == "" {
			continue
		}
		e := model.Extra{Text: text, Place: span{sheet: s}.place(c.At)}
		struck := strings.TrimSpace(c.Struck)
		switch {
		case in.book.IsStruckOut(c):
			e.Kind = model.StruckOut
		case struck != "":
			e.Kind, e.Text = model.StruckOut, struck
		case (s.Hidden || g.IsHidden(c.At) || g.IsBelow(c.At) || in.book.IsWhite(c)) && text != "0":
			e.Kind = model.Hidden
		default:
			continue
		}
		if err := in.extra(e); err != nil {
			return err
		}
	}
	return nil
}

// readOther looks at a sheet that holds no cell of the form: it may be a copy of one that does.
func (in *reader) readOther(s *spreadsheet.Sheet, own []*spreadsheet.Sheet) error {
	g, err := in.book.Grid(s.Part)
	if err != nil || len(g.Cells) == 0 {
		return err
	}
	if title := strings.TrimSpace(in.book.Text(g.At(cellref.At(1, 1)))); title == checkSheet && s.Name == checkSheet {
		return nil // the first release's, which had no place for answers and so no name
	}
	e := model.Extra{Kind: model.OtherSheet, Place: model.Place{Sheet: s.Name}}
	original, err := in.copyOf(g, own)
	if err != nil {
		return err
	}
	if original != nil {
		e.Kind, e.Text = model.SheetCopy, original.Name
		if e.Differ, err = in.differing(g, original); err != nil {
			return err
		}
	}
	return in.extra(e)
}

// copyOf is the one of the form's own sheets of which most printed texts stand on another sheet, too; nil for none.
func (in *reader) copyOf(g *spreadsheet.Grid, own []*spreadsheet.Sheet) (*spreadsheet.Sheet, error) {
	printed, err := in.printed()
	if err != nil {
		return nil, err
	}
	there := map[string]int{}
	for _, c := range g.Cells {
		there[strings.TrimSpace(in.book.Text(c))]++
	}
	copied := map[form.Key]bool{}
	for home, texts := range printed {
		shared := 0
		left := map[string]int{}
		for _, text := range texts {
			if left[text]++; left[text] <= there[text] {
				shared++
			}
		}
		copied[home] = areMost(shared, len(texts))
	}
	for _, s := range own {
		if slices.ContainsFunc(in.homes[s.Part], func(home form.Key) bool { return copied[home] }) {
			return s, nil
		}
	}
	return nil, nil
}

// mostDiffering is how many cells are listed in which a copy differs.
const mostDiffering = 100

// differing lists the cells in which a sheet differs from another, but for results of formulas, which follow.
func (in *reader) differing(g *spreadsheet.Grid, original *spreadsheet.Sheet) (string, error) {
	o, err := in.book.Grid(original.Part)
	if err != nil {
		return "", err
	}
	var cells []string
	text := func(c spreadsheet.Cell) string {
		if c.Computed {
			return ""
		}
		return strings.TrimSpace(in.book.Text(c))
	}
	for _, c := range g.Cells {
		if other := o.At(c.At); len(cells) < mostDiffering && text(c) != text(other) {
			cells = append(cells, c.At.String())
		}
	}
	for _, c := range o.Cells {
		if len(cells) == mostDiffering {
			break
		}
		if !g.Holds(c.At) && text(c) != "" {
			cells = append(cells, c.At.String())
		}
	}
	return strings.Join(cells, " "), nil
}

// readAsides finds what was typed on the sheets that explain and check. What cannot have been typed there is left out: results of
// formulas, also where a program stored nothing but those, numbers and marks.
func (in *reader) readAsides(s *spreadsheet.Sheet, texts []string) error {
	if len(texts) == 0 {
		return nil // made by a version of the program that did not say what it prints there
	}
	left := map[string]int{incompleteHint: cellref.MaxRow, columnsHint: cellref.MaxRow, stockHint: cellref.MaxRow}
	for _, c := range append(counts, blanks, rulesCount) {
		left[c.hint] = cellref.MaxRow
	}
	for _, text := range texts {
		left[text]++
	}
	own := append(slices.Clone(in.named[textsName]), append(in.named[answersNumber], in.named[answersText]...)...)
	g, err := in.book.Grid(s.Part)
	if err != nil {
		return err
	}
	for _, c := range g.Cells {
		text := strings.TrimSpace(in.book.Text(c))
		isOwn := slices.ContainsFunc(own, func(o span) bool { return o.sheet == s && o.area.Contains(c.At) })
		switch {
		case c.Computed, isOwn, in.taken[s.Part][c.At], !strings.ContainsFunc(text, unicode.IsLetter), strings.HasPrefix(text, rightMark), strings.HasPrefix(text, wrongMark):
			continue
		case left[text] > 0:
			left[text]--
			continue
		}
		if err := in.extra(model.Extra{Kind: model.Aside, Text: text, Place: span{sheet: s}.place(c.At)}); err != nil {
			return err
		}
	}
	return nil
}

// readComments finds the comments on a sheet, without the words that marking put there. A conversation of newer programs has a
// stand-in for older ones, which is left out.
func (in *reader) readComments(s *spreadsheet.Sheet) error {
	links, err := in.book.Relationships(s.Part)
	if err != nil {
		return unlessTooLarge(err)
	}
	threads := slices.ContainsFunc(links, func(l opc.Relationship) bool { return l.Kind() == "threadedComment" })
	for _, l := range links {
		var err error
		switch l.Kind() {
		case "comments":
			err = in.readCommentPart(s, l.Target, threads)
		case "threadedComment":
			err = in.readThreads(s, l.Target)
		}
		if err := unlessTooLarge(err); err != nil {
			return err
		}
	}
	return nil
}

// unlessTooLarge forgives damage in what the report does not need.
func unlessTooLarge(err error) error {
	var fault opc.Error
	if errors.As(err, &fault) && fault.Fault != opc.TooLarge || errors.Is(err, opc.ErrNoPart) {
		return nil
	}
	return err
}

func (in *reader) readCommentPart(s *spreadsheet.Sheet, part string, threads bool) error {
	d, err := in.book.XML(part)
	if err != nil {
		return err
	}
	defer d.Close()
	standIn := map[string]bool{} // by the author's number
	authors := 0
	for {
		element, err := spreadsheet.NextStart(d, "comments", "author", "comment")
		if errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		if element == "author" {
			name, err := spreadsheet.Characters(d)
			if err != nil {
				return err
			}
			standIn[strconv.Itoa(authors)] = threads && strings.HasPrefix(name, "tc=")
			authors++
			continue
		}
		ref, author := d.Attr("ref"), d.Attr("authorId")
		if _, err := spreadsheet.NextStart(d, "comment", "text"); errors.Is(err, io.EOF) {
			continue
		} else if err != nil {
			return err
		}
		words, err := in.book.RichText(d)
		if err != nil {
			return longComment(err, s, ref)
		}
		before, _, _ := strings.Cut(words, commentHead)
		if err := in.comment(s, ref, before, standIn[author]); err != nil {
			return err
		}
	}
}

func (in *reader) readThreads(s *spreadsheet.Sheet, part string) error {
	d, err := in.book.XML(part)
	if err != nil {
		return err
	}
	defer d.Close()
	for {
		if _, err := spreadsheet.NextStart(d, "ThreadedComments", "threadedComment"); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		ref := d.Attr("ref")
		if _, err := spreadsheet.NextStart(d, "threadedComment", "text"); errors.Is(err, io.EOF) {
			continue
		} else if err != nil {
			return err
		}
		words, err := spreadsheet.Characters(d)
		if err != nil {
			return longComment(err, s, ref)
		}
		if err := in.comment(s, ref, words, false); err != nil {
			return err
		}
	}
}

// longComment is an error in reading a comment with the comment's place, where that is too long.
func longComment(err error, s *spreadsheet.Sheet, ref string) error {
	if errors.As(err, &spreadsheet.LongTextError{}) {
		return spreadsheet.LongTextError{Place: "“" + s.Name + "”" + oneLine(clipped(ref)) + "的批注里"}
	}
	return err
}

// comment takes a comment, unless there are no words in it or they are told elsewhere.
func (in *reader) comment(s *spreadsheet.Sheet, ref, words string, told bool) error {
	words = oneLine(words)
	at, ok := cellref.Parse(ref)
	if words == "" || told || !ok {
		return nil
	}
	return in.extra(model.Extra{Kind: model.Comment, Text: words, Place: span{sheet: s}.place(at)})
}

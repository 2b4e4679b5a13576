package workbook

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/cellref"
	"nianbao/internal/spreadsheet"
	"nianbao/internal/xmlcut"
)

// commentAuthor wrote the comments of a marked copy. Not every program keeps an author, so that they are told from the clerk's
// own by their first line.
const (
	commentAuthor = "年报校验"
	commentHead   = "——" + commentAuthor + "——"
)

// afterDrawing lists what may follow <legacyDrawing> in a worksheet (CT_Worksheet, ECMA-376 part 1, 18.3.1.99).
var afterDrawing = []string{"legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "AlternateContent", "webPublishItems", "tableParts", "extLst"}

// remark is what is said about one cell.
type remark struct {
	at   cellref.Position
	text string
}

// comment puts remarks on cells of a sheet, as comments that show when the mouse is over the cell. What the clerk wrote there
// is kept and ours put below; comments that an earlier marking left are taken away. Where there are comments that cannot be read, none is
// put in: what is said is on the sheet 校验结果, too.
func (c *changes) comment(sheetPart string, w *worksheet, remarks []remark) error {
	name, err := c.linked(sheetPart, "comments")
	if err != nil || name == "" && len(remarks) == 0 {
		return err
	}
	if name == "" {
		if name, err = c.addComments(sheetPart, w.root.Namespace()); err != nil {
			return err
		}
	}
	if err := c.readable(name); err != nil {
		return unlessTooLarge(err)
	}
	list := &commentList{}
	if err := c.edit(name, func(root *xmlcut.Element) error { return list.change(root, remarks) }); err != nil {
		return err
	}
	if len(list.dropped)+len(list.added) == 0 {
		return nil
	}
	drawing, err := c.drawing(sheetPart, w)
	if err != nil {
		return err
	}
	data, err := c.book.Part(drawing)
	if err != nil {
		return spreadsheet.Damaged(err)
	}
	c.book.Set(drawing, w.drawBoxes(dropBoxes(data, list.dropped), list.added))
	return nil
}

// readable tells whether a part is XML, by an error.
func (c *changes) readable(name string) error {
	data, err := c.book.Part(name)
	if err == nil {
		_, err = cut(data)
	}
	return err
}

func (c *changes) addComments(sheetPart, namespace string) (name string, err error) {
	name = c.free("xl/comments%d.xml")
	c.book.Set(name, []byte(xmlHead+`<comments xmlns="`+namespace+`"><authors></authors><commentList></commentList></comments>`))
	if err := c.declare(name, sheetType+"comments+xml"); err != nil {
		return "", err
	}
	_, err = c.link(sheetPart, "comments", name)
	return name, err
}

// drawing is the part with the boxes in which a sheet's comments are shown.
func (c *changes) drawing(sheetPart string, w *worksheet) (string, error) {
	if at := w.root.Child("legacyDrawing"); at >= 0 {
		e, err := cut(w.root.Children[at].Raw)
		if err != nil {
			return "", err
		}
		links, err := c.book.Relationships(sheetPart)
		if err != nil {
			return "", err
		}
		for _, l := range links {
			if slices.ContainsFunc(e.Attr, func(a xmlcut.Attribute) bool { return a.Local == "id" && a.Value == l.ID }) {
				return l.Target, nil
			}
		}
		return "", spreadsheet.ErrDamaged
	}
	name := c.free("xl/drawings/vmlDrawing%d.vml")
	c.book.Set(name, []byte(emptyDrawing))
	if err := c.declareAll(strings.TrimPrefix(path.Ext(name), "."), "application/vnd.openxmlformats-officedocument.vmlDrawing"); err != nil {
		return "", err
	}
	id, err := c.link(sheetPart, "vmlDrawing", name)
	if err != nil {
		return "", err
	}
	prefix := w.root.Prefix(c.links, "r")
	w.root.Insert("legacyDrawing", "<"+w.root.Qualified("legacyDrawing")+" "+prefix+`:id="`+id+`"/>`, afterDrawing...)
	return name, nil
}

// commentList is the comments of a sheet while they are changed.
type commentList struct {
	dropped, added []remark
}

func (l *commentList) change(root *xmlcut.Element, remarks []remark) error {
	authors, comments := root.Child("authors"), root.Child("commentList")
	if authors < 0 || comments < 0 {
		return spreadsheet.ErrDamaged
	}
	names, err := cut(root.Children[authors].Raw)
	if err != nil {
		return err
	}
	list, err := cut(root.Children[comments].Raw)
	if err != nil {
		return err
	}
	ours, count, threads, err := countAuthors(names)
	if err != nil {
		return err
	}
	said := map[cellref.Position]string{}
	for _, r := range remarks {
		said[r.at] = r.text
	}
	if err := l.keep(list, threads, said); err != nil {
		return err
	}
	for _, r := range remarks {
		if said[r.at] == "" {
			continue
		}
		if ours < 0 {
			ours = count
			names.Insert("author", "<"+names.Qualified("author")+">"+commentAuthor+"</"+names.Qualified("author")+">")
		}
		q := list.Qualified
		list.Insert("comment", "<"+q("comment")+` ref="`+r.at.String()+`" authorId="`+strconv.Itoa(ours)+`"><`+q("text")+">"+run(q, r.text)+
			"</"+q("text")+"></"+q("comment")+">")
		l.added = append(l.added, r)
	}
	root.Children[authors].Raw, root.Children[comments].Raw = names.Bytes(), list.Bytes()
	return nil
}

// keep keeps the clerk's comments, with what is said about their cells below them, and drops ours. What is said there is taken
// out of what is still to be said.
func (l *commentList) keep(list *xmlcut.Element, threads []string, said map[cellref.Position]string) error {
	const most = 20_000 // far more than anybody writes
	var kept []xmlcut.Piece
	if len(list.Children) > most {
		return spreadsheet.ErrTooLarge
	}
	for _, c := range list.Children {
		if c.Name != "comment" {
			kept = append(kept, c)
			continue
		}
		comment, err := cut(c.Raw)
		if err != nil {
			return err
		}
		at, _ := cellref.Parse(comment.Get("ref"))
		if !slices.Contains(threads, comment.Get("authorId")) { // a conversation shows elsewhere; this is its stand-in for older programs
			left, changed, err := extend(comment, said[at])
			if err != nil {
				return err
			}
			if !left {
				l.dropped = append(l.dropped, remark{at: at})
				continue
			}
			if changed {
				c.Raw = comment.Bytes()
			}
		}
		delete(said, at)
		kept = append(kept, c)
	}
	list.Children = kept
	return nil
}

// countAuthors finds our own number among the authors of comments, -1 if we are none, and those that stand for conversations.
func countAuthors(names *xmlcut.Element) (ours, count int, threads []string, err error) {
	ours = -1
	const most = 20_000
	if len(names.Children) > most {
		return 0, 0, nil, spreadsheet.ErrTooLarge
	}
	for _, c := range names.Children {
		if c.Name == "" {
			continue
		}
		author, err := cut(c.Raw)
		if err != nil {
			return 0, 0, nil, err
		}
		switch text := author.Text(); {
		case text == commentAuthor && ours < 0:
			ours = count
		case strings.HasPrefix(text, "tc="):
			threads = append(threads, strconv.Itoa(count))
		}
		count++
	}
	return ours, count, threads, nil
}

// maxRuns is how many stretches a comment may have: far more than anybody writes.
const maxRuns = 5_000

// extend puts a text below what the clerk wrote in a comment, in the place of what an earlier marking put there. Left is false
// if there are no words of the clerk's; then nothing is put in.
func extend(comment *xmlcut.Element, text string) (left, changed bool, err error) {
	at := comment.Child("text")
	if at < 0 {
		return true, false, nil
	}
	rich, err := cut(comment.Children[at].Raw)
	if err != nil {
		return false, false, err
	}
	own, marked := strings.Builder{}, false
	if len(rich.Children) > maxRuns {
		return false, false, spreadsheet.ErrTooLarge
	}
	for i := range rich.Children {
		c := &rich.Children[i]
		if c.Name != "t" && c.Name != "r" {
			continue
		}
		words, set, err := wordsOf(c)
		if err != nil {
			return false, false, err
		}
		own.WriteString(words)
		switch head := strings.Index(own.String(), commentHead); {
		case marked:
			c.Name = ""
			c.Raw = nil
		case head >= 0:
			marked = true
			start := own.Len() - len(words)
			c.Raw = set(strings.TrimRight(words[:max(0, head-start)], "\n"))
		}
	}
	before, _, _ := strings.Cut(own.String(), commentHead)
	if marked && strings.TrimSpace(before) == "" {
		return false, false, nil
	}
	if text != "" {
		rich.Insert("r", run(rich.Qualified, "\n\n"+text), "rPh", "phoneticPr")
	}
	comment.Children[at].Raw = rich.Bytes()
	return true, marked || text != "", nil
}

// wordsOf is the words of a text or run, and a function that gives it others.
func wordsOf(c *xmlcut.Piece) (words string, set func(words string) []byte, err error) {
	outer, err := cut(c.Raw)
	if err != nil {
		return "", nil, err
	}
	inner, at := outer, -1
	if c.Name == "r" {
		if at = outer.Child("t"); at < 0 {
			return "", func(string) []byte { return c.Raw }, nil
		}
		if inner, err = cut(outer.Children[at].Raw); err != nil {
			return "", nil, err
		}
	}
	return spreadsheet.Unescape(inner.Text()), func(words string) []byte {
		inner.Children = []xmlcut.Piece{{Raw: []byte(spreadsheet.Escape(words))}}
		if at >= 0 {
			outer.Children[at].Raw = inner.Bytes()
		}
		return outer.Bytes()
	}, nil
}

// run is a stretch of a comment's text.
func run(q func(string) string, text string) string {
	return "<" + q("r") + "><" + q("rPr") + "><" + q("sz") + ` val="9"/><` + q("color") + ` indexed="81"/><` + q("rFont") + ` val="` + typeface + `"/><` +
		q("family") + ` val="2"/></` + q("rPr") + "><" + q("t") + ` xml:space="preserve">` + spreadsheet.Escape(text) + "</" + q("t") + "></" + q("r") + ">"
}

package workbook

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/cellref"
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
		if name, err = c.addComments(sheetPart, w.root.namespace()); err != nil {
			return err
		}
	}
	if err := c.readable(name); err != nil {
		return unlessTooLarge(err)
	}
	list := &commentList{}
	if err := c.edit(name, func(root *element) error { return list.change(root, remarks) }); err != nil {
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
		return damaged(err)
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
	if err := c.declare(name, spreadsheet+"comments+xml"); err != nil {
		return "", err
	}
	_, err = c.link(sheetPart, "comments", name)
	return name, err
}

// drawing is the part with the boxes in which a sheet's comments are shown.
func (c *changes) drawing(sheetPart string, w *worksheet) (string, error) {
	if at := w.root.child("legacyDrawing"); at >= 0 {
		e, err := cut(w.root.children[at].raw)
		if err != nil {
			return "", err
		}
		links, err := c.book.Relationships(sheetPart)
		if err != nil {
			return "", err
		}
		for _, l := range links {
			if slices.ContainsFunc(e.attr, func(a attribute) bool { return a.local == "id" && a.value == l.ID }) {
				return l.Target, nil
			}
		}
		return "", errDamaged
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
	prefix := w.root.prefix(c.links, "r")
	w.root.insert("legacyDrawing", "<"+w.root.qualified("legacyDrawing")+" "+prefix+`:id="`+id+`"/>`, afterDrawing...)
	return name, nil
}

// commentList is the comments of a sheet while they are changed.
type commentList struct {
	dropped, added []remark
}

func (l *commentList) change(root *element, remarks []remark) error {
	authors, comments := root.child("authors"), root.child("commentList")
	if authors < 0 || comments < 0 {
		return errDamaged
	}
	names, err := cut(root.children[authors].raw)
	if err != nil {
		return err
	}
	list, err := cut(root.children[comments].raw)
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
			names.insert("author", "<"+names.qualified("author")+">"+commentAuthor+"</"+names.qualified("author")+">")
		}
		q := list.qualified
		list.insert("comment", "<"+q("comment")+` ref="`+r.at.String()+`" authorId="`+strconv.Itoa(ours)+`"><`+q("text")+">"+run(q, r.text)+
			"</"+q("text")+"></"+q("comment")+">")
		l.added = append(l.added, r)
	}
	root.children[authors].raw, root.children[comments].raw = names.bytes(), list.bytes()
	return nil
}

// keep keeps the clerk's comments, with what is said about their cells below them, and drops ours. What is said there is taken
// out of what is still to be said.
func (l *commentList) keep(list *element, threads []string, said map[cellref.Position]string) error {
	const most = 20_000 // far more than anybody writes
	var kept []piece
	if len(list.children) > most {
		return errTooLarge
	}
	for _, c := range list.children {
		if c.name != "comment" {
			kept = append(kept, c)
			continue
		}
		comment, err := cut(c.raw)
		if err != nil {
			return err
		}
		at, _ := cellref.Parse(comment.get("ref"))
		if !slices.Contains(threads, comment.get("authorId")) { // a conversation shows elsewhere; this is its stand-in for older programs
			left, changed, err := extend(comment, said[at])
			if err != nil {
				return err
			}
			if !left {
				l.dropped = append(l.dropped, remark{at: at})
				continue
			}
			if changed {
				c.raw = comment.bytes()
			}
		}
		delete(said, at)
		kept = append(kept, c)
	}
	list.children = kept
	return nil
}

// countAuthors finds our own number among the authors of comments, -1 if we are none, and those that stand for conversations.
func countAuthors(names *element) (ours, count int, threads []string, err error) {
	ours = -1
	const most = 20_000
	if len(names.children) > most {
		return 0, 0, nil, errTooLarge
	}
	for _, c := range names.children {
		if c.name == "" {
			continue
		}
		author, err := cut(c.raw)
		if err != nil {
			return 0, 0, nil, err
		}
		switch text := author.text(); {
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
func extend(comment *element, text string) (left, changed bool, err error) {
	at := comment.child("text")
	if at < 0 {
		return true, false, nil
	}
	rich, err := cut(comment.children[at].raw)
	if err != nil {
		return false, false, err
	}
	own, marked := strings.Builder{}, false
	if len(rich.children) > maxRuns {
		return false, false, errTooLarge
	}
	for i := range rich.children {
		c := &rich.children[i]
		if c.name != "t" && c.name != "r" {
			continue
		}
		words, set, err := wordsOf(c)
		if err != nil {
			return false, false, err
		}
		own.WriteString(words)
		switch head := strings.Index(own.String(), commentHead); {
		case marked:
			c.name = ""
			c.raw = nil
		case head >= 0:
			marked = true
			start := own.Len() - len(words)
			c.raw = set(strings.TrimRight(words[:max(0, head-start)], "\n"))
		}
	}
	before, _, _ := strings.Cut(own.String(), commentHead)
	if marked && strings.TrimSpace(before) == "" {
		return false, false, nil
	}
	if text != "" {
		rich.insert("r", run(rich.qualified, "\n\n"+text), "rPh", "phoneticPr")
	}
	comment.children[at].raw = rich.bytes()
	return true, marked || text != "", nil
}

// wordsOf is the words of a text or run, and a function that gives it others.
func wordsOf(c *piece) (words string, set func(words string) []byte, err error) {
	outer, err := cut(c.raw)
	if err != nil {
		return "", nil, err
	}
	inner, at := outer, -1
	if c.name == "r" {
		if at = outer.child("t"); at < 0 {
			return "", func(string) []byte { return c.raw }, nil
		}
		if inner, err = cut(outer.children[at].raw); err != nil {
			return "", nil, err
		}
	}
	return unescape(inner.text()), func(words string) []byte {
		inner.children = []piece{{"", []byte(escape(words))}}
		if at >= 0 {
			outer.children[at].raw = inner.bytes()
		}
		return outer.bytes()
	}, nil
}

// run is a stretch of a comment's text.
func run(q func(string) string, text string) string {
	return "<" + q("r") + "><" + q("rPr") + "><" + q("sz") + ` val="9"/><` + q("color") + ` indexed="81"/><` + q("rFont") + ` val="` + typeface + `"/><` +
		q("family") + ` val="2"/></` + q("rPr") + "><" + q("t") + ` xml:space="preserve">` + escape(text) + "</" + q("t") + "></" + q("r") + ">"
}

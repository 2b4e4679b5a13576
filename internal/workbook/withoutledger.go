package workbook

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/budget"
	"nianbao/internal/cellref"
	"nianbao/internal/opc"
	"nianbao/internal/pattern"
	"nianbao/internal/spreadsheet"
	"nianbao/internal/xmlcut"
)

// WithoutLedger writes a workbook without its ledger of applications: without the sheet, copies of it, all that belongs to these alone, and
// the strings that no other cell has. Formulas that read the ledger become what they came to. All other parts are the same to the byte.
// Where the workbook has no ledger, nothing is written, and removed is false.
//
// The errors are those of Read, and a sentence for a workbook that holds the ledger's contents in charts, pivot tables or a record of
// changes, which nobody but its clerk can take out.
func WithoutLedger(w io.Writer, data []byte) (removed bool, err error) {
	in, err := readBook(data)
	if err != nil {
		return false, err
	}
	ledgers, err := in.ledgerSheets()
	if err != nil || len(ledgers) == 0 {
		return false, err
	}
	in.book.Budget = budget.New()
	c, err := changesTo(in.book)
	if err != nil {
		return false, err
	}
	e := &removing{editing: &editing{changes: c, sheets: map[string]*worksheet{}}, ledgers: ledgers}
	for _, step := range []func() error{e.dropParts, e.dropFormulas, e.blankStrings, e.editMain, e.dropCalculationChain, e.search} {
		if err := step(); err != nil {
			return false, err
		}
	}
	var out bytes.Buffer
	if err := c.book.Write(&out); err != nil {
		return false, err
	}
	now, err := readBook(out.Bytes())
	if err != nil || now.report.Ledger != nil || now.report.Digest() != in.report.Digest() {
		return false, errKeepsLedger
	}
	_, err = w.Write(out.Bytes())
	return true, err
}

// errKeepsLedger is why a workbook is not written without its ledger: something else would be lost with it.
var errKeepsLedger = errors.New("里面的依申请台账不能自动去掉，请在填报表里删去这一页以后再试")

// ledgerSheets are the sheets that hold a ledger: that which is read, and copies of it.
func (in *reader) ledgerSheets() (sheets []*spreadsheet.Sheet, err error) {
	for i := range in.book.Sheets {
		s := &in.book.Sheets[i]
		if s.Part == "" || in.homes[s.Part] != nil {
			continue
		}
		g, err := in.book.Grid(s.Part)
		if err != nil {
			return nil, err
		}
		top, _ := in.ledgerHeads(g)
		if top > 0 || in.report.Ledger != nil && s.Name == in.report.Ledger.Sheet {
			sheets = append(sheets, s)
		}
	}
	return sheets, nil
}

// removing is a workbook from which sheets are taken.
type removing struct {
	*editing
	ledgers []*spreadsheet.Sheet
	dropped map[string]bool // parts
}

func (e *removing) isLedger(part string) bool {
	return slices.ContainsFunc(e.ledgers, func(s *spreadsheet.Sheet) bool { return s.Part == part })
}

// dropParts drops the sheets, and what nothing else links to.
func (e *removing) dropParts() error {
	kept, all := map[string]bool{}, map[string]bool{}
	if err := e.reach("", kept, true); err != nil {
		return err
	}
	if err := e.reach("", all, false); err != nil {
		return err
	}
	e.dropped = map[string]bool{}
	for _, name := range e.book.Names() {
		if all[strings.ToLower(name)] && !kept[strings.ToLower(name)] {
			e.dropped[name] = true
			e.book.Drop(name)
			e.book.Drop(opc.RelationshipsPart(name))
		}
	}
	gone := func(target string) bool {
		for name := range e.dropped {
			if strings.EqualFold(name, target) {
				return true
			}
		}
		return false
	}
	main := e.book.Main()
	return errors.Join(
		e.edit(opc.RelationshipsPart(main), func(root *xmlcut.Element) error {
			links, err := e.book.Relationships(main)
			root.Remove(func(c xmlcut.Piece) bool {
				l, err := cut(c.Raw)
				return c.Name == "Relationship" && err == nil && slices.ContainsFunc(links, func(one opc.Relationship) bool { return one.ID == l.Get("Id") && gone(one.Target) })
			})
			return err
		}),
		e.edit(opc.ContentTypes, func(root *xmlcut.Element) error {
			root.Remove(func(c xmlcut.Piece) bool {
				l, err := cut(c.Raw)
				return c.Name == "Override" && err == nil && gone(strings.TrimPrefix(l.Get("PartName"), "/"))
			})
			return nil
		}))
}

// reach notes what is linked to from a part on, by the lower case of its name; without ledgers, these and what lies behind them are left
// out.
func (e *removing) reach(part string, reached map[string]bool, withoutLedgers bool) error {
	links, err := e.book.Relationships(part)
	if err != nil {
		return unlessTooLarge(err)
	}
	for _, l := range links {
		name := strings.ToLower(l.Target)
		if reached[name] || !e.book.Has(l.Target) || withoutLedgers && e.isLedger(l.Target) {
			continue
		}
		reached[name] = true
		if err := e.reach(l.Target, reached, withoutLedgers); err != nil {
			return err
		}
	}
	return nil
}

// mentions tells whether a formula refers to one of the sheets.
func (e *removing) mentions(formula string) bool {
	formula = strings.ToLower(formula)
	for _, s := range e.ledgers {
		name := strings.ToLower(s.Name)
		if strings.Contains(formula, strings.ToLower(quoted(s.Name))) || strings.Contains(formula, name+"!") || strings.Contains(formula, name+"'!") {
			return true
		}
	}
	return strings.Contains(formula, anchored(LedgerList))
}

// dropFormulas leaves of formulas that read the ledger what they came to.
func (e *removing) dropFormulas() error {
	for _, s := range e.book.Sheets {
		if s.Part == "" || e.isLedger(s.Part) {
			continue
		}
		g, err := e.book.Grid(s.Part)
		if err != nil {
			return err
		}
		shared := map[string]bool{}
		for _, c := range g.Cells {
			if c.Shared != "" && e.mentions(c.Formula) {
				shared[c.Shared] = true
			}
		}
		var cells []cellref.Position
		for _, c := range g.Cells {
			if e.mentions(c.Formula) || c.Shared != "" && shared[c.Shared] {
				cells = append(cells, c.At)
			}
		}
		if len(cells) == 0 {
			continue
		}
		w, err := e.worksheet(s.Part)
		if err != nil {
			return err
		}
		wanted := map[cellref.Position]bool{}
		for _, at := range cells {
			wanted[at] = true
		}
		err = w.visitRows(cells, func(at cellref.Position, c *xmlcut.Element) error {
			if wanted[at] {
				c.Remove(func(p xmlcut.Piece) bool { return p.Name == "f" })
				c.Unset("cm")
			}
			return nil
		})
		if err != nil {
			return err
		}
		e.book.Set(s.Part, w.bytes())
	}
	return nil
}

// blankStrings empties the strings that no cell of the other sheets has.
func (e *removing) blankStrings() error {
	part := e.book.SharedStrings()
	if part == "" {
		return nil
	}
	used := map[int]bool{}
	for _, s := range e.book.Sheets {
		if s.Part == "" || e.isLedger(s.Part) {
			continue
		}
		if err := e.noteStrings(s.Part, used); err != nil {
			return err
		}
	}
	return e.edit(part, func(root *xmlcut.Element) error {
		n, tag := 0, root.Qualified("si")
		for i, c := range root.Children {
			if c.Name != "si" {
				continue
			}
			if !used[n] {
				text := root.Qualified("t")
				root.Children[i].Raw = []byte("<" + tag + "><" + text + "></" + text + "></" + tag + ">")
			}
			n++
		}
		return nil
	})
}

// noteStrings notes which strings the cells of a sheet have.
func (e *removing) noteStrings(part string, used map[int]bool) error {
	d, err := e.book.XML(part)
	if err != nil {
		return spreadsheet.Damaged(err)
	}
	defer d.Close()
	for {
		if _, err := spreadsheet.NextStart(d, "sheetData", "c"); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		if d.Attr("t") != "s" {
			continue
		}
		if _, err := spreadsheet.NextStart(d, "c", "v"); errors.Is(err, io.EOF) {
			continue
		} else if err != nil {
			return err
		}
		number, err := spreadsheet.Characters(d)
		if err != nil {
			return err
		}
		if n, err := strconv.Atoi(strings.TrimSpace(number)); err == nil {
			used[n] = true
		}
	}
}

// editMain takes the sheets and their names out of the list of sheets.
func (e *removing) editMain() error {
	index := map[int]int{} // of the sheets that stay, by what it was
	gone := map[string]bool{}
	for i, s := range e.book.Sheets {
		if s.Part != "" && e.isLedger(s.Part) {
			gone[strings.ToLower(s.Name)] = true
			continue
		}
		index[i] = len(index)
	}
	return e.edit(e.book.Main(), func(root *xmlcut.Element) error {
		sheets := func(list *xmlcut.Element) error {
			list.Remove(func(c xmlcut.Piece) bool {
				s, err := cut(c.Raw)
				return c.Name == "sheet" && err == nil && gone[strings.ToLower(s.Get("name"))]
			})
			return nil
		}
		names := func(list *xmlcut.Element) error {
			list.Remove(func(c xmlcut.Piece) bool {
				n, err := cut(c.Raw)
				if c.Name != "definedName" || err != nil {
					return false
				}
				at, err := strconv.Atoi(n.Get("localSheetId"))
				_, stays := index[at]
				return err == nil && !stays || e.mentions(n.Text())
			})
			return changeAll(list, "definedName", func(n *xmlcut.Element) error {
				if at, err := strconv.Atoi(n.Get("localSheetId")); err == nil {
					n.Set("localSheetId", strconv.Itoa(index[at]))
				}
				return nil
			})
		}
		views := func(list *xmlcut.Element) error {
			return changeAll(list, "workbookView", func(v *xmlcut.Element) error {
				for _, attribute := range []string{"activeTab", "firstSheet"} {
					if at, err := strconv.Atoi(v.Get(attribute)); err == nil {
						v.Set(attribute, strconv.Itoa(index[at])) // the first for one that is gone
					}
				}
				return nil
			})
		}
		return errors.Join(changeAll(root, "sheets", sheets), changeAll(root, "definedNames", names), changeAll(root, "bookViews", views))
	})
}

var (
	sheetCells = pattern.New(`(?s)<(?:\w+:)?sheetData\b.*</(?:\w+:)?sheetData>`)
	sheetNamed = pattern.New(`\b(?:sheet|name)="([^"]*)"`)
)

// search refuses a workbook that holds the ledger's contents elsewhere.
func (e *removing) search() error {
	for _, name := range e.book.Names() {
		if e.dropped[name] || !strings.HasPrefix(strings.ToLower(name), "xl/") || path.Ext(name) == ".rels" {
			continue
		}
		what := ""
		switch folder := path.Base(path.Dir(name)); folder {
		case "charts", "chartEx":
			what = "图表"
		case "pivotCache":
			what = "数据透视表"
		case "revisions":
			return errors.New("填报表里有修订记录，带着依申请台账的内容，请取消共享、另存一份以后再试")
		case "worksheets":
			what = "下拉列表或条件格式"
		default:
			continue
		}
		data, err := e.book.Part(name)
		if err != nil {
			return spreadsheet.Damaged(err)
		}
		text := string(sheetCells.Compiled().ReplaceAll(data, nil))
		if e.mentions(unescaped(text)) || e.isSource(text) {
			return fmt.Errorf("填报表里的%s用到了依申请台账，带着台账的内容，请删去以后再试", what)
		}
	}
	return nil
}

// isSource tells whether the source of a pivot table is one of the sheets.
func (e *removing) isSource(text string) bool {
	for _, m := range sheetNamed.FindAllStringSubmatch(text, -1) {
		if slices.ContainsFunc(e.ledgers, func(s *spreadsheet.Sheet) bool { return strings.EqualFold(s.Name, unescaped(m[1])) }) {
			return true
		}
	}
	return false
}

var entities = strings.NewReplacer("&apos;", "'", "&#39;", "'", "&quot;", `"`, "&lt;", "<", "&gt;", ">", "&amp;", "&")

func unescaped(text string) string { return entities.Replace(text) }

package workbook

import (
	"errors"
	"strconv"
	"strings"

	"nianbao/internal/cellref"
	"nianbao/internal/formula"
	"nianbao/internal/model"
	"nianbao/internal/opc"
	"nianbao/internal/spreadsheet"
	"nianbao/internal/xmlcut"
)

// worksheet is a sheet that is to be changed.
func (e *editing) worksheet(part string) (*worksheet, error) {
	if w := e.sheets[part]; w != nil {
		return w, nil
	}
	data, err := e.book.Part(part)
	if err != nil {
		return nil, spreadsheet.Damaged(err)
	}
	w, err := parseWorksheet(data)
	if err == nil {
		e.sheets[part] = w
	}
	return w, err
}

// write puts what was typed and what follows from it into the sheets.
func (e *editing) write() error {
	overwritten := false
	for _, s := range e.book.Sheets {
		var cells []cellref.Position
		for spot := range e.typed {
			if spot.part == s.Part {
				cells = append(cells, spot.at)
			}
		}
		for spot := range e.results {
			if spot.part == s.Part && e.typed[spot] == nil {
				cells = append(cells, spot.at)
			}
		}
		if len(cells) == 0 || e.book.IsSet(s.Part) {
			continue
		}
		w, err := e.worksheet(s.Part)
		if err != nil {
			return err
		}
		e.grow(w, s.Part)
		err = w.visitRows(cells, func(at cellref.Position, c *xmlcut.Element) error {
			spot := cellAt{s.Part, at}
			if t := e.typed[spot]; t != nil {
				overwritten = overwritten || c.Child("f") >= 0
				return e.fill(spot, t, c)
			}
			if r, ok := e.results[spot]; ok {
				return setResult(c, r)
			}
			return nil
		})
		if err != nil {
			return err
		}
		e.book.Set(s.Part, w.bytes())
	}
	if e.stylesheet != nil {
		e.book.Set(e.book.Styles, e.stylesheet.bytes())
	}
	if overwritten {
		if err := e.dropCalculationChain(); err != nil {
			return err
		}
	}
	if len(e.results) > 0 {
		return e.calculateOnLoad()
	}
	return nil
}

// grow makes the rows tall enough for what is typed.
func (e *editing) grow(w *worksheet, part string) {
	merged := w.merged()
	for spot, t := range e.typed {
		if spot.part == part && t.grows {
			last := spot.at.Col
			if a, ok := merged[spot.at]; ok {
				last = min(a.To.Col, a.From.Col+maxAcross)
			}
			width := 0.0
			for col := spot.at.Col; col <= last; col++ {
				width += w.width(col)
			}
			w.tall[spot.at.Row] = max(w.tall[spot.at.Row], textHeight(e.text(spot, t), width, 1))
		}
	}
}

// text is what stands in a cell once it was typed into.
func (e *editing) text(spot cellAt, t *entered) string {
	if len(t.lines) == 0 {
		return t.text
	}
	text, _ := wordsIn(e.book, e.book.Parsed(spot.part).At(spot.at), false)
	return t.change(text)
}

// fill types into a cell.
func (e *editing) fill(spot cellAt, t *entered, c *xmlcut.Element) error {
	if i := c.Child("f"); i >= 0 {
		f, err := cut(c.Children[i].Raw)
		if err != nil {
			return err
		}
		if ref := f.Get("ref"); ref != "" && ref != spot.at.String() {
			return wrongAt(t.place, errSharedRule)
		}
		c.Unset("cm")
	}
	text := e.text(spot, t)
	if err := fit(text, t.place.String()); err != nil {
		return err
	}
	switch {
	case text == "":
		setContent(c, "", "")
		return nil
	case t.number:
		setContent(c, "", "<"+c.Qualified("v")+">"+text+"</"+c.Qualified("v")+">")
	default:
		setText(c, text)
	}
	return e.undress(spot, t, text, c)
}

// undress takes a number format off a cell that would show something else than what is typed.
func (e *editing) undress(spot cellAt, t *entered, text string, c *xmlcut.Element) error {
	style, err := strconv.Atoi(c.Get("s"))
	if err != nil {
		return nil
	}
	is := spreadsheet.Cell{At: spot.at, Kind: spreadsheet.TextKind, Value: text, Style: style}
	format := formatText
	if t.number {
		is.Kind, format = spreadsheet.NumberKind, formatGeneral
	}
	shown := seenText(e.book, is) == text
	if t.number && t.figure != nil {
		want, v := model.ParseFigure(t.figure, text), figureIn(e.book, is, t.figure)
		shown = v.IsNumber() && v.Unit == want.Unit && v.Number.Equal(want.Number)
	} else if t.number {
		seen, unread := wordsIn(e.book, is, false)
		shown = seen == text && !unread.IsUnread()
	}
	if shown {
		return nil
	}
	if e.stylesheet == nil {
		data, err := e.book.Part(e.book.Styles)
		if err != nil {
			return spreadsheet.Damaged(err)
		}
		if e.stylesheet, err = parseStyles(data); err != nil {
			return err
		}
	}
	id, err := e.stylesheet.reformat(style, format)
	if err == nil {
		c.Set("s", strconv.Itoa(id))
	}
	return err
}

// Built-in number formats that show what is typed (ECMA-376 part 1, 18.8.30).
const (
	formatGeneral = 0
	formatText    = 49
)

// setContent makes a cell hold what is stored as a type.
func setContent(e *xmlcut.Element, storedAs, raw string) {
	if storedAs == "" {
		e.Unset("t")
	} else {
		e.Set("t", storedAs)
	}
	e.Children = nil
	if raw != "" {
		e.Children = []xmlcut.Piece{{Raw: []byte(raw)}}
	}
}

// setText makes a cell hold a text.
func setText(e *xmlcut.Element, text string) {
	is, t := e.Qualified("is"), e.Qualified("t")
	setContent(e, "inlineStr", "<"+is+"><"+t+` xml:space="preserve">`+spreadsheet.Escape(text)+"</"+t+"></"+is+">")
}

// setResult changes the result of a cell's formula.
func setResult(e *xmlcut.Element, r formula.Worth) error {
	e.Remove(func(c xmlcut.Piece) bool { return c.Name == "v" })
	storedAs, text := "", r.Text
	switch r.Kind {
	case formula.Unknown:
		e.Unset("t")
		return nil
	case formula.Number:
		text = r.Number.String()
	case formula.Truth:
		storedAs = "b"
	default:
		storedAs = "str"
	}
	if storedAs == "" {
		e.Unset("t")
	} else {
		e.Set("t", storedAs)
	}
	v := e.Qualified("v")
	e.Insert("v", "<"+v+">"+spreadsheet.Escape(text)+"</"+v+">", "extLst")
	return nil
}

// dropCalculationChain takes out the list of cells with formulas, which must name no other; spreadsheets make it anew.
func (e *editing) dropCalculationChain() error {
	part, err := e.linked(e.book.Main(), "calcChain")
	if err != nil || part == "" {
		return err
	}
	e.book.Drop(part)
	return errors.Join(
		e.edit(opc.RelationshipsPart(e.book.Main()), func(root *xmlcut.Element) error {
			root.Remove(func(c xmlcut.Piece) bool {
				l, err := cut(c.Raw)
				return c.Name == "Relationship" && err == nil && strings.HasSuffix(l.Get("Type"), "/calcChain")
			})
			return nil
		}),
		e.edit(opc.ContentTypes, func(root *xmlcut.Element) error {
			root.Remove(func(c xmlcut.Piece) bool {
				l, err := cut(c.Raw)
				return c.Name == "Override" && err == nil && strings.EqualFold(l.Get("PartName"), "/"+part)
			})
			return nil
		}))
}

// calculateOnLoad has spreadsheets compute all formulas when they open the workbook.
func (e *editing) calculateOnLoad() error {
	main, err := e.book.Part(e.book.Main())
	if err != nil {
		return spreadsheet.Damaged(err)
	}
	if strings.Contains(string(main), `fullCalcOnLoad="1"`) {
		return nil
	}
	return e.edit(e.book.Main(), func(root *xmlcut.Element) error {
		if root.Child("calcPr") < 0 {
			root.Insert("calcPr", "<"+root.Qualified("calcPr")+"/>", afterNames[1:]...)
		}
		return changeAll(root, "calcPr", func(calc *xmlcut.Element) error {
			calc.Set("fullCalcOnLoad", "1")
			return nil
		})
	})
}

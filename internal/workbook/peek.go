package workbook

import (
	"errors"
	"io"
	"maps"
	"slices"
	"strings"

	"nianbao/internal/cellref"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/spreadsheet"
)

// Glance is what Peek sees of a workbook. All of it is as Read reads it.
type Glance struct {
	Edition *form.Edition
	Unit    string      // the unit's name, "" if none was filled in
	Year    string      // the report year as model.Report.YearText gives it, "" if none was filled in
	Title   string      // the report's title
	Copy    *model.Copy // nil for a workbook that is no copy of ours
	Scope   string      // what its figures are of, as model.Report.Scope gives it
	Summed  bool        // it is of an office that added its members' reports up
}

// Peek looks at a filled workbook without reading it: it unzips the sheets no further than to the cells that it looks for, and
// the shared strings to the last that those refer to; a workbook of which their names are gone it reads. An error is one of those of Read; that there is none does not mean
// that Read will give none.
func Peek(data []byte) (Glance, error) {
	b, err := spreadsheet.Open(data)
	if err != nil {
		return Glance{}, err
	}
	defer b.Close()
	const unit, year, scope form.Key = "unit.name", "report.year", "report.scope"
	names := []string{editionName, unit.DefinedName(), year.DefinedName()}
	named := placesByName(b, append(names, scope.DefinedName())...)
	if slices.ContainsFunc(names, func(name string) bool { return len(named[name]) == 0 }) {
		r, err := Read(data)
		if err != nil {
			return Glance{}, err
		}
		return glanceOf(r), nil
	}
	cells, err := peekAt(b, append(names, scope.DefinedName()), named)
	if err != nil {
		return Glance{}, err
	}
	id := strings.TrimSpace(b.Text(cells[editionName]))
	if id == "" {
		named = placesByName(b) // those of all keys tell the edition
	}
	e, err := editionOf(id, named)
	if err != nil {
		return Glance{}, err
	}
	r := model.New(e)
	r.Copy, r.Summed = copiedAs(b), isSummed(b)
	for _, k := range []form.Key{unit, year, scope} {
		if r.Fields[k], err = fieldIn(b, k, cells[k.DefinedName()], model.Place{}); err != nil {
			return Glance{}, err
		}
	}
	return glanceOf(r), nil
}

func glanceOf(r *model.Report) Glance {
	return Glance{Edition: r.Edition, Unit: r.Unit(), Year: r.YearText(), Title: r.Title(), Scope: r.Scope(), Copy: r.Copy, Summed: r.Summed}
}

// peekAt reads the first cells of names; the one of a name that stands for nothing, or for a blank cell, is blank.
func peekAt(b *spreadsheet.Book, names []string, named map[string][]span) (map[string]spreadsheet.Cell, error) {
	found := map[string]spreadsheet.Cell{}
	for i := range b.Sheets {
		wanted := map[cellref.Position][]string{}
		for _, name := range names {
			if spans := named[name]; len(spans) > 0 && spans[0].sheet == &b.Sheets[i] {
				wanted[spans[0].area.From] = append(wanted[spans[0].area.From], name)
			}
		}
		cells := map[cellref.Position]spreadsheet.Cell{}
		if err := peekCells(b, b.Sheets[i].Part, slices.Collect(maps.Keys(wanted)), cells); err != nil {
			return nil, err
		}
		for at, c := range cells {
			for _, name := range wanted[at] {
				found[name] = c
			}
		}
	}
	for _, name := range names {
		c, ok := found[name]
		if !ok {
			found[name] = spreadsheet.Cell{Kind: spreadsheet.TextKind}
		}
		if ok && c.Style > 0 {
			if err := b.ReadFormats(); err != nil {
				return nil, err
			}
		}
	}
	return found, nil
}

// peekCells reads a sheet as far as the last of the cells that are wanted.
func peekCells(b *spreadsheet.Book, part string, wanted []cellref.Position, found map[cellref.Position]spreadsheet.Cell) error {
	if len(wanted) == 0 {
		return nil
	}
	d, err := b.StreamXML(part)
	if err != nil {
		return spreadsheet.Damaged(err)
	}
	defer d.Close()
	scan := b.Scan(part, d)
	for left := len(wanted); left > 0; {
		at, err := scan.Next()
		if errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		if !slices.Contains(wanted, at) {
			continue
		}
		if found[at], err = scan.ReadCell(at); err != nil {
			return err
		}
		left--
	}
	return nil
}

package job

import (
	"errors"
	"path/filepath"
	"strconv"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/exchange"
	"nianbao/internal/filename"
	"nianbao/internal/form"
	"nianbao/internal/handin"
	"nianbao/internal/model"
	"nianbao/internal/verdict"
	"nianbao/internal/workbook"
)

// glance is what is told of a file before it is read as a whole.
type glance struct {
	unit    string
	year    int
	scope   string // what its figures are of; "" where it is not told
	name    string // of the files of its report, before their extension; "" for what is none
	ours    bool   // a page or data that this program wrote from a report
	foreign bool   // a text that is no report
	summed  bool   // a workbook in which a higher office's members are added up
	told    bool   // findings, a register, a letter or a manifest that this program wrote: none of them is a report
	copied  bool   // a marked or mended copy that this program made
	made    string // of a copy: the digest of the report that it was made with
	from    string // of a copy: the digest of the report that it was made from
	data    bool   // it is data that this program wrote, which hold all of a report, and no page
	digest  string // of a copy, of others when it is asked for: that of the report in it; "" if it could not be read
}

// edited says of a copy that its figures or texts are no longer those that it was made with.
func (g glance) edited() bool { return g.copied && g.digest != "" && g.digest != g.made }

// sumKey ends the keys of reports whose figures are of all that report to the unit; it stands in no name.
const sumKey = "/" + form.SumScope

// key is the same for the files of one unit, year and scope; "" if unit or year are not known.
func (g glance) key() string {
	if g.unit == "" || g.year == 0 {
		return ""
	}
	key := chinese.UnitKey(g.unit) + strconv.Itoa(g.year)
	if g.scope == form.SumScope {
		key += sumKey
	}
	return key
}

// named is what the names of its pages begin with, whatever the scope, as file systems compare them.
func (g glance) named() string { return filename.Fold(FileName(g.unit + strconv.Itoa(g.year))) }

// isOtherScope says whether two reports are on the same unit and year, and differ in their scope.
func (g glance) isOtherScope(other glance) bool {
	own := g.key()
	g.scope = other.scope
	return own != "" && own != other.key() && g.key() == other.key()
}

// look opens a source and tells what can be told without reading it as a whole. What cannot be opened is told when it is read.
func look(s Source) (g glance) {
	defer func() {
		if recover() != nil {
			g = glance{}
		}
	}()
	data, err := s.Open()
	if err != nil {
		return glance{}
	}
	return inputOf(s.Name, data).peek(opened{File{s.Name, data}, s.PDFs})
}

func peekWorkbook(f opened) glance {
	data := f.Data
	seen, err := workbook.Peek(data)
	if err != nil {
		return glance{told: errors.Is(err, workbook.ErrLists) || errors.Is(err, workbook.ErrForeign) && strings.HasPrefix(filepath.Base(f.Name), verdict.RegisterName)}
	}
	g := glance{unit: seen.Unit, scope: seen.Scope, name: FileName(seen.Title), copied: seen.Copy != nil, summed: seen.Summed}
	g.year, _ = chinese.ReadYear(seen.Year)
	if g.copied {
		g.made, g.from = seen.Copy.Digest, seen.Copy.Original
		if r, err := workbook.Read(data); err == nil {
			g.digest = r.Digest()
		}
	}
	return g
}

func peekJSON(f opened) glance {
	data := f.Data
	r, writer, err := exchange.Peek(data)
	if err != nil {
		schema, _ := exchange.Identify(data)
		return glance{told: schema == verdict.Schema || schema == handin.Schema || verdict.StandingOf(data) != verdict.Foreign}
	}
	return signed(r, writer)
}

// signed is a glance at data that name their writer.
func signed(r *model.Report, writer string) glance {
	g := glanceOf(r)
	g.ours = writer == exchange.Writer
	g.data = g.ours
	return g
}

// seenWorkbook is what peekWorkbook gives, of a workbook that was read, but for the digest.
func seenWorkbook(_ opened, r *model.Report) glance {
	g := glanceOf(r)
	g.copied, g.summed = r.Copy != nil, r.Summed
	if g.copied {
		g.made, g.from = r.Copy.Digest, r.Copy.Original
	}
	return g
}

// seenJSON is what peekJSON gives, of data that were read.
func seenJSON(f opened, r *model.Report) glance {
	_, writer := exchange.Identify(f.Data)
	return signed(r, writer)
}

func glanceOf(r *model.Report) glance {
	g := glance{unit: r.Unit(), scope: strings.Clone(r.Scope()), name: FileName(r.Title())}
	g.year, _ = r.Year()
	return g
}

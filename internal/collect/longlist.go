package collect

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"nianbao/internal/charset"
	"nianbao/internal/county"
	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/line"
	"nianbao/internal/model"
	"nianbao/internal/remedy"
)

// longColumns head the list of figures in long form: a row for every figure.
var longColumns = []string{"unit", "level", "year", "edition", "key", "value", "file"}

// errorKey stands for the key in the row of a file that could not be read; the value says why.
const errorKey = "error"

// longCell is a text of others in a cell of the list: on one line, and no formula.
func longCell(text string) string { return line.Inert(line.Shown(text)) }

// WriteLong writes the figures of reports as CSV in long form, UTF-8 without a mark: a row for every figure that is filled in, those of
// indicators too, whether it is a number or not, and one for every file that could not be read. Rows of a report stand together.
func WriteLong(w io.Writer, reports []county.Report, faults []remedy.Failure) error {
	out := csv.NewWriter(w)
	if err := out.Write(longColumns); err != nil {
		return err
	}
	for _, r := range reports {
		own := []string{longCell(line.Single(r.Unit)), longCell(r.Level), strconv.Itoa(r.Year), r.Figures.Edition.ID, "", "", longCell(r.File)}
		for c, v := range r.Figures.Figures() {
			if own[4], own[5] = string(c.Key), longCell(v.Printed()); own[5] != "" {
				if err := out.Write(own); err != nil {
					return err
				}
			}
		}
		for _, g := range r.Indicators {
			if own[4], own[5] = longCell(string(g.Key())), longCell(g.Text); own[5] != "" {
				if err := out.Write(own); err != nil {
					return err
				}
			}
		}
	}
	for _, f := range faults {
		if err := out.Write([]string{"", "", "", "", errorKey, longCell(f.Err.Error()), longCell(f.File)}); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// IsLong says whether a file is a list that WriteLong wrote.
func IsLong(data []byte) bool {
	return bytes.HasPrefix(bytes.TrimPrefix(data, []byte("\ufeff")), []byte(strings.Join(longColumns, ",")))
}

// IsLongWritten says whether a list, as it comes, reads to its end as WriteLong writes it. It has no seal, since its columns and rows are promised
// to other programs: that somebody typed another figure in the place of one it does not tell.
func IsLongWritten(from io.Reader) bool {
	in := csv.NewReader(charset.NewReader(from))
	in.FieldsPerRecord, in.ReuseRecord = len(longColumns), true
	if head, err := in.Read(); err != nil || !slices.Equal(head, longColumns) {
		return false
	}
	var order longOrder
	for {
		row, err := in.Read()
		if err == io.EOF {
			return true
		}
		if err != nil || !order.follows(row) {
			return false
		}
	}
}

// longOrder is the order in which WriteLong writes rows: a report's figures as its form has them, then its indicators; last the files that could
// not be read.
type longOrder struct {
	of     [5]string                   // the report: unit, level, year, edition, file
	places map[string]map[form.Key]int // of the figures, by editions
	last   int                         // the place of the figure before
	faults bool                        // files that could not be read have begun
}

// follows says whether a row may follow those before it.
func (o *longOrder) follows(row []string) bool {
	if row[4] == errorKey {
		o.faults = true
		return row[0]+row[1]+row[2]+row[3] == "" && row[5] != ""
	}
	if of := [5]string{row[0], row[1], row[2], row[3], row[6]}; of != o.of {
		o.of, o.last = of, -1
	}
	places := o.placesOf(row[3])
	place, known := places[form.Key(row[4])]
	if _, isIndicator := model.IndicatorOf(form.Key(row[4])); isIndicator {
		place, known = len(places), places != nil
	}
	follows := place > o.last || place == len(places) // indicators have no order of their own
	o.last = place
	return known && follows && !o.faults && row[5] != ""
}

// placesOf are the places of the figures in an edition; nil where there is no such edition.
func (o *longOrder) placesOf(edition string) map[form.Key]int {
	places, known := o.places[edition]
	if known {
		return places
	}
	if e, ok := form.ByID(edition); ok {
		places = map[form.Key]int{}
		for i, c := range e.Cells() {
			places[c.Key] = i
		}
		if o.places == nil {
			o.places = map[string]map[form.Key]int{}
		}
		o.places[edition] = places
	}
	return places
}

// ReadLong reads what WriteLong wrote, as it comes: the reports with their figures. Rows of files that could not be read are passed over.
func ReadLong(from io.Reader) (reports []county.Report, err error) {
	in := csv.NewReader(charset.NewReader(from))
	in.FieldsPerRecord, in.ReuseRecord = len(longColumns), true
	if head, err := in.Read(); err != nil || !slices.Equal(head, longColumns) {
		return nil, errors.New("不是本程序写的数据清单")
	}
	var r *model.Report
	var file string
	type source struct{ file, unit, year string }
	finished := map[source]bool{}
	finish := func() {
		if r != nil {
			finished[source{file, r.Unit(), r.YearText()}] = true
			reports = append(reports, job.ReportOf(file, r, false))
		}
	}
	for {
		row, err := in.Read()
		if err == io.EOF {
			finish()
			return reports, nil
		}
		number, _ := in.FieldPos(0)
		if err != nil {
			return nil, fmt.Errorf("第%d行不合CSV的写法", number)
		}
		if row[4] == errorKey {
			continue
		}
		for i, cell := range row {
			row[i] = line.Typed(cell)
		}
		if slices.ContainsFunc(row, func(text string) bool { return strings.ContainsRune(text, utf8.RuneError) }) {
			return nil, fmt.Errorf("第%d行的文字编码认不出，请另存为“CSV UTF-8”后再试", number)
		}
		if r == nil || file != row[6] || r.Unit() != row[0] || r.YearText() != row[2] {
			finish()
			if finished[source{row[6], row[0], row[2]}] {
				return nil, fmt.Errorf("第%d行：“%s”的数不在一起，像是重新排过序，请用程序写的原样的清单", number, row[0])
			}
			e, ok := form.ByID(row[3])
			if !ok {
				return nil, fmt.Errorf("第%d行：没有“%s”这一版格式", number, row[3])
			}
			r, file = model.New(e), strings.Clone(row[6])
			for k, text := range map[form.Key]string{"unit.name": row[0], "unit.level": row[1], "report.year": row[2]} {
				r.Fields[k] = model.Field{Text: strings.Clone(text)}
			}
		}
		if name, ok := model.IndicatorOf(form.Key(row[4])); ok { // its unit is not there, and makes no difference to what is compared
			i := model.Indicator{Name: strings.Clone(name)}
			r.Indicators = append(r.Indicators, model.Given{Indicator: i, Value: model.ParseFigure(i, strings.Clone(row[5]))})
			continue
		}
		c, ok := r.Edition.Cell(form.Key(row[4]))
		if !ok {
			return nil, fmt.Errorf("第%d行：没有“%s”这一格", number, row[4])
		}
		r.Figures[c.Key] = model.ParseFigure(c.Measure, strings.Clone(row[5]))
	}
}

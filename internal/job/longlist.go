package job

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
		own := []string{longCell(r.Unit), longCell(r.Level), strconv.Itoa(r.Year), r.Figures.Edition.ID, "", "", longCell(r.File)}
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
			reports = append(reports, reportOf(file, r, false))
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

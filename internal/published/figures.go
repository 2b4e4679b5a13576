package published

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/pattern"
)

// figure is the text of a cell, and where it was read.
type figure struct {
	text, place, doubt string
}

// value is the figure as it is understood.
func (f figure) value(m form.Measure) model.Value {
	text := strings.Join(strings.Fields(f.text), " ")
	v := model.ParseFigure(m, text)
	if f.doubt == "" && spread.MatchString(strings.TrimSpace(f.text)) {
		v = model.ParseFigure(m, strings.ReplaceAll(text, " ", ""))
		v.Text, v.Repairs, f.doubt = text, append(v.Repairs, "空格"), "各位数字是隔开的，当作一个数"
	}
	v.Doubt = f.doubt
	return v
}

// spread tells a number whose digits stand apart, as where the text of a cell is spread over its width: 1 0 3 7. Where lines or columns of two
// numbers run together, one of them is 0 nearly always.
var spread = pattern.New(`^(?:[1-9]|0[ \x{3000}]\.)(?:[ \x{3000}][0-9.])+$`, " ", "\u3000")

// fill gives a report the figures of a section's table, and tells what of it was not found.
func (t *tables) fill(r *model.Report, s form.Section) (doubts []string) {
	table := s.Table
	switch found := slices.Contains(t.found, table.Key); {
	case !found && t.tooLong:
		doubts = append(doubts, "没有找到“"+table.Title+"”：文字太多，没有逐行查找，表里的数没有核对")
	case !found:
		doubts = append(doubts, "没有找到“"+table.Title+"”，表里的数没有核对")
	case slices.Contains(t.reshaped, table.Key):
		doubts = append(doubts, "“"+table.Title+"”"+otherShape+"，请对照原件")
	}
	wordings := t.wordings(r.Edition, table)
	altered, besides := t.hold(r.Edition, s)
	for _, w := range altered {
		if !slices.ContainsFunc(wordings, func(o model.Wording) bool { return o.Prescribed == w.Prescribed && o.Printed == w.Printed }) {
			wordings = append(wordings, w)
		}
	}
	for _, l := range t.beside {
		if l.Table.Key() == table.Key {
			besides = append(besides, model.Beside{Kind: model.SurplusRow, Key: s.Text.Key, Text: l.Text(), Place: l.place})
		}
	}
	ofOthers, told := t.ofOtherEditions(r.Edition, s)
	doubts = append(doubts, told...)
	r.Printed.Besides = append(append(r.Printed.Besides, besides...), ofOthers...)
	r.Printed.Labels = append(r.Printed.Labels, wordings...)
	const mostTold = 5
	for _, w := range wordings[:min(mostTold, len(wordings))] {
		doubts = append(doubts, fmt.Sprintf("“%s”的“%s”写成了“%s”，报告里仍用规定的写法", table.Title, w.Prescribed, w.Printed))
	}
	if more := len(wordings) - mostTold; more > 0 {
		doubts = append(doubts, fmt.Sprintf("“%s”还有%d处行名、列名与规定的不同", table.Title, more))
	}
	for _, b := range besides[:min(mostTold, len(besides))] {
		doubts = append(doubts, fmt.Sprintf("%s多出%s“%s”，填报表里没有地方放，没有读进来", b.Place, b.Kind, chinese.Shortened(b.Text, longestFurniture)))
	}
	if more := len(besides) - mostTold; more > 0 {
		doubts = append(doubts, fmt.Sprintf("“%s”还多出%d处，没有读进来", table.Title, more))
	}
	for _, slot := range table.Grid().Slots {
		if slot.Cell == nil {
			continue
		}
		v := model.Value{State: model.Missing}
		place := placeOf("", table.Key, "")
		if f, ok := t.figures[slot.Cell.Key]; ok {
			v, place = f.value(slot.Cell.Measure), f.place
		}
		v.Place = model.Place{Ref: place}
		r.Figures[slot.Cell.Key] = v
	}
	doubts = append(doubts, t.missingRows(table)...)
	doubts = append(doubts, t.missingTotals(r.Edition, table)...)
	if none := leftOut(r, table.Key); len(none) > 0 {
		told := "“%s”有%d个数没有写，从其余的数看都是0"
		if slices.ContainsFunc(t.unplaced, func(u unplaced) bool { return u.table == table.Key }) { // they may stand there
			told = "“%s”没有读出的数里，有%d个从其余的数看是0"
		}
		doubts = append(doubts, fmt.Sprintf(told, table.Title, len(none)))
	}
	for _, u := range t.unplaced {
		if u.table == table.Key {
			doubts = append(doubts, fmt.Sprintf("%s的“%s”没有读出：%s", u.place, chinese.Shortened(strings.Join(strings.Fields(u.text), " "), longestFurniture), u.why))
		}
	}
	return doubts
}

package check

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

// What was typed for a number is told with the number that is due, where that is plain.
func TestNumberDue(t *testing.T) {
	const fees, count = "proactive.fees.amount", "requests.received.research"
	for _, c := range []struct {
		why   string
		key   form.Key
		typed string
		due   string // "" where nobody knows
	}{
		{"Chinese numerals", count, "十二", "12"},
		{"with a unit", count, "两件", "2"},
		{"a mark behind it", count, "12。", "12"},
		{"a mark in front, as spreadsheets take for text", count, "'12", "12"},
		{"a roughly told number", count, "十余", ""},
		{"about", count, "约12", ""},
		{"two numbers", count, "3、5", ""},
		{"money where cases are counted", count, "12.5万", ""},
		{"万 without 元", fees, "12.5万", "12.5"},
		{"亿", fees, "1.2亿", "12000"},
		{"元", fees, "35000元", "3.5"},
		{"a sign of money", fees, "￥35,000", "3.5"},
		{"a sign of money and its unit", fees, "¥3.5万元", "3.5"},
		{"its unit in brackets", fees, "3.5（万元）", "3.5"},
		{"a mark behind a bare number, which is in the cell's unit", fees, "12。", "12"},
		{"in brackets, which some write for less than nothing", fees, "（3.5）", ""},
	} {
		e := form.Editions()[1]
		cell, ok := e.Cell(c.key)
		assert.True(t, ok)
		r := model.New(e)
		r.Figures[c.key] = model.ParseFigure(cell.Measure, c.typed)
		var told []string
		for _, f := range figureUnreadable.Find(&Input{Report: r}) {
			told = append(told, f.Message)
		}
		if assert.Len(t, told, 1, c.why) {
			if c.due == "" {
				assert.NotContains(t, told[0], "应填", c.why)
			} else {
				assert.Contains(t, told[0], "应填"+c.due+"。", c.why)
			}
		}
	}
}

// What cannot be typed until cells are parted again is said to be that.
func TestBlankInAMergedCell(t *testing.T) {
	r := soundReport(presentYear)
	r.Figures["requests.received.research"] = model.Value{State: model.Blank, Merged: "D6"}
	found := findFigureMissing(&Input{Report: r})
	if assert.Len(t, found, 1) {
		assert.Equal(t, "没有填，和D6合并成了一格，请取消合并后再填，没有的填0", found[0].Said)
	}
}

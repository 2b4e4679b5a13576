package flat

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/label"
)

// said writes items as label=, value= and text=.
func said(text string, items []item) string {
	var all []string
	for _, it := range items {
		all = append(all, []string{unknown: "text", name: "label", value: "value"}[it.kind]+"="+text[it.start:it.end])
	}
	return strings.Join(all, "; ")
}

const opening = "第二十条第(一)项信息内容本年制发件数"

func TestFurnitureIsBlankedOut(t *testing.T) {
	for _, test := range []struct{ text, want, why string }{
		{"规章\n- 4 -\n0", "规章\n0", "a marked page number"},
		{"规章\n— 3 —\n0", "规章\n0", "with other dashes"},
		{"规章\nP. 9\n0", "规章\n0", ""},
		{"规章\nPage 9 - 2020年报_审计局\n0", "规章\n0", "the head of a page"},
		{"规章\n第 3 页 共 9 页\n0", "规章\n0", ""},
		{"| 规章 | 0 |\n| --- | :-: |\n", "| 规章 | 0 |\n", "Markdown's rule"},
		{"规章\n5\n0", "规章\n5\n0", "a bare number may be a figure"},
		{"规章\n-5\n0", "规章\n-5\n0", "so may a signed one"},
		{"三\n、本\n", "三\n、本\n", "letters before table three"},
		{"申请人情况\n三\n、本\n年 |\n0", "申请人情况\n|\n0", "letters of the upright label; bars stay"},
	} {
		got := withoutFurniture(test.text)
		assert.Len(t, got, len(test.text), test.why)
		assert.Equal(t, strings.Join(strings.Fields(test.want), " "), strings.Join(strings.Fields(got), " "), "%q: %s", test.text, test.why)
	}
}

func TestLex(t *testing.T) {
	for _, test := range []struct{ text, want, why string }{
		{"规章 0 1", "label=规章; value=0; value=1", "cells parted by blanks"},
		{"规章000", "label=规章; value=000", "digits that touch the label"},
		{"规章(设区的市2022下载)5", "label=规章(设区的市2022下载); value=5", "a note and its digits belong to the label"},
		{"行政许可396第二十条第(六)项", "label=行政许可; value=396; label=第二十条第(六)项", "a value ends at a label"},
		{"规章 43.788万元 3,405,820元", "label=规章; value=43.788万元; value=3,405,820元", "units stay"},
		{"规章 增加5 +19 -15 增 0/0", "label=规章; value=增加5; value=+19; value=-15; value=增; value=0/0", "signs and words"},
		{"规章0-155", "label=规章; value=0; value=-155", "a sign begins a value"},
		{"规章 / — - 0", "label=规章; value=/; value=—; value=-; value=0", "marks for nothing"},
		{"规章 5 件\n3", "label=规章; value=5 件; value=3", "a unit behind a blank"},
		{"规章 5 件。", "label=规章; value=5; text=件。", "a sentence"},
		{"规章 2022年 3", "label=规章; text=2022年; value=3", "digits in text are none of a cell"},
		{"规章制度 3", "text=规章制度; value=3", "a longer word"},
		{"条例规章 3", "text=条例规章; value=3", "a label begins behind a separator"},
		{"说明(第 3 页) 规章", "text=说明(第 3 页); label=规章", "brackets of unknown text are taken whole"},
	} {
		text := opening + "\n" + test.text
		assert.Equal(t, test.want, said(text, lex(text)[3:]), "%s: %s", test.text, test.why)
	}
	requests := "申请人情况自然人法人或其他组织总计"
	for _, test := range []struct{ text, want, why string }{
		{"1.属于国家秘密00000002.其他法律行政法规禁止公开", "label=1.属于国家秘密; value=0000000; label=2.其他法律行政法规禁止公开", "the last digit is the next label's number"},
		{"(二)部分公开0000000(三)不予公开1.属于", "label=(二)部分公开; value=0000000; label=(三)不予公开; text=1.属于", "a label in brackets is no note"},
		{"3.其他 0", "label=3.其他; value=0", ""},
		{"四、结转下年度继续办理0四、政府信息公开行政复议、行政诉讼情况", "label=四、结转下年度继续办理; value=0; label=四、政府信息公开行政复议、行政诉讼情况", "the heading behind"},
	} {
		text := requests + test.text
		assert.Equal(t, test.want, said(text, lex(text)[4:]), "%s: %s", test.text, test.why)
	}
}

func TestTablesBeginAtTheirOwnWords(t *testing.T) {
	for _, test := range []struct {
		text string
		in   label.Table
		why  string
	}{
		{"第二十条第(一)项\n信息内容", label.Proactive, "a caption and the corner"},
		{"信息内容\n上一年项目数量", label.Proactive, "the corner and a head"},
		{"信息内容", label.None, "the corner's words alone"},
		{"根据第二十条第(五)项的规定", label.None, "the caption's words in a sentence"},
		{"办好。第二十条第(一)项信息内容本年制发件数", label.Proactive, "run together with a sentence"},
		{"(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)", label.Requests, "the corner's note"},
		{"申请人情况较好", label.None, "a sentence"},
		{"申请人情况\n等于第三项加\n自然 人\n总计", label.Requests, "heads, torn"},
		{"自然人 法人或其他组织", label.Requests, "heads without the one above them"},
		{"行政复议 行政诉讼\n结果维持", label.Disputes, "heads of table four without its heading"},
	} {
		items := lex(test.text)
		assert.Equal(t, test.in, items[len(items)-1].in, "%s: %s", test.text, test.why)
	}
}

func TestMend(t *testing.T) {
	for _, test := range []struct{ text, want, why string }{
		{"行政事业型收费 5", "label=行政事业型收费; value=5", "a letter changed"},
		{"行政事业\n0\n性收费\n规章", "label=行政事业; value=0; label=规章", "a label around its value"},
		{"行政执法 5", "text=行政执法; value=5", "like several"},
		{"件，行政规范性文件 9", "text=件,行政规范性文件; value=9", "a sentence"},
		{"行政事业型收费", "text=行政事业型收费", "no value follows"},
		{"规章 行政事业型收费 5", "label=规章; text=行政事业型收费; value=5", "it may go on with the label before it"},
	} {
		text := opening + "\n" + label.Text(test.text)
		assert.Equal(t, test.want, said(text, mend(text, lex(text))[3:]), "%s: %s", test.text, test.why)
	}
}

func TestWaysToCut(t *testing.T) {
	for _, test := range []struct {
		pieces    []string
		count     int
		all, kept int
		tooMany   bool
		why       string
	}{
		{[]string{"000"}, 3, 1, 1, false, "noughts"},
		{[]string{"100"}, 3, 1, 0, false, "as many digits as numbers"},
		{[]string{"1003"}, 3, 1, 0, false, "no number begins with a nought: 10, 0, 3"},
		{[]string{"1234"}, 3, 3, 0, false, ""},
		{[]string{"1", "23", "4"}, 3, 1, 0, false, "separators are cuts"},
		{[]string{"12"}, 3, 0, 0, false, "too few"},
		{[]string{"51015"}, 3, 4, 1, false, "5 and 10 are 15"},
		{[]string{strings.Repeat("1", 200)}, 3, 0, 0, true, "too many digits"},
	} {
		e := &effort{mostSteps}
		kept, all, err := e.ways(test.pieces, test.count, nil, addsUp)
		assert.Equal(t, test.tooMany, err != nil, "%v: %s", test.pieces, test.why)
		assert.Equal(t, test.all, all, "%v: %s", test.pieces, test.why)
		assert.Len(t, kept, test.kept, "%v: %s", test.pieces, test.why)
	}
	e := &effort{mostSteps}
	assert.False(t, e.mayBeFewer([]string{"000"}, 3, nil), "two numbers would begin with a nought")
	assert.True(t, e.mayBeFewer([]string{"112"}, 3, nil), "1, 12 and a blank")
	signed, all, err := e.ways([]string{"0", "-100"}, 3, []bool{false, true, false}, nil)
	assert.NoError(t, err)
	assert.Equal(t, 1, all)
	assert.Equal(t, []int{0, -10, 0}, signed[0].numbers)
}

func TestWhatCostsTooMuchIsLeft(t *testing.T) {
	e := &effort{100}
	_, _, err := e.ways([]string{strings.Repeat("1", 40)}, 7, nil, nil)
	assert.ErrorIs(t, err, errTooMany)
	assert.LessOrEqual(t, e.steps, 0)
}

func TestFives(t *testing.T) {
	for _, test := range []struct {
		digits string
		want   string
		why    string
	}{
		{"10203120001200000", "[1 0 2 0 3 12 0 0 0 12 0 0 0 0 0]", "as seen in a real report"},
		{"000000000000000", "[0 0 0 0 0 0 0 0 0 0 0 0 0 0 0]", ""},
		{"1111411114111141", "", "too many digits for any cut"},
		{"100000000000000", "", "it does not add up"},
	} {
		e := &effort{mostSteps}
		ways, err := e.fives([]string{test.digits}, 3)
		assert.NoError(t, err)
		got := ""
		if len(ways) == 1 {
			got = fmt.Sprint(ways[0].numbers)
		}
		assert.Equal(t, test.want, got, "%s: %s", test.digits, test.why)
	}
}

// gridOfRows is a table of five rows, given as digits that run together, or as numbers where they are certain.
func gridOfRows(rows map[string]string) *grid {
	g := &grid{rows: []string{"received", "carried_in", "a", "b", "total", "carried_out"}, parts: []string{"a", "b"},
		known: map[string][]int{}, ways: map[string][]way{}, all: map[string]int{}, steps: &effort{mostSteps}}
	for _, row := range g.rows {
		if numbers := strings.Fields(rows[row]); len(numbers) == requestColumns {
			for _, n := range numbers {
				w, _ := wholeNumber(n)
				g.known[row] = append(g.known[row], w)
			}
		} else if len(numbers) == 1 {
			g.ways[row], g.all[row], _ = g.steps.ways(numbers, requestColumns, nil, addsUp)
		}
	}
	return g
}

func TestSolve(t *testing.T) {
	for _, test := range []struct {
		rows map[string]string
		want string // the rows that are cut
		why  string
	}{
		{map[string]string{"a": "0000000"}, "a=[0 0 0 0 0 0 0]", "there is but one way"},
		{map[string]string{"a": "10000010"}, "", "10 or 1 and 0: nothing confirms it"},
		{map[string]string{"a": "1100000110", "b": "0 0 0 0 0 0 0", "total": "110 0 0 0 0 0 110"}, "", "none adds up"},
		{map[string]string{"a": "11000011", "b": "0 0 0 0 0 0 0", "total": "11 0 0 0 0 0 11"}, "", "that would be six numbers"},
		{map[string]string{"a": "110000011", "b": "1 0 0 0 0 0 1", "total": "12 0 0 0 0 0 12"}, "a=[11 0 0 0 0 0 11]", "the columns confirm it"},
		{map[string]string{"a": "110000011", "b": "1 0 0 0 0 0 1", "total": "13 0 0 0 0 0 13"}, "", "the columns deny it"},
		{map[string]string{"received": "123000024", "carried_in": "0 0 0 0 0 0 0", "total": "1 23 0 0 0 0 24", "carried_out": "0 0 0 0 0 0 0"}, "received=[1 23 0 0 0 0 24]", "the balance confirms it"},
	} {
		g := gridOfRows(test.rows)
		chosen := g.solved()
		var got []string
		for _, row := range g.rows {
			if w, ok := chosen[row]; ok {
				got = append(got, row+"="+fmt.Sprint(w.numbers))
			}
		}
		assert.Equal(t, test.want, strings.Join(got, " "), "%v: %s", test.rows, test.why)
	}
}

func TestPageNumbersAmongDigitsThatRunTogether(t *testing.T) {
	text := "第二十条第（五）项\n信息内容上一年项目数量本年增/减处理决定数量\n行政许可0-10\n其他对外管理服务事项03050\n1\n第二十条第（六）项"
	r := Read(text, 0)
	assert.Empty(t, figuresOf(r, "proactive.other_services", true), "1 may be the page's number, and 03050 three figures")
	assert.Contains(t, r.Unplaced, Unplaced{"03050\n1", strings.Index(text, "03050"), strings.Index(text, "03050") + 7, stray})
}

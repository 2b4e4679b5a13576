package label

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/form"
)

func TestEveryLabelOfTheFormIsFoundAsPrescribed(t *testing.T) {
	for _, e := range form.Editions() {
		for _, table := range e.Tables() {
			in, ok := TableOf(table.Key)
			require.True(t, ok)
			for _, s := range table.Grid().Slots {
				if s.Cell != nil {
					continue
				}
				l, exact := Whole(s.Label, in)
				if assert.NotNil(t, l, s.Label) {
					assert.True(t, exact, s.Label)
					assert.True(t, l.IsAsPrescribed(s.Label, e.ID), s.Label)
					_, words, has := l.In(e.ID)
					assert.True(t, has, s.Label)
					assert.Equal(t, s.Label, words)
				}
			}
			for _, c := range e.Cells() {
				if c.Table == table.Key && c.RowLabel() != "" {
					row, _ := Whole(c.RowLabel(), in)
					column, _ := Whole(c.Column[len(c.Column)-1].Label, in)
					assert.Equal(t, string(c.Key), in.Key()+"."+row.Key+"."+column.Key)
				}
			}
		}
	}
}

func TestWhole(t *testing.T) {
	for _, test := range []struct {
		cell  string
		in    Table
		kind  Kind
		key   string
		exact bool
		why   string
	}{
		{"规章", Proactive, Row, "rules", true, "as prescribed"},
		{"规章（设区的市、自治州人民政府应提供相关数据）", Proactive, Row, "rules", false, "a note behind the label is no part of it"},
		{"规章(设区的市某某官网登录2022下载应提供 3 个数据)", Proactive, Row, "rules", false, "nor are digits in a note"},
		{"规范性文件", Proactive, Row, "normative", true, "prescribed in 2019"},
		{"其他主动公开文件(含以本单位名义签发的)", Proactive, Foreign, "", false, "a row of Hubei"},
		{"其它对外管理服务事项", Proactive, Row, "other_services", false, "it for he"},
		{"本年新\n制作数量", Proactive, Column, "made", true, "a line's end within"},
		{"本年新", Proactive, Torn, "", false, "the second line is lost"},
		{"本年发件", Proactive, Column, "issued", false, "letters lost"},
		{"现行有效件", Proactive, Column, "in_force", false, "letters lost"},
		{"本年收费金额单位:万元", Proactive, Column, "amount", false, "brackets lost"},
		{"本年处理绝对数量", Proactive, Column, "decisions", false, "another word"},
		{"第二十条第", Proactive, Caption, "", false, "the number is lost"},
		{"第二十条第(五)项", Proactive, Caption, "五", true, "marks of half width"},
		{"1、属于国家秘密", Requests, Row, "denied.state_secret", false, "another mark behind the number"},
		{"属于国家秘密", Requests, Row, "denied.state_secret", false, "no number"},
		{"２.其他法律行政法规禁止公开", Requests, Row, "denied.law_prohibited", true, "a digit of full width"},
		{"2.其他法律行政止公开", Requests, Row, "denied.law_prohibited", false, "letters lost, as seen"},
		{"3.危及\"三安全一稳定\"", Requests, Row, "denied.security_stability", true, "straight marks"},
		{"3.危及三安全一稳定", Requests, Row, "denied.security_stability", false, "no marks"},
		{"（六） 其他", Requests, RowGroup, "other", false, "a part of the group's label"},
		{"3.其他", Requests, Row, "other.miscellaneous", true, "a row, by its number"},
		{"其他", Requests, Column, "other", true, "a column, without one"},
		{"总 计", Requests, Column, "total", true, "spaced letters"},
		{"（七）总计", Requests, Row, "total", true, "the row"},
		{"社会公益 组织", Requests, Column, "social", true, "spaced letters"},
		{"三、本年度办理结果", Requests, RowGroup, "", true, "the upright label"},
		{"（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", None, Corner, "", true, "a corner opens a table wherever it stands"},
		{"二、上年结转政府信息公开数量", Requests, Row, "carried_in", false, "a word lost"},
		{"公(gōng)開(kāi)出版物", Requests, word, "", false, "no label at all"},
		{"3.要求提供公开出版物", Requests, Row, "not_handled.publication", true, ""},
		{"3.要(yao)求提供公開(kāi)出版物", Requests, Row, "not_handled.publication", false, "readings in brackets, traditional letters"},
		{"未經複議直接起訴", Disputes, ColumnGroup, "litigation_direct", false, "traditional letters"},
		{"结果维持0", Disputes, word, "", false, "more than a label"},
		{"规章制度", Proactive, word, "", false, "a longer word"},
		{"规规章章", Proactive, Row, "rules", false, "every letter twice"},
		{"四、因政府信息公开工作被申请行政复议提起行政诉讼情况", None, Section, "四", false, "a heading in other words"},
		{"五、存在的主要问题及整改措施", None, Section, "五", false, ""},
		{"六、其他需要报告的事项", Requests, Section, "六", true, "headings are told in tables too"},
	} {
		l, exact := Whole(test.cell, test.in)
		if test.kind == word {
			assert.Nil(t, l, "%s: %s", test.cell, test.why)
			continue
		}
		if assert.NotNil(t, l, "%s: %s", test.cell, test.why) {
			assert.Equal(t, test.kind, l.Kind(), "%s: %s", test.cell, test.why)
			assert.Equal(t, test.key, l.Key, "%s: %s", test.cell, test.why)
			assert.Equal(t, test.exact, exact, "%s: %s", test.cell, test.why)
		}
	}
}

func TestAtTakesTheLongest(t *testing.T) {
	for _, test := range []struct {
		text string
		in   Table
		want string
		why  string
	}{
		{"本年增/减处理决定数量", Proactive, "本年增/减", "the next label is another one"},
		{"行政复议行政诉讼", Disputes, "行政复议", "not the heading"},
		{"1.申请人无正当理由逾期不补正0", Requests, "1.申请人无正当理由逾期不补正", "a short form"},
		{"（二）部分公开（区分处理的，只计这一情形，不计其他情形）0", Requests, "(二)部分公开(区分处理的,只计这一情形,不计其他情形)", "with the bracket that closes"},
		{"3.危及“三安全一稳定” 5 0", Requests, `3.危及"三安全一稳定"`, "with the mark that closes"},
		{"自然人\n法人或其他组织", Requests, "自然人", ""},
	} {
		text := Fold(test.text).Text
		l, end := At(text, 0, test.in)
		if assert.NotNil(t, l, test.text) {
			assert.Equal(t, test.want, text[:end], test.why)
		}
	}
}

func TestNearest(t *testing.T) {
	for _, test := range []struct {
		text string
		in   Table
		key  string // "" for none
		why  string
	}{
		{"5.要求行政机关确认或重新出具已获得信息", Requests, "not_handled.confirmation", "a letter changed"},
		{"行政事业型收费", Proactive, "fees", "a letter changed"},
		{"4.保护第三方权益", Requests, "denied.third_party", "letters lost"},
		{"3.保护第三方权益", Requests, "", "another number"},
		{"行政强", Proactive, "", "too short"},
		{"行政执法", Proactive, "", "like several"},
		{"2022年我镇共受理申请", Requests, "", "a sentence"},
		{strings.Repeat("行", 3000), Proactive, "", "too long"},
		{"行政许可其他对外管理服务事", Proactive, "", "the label of the row before, and most of the next"},
		{"信息2.没有现成信息需要另", Requests, "", "the end of the label of the row before, and most of the next"},
		{"息6.属于四类过程性信息", Requests, "", "the last letter of it"},
		{"关于其他对外管理服务事", Proactive, "other_services", "a word in front that ends no other label"},
	} {
		l := Nearest(test.text, test.in)
		if test.key == "" {
			assert.Nil(t, l, "%s: %s", test.text, test.why)
		} else if assert.NotNil(t, l, "%s: %s", test.text, test.why) {
			assert.Equal(t, test.key, l.Key, test.why)
		}
	}
}

func TestFoldKeepsTheWayBack(t *testing.T) {
	typed := "規　章０\u200b０公(gōng)(gong)開（kāi）|**１２**&nbsp;〇\u00a0x"
	f := Fold(typed)
	assert.Equal(t, "规 章00公开|12 〇 x", f.Text)
	for _, want := range []struct{ folded, typed string }{
		{"规", "規"}, {"00", "０\u200b０"}, {"公", "公"}, {"开", "開"}, {"12", "１２"}, {"x", "x"}, {"章0", "章０"},
	} {
		at := strings.Index(f.Text, want.folded)
		from, to := f.Original(at, at+len(want.folded))
		assert.Equal(t, want.typed, typed[from:to], want.folded)
	}
}

func TestExpand(t *testing.T) {
	assert.ElementsMatch(t, []string{"本年制发件", "本年制发", "本年发件", "本年发", "制发件", "制发", "发件", "发"}, expand("[本年]{制发|发}[件]"))
	assert.ElementsMatch(t, []string{"其他", "其它"}, expand("其他"))
}

func FuzzFold(f *testing.F) {
	f.Add("規(guī)章０&nbsp;\u200b|**x**")
	f.Fuzz(func(t *testing.T, text string) {
		folded := Fold(text)
		last := 0
		for at := range folded.Text {
			from, to := folded.Original(at, at+1)
			if from < last || to < from || to > len(text) {
				t.Fatalf("byte %d of %q is said to stand at %d to %d of %q", at, folded.Text, from, to, text)
			}
			last = from
			At(folded.Text, at, Requests)
		}
	})
}

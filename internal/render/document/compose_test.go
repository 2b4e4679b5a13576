package document_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/render/document"
	"nianbao/internal/sample"
)

func report(t *testing.T, edition string, texts map[form.Key]string) *model.Report {
	e, ok := form.ByID(edition)
	require.True(t, ok)
	r := model.New(e)
	r.Fields["unit.name"] = model.Field{Text: "清溪镇人民政府"}
	r.Fields["report.year"] = model.Field{Text: "2025"}
	for k, typed := range texts {
		r.Texts[k] = model.SplitParagraphs(typed, model.Place{})
	}
	return r
}

// told writes the headings and paragraphs of a document down, without those of sections: # a heading on its own line, > one that
// runs in, | before the text, each with the level of its number and its rank; ! nothing below, * a note.
func told(d *document.Document) []string {
	var all []string
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case document.Heading:
			if !b.IsSection() {
				line := fmt.Sprintf("#%d%d %s", b.Level, b.Rank, b.Text)
				if b.Bare {
					line += "!"
				}
				all = append(all, line)
			}
		case document.Paragraph:
			line := ""
			if b.Lead != "" {
				line = fmt.Sprintf(">%d%d %s", b.Level, b.Rank, b.Lead)
			}
			if line += "|" + b.Text; b.Note {
				line += "*"
			}
			all = append(all, line)
		}
	}
	return all
}

func TestHeadingsAndTheirRanks(t *testing.T) {
	for _, c := range []struct {
		why   string
		key   form.Key
		typed string
		want  []string
	}{
		{"plain text", "narrative.overview", "全年公开信息320条。", []string{"|全年公开信息320条。"}},
		{"a heading that runs in", "narrative.overview", "（一）主动公开。全年公开。", []string{">22 （一）主动公开。|全年公开。"}},
		{"headings on lines of their own, the first with nothing below", "narrative.overview", "（一）主动公开\n（二）依申请公开\n收到申请。\n（三）平台建设\n更新专栏。",
			[]string{"#22 （一）主动公开!", "#22 （二）依申请公开", "|收到申请。", "#22 （三）平台建设", "|更新专栏。"}},
		{"the looks go by the number, the rank by the outline", "narrative.overview", "（1）起草\n全年。\n（2）审核\n全年。",
			[]string{"#42 （1）起草", "|全年。", "#42 （2）审核", "|全年。"}},
		{"a level that was left out is not skipped", "narrative.overview", "（一）主动公开\n（1）起草\n全年。\n（二）依申请公开\n1.登记\n（1）当面\n全年。",
			[]string{"#22 （一）主动公开", "#43 （1）起草", "|全年。", "#22 （二）依申请公开", "#33 1.登记", "#44 （1）当面", "|全年。"}},
		{"a section's number inside a section is below it", "narrative.overview", "一、问题\n（一）人手\n1.编制\n（1）岗位\n全年。",
			[]string{"#12 一、问题", "#23 （一）人手", "#34 1.编制", "#45 （1）岗位", "|全年。"}},
		{"before the first section, the title is above", "narrative.preface", "（一）编制说明\n1.依据。按条例。\n2.期限。全年。",
			[]string{"#21 （一）编制说明", ">32 1.依据。|按条例。", ">32 2.期限。|全年。"}},
		{"a heading below one that runs in is none deeper than those on lines of their own", "narrative.overview", "（一）主动公开。全年公开。\n1.网上平台\n（1）网站。改版。\n2.线下阵地\n全年。",
			[]string{">22 （一）主动公开。|全年公开。", "#32 1.网上平台", ">43 （1）网站。|改版。", "#32 2.线下阵地", "|全年。"}},
		{"a section's table is something below", "narrative.proactive", "（一）总体数据", []string{"#22 （一）总体数据"}},
		{"a note on the table, and what is behind it", "narrative.disputes", "表前。\n注：表后。\n表后第二段。", []string{"|表前。", "|注：表后。*", "|表后第二段。*"}},
		{"no note without a table", "narrative.problems", "注意事项一段。", []string{"|注意事项一段。"}},
	} {
		assert.Equal(t, c.want, told(document.Compose(report(t, "2021", map[form.Key]string{c.key: c.typed}))), c.why)
	}
}

func TestSectionsWithoutContentAreBare(t *testing.T) {
	bare := map[string]bool{}
	for _, b := range document.Compose(report(t, "2021", map[form.Key]string{"narrative.problems": "有。"})).Blocks {
		if h, ok := b.(document.Heading); ok {
			bare[h.Text] = h.Bare
		}
	}
	assert.Equal(t, map[string]bool{
		"一、总体情况": true, "二、主动公开政府信息情况": false, "三、收到和处理政府信息公开申请情况": false,
		"四、政府信息公开行政复议、行政诉讼情况": false, "五、存在的主要问题及改进情况": false, "六、其他需要报告的事项": true,
	}, bare)
}

func TestEntriesOfATableOfContents(t *testing.T) {
	assert.Equal(t, document.Entry{Title: "（二）改进情况", Rank: 2}, document.Heading{Level: 2, Rank: 2, Text: "（二）改进情况："}.Entry())
	e, ok := document.Paragraph{Level: 2, Rank: 2, Lead: "（一）主动公开。", Text: "全年。"}.Entry()
	assert.True(t, ok)
	assert.Equal(t, document.Entry{Title: "（一）主动公开", Rank: 2}, e)
	_, ok = document.Paragraph{Text: "全年。"}.Entry()
	assert.False(t, ok)
}

func TestOrder(t *testing.T) {
	r := report(t, "2021", map[form.Key]string{
		"narrative.preface":  "前言。",
		"narrative.disputes": "注重化解，在表前。\n注：表后。\n表后第二段。",
		"narrative.problems": "注意事项一段，不在表旁。",
	})
	r.Fields["report.date"] = model.Field{Text: "2026-01-20"}
	var order []string
	for _, b := range document.Compose(r).Blocks {
		switch b := b.(type) {
		case document.Title:
			order = append(order, b.Unit+b.Name)
		case document.Heading:
			order = append(order, b.Text)
		case document.Paragraph:
			order = append(order, b.Lead+b.Text)
		case document.Table:
			order = append(order, b.Title)
		case document.Signature:
			order = append(order, b.Unit+" "+b.Date)
		}
	}
	assert.Equal(t, []string{
		"清溪镇人民政府2025年政府信息公开工作年度报告",
		"前言。",
		"一、总体情况",
		"二、主动公开政府信息情况", "主动公开政府信息情况表",
		"三、收到和处理政府信息公开申请情况", "收到和处理政府信息公开申请情况表",
		"四、政府信息公开行政复议、行政诉讼情况", "注重化解，在表前。", "政府信息公开行政复议、行政诉讼情况表", "注：表后。", "表后第二段。",
		"五、存在的主要问题及改进情况", "注意事项一段，不在表旁。",
		"六、其他需要报告的事项",
		"清溪镇人民政府 2026年1月20日",
	}, order)
}

func TestFilesAreDatedByTheReport(t *testing.T) {
	for _, c := range []struct{ why, year, date, want string }{
		{"the report's date", "2025", "2026-01-20", "2026-01-20"},
		{"else 1 January after the report year", "2025", "", "2026-01-01"},
		{"a year that cannot be read takes the edition's", "今年", "", "2022-01-01"},
	} {
		r := report(t, "2021", nil)
		r.Fields["report.year"] = model.Field{Text: c.year}
		r.Fields["report.date"] = model.Field{Text: c.date}
		assert.Equal(t, c.want, document.Compose(r).Dated.Format(time.DateOnly), c.why)
	}
}

func TestPlaceholdersAndFigures(t *testing.T) {
	r := report(t, "2021", map[form.Key]string{"narrative.overview": "收到{{本年新收}}件，{{不认识}}。"})
	r.Figures["requests.received.total"] = model.ParseFigure(form.Count, "30")
	r.Figures["requests.granted.total"] = model.ParseFigure(form.Count, "")
	d := document.Compose(r)
	assert.Equal(t, "|收到30件，{{不认识}}。", told(d)[0], "an unknown placeholder stays, so that it is seen")
	var figures []string
	for _, b := range d.Blocks {
		if table, ok := b.(document.Table); ok && table.HeadRows == 3 && table.HeadCols == 3 {
			for _, c := range table.Cells {
				if c.Role == form.FigureSlot {
					figures = append(figures, c.Text)
				}
			}
		}
	}
	require.Len(t, figures, 175)
	assert.Equal(t, "30", figures[6])
	assert.Equal(t, "", figures[20], "a blank figure prints as blank, never as 0")
}

// A draft shows what stood in a cell and is no text, and says that it is none.
func TestUnreadTexts(t *testing.T) {
	r := model.New(form.Editions()[1])
	r.Fields["unit.name"] = model.Field{Text: "#NAME?", Unread: model.Unread{Fault: model.ErrorValue}}
	r.Texts["narrative.overview"] = []model.Paragraph{{Text: "（一）主动公开"}, {Text: "（二）TRUE{{单位}}", Unread: model.Unread{Fault: model.TruthValue}}}
	r.Texts["narrative.requests"] = []model.Paragraph{{Text: "注：=A1", Unread: model.Unread{Fault: model.NoResult}}}
	r.Figures["disputes.review.upheld"] = model.Value{State: model.Unreadable, Text: "5", Stored: "5000"}
	d := document.Compose(r)
	assert.Equal(t, "年政府信息公开工作年度报告", d.Title, "no file says that it is of such a unit")
	var texts []string
	for _, text := range d.Texts() {
		texts = append(texts, text.Text)
	}
	assert.Contains(t, texts, "【读不出：（二）TRUE{{单位}}】")
	assert.Contains(t, texts, "【读不出：注：=A1】")
	assert.Contains(t, texts, "5（存的是5000）")
	assert.Contains(t, texts[0], "【读不出：#NAME?】")
	for _, b := range d.Blocks {
		if h, ok := b.(document.Heading); ok {
			assert.NotContains(t, h.Text, "读不出", "it is no heading")
		}
	}
}

func BenchmarkCompose(b *testing.B) {
	r := sample.Report(b, "b-district-2022")
	b.ReportAllocs()
	for b.Loop() {
		document.Compose(r)
	}
}

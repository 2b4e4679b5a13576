package document_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/render/document"
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

func paragraphs(d *document.Document) []document.Paragraph {
	var list []document.Paragraph
	for _, b := range d.Blocks {
		if p, ok := b.(document.Paragraph); ok {
			list = append(list, p)
		}
	}
	return list
}

func TestLevelsAreReadOffTheNumbering(t *testing.T) {
	for _, c := range []struct {
		why, typed string
		want       document.Paragraph
	}{
		{"plain text", "全年公开信息320条。", document.Paragraph{Text: "全年公开信息320条。"}},
		{"a run-in heading ends with its first sentence", "（一）主动公开。全年公开。", document.Paragraph{Level: 2, Lead: "（一）主动公开。", Text: "全年公开。"}},
		{"a heading on its own line", "（一）主动公开", document.Paragraph{Level: 2, Lead: "（一）主动公开"}},
		{"half-width brackets", "(一)主动公开", document.Paragraph{Level: 2, Lead: "(一)主动公开"}},
		{"the third level", "1.工作考核。占4分。", document.Paragraph{Level: 3, Lead: "1.工作考核。", Text: "占4分。"}},
		{"the third level with a full-width point", "12．工作考核", document.Paragraph{Level: 3, Lead: "12．工作考核"}},
		{"a decimal is no numbering", "1.5万人次参加。", document.Paragraph{Text: "1.5万人次参加。"}},
		{"a year is no numbering", "2025年，全年公开。", document.Paragraph{Text: "2025年，全年公开。"}},
		{"the fourth level", "（1）考核。每季。", document.Paragraph{Level: 4, Lead: "（1）考核。", Text: "每季。"}},
		{"a section's heading, typed inside a section", "一、总体情况", document.Paragraph{Level: 1, Lead: "一、总体情况"}},
		{"a closing quote belongs to the sentence", "（一）做到“应公开、尽公开。”全年公开。", document.Paragraph{Level: 2, Lead: "（一）做到“应公开、尽公开。”", Text: "全年公开。"}},
		{"a bracket inside the text is none", "全年（一）公开。", document.Paragraph{Text: "全年（一）公开。"}},
	} {
		d := document.Compose(report(t, "2021", map[form.Key]string{"narrative.overview": c.typed}))
		assert.Equal(t, []document.Paragraph{c.want}, paragraphs(d), c.why)
	}
}

func TestOrder(t *testing.T) {
	r := report(t, "2021", map[form.Key]string{
		"narrative.preface":  "前言。",
		"narrative.disputes": "表前。\n注：表后。\n表后第二段。",
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
		"四、政府信息公开行政复议、行政诉讼情况", "表前。", "政府信息公开行政复议、行政诉讼情况表", "注：表后。", "表后第二段。",
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
	assert.Equal(t, "收到30件，{{不认识}}。", paragraphs(d)[0].Text, "an unknown placeholder stays, so that it is seen")
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

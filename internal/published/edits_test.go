package published_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/published"
	"nianbao/internal/render/document"
	"nianbao/internal/render/docx"
	"nianbao/internal/sample"
)

const documentPart = "word/document.xml"

// run is a run of text as our documents have it.
func run(text string) string {
	return `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">` + text + `</w:t></w:r>`
}

func paragraph(inside string) string {
	return `<w:p><w:pPr/>` + inside + `</w:p>`
}

var threeParagraphs = map[form.Key]string{
	"narrative.overview": "全年公开信息320条，比上年多出20条。\n收到{{本年新收}}件申请，办结{{办理结果总计}}件，电话{{电话}}。\n每季检查一次。",
	"narrative.problems": "公开的内容还不够细。",
}

// The first overview paragraphs as they are printed.
const (
	first  = "全年公开信息320条，比上年多出20条。"
	second = "收到16件申请，办结177件，电话000-12345678。"
	third  = "每季检查一次。"
)

// What was done to the document, and what that means for the report.
func TestEdits(t *testing.T) {
	p1, p2, p3 := paragraph(run(first)), paragraph(run(second)), paragraph(run(third))
	for _, c := range []struct {
		why      string
		edits    []string
		overview []string // nil: as it was
		changes  []string
	}{
		{
			"a word is changed: the placeholders that still stand stay",
			[]string{"办结177件，电话", "全部办结177件，咨询电话"},
			[]string{"全年公开信息320条，比上年多出20条。", "收到{{本年新收}}件申请，全部办结{{办理结果总计}}件，咨询电话{{电话}}。", "每季检查一次。"},
			[]string{"“一、总体情况”第2段（填报表“narrative.overview”A2）已改：“收到16件申请，办结177件，电话000-123456…”改为“收到16件申请，全部办结177件，咨询电话000-123456…”。"},
		},
		{
			"a number of the table is changed in the text: it becomes text, and that is said",
			[]string{"收到16件", "收到15件"},
			[]string{"全年公开信息320条，比上年多出20条。", "收到15件申请，办结{{办理结果总计}}件，电话{{电话}}。", "每季检查一次。"},
			[]string{"“一、总体情况”第2段（填报表“narrative.overview”A2）已改：“收到16件申请，办结177件，电…”改为“收到15件申请，办结177件，电…”。原来的{{本年新收}}没有保留，这里以后不随表里的内容变化。"},
		},
		{
			"a paragraph is added",
			[]string{p3, paragraph(run("新增的一段。")) + p3},
			[]string{"全年公开信息320条，比上年多出20条。", "收到{{本年新收}}件申请，办结{{办理结果总计}}件，电话{{电话}}。", "新增的一段。", "每季检查一次。"},
			[]string{"“一、总体情况”第3段是新增的：“新增的一段。”。"},
		},
		{
			"a paragraph is removed",
			[]string{p2, ""},
			[]string{"全年公开信息320条，比上年多出20条。", "每季检查一次。"},
			[]string{"原“一、总体情况”第2段（填报表“narrative.overview”A2）已删去：“" + second + "”。"},
		},
		{
			"paragraphs are moved: they keep their placeholders",
			[]string{p3, p1 + p2, p1 + "\n" + p2, p3},
			[]string{"每季检查一次。", "全年公开信息320条，比上年多出20条。", "收到{{本年新收}}件申请，办结{{办理结果总计}}件，电话{{电话}}。"},
			[]string{"“一、总体情况”第1段（填报表“narrative.overview”A3）是从别处移来的：“" + third + "”。原来是“一、总体情况”第3段。"},
		},
		{
			"one paragraph is made two, by a line break",
			[]string{"全年公开信息320条，", "全年公开信息320条。</w:t><w:br/><w:t>"},
			[]string{"全年公开信息320条。", "比上年多出20条。", "收到{{本年新收}}件申请，办结{{办理结果总计}}件，电话{{电话}}。", "每季检查一次。"},
			[]string{
				"“一、总体情况”第1段（填报表“narrative.overview”A1）已改：“全年公开信息320条，比上年多出20条。”改为“全年公开信息320条。”。",
				"“一、总体情况”第2段是新增的：“比上年多出20条。”。",
			},
		},
		{
			"two paragraphs are made one",
			[]string{first + `</w:t></w:r></w:p>` + "\n" + `<w:p><w:pPr/><w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">`, first},
			[]string{first + "收到{{本年新收}}件申请，办结{{办理结果总计}}件，电话{{电话}}。", "每季检查一次。"},
			[]string{
				"原“一、总体情况”第1段（填报表“narrative.overview”A1）已删去：“" + first + "”。",
				"“一、总体情况”第1段（填报表“narrative.overview”A2）已改：“收到16件申请，办结17…”改为“全年公开信息320条，比上年多出20条。收到16件申请，办结17…”。",
			},
		},
		{
			"changes are tracked: they count as accepted",
			[]string{
				run(third), `<w:del w:id="1" w:author="甲"><w:r><w:delText>每季</w:delText></w:r></w:del><w:ins w:id="2" w:author="甲">` + run("每月") + `</w:ins>` + run("检查一次。"),
			},
			[]string{"全年公开信息320条，比上年多出20条。", "收到{{本年新收}}件申请，办结{{办理结果总计}}件，电话{{电话}}。", "每月检查一次。"},
			[]string{"“一、总体情况”第3段（填报表“narrative.overview”A3）已改：“每季检查一次。”改为“每月检查一次。”。"},
		},
		{
			"the end of a paragraph is deleted, the change tracked",
			[]string{`<w:p><w:pPr/>` + run(first), `<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="甲"/></w:rPr></w:pPr>` + run(first)},
			[]string{first + "收到{{本年新收}}件申请，办结{{办理结果总计}}件，电话{{电话}}。", "每季检查一次。"},
			[]string{
				"原“一、总体情况”第1段（填报表“narrative.overview”A1）已删去：“" + first + "”。",
				"“一、总体情况”第1段（填报表“narrative.overview”A2）已改：“收到16件申请，办结17…”改为“全年公开信息320条，比上年多出20条。收到16件申请，办结17…”。",
			},
		},
		{
			"text is cut into runs, links, fields and controls: that is no change",
			[]string{run(third), `<w:proofErr w:type="spellStart"/>` + run("每") + `<w:hyperlink r:id="x">` + run("季") + `</w:hyperlink><w:sdt><w:sdtPr/><w:sdtContent>` + run("检") +
				`</w:sdtContent></w:sdt><w:fldSimple w:instr=" PAGE ">` + run("查") + `</w:fldSimple><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> X </w:instrText></w:r><w:smartTag>` + run("一次。") + `</w:smartTag>`},
			nil, nil,
		},
		{
			"words are set bold",
			[]string{run(third), `<w:r><w:rPr><w:b/></w:rPr><w:t>每</w:t></w:r><w:r><w:rPr><w:b/><w:u/></w:rPr><w:t>季</w:t></w:r>` + run("检查一次。")},
			[]string{"全年公开信息320条，比上年多出20条。", "收到{{本年新收}}件申请，办结{{办理结果总计}}件，电话{{电话}}。", "**每季**检查一次。"},
			[]string{"“一、总体情况”第3段（填报表“narrative.overview”A3）已改：“每季检查一次。”改为“**每季**检查一次。”。"},
		},
		{
			"a paragraph is moved and words of it are set bold: placeholders stay, or it is told which do not",
			[]string{p2 + "\n" + p3, p3 + "\n" + paragraph(run("收到16件申请，")+`<w:r><w:rPr><w:b/></w:rPr><w:t>办结</w:t></w:r>`+run("177件，电话000-12345678。"))},
			[]string{"全年公开信息320条，比上年多出20条。", "每季检查一次。", "收到{{本年新收}}件申请，**办结**177件，电话{{电话}}。"},
			[]string{"“一、总体情况”第3段（填报表“narrative.overview”A2）是从别处移来的：“收到16件申请，**办结**177件，电话000-12345678。”。原来是“一、总体情况”第2段；原来的{{办理结果总计}}没有保留，这里以后不随表里的内容变化。"},
		},
		{
			"marks are typed in the other width: placeholders beside them stay, as long as what they stand for is the same to the letter",
			[]string{"16件申请，办结177件，电话000-12345678。", "16件申请,办结177件,电话０００-12345678."},
			[]string{"全年公开信息320条，比上年多出20条。", "收到{{本年新收}}件申请,办结{{办理结果总计}}件,电话０００-12345678.", "每季检查一次。"},
			[]string{"“一、总体情况”第2段（填报表“narrative.overview”A2）已改：“收到16件申请，办结177件，电话000-12345678。”改为“收到16件申请,办结177件,电话０００-12345678.”。原来的{{电话}}没有保留，这里以后不随表里的内容变化。"},
		},
		{"a whole paragraph is set bold, or a bold one not", []string{run(third), `<w:r><w:rPr><w:b/></w:rPr><w:t>` + third + `</w:t></w:r><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t> </w:t></w:r>`}, nil, nil},
		{"a page break inside a paragraph is no text", []string{run(third), `<w:r><w:br w:type="page"/></w:r>` + run(third)}, nil, nil},
		{"spaces by which a paragraph was indented", []string{run(third), run("　　" + third + " ")}, nil, nil},
		{"empty paragraphs", []string{p3, `<w:p/>` + paragraph("") + p3 + paragraph(run(" "))}, nil, nil},
		{
			"special characters of word processors",
			[]string{run(third), `<w:r><w:t>每季</w:t><w:noBreakHyphen/><w:tab/><w:softHyphen/><w:sym w:font="宋体" w:char="4E00"/><w:cr/></w:r>`},
			[]string{"全年公开信息320条，比上年多出20条。", "收到{{本年新收}}件申请，办结{{办理结果总计}}件，电话{{电话}}。", "每季\u2011\t\u00ad一"},
			[]string{"“一、总体情况”第3段是新增的：“每季\u2011\t\u00ad一”。", "原“一、总体情况”第3段（填报表“narrative.overview”A3）已删去：“每季检查一次。”。"},
		},
		{
			"text beyond XML's reach for markup",
			[]string{third, "&lt;b&gt;&amp;amp; ]]&gt; {{不认识}}"},
			[]string{"全年公开信息320条，比上年多出20条。", "收到{{本年新收}}件申请，办结{{办理结果总计}}件，电话{{电话}}。", "<b>&amp; ]]> {{不认识}}"},
			[]string{"“一、总体情况”第3段是新增的：“<b>&amp; ]]> {{不认识}}”。", "原“一、总体情况”第3段（填报表“narrative.overview”A3）已删去：“每季检查一次。”。"},
		},
	} {
		r := report(t, threeParagraphs)
		got, _ := read(t, edit(t, asDocx(t, r), documentPart, c.edits...)).Report(r.Edition)
		back, changes := published.TakeBack(r, got)
		var told []string
		for _, change := range changes {
			assert.True(t, change.Taken, c.why)
			told = append(told, change.String())
		}
		assert.ElementsMatch(t, c.changes, told, c.why)
		want := r.Texts["narrative.overview"]
		var texts, now []string
		for _, p := range want {
			texts = append(texts, p.Text)
		}
		if c.overview != nil {
			texts = c.overview
		}
		for _, p := range back.Texts["narrative.overview"] {
			now = append(now, p.Text)
		}
		assert.Equal(t, texts, now, c.why)
		assert.Equal(t, r.Texts["narrative.problems"], back.Texts["narrative.problems"], c.why)
		assert.Equal(t, r.Figures, back.Figures, c.why)
	}
}

// What is never taken over, but told.
func TestWhatIsOnlyCompared(t *testing.T) {
	for _, c := range []struct {
		why     string
		edits   []string
		changes []string
		date    string
	}{
		{"a figure", []string{`>177<`, `>178<`}, []string{"“（七）总计”的“总计”不一样：填报表是“177”，文档是“178”。表里的数没有改，请核对后在填报表里改。"}, "2026-01-20"},
		{"a figure that was cleared", []string{run177, ""}, []string{"“（七）总计”的“总计”不一样：填报表是“177”，文档是空白。表里的数没有改，请核对后在填报表里改。"}, "2026-01-20"},
		{"a figure written another way is the same", []string{`>177<`, `> １７７件 <`}, nil, "2026-01-20"},
		{"the unit in the title", []string{`清溪镇人民政府</w:t>`, `清泉镇人民政府</w:t>`}, []string{"标题不一样：填报表是“清溪镇人民政府2025年政府信息公开工作年度报告”，文档是“清泉镇人民政府2025年政府信息公开工作年度报告”。单位和年度没有改，要改请在填报表里改；也请核对是不是同一份报告。"}, "2026-01-20"},
		{"a new date is taken over", []string{"2026年1月20日", "2026年1月23日"}, []string{"成文日期已改：“2026年1月20日”改为“2026年1月23日”。"}, "2026-01-23"},
		{"in numerals too", []string{"2026年1月20日", "二〇二六年一月二十三日"}, []string{"成文日期已改：“2026年1月20日”改为“二〇二六年一月二十三日”。"}, "2026-01-23"},
		{"the same date in numerals is the same", []string{"2026年1月20日", "二〇二六年一月二十日"}, nil, "2026-01-20"},
		{"the date is gone", []string{"2026年1月20日", ""}, []string{"成文日期不一样：填报表是“2026年1月20日”，文档是空白。日期没有改，不要落款请在填报表里删去成文日期。"}, "2026-01-20"},
	} {
		r := report(t, nil)
		got, doubts := read(t, edit(t, asDocx(t, r), documentPart, c.edits...)).Report(r.Edition)
		assert.Empty(t, doubts, c.why)
		back, changes := published.TakeBack(r, got)
		var told []string
		for _, change := range changes {
			told = append(told, change.String())
		}
		assert.Equal(t, c.changes, told, c.why)
		assert.Equal(t, c.date, back.Field("report.date"), c.why)
		assert.Equal(t, r.Figures, back.Figures, c.why)
		assert.Equal(t, r.Title(), back.Title(), c.why)
	}
}

// Figures that were changed alike have one cause, and are one change of their table; noughts that were taken out are none where the others prove them.
func TestFiguresThatWereChangedAlike(t *testing.T) {
	const run0 = `<w:r><w:t xml:space="preserve">0</w:t></w:r>`
	const only = "表里的数没有改，请核对后在填报表里改。"
	for _, c := range []struct {
		why, to string
		want    []string
	}{
		{"noughts that were taken out", "", []string{
			"“主动公开政府信息情况表”的10个数不一样：填报表是“0”，文档是空白。" + only,
			"“收到和处理政府信息公开申请情况表”的14个数不一样：填报表是“0”，文档是空白。" + only, // what was carried in and out, of which each may be as many as the other
			"“政府信息公开行政复议、行政诉讼情况表”的15个数不一样：填报表是“0”，文档是空白。" + only}},
		{"marks in the place of noughts", strings.Replace(run0, "0", "/", 1), []string{
			"“主动公开政府信息情况表”的10个数不一样：填报表是“0”，文档是“/”。" + only, "“收到和处理政府信息公开申请情况表”的169个数不一样：填报表是“0”，文档是“/”。" + only,
			"“政府信息公开行政复议、行政诉讼情况表”的15个数不一样：填报表是“0”，文档是“/”。" + only}},
	} {
		r := sample.Report(t, "e-town-2024") // which has nothing but noughts
		for _, row := range []string{"received", "granted", "total"} {
			for _, column := range []string{"natural_person", "total"} {
				r.Figures[form.Key("requests."+row+"."+column)] = model.ParseFigure(form.Count, "1")
			}
		}
		got, doubts := read(t, edit(t, asDocx(t, r), documentPart, run0, c.to)).Report(r.Edition)
		_, changes := published.TakeBack(r, got)
		var told []string
		for _, change := range changes {
			told = append(told, change.String())
		}
		assert.Equal(t, c.want, told, c.why)
		for _, doubt := range doubts {
			assert.NotContains(t, doubt, "填0", "nothing is filled in here")
		}
	}
}

const run177 = `<w:r><w:t xml:space="preserve">177</w:t></w:r>`

// What a document holds besides is told, and what the form prescribes is not taken from it.
func TestDoubts(t *testing.T) {
	p3 := paragraph(run(third))
	for _, c := range []struct {
		why   string
		edits []string
		want  []string
	}{
		{"a comment, a note, a picture, hidden text", []string{run(third), run(third) + `<w:r><w:commentReference w:id="1"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:drawing/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>`},
			[]string{"批注没有读进来：“一、总体情况”第3段，内容读不出", "脚注没有读进来：“一、总体情况”第3段，内容读不出", "文档里有1个图片或图形，没有读进来", "文档里有1处隐藏的文字，没有读进来"}},
		{"letters above the line, and a symbol of a font", []string{run(third), run(third) + `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r><w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>`},
			[]string{"文档里有1个特殊字体的符号，没有读进来", "文档里有1处上标、下标，按普通的字读，请核对"}},
		{"struck through", []string{run(third), run(third) + `<w:r><w:rPr><w:strike/></w:rPr><w:t>划</w:t></w:r>`}, []string{"文档里有1处划掉的文字，没有读进来"}},
		{"a text box, of which the older form is the same once more", []string{run(third), run(third) + `<w:r><mc:AlternateContent xmlns:mc="mc"><mc:Choice><w:drawing><w:txbxContent>` + paragraph(run("框里")) +
			`</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>` + paragraph(run("框里")) + `</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`},
			[]string{"文本框里的文字没有读进来：“框里”"}},
		{"a sentence struck through in many runs", []string{run(third), run(third) + strings.Repeat(`<w:r><w:rPr><w:strike/></w:rPr><w:t>划</w:t></w:r>`, 6)}, []string{"文档里有1处划掉的文字，没有读进来"}},
		{"two places struck through", []string{run(third), `<w:r><w:rPr><w:strike/></w:rPr><w:t>划</w:t></w:r>` + run(third) + `<w:r><w:rPr><w:dstrike/></w:rPr><w:t>划</w:t></w:r>`}, []string{"文档里有2处划掉的文字，没有读进来"}},
		{"words replaced in many runs", []string{run(third), strings.Repeat(`<w:del w:id="1">`+run("旧")+`</w:del>`, 3) + strings.Repeat(`<w:ins w:id="2">`+run("")+`</w:ins>`, 3) + run(third)}, []string{"文档里有1处修订标记，都按接受处理"}},
		{"words replaced at both ends", []string{run(third), `<w:del w:id="1">` + run("旧") + `</w:del>` + run(third) + `<w:del w:id="3">` + run("旧") + `</w:del>`}, []string{"文档里有2处修订标记，都按接受处理"}},
		{"tracked changes", []string{p3, p3 + `<w:del w:id="1"><w:p/></w:del>`}, []string{"文档里有1处修订标记，都按接受处理"}},
		{"a table in a section without one", []string{p3, p3 + `<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>`}, []string{"“一、总体情况”里有一个表格，填报表里没有地方放，没有读进来"}},
		{"a table before the first section", []string{"<w:body>", `<w:body><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>`}, []string{"第一部分之前有一个表格，填报表里没有地方放，没有读进来"}},
		{"text above the title", []string{"<w:body>", `<w:body>` + paragraph(run("附件1"))}, []string{"标题前面的文字没有读进来：“附件1”"}},
		{"a heading in other words", []string{"一、总体情况", "一、总体工作情况"}, []string{"标题“一、总体情况”写成了“一、总体工作情况”，报告里仍用规定的标题"}},
		{"a label in other words", []string{"1.属于国家秘密", "1.涉及国家秘密"}, []string{"“收到和处理政府信息公开申请情况表”的“1.属于国家秘密”写成了“1.涉及国家秘密”，报告里仍用规定的写法"}},
		{"a title of another form", []string{"年政府信息公开工作年度报告", "年政务公开工作总结"}, []string{
			"标题“清溪镇人民政府2025年政务公开工作总结”不是“单位+年度+年政府信息公开工作年度报告”的写法，单位按标题是“清溪镇人民政府”，年度按标题是2025年",
		}},
		{"another unit under the report", []string{">清溪镇人民政府</w:t></w:r></w:p>", ">清溪镇党政办公室</w:t></w:r></w:p>"}, []string{"落款的单位“清溪镇党政办公室”与标题的不同，报告里用标题的"}},
		{"text behind a table that is no note", []string{"四、政府信息", "表后。</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>四、政府信息"},
			[]string{"“三、收到和处理政府信息公开申请情况”的表后有文字，再生成时会印在表的前面；要印在表后，请在这段前面加上“注：”"}},
		{"a note above a table", []string{"三、收到和处理政府信息公开申请情况", "三、收到和处理政府信息公开申请情况</w:t></w:r></w:p><w:p><w:r><w:t>注：另有说明。"},
			[]string{"“三、收到和处理政府信息公开申请情况”的表前有“注：”，再生成时会印在表的后面"}},
		{"an embedded file", []string{p3, p3 + `<w:altChunk/>`}, []string{"文档里嵌入了1个别的文件，没有读进来"}},
	} {
		r := report(t, threeParagraphs)
		got, doubts := read(t, edit(t, asDocx(t, r), documentPart, c.edits...)).Report(r.Edition)
		assert.Equal(t, c.want, doubts, c.why)
		assert.Empty(t, got.Lost, c.why)
		_, changes := published.TakeBack(r, got)
		for _, change := range changes {
			assert.Contains(t, []published.ChangeKind{published.Added, published.Altered}, change.Kind, c.why)
		}
	}
}

// Words that were bold and are so no longer are taken back like those that were made so.
func TestBoldThatWasTakenOff(t *testing.T) {
	r := report(t, map[form.Key]string{"narrative.overview": "**一是**加强培训。\n每季检查一次。"})
	got, _ := read(t, edit(t, asDocx(t, r), documentPart, `<w:rStyle w:val="Strong"/>`, "")).Report(r.Edition)
	back, changes := published.TakeBack(r, got)
	require.Len(t, changes, 1)
	assert.Equal(t, "一是加强培训。", back.Texts["narrative.overview"][0].Text)
}

// Of two paragraphs that changed places around a third, the third was not moved.
func TestMovedAroundAnother(t *testing.T) {
	r := report(t, map[form.Key]string{"narrative.problems": "（一）问题\n甲不够细。\n（二）改进\n乙再抓紧。"})
	p := func(text string) string { return ">" + text + "<" }
	got, _ := read(t, edit(t, asDocx(t, r), documentPart, p("甲不够细。"), p("丙"), p("乙再抓紧。"), p("甲不够细。"), p("丙"), p("乙再抓紧。"))).Report(r.Edition)
	_, changes := published.TakeBack(r, got)
	for _, c := range changes {
		assert.NotContains(t, c.String(), "（二）改进")
	}
	assert.Len(t, changes, 2)
}

func TestTablesThatWereTakenApart(t *testing.T) {
	r := report(t, nil)
	whole := asDocx(t, r)
	row := func(label string) (before, all string) {
		all = sample.Unzip(t, whole)[documentPart]
		at := strings.Index(all, label)
		require.Positive(t, at)
		start := strings.LastIndex(all[:at], " <w:tr>")
		end := at + strings.Index(all[at:], "</w:tr>") + len("</w:tr>")
		return all[start:end], all
	}
	heads, _ := row("申请人情况")
	second, _ := row("1.本机关不掌握相关政府信息")
	for _, c := range []struct {
		why    string
		edits  []string
		doubts []string
		lost   int // figures that are missing
	}{
		{"cut in two, the first row of heads repeated", []string{second, `</w:tbl>` + paragraph("") + `<w:tbl><w:tblPr/>` + heads + second}, nil, 0},
		{"a row was added", []string{second, second + `<w:tr><w:tc><w:p>` + run("5.另加") + `</w:p></w:tc></w:tr>`}, []string{"表三 第17行多出一个名称“5.另加”，填报表里没有地方放，没有读进来"}, 0},
		{"a row is gone", []string{second, ""}, []string{"“收到和处理政府信息公开申请情况表”第16行（1.本机关不掌握相关政府信息）没有找到，这一行的数没有核对"}, 7},
		{"a row was deleted, the change tracked", []string{second, strings.Replace(second, "<w:trPr>", `<w:trPr><w:del w:id="1"/>`, 1)},
			[]string{"文档里有1处修订标记，都按接受处理", "“收到和处理政府信息公开申请情况表”第16行（1.本机关不掌握相关政府信息）没有找到，这一行的数没有核对"}, 7},
		{"the columns' edges were moved in one row", []string{second, strings.ReplaceAll(second, `<w:tcPr>`, `<w:tcPr><w:gridSpan w:val="3"/>`)}, nil, 0},
	} {
		got, doubts := read(t, edit(t, whole, documentPart, c.edits...)).Report(r.Edition)
		assert.Equal(t, c.doubts, doubts, c.why)
		missing := 0
		for _, cell := range r.Edition.Cells() {
			if got.Figure(cell.Key).State == model.Missing {
				missing++
				continue
			}
			assert.Equal(t, r.Figure(cell.Key).Printed(), got.Figure(cell.Key).Printed(), "%s: %s", c.why, cell.Key)
		}
		assert.Equal(t, c.lost, missing, c.why)
	}
}

// Word and WPS number paragraphs by themselves as soon as a typed number's line ends; the number is then no text any more.
func TestAutomaticNumbers(t *testing.T) {
	level := func(at int, format, text string, more string) string {
		return fmt.Sprintf(`<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/>%s</w:lvl>`, at, format, text, more)
	}
	definitions := `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` +
		`<w:abstractNum w:abstractNumId="7">` + level(0, "chineseCounting", "（%1）", "") + level(1, "decimal", "%2.", "") + level(2, "decimal", "（%2-%3）", "") + `</w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="8">` + level(0, "bullet", "\uf0b7", "") + level(1, "decimalEnclosedCircle", "%2", "") + level(2, "ganada", "%3", "") + `</w:abstractNum>` +
		`<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>` +
		`<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>` +
		`<w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num></w:numbering>`
	for _, c := range []struct {
		why    string
		list   string // numId:ilvl of each paragraph
		want   string
		doubts []string
	}{
		{"one after the other", "1:0 1:0 1:0", "（一） （二） （三）", nil},
		{"inner levels begin anew", "1:0 1:1 1:1 1:0 1:1", "（一） 1. 2. （二） 1.", nil},
		{"a number of two levels, the outer of which has not begun", "1:0 1:2 1:2", "（一） （1-1） （1-2）", nil},
		{"a list that begins elsewhere, and the one before that goes on with it", "1:0 2:0 2:0 1:0", "（一） （五） （六） （七）", nil},
		{"two digits", strings.Repeat("1:0 ", 20) + "1:0", "（一） （二） （三） （四） （五） （六） （七） （八） （九） （十） （十一） （十二） （十三） （十四） （十五） （十六） （十七） （十八） （十九） （二十） （二十一）", nil},
		{"circled", "3:1 3:1", "① ②", nil},
		{"no number", "0:0", " ", nil},
		{"bullets are told, not written", "3:0 3:0", " ", []string{"有2段用了项目符号或少见的自动编号，编号没有读进来，请核对"}},
		{"formats of other countries are told", "3:2", " ", []string{"有1段用了项目符号或少见的自动编号，编号没有读进来，请核对"}},
		{"a list that is not there", "9:0", " ", []string{"有1段用了项目符号或少见的自动编号，编号没有读进来，请核对"}},
	} {
		var body, want strings.Builder
		for i, item := range strings.Fields(c.list) {
			list, at, _ := strings.Cut(item, ":")
			fmt.Fprintf(&body, `<w:p><w:pPr><w:numPr><w:ilvl w:val="%s"/><w:numId w:val="%s"/></w:numPr></w:pPr>%s</w:p>`, at, list, run("甲。"))
			if i > 0 {
				want.WriteByte(' ')
			}
		}
		r := report(t, threeParagraphs)
		data := edit(t, asDocx(t, r), documentPart, paragraph(run(third)), body.String())
		data = edit(t, data, "word/numbering.xml", definitions)
		data = edit(t, data, "word/_rels/document.xml.rels", "</Relationships>", `<Relationship Id="n" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>`)
		got, doubts := read(t, data).Report(r.Edition)
		assert.Equal(t, c.doubts, doubts, c.why)
		var numbers []string
		for _, p := range got.Texts["narrative.overview"][2:] {
			numbers = append(numbers, strings.TrimSuffix(p.Text, "甲。"))
		}
		if strings.TrimSpace(c.want) == "" {
			assert.Empty(t, strings.Join(numbers, ""), c.why)
		} else {
			assert.Equal(t, c.want, strings.Join(numbers, " "), c.why)
		}
	}
}

// Numbers may come from the style, and the style's level from the list.
func TestNumbersOfStyles(t *testing.T) {
	r := report(t, map[form.Key]string{"narrative.overview": "（一）主动公开\n全年公开。\n（二）依申请公开\n全年未收到。"})
	data := asDocx(t, r)
	data = edit(t, data, documentPart, "（一）主动", "主动", "（二）依申请公开</w:t>", "依申请公开</w:t>")
	data = edit(t, data, "word/styles.xml", `<w:outlineLvl w:val="1"/>`, `<w:numPr><w:numId w:val="4"/></w:numPr><w:outlineLvl w:val="1"/>`)
	data = edit(t, data, "word/numbering.xml", `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0">`+
		`<w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:pStyle w:val="Heading2"/><w:lvlText w:val="（%2）"/></w:lvl>`+
		`</w:abstractNum><w:num w:numId="4"><w:abstractNumId w:val="0"/></w:num></w:numbering>`)
	data = edit(t, data, "word/_rels/document.xml.rels", "</Relationships>", `<Relationship Id="n" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="/word/numbering.xml"/></Relationships>`)
	got, doubts := read(t, data).Report(r.Edition)
	assert.Empty(t, doubts)
	_, changes := published.TakeBack(r, got)
	assert.Empty(t, changes)
}

// Programs rename styles' ids and drop styles altogether; the words still tell the parts of a report.
func TestStylesAreNotNeeded(t *testing.T) {
	r := report(t, threeParagraphs)
	for _, c := range []struct {
		why   string
		edits []string
	}{
		{"ids as WPS gives them", []string{`w:val="Heading1"`, `w:val="2"`, `<w:p><w:pPr/>`, `<w:p><w:pPr><w:pStyle w:val="a3"/></w:pPr>`}},
		{"none at all", []string{`<w:pStyle w:val="Title"/>`, "", `<w:pStyle w:val="Heading1"/>`, "", `<w:pStyle w:val="Signature"/>`, "", `<w:pStyle w:val="Date"/>`, ""}},
	} {
		got, doubts := read(t, edit(t, asDocx(t, r), documentPart, c.edits...)).Report(r.Edition)
		assert.Empty(t, doubts, c.why)
		assert.Empty(t, got.Lost, c.why)
		_, changes := published.TakeBack(r, got)
		assert.Empty(t, changes, c.why)
	}
}

// Headings of sections that were typed inside a section are text, as long as the styles are there.
func TestHeadingsInsideSections(t *testing.T) {
	r := report(t, map[form.Key]string{
		"narrative.preface":  "一、总体情况\n清溪镇人民政府",
		"narrative.overview": "六、其他需要报告的事项\n二、主动公开政府信息情况\n草稿附页：还要处理的问题（共2项）",
		"narrative.other":    "一、总体情况\n2026年1月20日",
	})
	got, doubts := read(t, asDocx(t, r)).Report(r.Edition)
	assert.Empty(t, doubts)
	_, changes := published.TakeBack(r, got)
	assert.Empty(t, changes)
}

// The tables tell the edition, also where the year asks for the other one.
func TestEdition(t *testing.T) {
	old, ok := form.ByID("2019")
	require.True(t, ok)
	r := model.New(old)
	r.Fields["unit.name"] = model.Field{Text: "清溪镇人民政府"}
	for year, why := range map[string]string{"2020": "the year fits", "2025": "the old form in a later year", "今年": "no year"} {
		r.Fields["report.year"] = model.Field{Text: year}
		assert.Equal(t, "2019", read(t, asDocx(t, r)).Edition().ID, why)
	}
	bare := minimal(t, `<w:document `+wordNamespace+`><w:body>`+paragraph(run("清溪镇人民政府2020年政府信息公开工作年度报告"))+`</w:body></w:document>`)
	assert.Equal(t, "2019", read(t, bare).Edition().ID, "no tables: the year tells")
}

// The last page of a draft is none of the report, but what was typed there is told.
func TestLastPageOfADraft(t *testing.T) {
	r := report(t, threeParagraphs)
	d := document.Compose(r)
	d.Mark, d.Notes = document.Draft, []document.Note{{Level: "强制", Place: "“依申请公开”F9", Text: "没有填。"}, {Level: "核实", Text: "没有写。"}}
	var b bytes.Buffer
	require.NoError(t, docx.Write(&b, d))
	for _, c := range []struct {
		why   string
		edits []string
		want  []string
	}{
		{"untouched", []string{"草稿附页", "草稿附页"}, nil},
		{"without styles", []string{`<w:pStyle w:val="DraftNotes"/>`, "", `<w:pStyle w:val="Heading1"/>`, ""}, nil},
		{"with a line below", []string{"<w:sectPr>", paragraph(run("办公室已核。")) + "<w:sectPr>"}, []string{"草稿附页上的文字没有读进来：“办公室已核。”"}},
	} {
		got, doubts := read(t, edit(t, b.Bytes(), documentPart, c.edits...)).Report(r.Edition)
		assert.Equal(t, c.want, doubts, c.why)
		_, changes := published.TakeBack(r, got)
		assert.Empty(t, changes, c.why)
	}
}

func TestLostHeadings(t *testing.T) {
	r := report(t, threeParagraphs)
	got, _ := read(t, edit(t, asDocx(t, r), documentPart, "五、存在的主要问题及改进情况", "关于问题")).Report(r.Edition)
	assert.Equal(t, []form.Key{"narrative.problems"}, got.Lost)
}

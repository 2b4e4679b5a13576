package published_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/published"
	"nianbao/internal/sample"
)

var versionTexts = map[form.Key]string{
	"narrative.preface":  "本报告由清溪镇人民政府编制，电话：000-12345678。",
	"narrative.overview": "全年公开信息320条，比上年多出20条。\n（一）主动公开。收到{{本年新收}}件申请，用了“最多跑一次”的办法。\n每季检查一次，由党政办公室逐条核对。",
	"narrative.requests": "申请人多为种粮大户。",
	"narrative.problems": "公开的内容还不够细，群众看不懂。",
	"narrative.other":    "无其他需要报告的事项。",
}

// asPage is a report as a perfect reader reads the page that was printed of it.
func asPage(r *model.Report) *model.Report {
	page := *r
	page.Fields, page.Figures, page.Texts = maps.Clone(r.Fields), maps.Clone(r.Figures), map[form.Key][]model.Paragraph{}
	page.Printed = &model.Printed{Title: r.Title()}
	for _, s := range r.Edition.Sections {
		page.Printed.Headings = append(page.Printed.Headings, model.Wording{Key: s.Text.Key, Prescribed: s.Heading(), Printed: s.Heading()})
	}
	for key, texts := range r.Texts {
		for _, p := range texts {
			page.Texts[key] = append(page.Texts[key], model.Paragraph{Text: r.PrintedParagraph(p)})
		}
	}
	return &page
}

// retext puts other words into the texts of a page.
func retext(oldNew ...string) func(*model.Report) {
	return func(r *model.Report) {
		words := strings.NewReplacer(oldNew...)
		for key, texts := range r.Texts {
			var joined []string
			for _, p := range texts {
				joined = append(joined, words.Replace(p.Text))
			}
			r.Texts[key] = model.SplitParagraphs(strings.Join(joined, "\n"), model.Place{})
		}
	}
}

func figures(typed ...string) func(*model.Report) {
	return func(r *model.Report) {
		for i := 0; i < len(typed); i += 2 {
			c, _ := r.Edition.Cell(form.Key(typed[i]))
			r.Figures[c.Key] = model.ParseFigure(c.Measure, typed[i+1])
		}
	}
}

func missing(prefix string) func(*model.Report) {
	return func(r *model.Report) {
		for _, c := range r.Edition.Cells() {
			if strings.HasPrefix(string(c.Key), prefix) {
				r.Figures[c.Key] = model.Value{State: model.Missing}
			}
		}
	}
}

// withoutHeading is what a reader makes of a page without a section's heading: its text stands in the section before.
func withoutHeading(r *model.Report) {
	r.Lost = append(r.Lost, "narrative.problems")
	r.Printed.Headings = slices.DeleteFunc(r.Printed.Headings, func(w model.Wording) bool { return w.Key == "narrative.problems" })
}

var kindNames = map[published.DifferenceKind]string{
	published.UnitDiffers: "单位", published.YearDiffers: "年度", published.EditionDiffers: "格式", published.TitleDiffers: "报告标题",
	published.HeadingDiffers: "标题", published.LabelDiffers: "名称", published.FigureDiffers: "数", published.TextAltered: "改", published.TextAdded: "增",
	published.TextRemoved: "删", published.TextMoved: "移", published.DateDiffers: "日期",
	published.SignatureDiffers: "落款", published.BesideAdded: "增", published.BesideRemoved: "删",
}

// told is a comparison in short.
func told(c *published.Comparison) (list []string) {
	for _, d := range c.Differences {
		a, b := d.A.Text, d.B.Text
		if d.Cuts != nil {
			a, b = "", ""
			for _, cut := range d.Cuts {
				a, b = a+cut.A, b+cut.B
			}
		}
		list = append(list, fmt.Sprintf("%s %s→%s", kindNames[d.Kind], a, b))
	}
	for _, u := range c.Unread {
		list = append(list, fmt.Sprintf("读不出 %s%s%s", u.Part.Title(), u.Label, map[bool]string{true: "（甲）"}[u.InA]))
	}
	return list
}

func TestCompare(t *testing.T) {
	const (
		natural = "requests.received.natural_person"
		rules   = "proactive.rules.made"
		amount  = "proactive.procurement.amount"
	)
	e, _ := form.ByID("2019")
	for _, c := range []struct {
		why    string
		change []func(*model.Report) // of the page
		want   []string
	}{
		{"nothing is changed: placeholders are filled in", nil, nil},
		{"white space", []func(*model.Report){retext("320", " 320 ", "全年", "　全 年")}, nil},
		{"the width of marks and digits", []func(*model.Report){retext("，", ",", "。", ".", "320", "３２０", "（", "(", "）", ")", "：", ":")}, nil},
		{"straight quotation marks", []func(*model.Report){retext("“", `"`, "”", `"`)}, nil},
		{"look-alikes", []func(*model.Report){retext("二", "⼆", "每季", "每\u200b季")}, nil},
		{"traditional letters, with readings", []func(*model.Report){retext("开", "開(kāi)", "报", "報（bào）")}, nil},
		{"marks of markup", []func(*model.Report){retext("全年", "**全年**")}, nil},
		{"a paragraph broken into lines", []func(*model.Report){retext("320条", "320\n条", "最多跑", "最多\n跑", "由党政", "由\n党\n政")}, nil},
		{"two paragraphs run together", []func(*model.Report){retext("20条。", "20条。\u2060"), func(r *model.Report) {
			texts := r.Texts["narrative.overview"]
			r.Texts["narrative.overview"] = []model.Paragraph{{Text: texts[0].Text + texts[1].Text}, texts[2]}
		}}, nil},
		{"a number that a word processor wrote is lost", []func(*model.Report){retext("（一）", "")}, nil},
		{"another number", []func(*model.Report){retext("（一）", "（二）")}, []string{"改 （一）主动公开。收到612件…→（二）主动公开。收到612件…"}},
		{"other brackets", []func(*model.Report){retext("（一）", "〔一〕")}, []string{"改 （一）主动公开。收到612件申…→〔一〕主动公开。收到612件申…"}},
		{"letters in brackets are no reading", []func(*model.Report){retext("办公室", "办公室（OA）")}, []string{"改 …季检查一次，由党政办公室逐条核对。→…季检查一次，由党政办公室（OA）逐条核对。"}},
		{"one letter", []func(*model.Report){retext("不够细", "不够全")}, []string{"改 公开的内容还不够细，群众看不懂。→公开的内容还不够全，群众看不懂。"}},
		{"one letter of a paragraph that is broken into lines", []func(*model.Report){retext("不够细，", "不够全，\n")}, []string{"改 公开的内容还不够细，群众看不懂。→公开的内容还不够全，群众看不懂。"}},
		{"a comma for a pause", []func(*model.Report){retext("细，群", "细、群")}, []string{"改 公开的内容还不够细，群众看不懂。→公开的内容还不够细、群众看不懂。"}},
		{"an added paragraph", []func(*model.Report){retext("每季检查", "另外办了一件好事。\n每季检查")}, []string{"增 →另外办了一件好事。"}},
		{"a removed paragraph", []func(*model.Report){retext("全年公开信息320条，比上年多出20条。", "")}, []string{"删 全年公开信息320条，比上年多出20条。→"}},
		{"a moved paragraph", []func(*model.Report){retext("申请人多为种粮大户。", "", "公开的内容", "申请人多为种粮大户。\n公开的内容")}, []string{"移 申请人多为种粮大户。→申请人多为种粮大户。"}},
		{"another figure", []func(*model.Report){figures(natural, "7")}, []string{"数 8338→7"}},
		{"the same figure in another way", []func(*model.Report){figures(natural, "8,338件", amount, "52000元")}, nil},
		{"ten times the amount", []func(*model.Report){figures(amount, "52万元")}, []string{"数 5.20万元→52万元"}},
		{"an amount without its unit", []func(*model.Report){figures(amount, "5.2")}, []string{"数 5.20万元→5.2"}},
		{"a blank is not 0", []func(*model.Report){figures(natural, "")}, []string{"数 8338→"}},
		{"a stroke is not a blank", []func(*model.Report){figures(natural, "／")}, []string{"数 8338→／"}},
		{"a cell that was not found", []func(*model.Report){missing(natural)}, []string{"读不出 三、收到和处理政府信息公开申请情况一、本年新收政府信息公开申请数量"}},
		{"a row that was not found", []func(*model.Report){missing("requests.received.")}, []string{"读不出 三、收到和处理政府信息公开申请情况一、本年新收政府信息公开申请数量"}},
		{"a table that was not found, and its letters", []func(*model.Report){missing("requests."), retext("申请人多", "自然人\n3\n申请人多")}, []string{"读不出 三、收到和处理政府信息公开申请情况收到和处理政府信息公开申请情况表"}},
		{"a sentence beside a table that was not found", []func(*model.Report){missing("requests."), retext("申请人多", "没有说过的话。\n申请人多")},
			[]string{"增 →没有说过的话。", "读不出 三、收到和处理政府信息公开申请情况收到和处理政府信息公开申请情况表"}},
		{"a figure that may be read wrong", []func(*model.Report){func(r *model.Report) {
			v := model.ParseFigure(form.Count, "5")
			v.Doubt = "数字连在一起"
			r.Figures[natural] = v
		}}, []string{"读不出 三、收到和处理政府信息公开申请情况“一、本年新收政府信息公开申请数量”的“自然人”"}},
		{"a figure that may be read wrong, and is the same", []func(*model.Report){func(r *model.Report) {
			v := r.Figures[natural]
			v.Doubt = "数字连在一起"
			r.Figures[natural] = v
		}}, nil},
		{"a heading that was not found, with its text below the one before", []func(*model.Report){withoutHeading, func(r *model.Report) {
			r.Texts["narrative.disputes"], r.Texts["narrative.problems"] = r.Texts["narrative.problems"], nil
		}}, []string{"读不出 五、存在的主要问题及改进情况五、存在的主要问题及改进情况"}},
		{"a section that was not found with its text", []func(*model.Report){withoutHeading, func(r *model.Report) { r.Texts["narrative.problems"] = nil }},
			[]string{"读不出 五、存在的主要问题及改进情况五、存在的主要问题及改进情况"}},
		{"another heading", []func(*model.Report){func(r *model.Report) {
			r.Printed.Headings[0].Printed = "一、总 体情况"
			r.Printed.Headings[4].Printed = "四、存在的主要问题及改进情况"
		}},
			[]string{"标题 五、存在的主要问题及改进情况→四、存在的主要问题及改进情况"}},
		{"another label of a table", []func(*model.Report){func(r *model.Report) {
			r.Printed.Labels = []model.Wording{{Key: natural, Prescribed: "（一）予以公开", Printed: "（一）予以某某官网公开"}}
		}}, []string{"名称 （一）予以公开→（一）予以某某官网公开"}},
		{"a label in another width", []func(*model.Report){func(r *model.Report) {
			r.Printed.Labels = []model.Wording{{Key: natural, Prescribed: "（一）予以公开", Printed: "(一) 予以公开"}}
		}}, nil},
		{"letters of a label are missing, whose table has cells", []func(*model.Report){func(r *model.Report) {
			r.Printed.Labels = []model.Wording{{Key: natural, Prescribed: "（一）予以公开", Printed: "（一）予公开"}}
		}}, []string{"名称 （一）予以公开→（一）予公开"}},
		{"letters of a label are missing in lines of text, and may have been lost", []func(*model.Report){func(r *model.Report) {
			r.Printed.Flat = []string{"requests"}
			r.Printed.Labels = []model.Wording{{Key: natural, Prescribed: "（一）予以公开", Printed: "（一）予公开"}}
		}}, []string{"读不出 三、收到和处理政府信息公开申请情况（一）予以公开"}},
		{"another form of the title", []func(*model.Report){func(r *model.Report) {
			r.Printed.Title = "2019年清溪镇人民政府政府信息公开工作年度报告"
		}},
			[]string{"报告标题 清溪镇人民政府2019年政府信息公开工作年度报告→2019年清溪镇人民政府政府信息公开工作年度报告"}},
		{"what sites put before a title", []func(*model.Report){func(r *model.Report) { r.Printed.Title = "【图文】" + r.Printed.Title }}, nil},
		{"no title", []func(*model.Report){func(r *model.Report) { r.Printed.Title = "" }}, []string{"读不出 标题、单位和年度"}},
		{"another unit, told once", []func(*model.Report){func(r *model.Report) {
			r.Fields["unit.name"] = model.Field{Text: "石桥镇人民政府"}
			r.Printed.Title = r.Title()
		}},
			[]string{"单位 清溪镇人民政府→石桥镇人民政府"}},
		{"another year", []func(*model.Report){func(r *model.Report) {
			r.Fields["report.year"] = model.Field{Text: "2020"}
			r.Printed.Title = r.Title()
		}}, []string{"年度 2019→2020"}},
		{"an unknown year", []func(*model.Report){func(r *model.Report) { delete(r.Fields, "report.year") }}, []string{"读不出 标题、单位和年度"}},
		{"the date in another form", []func(*model.Report){func(r *model.Report) { r.Fields["report.date"] = model.Field{Text: "二〇二〇年一月十八日"} }}, nil},
		{"another date", []func(*model.Report){func(r *model.Report) { r.Fields["report.date"] = model.Field{Text: "2020年1月19日"} }}, []string{"日期 2020年1月18日→2020年1月19日"}},
		{"no date", []func(*model.Report){func(r *model.Report) { delete(r.Fields, "report.date") }}, []string{"日期 2020年1月18日→"}},
		{"no date, in a section that was not found", []func(*model.Report){func(r *model.Report) {
			delete(r.Fields, "report.date")
			r.Lost = []form.Key{"narrative.other"}
			r.Texts["narrative.other"] = nil
		}}, []string{"读不出 落款"}},
		{"two places of one paragraph", []func(*model.Report){retext("每季检查", "每月检查", "逐条核对", "逐条审查"), func(r *model.Report) {
			text := &r.Texts["narrative.overview"][2].Text
			*text = strings.Replace(*text, "由党政办公室", "由党政办公室会同各站所、各村和各社区的负责人一起", 1)
		}}, []string{"改 每季检查一次，由党政办公室逐条核对。→每月检查一次，由党政办公室会同各站所、各村和各社区的负责人一起逐条审查。"}},
	} {
		r := sample.Full(e, versionTexts)
		r.Fields["unit.phone"], r.Fields["unit.level"] = model.Field{Text: "000-99999999"}, model.Field{Text: "乡镇"} // which are not printed
		require.NotEmpty(t, r.Figures[rules], "of the edition")
		page := asPage(r)
		for _, change := range c.change {
			change(page)
		}
		got := published.Compare(r, page)
		assert.Equal(t, c.want, told(got), c.why)
		assertCoded(t, got, r, page, c.why)
		assertMirrored(t, got, published.Compare(page, r), c.why)
		compared := published.Compare(r, r)
		assert.Empty(t, compared.Differences, c.why)
		assert.Empty(t, compared.Unread, c.why)
	}
}

// assertCoded says that two versions have one code where nothing differs, and that none of what differs leaves the code as it is.
func assertCoded(t *testing.T, c *published.Comparison, a, b *model.Report, why string) {
	t.Helper()
	first, ok := published.Code(a)
	require.True(t, ok, why)
	require.Len(t, first, published.CodeLength)
	second, ok := published.Code(b)
	switch {
	case strings.HasPrefix(why, "a number that a word processor wrote"):
		assert.NotEqual(t, first, second, why)
	case len(c.Differences) > 0:
		assert.NotEqual(t, first, second, why)
	case len(c.Unread) == 0:
		assert.Equal(t, first, second, why)
		assert.True(t, ok, why)
	case ok:
		assert.NotEqual(t, first, second, why)
	}
}

// assertMirrored says that two comparisons tell the same from either side.
func assertMirrored(t *testing.T, c, d *published.Comparison, why string) {
	t.Helper()
	require.Len(t, d.Differences, len(c.Differences), why)
	opposite := map[published.DifferenceKind]published.DifferenceKind{
		published.TextAdded: published.TextRemoved, published.TextRemoved: published.TextAdded, published.BesideAdded: published.BesideRemoved, published.BesideRemoved: published.BesideAdded,
	}
	for i, x := range c.Differences {
		if kind, ok := opposite[x.Kind]; ok {
			x.Kind = kind
		}
		x.A, x.B = x.B, x.A
		x.Cuts = slices.Clone(x.Cuts)
		for i, cut := range x.Cuts {
			x.Cuts[i] = published.Cut{A: cut.B, B: cut.A}
		}
		assert.Equal(t, x, d.Differences[i], why)
	}
	require.Len(t, d.Unread, len(c.Unread), why)
	for i, x := range c.Unread {
		x.A, x.B, x.InA, x.InB = x.B, x.A, x.InB, x.InA
		assert.Equal(t, x, d.Unread[i], why)
	}
}

// Reports of two editions are compared in what both have, and the difference is told once.
func TestCompareEditions(t *testing.T) {
	older, newer := sample.Full(form.Editions()[0], versionTexts), sample.Full(form.Editions()[1], versionTexts)
	newer.Fields = older.Fields
	for _, c := range newer.Edition.Cells() {
		if v, ok := older.Figures[c.Key]; ok {
			newer.Figures[c.Key] = v
		}
	}
	newer.Texts["narrative.overview"] = older.Texts["narrative.overview"]
	got := published.Compare(older, newer)
	assert.Equal(t, []string{"格式 2019至2020年度→2021年度以后"}, told(got))
	assertMirrored(t, got, published.Compare(newer, older), "editions")
}

// Whatever one figure or one letter becomes, and wherever the lines of the page are broken: it is told, and nothing else.
func TestCompareFindsEachChange(t *testing.T) {
	random := rand.New(rand.NewPCG(13, 5))
	const letters = "甲乙丙丁戊己庚辛壬癸"
	for name, r := range sample.Reports(t) {
		cells, passages := r.Edition.Cells(), r.Edition.Passages()
		for range sample.Times(3, 20) {
			page := asPage(r)
			breakLines(random, page)
			got := published.Compare(r, page)
			assert.Empty(t, told(got), "%s: lines broken", name)
			assertCoded(t, got, r, page, name)

			page = asPage(r)
			c := cells[random.IntN(len(cells))]
			v := page.Figures[c.Key]
			page.Figures[c.Key] = model.ParseFigure(c.Measure, v.Printed()+"1")
			if v.Unit != "" {
				page.Figures[c.Key] = model.ParseFigure(c.Measure, "1"+v.Printed())
			}
			got = published.Compare(r, page)
			require.Len(t, got.Differences, 1, "%s: %s", name, c.Key)
			assertCoded(t, got, r, page, name)
			assert.Equal(t, c.Key, got.Differences[0].Key)
			assertMirrored(t, got, published.Compare(page, r), name)

			page = asPage(r)
			texts := page.Texts[passages[random.IntN(len(passages))].Key]
			if len(texts) == 0 {
				continue
			}
			at := random.IntN(len(texts))
			text := []rune(texts[at].Text)
			i, other := random.IntN(len(text)), []rune(letters)[random.IntN(10)]
			if text[i] == other || chinese.IsSpace(text[i]) {
				continue
			}
			text[i] = other
			texts[at].Text = string(text)
			got = published.Compare(r, page)
			require.Len(t, got.Differences, 1, "%s: %s", name, string(text))
			assertCoded(t, got, r, page, name)
			breakLines(random, page)
			got = published.Compare(r, page)
			require.NotEmpty(t, got.Differences, "%s: %s, lines broken", name, string(text))
			assertMirrored(t, got, published.Compare(page, r), name)
		}
	}
}

// breakLines breaks the paragraphs of a page into lines.
func breakLines(random *rand.Rand, r *model.Report) {
	for _, passage := range r.Edition.Passages() {
		var lines []model.Paragraph
		for _, p := range r.Texts[passage.Key] {
			text := []rune(p.Text)
			for len(text) > 0 {
				n := min(len(text), 1+random.IntN(60))
				lines = append(lines, model.Paragraph{Text: string(text[:n])})
				text = text[n:]
			}
		}
		r.Texts[passage.Key] = lines
	}
}

// Versions with nothing in common, however long, are compared as far as the effort goes; what is equal at their ends is found all the same.
func TestCompareIsBounded(t *testing.T) {
	version := func(letters string, n int) *model.Report {
		r := model.New(form.Editions()[1])
		for i := range n {
			r.Texts["narrative.overview"] = append(r.Texts["narrative.overview"], model.Paragraph{Text: strings.Repeat(letters, 1+i%7) + fmt.Sprint(i)})
		}
		r.Texts["narrative.overview"] = append(r.Texts["narrative.overview"], model.Paragraph{Text: "每季检查一次。"})
		return asPage(r)
	}
	for why, c := range map[string][2]*model.Report{
		"many paragraphs":        {version("公", 20_000), version("开", 20_000)},
		"many that are alike":    {version("公开", 5_000), version("公开信息", 5_000)},
		"one long paragraph":     {version(strings.Repeat("公开", 50_000), 1), version(strings.Repeat("开公", 50_000), 1)},
		"one against many":       {version(strings.Repeat("公开", 50_000), 1), version("公开", 20_000)},
		"many equal ones, moved": {version("公", 20_000), version("公", 19_999)},
	} {
		got := published.Compare(c[0], c[1])
		assert.NotEmpty(t, got.Differences, why)
		for _, d := range got.Differences {
			assert.NotContains(t, d.A.Text, "每季", why)
		}
		assertMirrored(t, got, published.Compare(c[1], c[0]), why)
	}
}

// A page that ends before a section lacks it; where only its heading is gone, its text stands in the one before.
func TestSectionsThatAreAbsent(t *testing.T) {
	e, _ := form.ForYear(2024)
	last := []form.Key{"narrative.problems", "narrative.other"}
	cut := func(r *model.Report) {
		r.Lost = last
		r.Printed.Headings = r.Printed.Headings[:4]
		r.Texts["narrative.problems"], r.Texts["narrative.other"] = nil, nil
	}
	for _, c := range []struct {
		why    string
		change func(*model.Report)
		want   []string
	}{
		{"all is there", func(*model.Report) {}, nil},
		{"the page ends", cut, []string{"五、存在的主要问题及改进情况", "六、其他需要报告的事项"}},
		{"a heading is gone, and its text stands before it", func(r *model.Report) {
			withoutHeading(r)
			r.Texts["narrative.disputes"] = append(r.Texts["narrative.disputes"], r.Texts["narrative.problems"]...)
			r.Texts["narrative.problems"] = nil
		}, nil},
		{"a table is there without its heading", func(r *model.Report) {
			r.Lost = []form.Key{"narrative.disputes"}
			r.Printed.Headings = slices.Delete(r.Printed.Headings, 3, 4)
		}, nil},
	} {
		r := sample.Full(e, versionTexts)
		page := asPage(r)
		c.change(page)
		var absent []string
		for _, u := range published.Compare(r, page).Unread {
			if u.Absent {
				assert.True(t, u.InB && !u.InA, c.why)
				absent = append(absent, u.Label)
			}
		}
		assert.Equal(t, c.want, absent, c.why)
	}
}

package published

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/published/page"
)

func TestSplitTitle(t *testing.T) {
	for _, c := range []struct {
		why, title, unit string
		year             int
	}{
		{"as prescribed", "清溪镇人民政府2023年政府信息公开工作年度报告", "清溪镇人民政府", 2023},
		{"with 度", "清溪镇人民政府2023年度政府信息公开工作年度报告", "清溪镇人民政府", 2023},
		{"the year first", "2023年清溪镇人民政府政府信息公开工作年度报告", "清溪镇人民政府", 2023},
		{"人民政府信息公开: one 政府 was left out, since no office ends in 人民", "2025年度清溪镇人民政府信息公开工作年度报告", "清溪镇人民政府", 2025},
		{"brackets are of the name, as wide as they are printed", "清溪县教育局（体育局）2023年政府信息公开工作年度报告", "清溪县教育局（体育局）", 2023},
		{"and may be narrow", "清溪县教育局(体育局)2023年政府信息公开工作年度报告", "清溪县教育局(体育局)", 2023},
		{"关于 behind the unit", "清溪镇人民政府关于2023年政府信息公开工作年度报告", "清溪镇人民政府", 2023},
		{"关于 and 的", "清溪镇人民政府关于2023年政府信息公开工作的年度报告", "清溪镇人民政府", 2023},
		{"of the notice that has it", "关于公布清溪镇人民政府2023年政府信息公开工作年度报告的公告", "清溪镇人民政府", 2023},
		{"the year behind it, in brackets", "清溪镇人民政府政府信息公开工作年度报告（2023年）", "清溪镇人民政府", 2023},
		{"the year twice", "清溪镇人民政府2023年政府信息公开工作年度报告（2023年度）", "清溪镇人民政府", 2023},
		{"what it is, behind it", "清溪镇人民政府2023年政府信息公开工作年度报告（公示稿）", "清溪镇人民政府", 2023},
		{"the year before 年度报告", "清溪镇人民政府政府信息公开工作2023年年度报告", "清溪镇人民政府", 2023},
		{"columns of a site that ran into it are no unit", "政府信息公开制度法定主动公开内容公开工作年度报告政府信息公开年报", "", 0},
		{"without 年度", "清溪镇2023年度政府信息公开工作报告", "清溪镇", 2023},
		{"年报", "清溪镇2023年政府信息公开年报", "清溪镇", 2023},
		{"of 政务公开", "青垣县2022年政府政务公开年报", "青垣县", 2022},
		{"情况", "2021年清溪镇政府信息公开工作情况报告", "清溪镇", 2021},
		{"without 年", "清溪镇2025政府信息公开工作年度报告", "清溪镇", 2025},
		{"without a year", "清溪镇人民政府政府信息公开工作年度报告", "清溪镇人民政府", 0},
		{"blanks inside", "清溪镇人民政府 2023 年\n政府信息公开 工作年度报告", "清溪镇人民政府", 2023},
		{"what a site puts before it", "【图文】清溪镇人民政府2023年政府信息公开工作年度报告", "清溪镇人民政府", 2023},
		{"in characters", "清溪镇人民政府二〇二三年政府信息公开工作年度报告", "清溪镇人民政府", 2023},
		{"in traditional letters with readings", "清溪鎮人民政府2023年政府信息公開(kāi)工作年度報(bào)告", "清溪镇人民政府", 2023},
		{"a unit with a year in its name", "2020年新城镇2024年政府信息公开工作年度报告", "2020年新城镇", 2024},
		{"of a draft", "草稿：清溪镇人民政府2023年政府信息公开工作年度报告", "清溪镇人民政府", 2023},
		{"only the second half", "政府信息公开工作年度报告", "", 0},
		{"torn inside 政府: what is left of the word is no unit", "府信息公开工作年度报告", "", 0},
		{"nor is what is left of a unit", "室2023年政府信息公开工作年度报告", "", 2023},
		{"the year inside, in brackets: they are none of the unit's", "清溪镇人民政府（2023年）政府信息公开工作年度报告", "清溪镇人民政府", 2023},
		{"in brackets behind those of the unit", "清溪县教育局（体育局）（2023年度）政府信息公开工作年度报告", "清溪县教育局（体育局）", 2023},
		{"in other brackets, before the unit", "〔2023年〕清溪镇人民政府政府信息公开工作年度报告", "清溪镇人民政府", 2023},
		{"in brackets where it is due, behind a year in the name", "2020年新城镇（2024年）政府信息公开工作年度报告", "2020年新城镇", 2024},
	} {
		unit, year, ok := splitTitle(c.title)
		assert.True(t, ok, c.why)
		assert.Equal(t, c.unit, unit, c.why)
		assert.Equal(t, c.year, year, c.why)
	}
	for why, title := range map[string]string{
		"a sentence":       "现公布清溪镇人民政府2023年政府信息公开工作年度报告。",
		"another document": "清溪镇人民政府2023年法治政府建设年度报告",
		"a list":           "依据条例，编制政府信息公开工作年度报告",
		"far too long":     strings.Repeat("清溪镇", 40) + "2023年政府信息公开工作年度报告",
	} {
		_, _, ok := splitTitle(title)
		assert.False(t, ok, why)
	}
}

// A title is torn where a line is full, as often as not inside a word: its second line alone looks like a title, and is none.
func TestTornTitles(t *testing.T) {
	const whole = "青垣县清溪镇人民政府办公室2023年政府信息公开工作年度报告"
	const preface = "本报告由青垣县清溪镇人民政府办公室编制。"
	for _, c := range []struct {
		why        string
		before     []string
		last       string // the line that looks like a title
		styled     bool   // the look of that line says so, as that of the full one above it does not
		preface    string
		unit, read string
		year       int
	}{
		{"inside 政府", []string{"青垣县清溪镇人民政府办公室2023年政"}, "府信息公开工作年度报告", true, "", "青垣县清溪镇人民政府办公室", whole, 2023},
		{"behind the year", []string{"青垣县清溪镇人民政府办公室2023年"}, "政府信息公开工作年度报告", true, "", "青垣县清溪镇人民政府办公室", whole, 2023},
		{"behind 政府", []string{"青垣县清溪镇人民政府办公室2023年政府"}, "信息公开工作年度报告", true, "", "青垣县清溪镇人民政府办公室", whole, 2023},
		{"and in plain lines", []string{"青垣县清溪镇人民政府办公室2023年政"}, "府信息公开工作年度报告", false, "", "青垣县清溪镇人民政府办公室", whole, 2023},
		{"twice, inside the unit too: the preface has it whole", []string{"青垣县清溪镇人民", "政府办公室2023年政"}, "府信息公开工作年度报告", true, preface, "青垣县清溪镇人民政府办公室", whole, 2023},
		{"inside the unit: the preface has it whole", []string{"青垣县清溪镇人民政府办公"}, "室2023年政府信息公开工作年度报告", false, preface, "青垣县清溪镇人民政府办公室", whole, 2023},
		{"the same where the look of the last line says that it is a title", []string{"青垣县清溪镇人民政府办公"}, "室2023年政府信息公开工作年度报告", true, preface, "青垣县清溪镇人民政府办公室", whole, 2023},
		{"between two words of the unit", []string{"青垣县清溪镇"}, "人民政府办公室2023年政府信息公开工作年度报告", false, preface, "青垣县清溪镇人民政府办公室", whole, 2023},
		{"three lines", []string{"青垣县", "清溪镇人民政"}, "府办公室2023年政府信息公开工作年度报告", false, preface, "青垣县清溪镇人民政府办公室", whole, 2023},
		{"so that one character is left of it, which is no unit, whether or not a preface tells it", []string{"青垣县清溪镇人民政府办公"}, "室2023年政府信息公开工作年度报告", false, "", "青垣县清溪镇人民政府办公室", whole, 2023},
		{"what a site prints above is none of the title", []string{"青垣县"}, "清溪镇人民政府2023年政府信息公开工作年度报告", false, "本报告由清溪镇人民政府编制。", "清溪镇人民政府", "清溪镇人民政府2023年政府信息公开工作年度报告", 2023},
		{"nor is the date of publication", []string{"青垣县清溪镇人民政府 发布时间：2024年"}, "政府信息公开工作年度报告", true, "统计期限自2023年1月1日起。", "", "政府信息公开工作年度报告", 2023},
	} {
		p := linesPage(c.before...)
		p.Blocks = append(p.Blocks, page.Block{Text: c.last})
		if c.styled {
			p.Blocks[len(c.before)].Kind = page.Title
		}
		for _, l := range []string{c.preface, "一、总体情况", "全年公开320条。"} {
			p.Blocks = append(p.Blocks, page.Block{Text: l})
		}
		read := Read(p, "")
		r, _ := read.Report(read.Edition())
		assert.Equal(t, c.read, read.Title, c.why)
		assert.Equal(t, c.unit, r.Unit(), c.why)
		assert.Equal(t, yearText(c.year), r.Fields["report.year"].Text, c.why)
	}
}

// linesPage is a page of plain lines.
func linesPage(lines ...string) *page.Page {
	p := &page.Page{Lines: true}
	for _, l := range lines {
		p.Blocks = append(p.Blocks, page.Block{Text: l})
	}
	return p
}

// told is how a page was understood: the title, the preface and the sections with their paragraphs.
func told(p *page.Page, fileName string) []string {
	out := Read(p, fileName)
	list := []string{"题 " + out.Title}
	for _, paragraph := range out.Preface {
		list = append(list, "前 "+paragraph.Text)
	}
	for _, s := range out.Sections {
		list = append(list, "节 "+s.Heading)
		for _, paragraph := range s.Paragraphs {
			list = append(list, "文 "+paragraph.Text)
		}
	}
	if out.Unit+out.Date != "" {
		list = append(list, "落 "+out.Unit+"/"+out.Date)
	}
	return list
}

func TestSections(t *testing.T) {
	const title = "清溪镇人民政府2023年政府信息公开工作年度报告"
	for _, c := range []struct {
		why   string
		lines []string
		want  []string
	}{
		{"as prescribed", []string{title, "本报告按规定编制，现予公布。", "一、总体情况", "全年公开320条。", "五、存在的主要问题及改进情况", "不够及时。", "六、其他需要报告的事项", "无。", "清溪镇人民政府", "2024年1月10日"},
			[]string{"题 " + title, "前 本报告按规定编制，现予公布。", "节 一、总体情况", "文 全年公开320条。", "节 五、存在的主要问题及改进情况", "文 不够及时。", "节 六、其他需要报告的事项", "文 无。", "落 清溪镇人民政府/2024年1月10日"}},
		{"other words, and a numeral that is repeated", []string{title, "一、总体概述", "全年公开320条。", "四、存在问题及改进情况", "不够及时。", "五、其他报告的事项", "无。"},
			[]string{"题 " + title, "节 一、总体概述", "文 全年公开320条。", "节 四、存在问题及改进情况", "文 不够及时。", "节 五、其他报告的事项", "文 无。"}},
		{"no numeral, and the title once more below the title", []string{title, "（" + title + "）", "总体概述", "全年公开320条。"},
			[]string{"题 " + title, "节 总体概述", "文 全年公开320条。"}},
		{"headings that run in", []string{title, "现将情况公布如下（电话：0000-0000000）。一、总体情况", "全年公开320条。", "六、其他需要报告的事项 无。"},
			[]string{"题 " + title, "前 现将情况公布如下（电话：0000-0000000）。", "节 一、总体情况", "文 全年公开320条。", "节 六、其他需要报告的事项", "文 无。"}},
		{"a preface that lists the headings", []string{title, "本报告包括：一、总体情况；二、主动公开政府信息情况；三、收到和处理政府信息公开申请情况；六、其他需要报告的事项。", "一、总体情况", "全年公开320条。"},
			[]string{"题 " + title, "前 本报告包括：一、总体情况；二、主动公开政府信息情况；三、收到和处理政府信息公开申请情况；六、其他需要报告的事项。", "节 一、总体情况", "文 全年公开320条。"}},
		{"a table of contents before", []string{title, "一、总体情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项", "前言第一段。", "一、总体情况", "全年公开320条。", "五、存在的主要问题及改进情况", "不够及时。", "六、其他需要报告的事项", "无。"},
			[]string{"题 " + title, "前 一、总体情况", "前 五、存在的主要问题及改进情况", "前 六、其他需要报告的事项", "前 前言第一段。", "节 一、总体情况", "文 全年公开320条。", "节 五、存在的主要问题及改进情况", "文 不够及时。", "节 六、其他需要报告的事项", "文 无。"}},
		{"one with numbers of pages is none of the text", []string{title, "目　录", "一、总体情况\t1", "（一）主动公开\t1", "五、存在的主要问题及改进情况\t12", "", "六、其他需要报告的事项\t13", "前言第一段。", "一、总体情况", "全年公开320条。", "五、存在的主要问题及改进情况", "不够及时。", "六、其他需要报告的事项", "无。"},
			[]string{"题 " + title, "前 前言第一段。", "节 一、总体情况", "文 全年公开320条。", "节 五、存在的主要问题及改进情况", "文 不够及时。", "节 六、其他需要报告的事项", "文 无。"}},
		{"nor with dots before them, or a blank", []string{title, "一、总体情况……………1", "五、存在的主要问题及改进情况......１２", "六、其他需要报告的事项 13", "一、总体情况", "全年公开320条。"},
			[]string{"题 " + title, "节 一、总体情况", "文 全年公开320条。"}},
		{"nor where it is one paragraph", []string{title, "目录\n一、总体情况\t1\n五、存在的主要问题及改进情况\t2\n六、其他需要报告的事项\t3", "一、总体情况", "全年公开320条。"},
			[]string{"题 " + title, "节 一、总体情况", "文 全年公开320条。"}},
		{"headings of which two end in a number are no table of contents", []string{title, "一、总体情况", "全年公开320条。", "五、存在的主要问题及改进情况1", "六、其他需要报告的事项2", "无。"},
			[]string{"题 " + title, "节 一、总体情况", "文 全年公开320条。", "节 五、存在的主要问题及改进情况1", "节 六、其他需要报告的事项2", "文 无。"}},
		{"numerals that only look like ones, as PDF viewers copy them", []string{title, "⼀、总体情况", "全年公开320条。", "⼆、主动公开政府信息情况", "表前的一句话。", "清溪镇⼈民政府", "2024年1⽉10⽇"},
			[]string{"题 " + title, "节 ⼀、总体情况", "文 全年公开320条。", "节 ⼆、主动公开政府信息情况", "文 表前的一句话。", "落 清溪镇⼈民政府/2024年1⽉10⽇"}},
		{"headings inside the overview are none", []string{title, "一、总体情况", "（一）主动公开政府信息情况", "公开320条。", "1.依申请公开情况", "没有申请。"},
			[]string{"题 " + title, "节 一、总体情况", "文 （一）主动公开政府信息情况", "文 公开320条。", "文 1.依申请公开情况", "文 没有申请。"}},
		{"headings numbered as an inner level", []string{title, "一、总体情况", "全年公开320条。", "5、存在的主要问题及改进情况", "不够及时。", "（六）其他需要报告的事项", "无。"},
			[]string{"题 " + title, "节 一、总体情况", "文 全年公开320条。", "节 5、存在的主要问题及改进情况", "文 不够及时。", "节 （六）其他需要报告的事项", "文 无。"}},
		{"which are none where the section has its own", []string{title, "一、总体情况", "（五）存在的主要问题及改进情况", "见第五部分。", "五、存在的主要问题及改进情况", "不够及时。"},
			[]string{"题 " + title, "节 一、总体情况", "文 （五）存在的主要问题及改进情况", "文 见第五部分。", "节 五、存在的主要问题及改进情况", "文 不够及时。"}},
		{"no heading of the first section", []string{title, "本报告由清溪镇人民政府编制。", "全年公开320条。", "五、存在的主要问题及改进情况", "不够及时。"},
			[]string{"题 " + title, "前 本报告由清溪镇人民政府编制。", "节 ", "文 全年公开320条。", "节 五、存在的主要问题及改进情况", "文 不够及时。"}},
		{"what a site prints around", []string{"首页 > 政务公开 > 年报", "当前位置：首页", title, "发布时间：2024-01-10 来源：清溪镇 浏览次数：12", "字体：大 中 小", "本报告按规定编制，现予公布。", "一、总体情况", "全年公开320条。", "六、其他需要报告的事项", "无。", "上一篇：没有了", "主办：清溪镇人民政府"},
			[]string{"题 " + title, "前 本报告按规定编制，现予公布。", "节 一、总体情况", "文 全年公开320条。", "节 六、其他需要报告的事项", "文 无。"}},
		{"unit and date in one line, and lines of the site's behind", []string{title, "一、总体情况", "全年公开320条。", "清溪镇人民政府　　2024年1月10日", "分享到：微信"},
			[]string{"题 " + title, "节 一、总体情况", "文 全年公开320条。", "落 清溪镇人民政府/2024年1月10日"}},
		{"a title over two lines, the date below", []string{"清溪镇人民政府2023年政府信息公开工作", "年度报告", "（2024年1月10日）", "本报告按规定编制，现予公布。", "一、总体情况", "全年公开320条。"},
			[]string{"题 " + title, "前 本报告按规定编制，现予公布。", "节 一、总体情况", "文 全年公开320条。", "落 /2024年1月10日"}},
		{"two titles: the one of the report is the last", []string{"清溪镇2023年政府信息公开工作情况", "清溪镇2023年政府信息公开年报", title, "一、总体情况", "全年公开320条。"},
			[]string{"题 " + title, "节 一、总体情况", "文 全年公开320条。"}},
	} {
		assert.Equal(t, c.want, told(linesPage(c.lines...), ""), c.why)
	}
}

// What is left out of a table of contents is told.
func TestContentsAreTold(t *testing.T) {
	p := linesPage("目录", "一、总体情况\t1", "五、存在的主要问题及改进情况\t2", "六、其他需要报告的事项\t3", "一、总体情况", "全年公开320条。")
	p.Asides = []string{"文档里有1个图片或图形，没有读进来"}
	assert.Equal(t, []string{"文档里有1个图片或图形，没有读进来", "文档里有目录（3行），没有读进来"}, Read(p, "").Asides)
	assert.Len(t, p.Asides, 1, "the page is as it was")
	assert.Equal(t, page.Plain, p.Blocks[0].Kind)
}

// The heading of a section may stand in the first row of its table; where it stands before the table too, it is no paragraph.
func TestHeadingsInTables(t *testing.T) {
	table := func() page.Block {
		g := page.NewGrid()
		g.Row()
		g.Add("二、主动公开政府信息情况", 1, 4)
		for _, row := range []string{"信息内容|本年制发件数|本年废止件数|现行有效件数", "规章|0|0|0"} {
			g.Row()
			for _, cell := range strings.Split(row, "|") {
				g.Add(cell, 1, 1)
			}
		}
		return page.Block{Table: g.Table()}
	}
	p := &page.Page{Blocks: []page.Block{{Text: "一、总体情况"}, {Text: "全年公开320条。"}, table()}}
	assert.Equal(t, []string{"题 ", "节 一、总体情况", "文 全年公开320条。", "节 二、主动公开政府信息情况"}, told(p, ""))
	p.Blocks = []page.Block{{Text: "一、总体情况"}, {Text: "全年公开320条。"}, {Text: "二、主动公开政府信息情况"}, table()}
	assert.Equal(t, []string{"题 ", "节 一、总体情况", "文 全年公开320条。", "节 二、主动公开政府信息情况"}, told(p, ""))
}

func TestNames(t *testing.T) {
	body := []string{"一、总体情况", "全年公开320条。"}
	for _, c := range []struct {
		why, pageTitle, file string
		lines                []string
		unit                 string
		year                 int
	}{
		{"by the title", "", "", []string{"清溪镇人民政府2023年政府信息公开工作年度报告"}, "清溪镇人民政府", 2023},
		{"by the preface", "", "", []string{"根据条例，现公布清溪镇人民政府2023年政府信息公开工作年度报告。"}, "清溪镇人民政府", 2023},
		{"by who writes it, and the period", "", "", []string{"本报告由清溪镇人民政府编制，统计期限自2023年1月1日起至12月31日止。"}, "清溪镇人民政府", 2023},
		{"by what the page calls itself", "清溪镇人民政府2023年政府信息公开工作年度报告_青垣县人民政府", "", nil, "清溪镇人民政府", 2023},
		{"by what the page calls itself before a preface of last year", "清溪镇人民政府2023年政府信息公开工作年度报告-清溪镇", "", []string{"现向社会公布清溪镇人民政府2022年政府信息公开工作年度报告。"}, "清溪镇人民政府", 2023},
		{"by the file's name", "", "清溪镇2023年政府信息公开年报", nil, "清溪镇", 2023},
		{"by what its sentences say of the year", "", "", []string{"全文如下。2023年，我镇公开320条。2023年底，我镇有2个窗口。按照国办公开办函〔2021〕30号编写。"}, "", 2023},
		{"by the preface, whose verb is no part of the name", "", "", []string{"清溪镇人民政府编制2023年政府信息公开工作年度报告。"}, "清溪镇人民政府", 2023},
		{"several verbs", "", "", []string{"清溪镇人民政府认真组织编写并向社会公布2023年政府信息公开工作年度报告。"}, "清溪镇人民政府", 2023},
		{"why it is written goes before the verb", "", "", []string{"清溪镇人民政府根据上级要求撰写了2023年政府信息公开工作年度报告。"}, "清溪镇人民政府", 2023},
		{"who writes it, with a verb before that", "", "", []string{"本报告由清溪镇人民政府组织编制，统计期限自2023年1月1日起至12月31日止。"}, "清溪镇人民政府", 2023},
		{"a verb inside the name is one of the name", "", "", []string{"青垣县机构编制委员会编制2023年政府信息公开工作年度报告。"}, "青垣县机构编制委员会", 2023},
		{"由 before it is none of the name", "", "", []string{"根据《中华人民共和国政府信息公开条例》，由清溪镇人民政府编制2023年政府信息公开工作年度报告。"}, "清溪镇人民政府", 2023},
		{"nor is 是, where no 由 stands", "", "", []string{"本报告是清溪镇人民政府按照《条例》编制的2023年度报告，2024年1月印发。"}, "清溪镇人民政府", 2023},
		{"the report is called 年报", "", "", []string{"本年报由清溪镇人民政府依据《条例》编制。所列数据统计期限自2023年1月1日至12月31日止。"}, "清溪镇人民政府", 2023},
		{"the unit begins the sentence", "", "", []string{"清溪镇人民政府根据《条例》规定，现公布2023年度政府信息公开工作年度报告。"}, "清溪镇人民政府", 2023},
		{"an office above it begins one too, whose notice it goes by", "", "", []string{"青垣县人民政府办公室印发了通知，清溪镇人民政府编制了2023年政府信息公开工作年度报告。"}, "清溪镇人民政府", 2023},
		{"by what was worked at, the year before it", "", "", []string{"2023年，清溪镇人民政府认真贯彻落实《条例》。"}, "清溪镇人民政府", 2023},
		{"an office above that worked at it is another one", "", "", []string{"2023年，在青垣县人民政府认真指导下，我镇开展工作。"}, "", 2023},
		{"我镇 says whose it is in brackets", "", "", []string{"为做好公开工作，我镇（清溪镇人民政府）编制本报告，统计期限自2023年1月1日起至12月31日止。"}, "清溪镇人民政府", 2023},
		{"the desk that writes it is none of the unit's name", "", "", []string{"本报告由清溪镇人民政府办公室根据《条例》编制，统计期限自2023年1月1日起至12月31日止。"}, "清溪镇人民政府", 2023},
		{"the office of a county's government has reports of its own", "", "", []string{"依据国办公开办函〔2021〕30号文件，青垣县人民政府办公室编制了本报告，统计期限自2023年1月1日起至12月31日止。"}, "青垣县人民政府办公室", 2023},
		{"no name: what the report goes by", "", "", []string{"本报告是根据《条例》编制的2023年度报告，依据上级要求公布。"}, "", 2023},
		{"by nothing", "首页", "扫描件001", []string{"我镇认真落实要求。"}, "", 0},
	} {
		p := linesPage(append(c.lines, body...)...)
		p.Title = c.pageTitle
		out := Read(p, c.file)
		assert.Equal(t, c.unit, out.names.unit, c.why)
		assert.Equal(t, c.year, out.names.year, c.why)
	}
}

// The signature tells the name of which the title or the preface has a part, or more than the name.
func TestNamesBySignature(t *testing.T) {
	const rest = "2023年政府信息公开工作年度报告"
	body := []string{"一、总体情况", "全年公开320条。", "六、其他需要报告的事项", "无。"}
	const untitled = "没有找到标题，"
	for _, c := range []struct {
		why, front, signed string
		unit               string
		doubts             []string
	}{
		{"the title has the place alone", "清溪镇" + rest, "清溪镇人民政府", "清溪镇人民政府", []string{"标题里的单位“清溪镇”不是全称，报告里用落款的“清溪镇人民政府”"}},
		{"a street, with the county before it", "清溪街道" + rest, "青垣县清溪街道办事处", "青垣县清溪街道办事处", []string{"标题里的单位“清溪街道”不是全称，报告里用落款的“青垣县清溪街道办事处”"}},
		{"counties are known by their place", "青垣县" + rest, "青垣县人民政府", "青垣县", []string{"落款的单位“青垣县人民政府”与标题的不同，报告里用标题的"}},
		{"another place", "清溪镇" + rest, "石桥镇人民政府", "清溪镇", []string{"落款的单位“石桥镇人民政府”与标题的不同，报告里用标题的"}},
		{"the preface goes on in words that are not known", "清溪镇人民政府谨呈" + rest + "。", "清溪镇人民政府", "清溪镇人民政府", []string{untitled + "单位按落款是“清溪镇人民政府”，年度按前言是2023年"}},
		{"the preface has the place alone", "现公布清溪镇" + rest + "。", "清溪镇人民政府", "清溪镇人民政府", []string{untitled + "单位按落款是“清溪镇人民政府”，年度按前言是2023年"}},
		{"the preface has it in full", "现公布青垣县财政局" + rest + "。", "财政局", "青垣县财政局",
			[]string{untitled + "单位按前言是“青垣县财政局”，年度按前言是2023年", "落款的单位“财政局”与前言的不同，报告里用前言的"}},
	} {
		read := Read(linesPage(append(append([]string{c.front}, body...), c.signed, "2024年1月10日")...), "")
		r, doubts := read.Report(read.Edition())
		assert.Equal(t, c.unit, r.Unit(), c.why)
		var ofNames []string
		for _, d := range doubts {
			if strings.Contains(d, "单位") {
				ofNames = append(ofNames, d)
			}
		}
		assert.Equal(t, c.doubts, ofNames, c.why)
	}
}

// What stands between the title and the preface is the site's; what stands behind the first line of the preface is the report's.
func TestPreface(t *testing.T) {
	const title, first = "清溪镇人民政府2023年政府信息公开工作年度报告", "本报告由清溪镇人民政府编制。"
	for _, c := range []struct {
		why    string
		lines  []string
		want   []string
		dated  string
		asides int
	}{
		{"the site's lines below the title", []string{title, "浏览次数：12", "打印 分享", first}, []string{first}, "", 0},
		{"an address reads like the site's, and is the report's", []string{title, first, "联系地址：清溪镇1号，公开形式：网站公开"}, []string{first, "联系地址：清溪镇1号，公开形式：网站公开"}, "", 0},
		{"a date below the title", []string{title, "二〇二四年一月十日", first}, []string{first}, "二〇二四年一月十日", 0},
		{"a date behind the preface", []string{title, first, "二〇二四年一月十日"}, []string{first, "二〇二四年一月十日"}, "", 0},
		{"lines before the title are told", []string{"清溪镇要闻三则", title, first}, []string{first}, "", 1},
	} {
		out := Read(linesPage(append(c.lines, "一、总体情况", "全年公开320条。")...), "")
		var got []string
		for _, p := range out.Preface {
			got = append(got, p.Text)
		}
		assert.Equal(t, c.want, got, c.why)
		assert.Equal(t, c.dated, out.Date, c.why)
		assert.Len(t, out.Asides, c.asides, c.why)
	}
}

// A page with more text than a report can have is not searched for tables, and says so.
func TestTooMuchText(t *testing.T) {
	out := Read(linesPage("一、总体情况", strings.Repeat("公开。", 1<<18)), "")
	_, doubts := out.Report(out.Edition())
	assert.Contains(t, doubts, "没有找到“主动公开政府信息情况表”：文字太多，没有逐行查找，表里的数没有核对")
}

// The paragraph that a comment hangs on is counted as the report counts it, text boxes and headings left out.
func TestPlacesOfRemarks(t *testing.T) {
	p := linesPage("清溪镇人民政府2023年政府信息公开工作年度报告", "一、总体情况", "欢迎订阅", "全年公开320条。", "二、主动公开政府信息情况")
	p.Blocks[2].Kind = page.Boxed
	p.Remarks = []page.Remark{{What: "批注", Block: 3, Words: "，甲：“核一下。”"}}
	assert.Contains(t, Read(p, "").Asides, "批注没有读进来：“一、总体情况”第1段，甲：“核一下。”")
}

func TestJoinLines(t *testing.T) {
	for _, c := range []struct {
		why   string
		lines []string
		want  []string
	}{
		{"lines broken where they were full, paragraphs indented", []string{"　　今年以来，我镇认真落实要求，把公开作为方便群众办事", "的基础工作来抓，全年公开320条，其中政策文件56条，", "其余是办事指南。", "　　群众评价很好，没有发生需要追究责任的情形，也没有", "收到投诉。"},
			[]string{"　　今年以来，我镇认真落实要求，把公开作为方便群众办事的基础工作来抓，全年公开320条，其中政策文件56条，其余是办事指南。", "　　群众评价很好，没有发生需要追究责任的情形，也没有收到投诉。"}},
		{"the number of a page between", []string{"今年以来，我镇认真落实要求，把公开作为方便群众办事", "- 3 -", "的基础工作来抓，全年公开320条，其中政策文件56条，", "其余是办事指南，按月更新，随时可查，群众评价很好，", "没有投诉。"},
			[]string{"今年以来，我镇认真落实要求，把公开作为方便群众办事的基础工作来抓，全年公开320条，其中政策文件56条，其余是办事指南，按月更新，随时可查，群众评价很好，没有投诉。"}},
		{"headings on lines of their own, all set in, as our own text is", []string{"　　（一）主动公开政府信息情况", "　　全年公开320条。", "　　（二）政府信息公开平台建设情况", "　　网站专栏全年更新96次。", "　　政府信息公开监督保障工作", "　　没有投诉。", "　　　　　　　　清溪镇人民政府", "　　　　　　　　2024年1月10日"},
			[]string{"　　（一）主动公开政府信息情况", "　　全年公开320条。", "　　（二）政府信息公开平台建设情况", "　　网站专栏全年更新96次。", "　　政府信息公开监督保障工作", "　　没有投诉。", "　　　　　　　　清溪镇人民政府", "　　　　　　　　2024年1月10日"}},
		{"the same with half-width blanks, which may be a margin", []string{"    （一）主动公开政府信息情况", "    全年公开320条。", "    （二）政府信息公开平台建设情况", "    网站专栏全年更新96次。", "    （三）政府信息公开监督保障工作", "    没有投诉。"},
			[]string{"    （一）主动公开政府信息情况", "    全年公开320条。", "    （二）政府信息公开平台建设情况", "    网站专栏全年更新96次。", "    （三）政府信息公开监督保障工作", "    没有投诉。"}},
		{"headings without number or blanks are narrower than lines get", []string{"主动公开政府信息工作情况", "今年以来，我镇认真落实要求，把公开作为基础工作来抓，全年公开320条。", "政府信息公开平台建设情况", "网站专栏全年更新96次，按月检查，随时可查，没有发现失效的链接。", "政府信息公开监督保障情况", "群众评价很好，没有发生需要追究责任的情形，也没有收到任何投诉。"},
			[]string{"主动公开政府信息工作情况", "今年以来，我镇认真落实要求，把公开作为基础工作来抓，全年公开320条。", "政府信息公开平台建设情况", "网站专栏全年更新96次，按月检查，随时可查，没有发现失效的链接。", "政府信息公开监督保障情况", "群众评价很好，没有发生需要追究责任的情形，也没有收到任何投诉。"}},
		{"rows of another table", []string{"政府网站公开信息情况\t条\t320", "政务新媒体公开信息情况\t条\t56", "政务公开专区接待群众情况\t人次\t12", "群众评价很好。"},
			[]string{"政府网站公开信息情况\t条\t320", "政务新媒体公开信息情况\t条\t56", "政务公开专区接待群众情况\t人次\t12", "群众评价很好。"}},
		{"a margin before all lines, in which paragraphs are set in further", []string{"   　　今年以来，我镇认真落实要求，把公开作为方便群众", "   办事的基础工作来抓，全年公开320条，其中政策文件5", "   6条，其余是办事指南。", "   　　群众评价很好，没有发生需要追究责任的情形，也没", "   有收到投诉，各村、各站所按月更新，随时可以查到公开", "   　　附件", "   　　没有。"},
			[]string{"   　　今年以来，我镇认真落实要求，把公开作为方便群众办事的基础工作来抓，全年公开320条，其中政策文件56条，其余是办事指南。", "   　　群众评价很好，没有发生需要追究责任的情形，也没有收到投诉，各村、各站所按月更新，随时可以查到公开", "   　　附件", "   　　没有。"}},
		{"paragraphs on lines of their own stay", []string{"今年以来，我镇认真落实要求，把公开作为基础工作来抓。", "全年公开320条，其中政策文件56条，其余是办事指南。", "群众评价很好。"},
			[]string{"今年以来，我镇认真落实要求，把公开作为基础工作来抓。", "全年公开320条，其中政策文件56条，其余是办事指南。", "群众评价很好。"}},
	} {
		var pieces []piece
		for _, l := range c.lines {
			pieces = append(pieces, piece{Block: page.Block{Text: l}})
		}
		var got []string
		for _, p := range joinLines(pieces) {
			got = append(got, p.Text)
		}
		assert.Equal(t, c.want, got, c.why)
	}
}

// Line breaks inside a paragraph: they are taken out where lines were full, and what is bold stays so.
func TestJoinBroken(t *testing.T) {
	for _, c := range []struct{ why, text, bold, want string }{
		{"broken where they were full", "　　今年以来，我镇认真落实要求，把公开作为方便群众办事\n的基础工作来抓，全年公开320条，其中政策文件5\n6条，其余是办事指南，按月更新，随时可以查到，群众\n评价很好，没有投诉。", "方便群众办事\n的基础工作",
			"　　今年以来，我镇认真落实要求，把公开作为方便群众办事的基础工作来抓，全年公开320条，其中政策文件56条，其余是办事指南，按月更新，随时可以查到，群众评价很好，没有投诉。 方便群众办事的基础工作"},
		{"paragraphs by themselves", "　　今年以来，我镇认真落实要求，把公开作为基础工作。\n　　全年公开320条，其中政策文件56条，余为指南。\n　　群众评价很好，没有投诉，随时可以查到公开内容。\n　　没有其他。", "没有投诉",
			"　　今年以来，我镇认真落实要求，把公开作为基础工作。\n　　全年公开320条，其中政策文件56条，余为指南。\n　　群众评价很好，没有投诉，随时可以查到公开内容。\n　　没有其他。 没有投诉"},
		{"an address, line by line", "地址：清溪县清溪镇人民路18号\n电话：000-12345678\n邮箱：a@b.cn", "", "地址：清溪县清溪镇人民路18号\n电话：000-12345678\n邮箱：a@b.cn "},
	} {
		p := piece{Block: page.Block{Text: c.text}}
		if c.bold != "" {
			at := strings.Index(c.text, c.bold)
			p.Bold = []chinese.Range{{Start: at, End: at + len(c.bold)}}
		}
		got := joinBroken([]piece{p})[0]
		bold := ""
		for _, r := range got.Bold {
			bold += got.Text[r.Start:r.End]
		}
		assert.Equal(t, c.want, got.Text+" "+bold, c.why)
	}
}

// Whatever lines a page has, understanding it ends.
func FuzzUnderstand(f *testing.F) {
	f.Add("清溪镇人民政府2023年政府信息公开工作年度报告\n一、总体情况\n规章 | 0 | 0 | 0 |\n六、其他需要报告的事项 无。\n2024年1月10日")
	f.Add("草稿\n|||\n（2024年1月10日）\n- 1 -")
	f.Fuzz(func(t *testing.T, text string) {
		out := Read(linesPage(strings.Split(text, "\n")...), text)
		r, _ := out.Report(out.Edition())
		Compare(r, r)
	})
}

// A section whose heading is not there is told from one that is not there at all; a table that was found, from one that was read.
func TestWhatIsPrinted(t *testing.T) {
	const title = "清溪镇人民政府2023年政府信息公开工作年度报告"
	table := page.NewGrid()
	for _, cells := range [][]string{{"第二十条第（一）项", "", "", ""}, {"信息内容", "本年制发件数", "本年废止件数", "现行有效件数"}, {"规章", "0", "0", "0"}, {"行政规范性文件", "1", "0", "3"}} {
		table.Row()
		for _, c := range cells {
			table.Add(c, 1, 1)
		}
	}
	p := linesPage(title, "一、总体情况", "全年公开320条。")
	p.Blocks = append(p.Blocks, page.Block{Table: table.Table()}, page.Block{Text: "五、存在的主要问题及改进情况"}, page.Block{Text: "不够及时。"})
	read := Read(p, "")
	r, _ := read.Report(read.Edition())
	printed := map[form.Key]string{}
	for _, h := range r.Printed.Headings {
		printed[h.Key] = h.Printed
	}
	assert.Equal(t, map[form.Key]string{"narrative.overview": "一、总体情况", "narrative.proactive": "", "narrative.problems": "五、存在的主要问题及改进情况"}, printed)
	assert.ElementsMatch(t, []form.Key{"narrative.requests", "narrative.disputes", "narrative.other"}, r.Lost)
	assert.Equal(t, []string{"proactive"}, r.Printed.Tables)
	assert.False(t, r.Printed.Pieced, "a line is a paragraph here")
}

// Characters that only look like what is meant come from the copy: they neither spoil the title nor the date.
func TestLookalikesOfCopies(t *testing.T) {
	for _, signed := range [][]string{{"清溪镇⼈民政府", "2024年1⽉10⽇"}, {"清溪镇⼈民政府 2024年1⽉10⽇"}} {
		read := Read(linesPage(append([]string{"清溪镇⼈民政府2023年政府信息公开⼯作年度报告", "⼀、总体情况", "全年公开320条。"}, signed...)...), "")
		r, doubts := read.Report(read.Edition())
		assert.NotContains(t, strings.Join(doubts, "\n"), "标题")
		assert.Equal(t, "清溪镇人民政府", r.Unit())
		assert.Equal(t, "2024年1月10日", r.Fields["report.date"].Text)
		assert.NotContains(t, r.Lost, form.Key("narrative.overview"))
	}
}

// What the report itself does not say of its unit and year is guessed, and says so.
func TestGuessedNames(t *testing.T) {
	for _, c := range []struct {
		why, fileName string
		lines         []string
		unit, year    string // the doubts
	}{
		{"the title tells", "", []string{"清溪镇人民政府2023年政府信息公开工作年度报告", "一、总体情况", "全年公开320条。"}, "", ""},
		{"the name of the file tells", "清溪镇人民政府2023年政府信息公开工作年度报告", []string{"一、总体情况", "全年公开320条。"}, "单位是按文件名推定的", "年度是按文件名推定的"},
		{"sentences tell the year", "", []string{"本报告由清溪镇人民政府编制。", "一、总体情况", "2023年，全年公开320条。"}, "", "年度是按正文推定的"},
		{"the row of an index table that became a line", "", []string{"| 名称 | 清溪镇人民政府2023年政府信息公开工作年度报告 | |", "一、总体情况", "全年公开320条。"}, "", ""},
	} {
		read := Read(linesPage(c.lines...), c.fileName)
		r, _ := read.Report(read.Edition())
		assert.Equal(t, "清溪镇人民政府", r.Unit(), c.why)
		assert.Equal(t, c.unit, r.Fields["unit.name"].Doubt, c.why)
		assert.Equal(t, c.year, r.Fields["report.year"].Doubt, c.why)
		assert.NotContains(t, r.Printed.Title, "|", c.why)
	}
}

package office

import (
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/check"
	"nianbao/internal/ledger"
	"nianbao/internal/model"
	"nianbao/internal/remedy"
	"nianbao/internal/sample"
)

// days is a stretch of so many days.
func days(year int, month time.Month, day, many int) ledger.Span {
	from := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	return ledger.Span{From: from, To: from.AddDate(0, 0, many-1)}
}

func TestParseSettings(t *testing.T) {
	for _, c := range []struct {
		why, text string
		want      check.Settings
	}{
		{"all that can be laid down", "规则:\n  copied-from-last-year: 提示\n  overview-length:\n    关闭: 本县对字数不作要求\n总体情况字数: 1500\n公布期限: 1月20日\n相邻单位:\n  - 石桥镇\n  - 柏坞乡\n",
			check.Settings{
				Rules:          []check.Adjustment{{Rule: "copied-from-last-year", Level: check.Info}, {Rule: "overview-length", Reason: "本县对字数不作要求"}},
				OverviewLength: 1500, Deadline: check.Deadline{Month: time.January, Day: 20}, Neighbours: []string{"石桥镇", "柏坞乡"},
			}},
		{"on one line", "规则: {numbering: 核实}\n相邻单位: [石桥镇人民政府]", check.Settings{Rules: []check.Adjustment{{Rule: "numbering", Level: check.Query}}, Neighbours: []string{"石桥镇人民政府"}}},
		{"what the unit was before", "曾用名: [黄荆乡人民政府]\n", check.Settings{Formerly: []string{"黄荆乡人民政府"}}},
		{"words written wrong", "易错词:\n  望和镇: 望禾镇\n  丰收路六十六号: 丰收路66号\n", check.Settings{WrongWords: []check.Misspelling{{Wrong: "望和镇", Right: "望禾镇"}, {Wrong: "丰收路六十六号", Right: "丰收路66号"}}}},
		{"a rule by its name", "规则: {与上年雷同: 提示}\n", check.Settings{Rules: []check.Adjustment{{Rule: "copied-from-last-year", Level: check.Info}}}},
		{"a share", "比例: 0.65\n", check.Settings{Share: decimal.New(65, -2)}},
		{"a share as it is spoken of, typed as Chinese keyboards do", "比例: ６５％\n", check.Settings{Share: decimal.New(65, -2)}},
		{"all of it is a share too", "比例: 1\n", check.Settings{Share: decimal.New(1, 0)}},
		{"points for each finding, by id and by name", "扣分:\n  wrong-word: 0.5\n  标点: 0.1分\n",
			check.Settings{Points: []check.Points{{Rule: "wrong-word", Each: decimal.New(5, -1)}, {Rule: "punctuation", Each: decimal.New(1, -1)}}}},
		{"points up to some", "扣分: {numbering: {最多: 2, 每处: 0.25}}\n", check.Settings{Points: []check.Points{{Rule: "numbering", Each: decimal.New(25, -2), Most: decimal.New(2, 0)}}}},
		{"holidays, and weekends that are worked for them", "节假日: [2025-01-01, 2025-01-28～2025-02-04, 2025年10月1日至10月8日]\n调休上班:\n  - 2025/1/26\n  - 2025年2月8日\n",
			check.Settings{Calendar: ledger.Calendar{Holidays: []ledger.Span{days(2025, 1, 1, 1), days(2025, 1, 28, 8), days(2025, 10, 1, 8)}, Workdays: []ledger.Span{days(2025, 1, 26, 1), days(2025, 2, 8, 1)}}}},
		{"what is asked for beside the form: a count, an amount, one of which nothing is said", "附表:\n  发出收费通知的件数: {计量单位: 件, 数的写法: 整数}\n  通知收费的总金额:\n    计量单位: 元\n  接待群众:\n",
			check.Settings{Indicators: []model.Indicator{{Name: "发出收费通知的件数", Unit: "件", Integer: true}, {Name: "通知收费的总金额", Unit: "元"}, {Name: "接待群众"}}}},
		{"nothing", "", check.Settings{}},
		{"a mark of byte order, and remarks", "\ufeff# 本县的规定\n总体情况字数: 800 # 比省里严\n", check.Settings{OverviewLength: 800}},
		{"lines that begin and end a document", "---\n总体情况字数: 800\n---\n", check.Settings{OverviewLength: 800}},
		{"an entry that is still empty", "规则:\n总体情况字数: 800\n", check.Settings{OverviewLength: 800}},
	} {
		t.Run(c.why, func(t *testing.T) {
			got, err := parseSettings([]byte(c.text))
			require.NoError(t, err)
			assert.Equal(t, c.want, got)
		})
	}
}

func TestSettingsThatCannotBeFollowed(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"an entry that is not known", "总体情况字数: 800\n字体: 仿宋\n", "第2行：没有“字体”这一项，可用的有：规则、总体情况字数、公布期限、相邻单位、曾用名、易错词、比例、扣分、节假日、调休上班、附表"},
		{"a rule that is not known", "规则:\n  overview-lenght: 提示\n", "第2行：没有“overview-lenght”这条规则，是不是“overview-length”"},
		{"a rule that must hold, switched off", "规则:\n  requests-balance: {关闭: 太麻烦}\n", "第2行：规则“收办平衡”（requests-balance）是强制的，不能关闭"},
		{"a rule that must hold, weighed anew", "规则:\n  requests-balance: 提示\n", "第2行：规则“收办平衡”（requests-balance）是强制的，不能改级别"},
		{"a rule that may misfire cannot block", "规则:\n  numbering: 强制\n", "第2行：“numbering”后面应写“核实”或“提示”；要关闭它，写成“numbering: {关闭: 理由}”"},
		{"switched off without a reason", "规则:\n  numbering: {关闭: }\n", "第2行：“numbering”后面应写“核实”或“提示”；要关闭它，写成“numbering: {关闭: 理由}”"},
		{"the same rule twice", "规则:\n  numbering: 核实\n  numbering: 提示\n", "第3行：“numbering”写了两次，请只留一处"},
		{"a day that no calendar has", "公布期限: 2月30日\n", "第1行：公布期限2月30日在日历上没有"},
		{"a deadline in words", "公布期限: 一月底\n", "第1行：“公布期限”应写成如“1月20日”"},
		{"no length", "总体情况字数: 很短\n", "第1行：“总体情况字数”应是正整数，如1000"},
		{"a neighbour that is no unit", "相邻单位: [附近]\n", "第1行：相邻单位“附近”认不出，请写成如石桥镇"},
		{"neighbours on one line without brackets", "相邻单位: 石桥镇、柏坞乡\n", "第1行：“相邻单位”应写成“[石桥镇, 柏坞乡]”，或一行一个、前面加“- ”"},
		{"an alias", "总体情况字数: &n 800\n公布期限: *n\n", "第2行：“公布期限”应写成如“1月20日”"},
		{"a wrong word without the right one", "易错词: {望和镇: }\n", "第1行：易错词“望和镇”没有写正确的词"},
		{"a wrong word that is part of the right one", "易错词: {望禾: 望禾镇}\n", "第1行：易错词“望禾”就在正确的“望禾镇”里面，请写长一些"},
		{"wrong words as a list", "易错词: [望和镇]\n", "第1行：“易错词”下面应一行一个，写成“错误的词: 正确的词”（冒号用半角，后面空一格）"},
		{"a share above the whole", "比例: 1.5\n", "第1行：比例是1.5，应大于0、不超过1"},
		{"no share at all", "比例: 0\n", "第1行：“比例”应大于0、不超过1，如0.5（也可以写50%）"},
		{"a share in words", "比例: 一半\n", "第1行：“比例”应大于0、不超过1，如0.5（也可以写50%）"},
		{"a share by its exponent", "比例: 5e-1\n", "第1行：“比例”应大于0、不超过1，如0.5（也可以写50%）"},
		{"points for a rule that is not there", "扣分: {wrong-words: 1}\n", "第1行：没有“wrong-words”这条规则，是不是“wrong-word”"},
		{"points for a name that is not there", "扣分: {错误字: 1}\n", "第1行：没有“错误字”这条规则，是不是“错别字”（wrong-word）"},
		{"points for nothing like a rule", "扣分: {好不好看: 1}\n", "第1行：没有“好不好看”这条规则"},
		{"points twice for one rule, by id and by name", "扣分:\n  wrong-word: 1\n  错别字: 2\n", "第3行：“错别字”写了两次，请只留一处"},
		{"points below nothing", "扣分: {wrong-word: -1}\n", "第1行：“wrong-word”的扣分应写每处扣几分，如0.5；有上限的，写成“{每处: 0.5, 最多: 2}”"},
		{"points that are none", "扣分: {wrong-word: 0}\n", "第1行：“wrong-word”的扣分是0，不扣分的请不要写"},
		{"more points than there are", "扣分: {wrong-word: 1001}\n", "第1行：“wrong-word”的扣分是1001，应是0到1000的数，小数不超过4位"},
		{"points too fine to be meant", "扣分: {wrong-word: 0.00001}\n", "第1行：“wrong-word”的扣分是0.00001，应是0到1000的数，小数不超过4位"},
		{"at most less than each", "扣分: {wrong-word: {每处: 2, 最多: 1}}\n", "第1行：“wrong-word”最多扣1，比每处扣的2还少，请核对"},
		{"at most nothing", "扣分: {wrong-word: {每处: 2, 最多: 0}}\n", "第1行：“wrong-word”的扣分应写每处扣几分，如0.5；有上限的，写成“{每处: 0.5, 最多: 2}”"},
		{"a holiday that is no day", "节假日: [2025-01-01, 春节]\n", "第1行：“节假日”里的“春节”应是日期，如2025-01-01，连着几天的写成2025-01-28～2025-02-04"},
		{"a day of the week", "调休上班: [2025-01-26, 周六]\n", "第1行：“调休上班”里的“周六”应是日期，如2025-01-01，连着几天的写成2025-01-28～2025-02-04"},
		{"holidays without brackets", "节假日: 2025-01-01\n", "第1行：“节假日”应写成“[2025-01-01, 2025-01-28～2025-02-04]”，或一行一处、前面加“- ”"},
		{"ends turned round", "节假日: [2025-02-04～2025-01-28]\n", "第1行：2025年2月4日至2025年1月28日前后颠倒了"},
		{"both off and worked", "节假日: [2025-01-28～2025-02-04]\n调休上班: [2025-02-01]\n", "第2行：2025年2月1日既是节假日又是调休上班，请只留一处"},
		{"at most without each", "扣分: {wrong-word: {最多: 1}}\n", "第1行：“wrong-word”的扣分应写每处扣几分，如0.5；有上限的，写成“{每处: 0.5, 最多: 2}”"},
		{"points in another mapping", "扣分: {wrong-word: {每篇: 1}}\n", "第1行：“wrong-word”的扣分应写每处扣几分，如0.5；有上限的，写成“{每处: 0.5, 最多: 2}”"},
		{"points as a list", "扣分: [wrong-word]\n", "第1行：“扣分”下面应一行一条，写成“规则名: 0.5”（冒号用半角，后面空一格）"},
		{"one rule twice, by id and by name", "规则:\n  numbering: 核实\n  序号: 提示\n", "第3行：“序号”写了两次，请只留一处"},
		{"an indicator that the form has already", "附表:\n  本年新收: {计量单位: 件}\n", "第2行：附表的指标“本年新收”：“本年新收”是报告的表格里已经有的名称，请换一个，如“本年新收（附表）”"},
		{"a way of writing that is none", "附表:\n  接待群众: {数的写法: 四舍五入}\n", "第2行：附表的指标“接待群众”：请选“整数”或“小数”"},
		{"something else said of an indicator", "附表:\n  接待群众: {单位: 人}\n", "第2行：没有“单位”这一项，可用的有：计量单位、数的写法"},
		{"an indicator with its unit alone", "附表: {接待群众: 人}\n", "第1行：应一行一个指标，写成“名称: {计量单位: 件, 数的写法: 整数}”"},
		{"indicators as a list", "附表: [接待群众]\n", "第1行：“附表”下面应一行一个指标，写成“名称: {计量单位: 件, 数的写法: 整数}”"},
		{"an indicator twice", "附表:\n  接待群众:\n  接待群众:\n", "第3行：“接待群众”写了两次，请只留一处"},
		{"full-width colons", "总体情况字数：800\n", "第1行：应写成“名称: 内容”（冒号用半角，后面空一格），可用的名称有：规则、总体情况字数、公布期限、相邻单位、曾用名、易错词、比例、扣分、节假日、调休上班、附表"},
		{"every fault at once", "字体: 仿宋\n总体情况字数: 0\n", "第1行：没有“字体”这一项，可用的有：规则、总体情况字数、公布期限、相邻单位、曾用名、易错词、比例、扣分、节假日、调休上班、附表；第2行：“总体情况字数”应是正整数，如1000"},
		{"a second document would be passed over", "总体情况字数: 800\n---\n# 另一份\n公布期限: 1月20日\n", "第4行：又是一份规定（前面有一行“---”），一个文件只能写一份，请删去“---”，合成一份"},
		{"its faults come after those of the first", "总体情况字数: 0\n---\n公布期限: 1月20日\n", "第1行：“总体情况字数”应是正整数，如1000；第3行：又是一份规定（前面有一行“---”），一个文件只能写一份，请删去“---”，合成一份"},
		{"a second document that is none", "总体情况字数: 800\n---\n规则: [\n", "第3行附近不合YAML的写法，请核对缩进、冒号和引号"},
		{"no YAML", "规则: [numbering\n公布期限: 1月20日\n", "第1行附近不合YAML的写法，请核对缩进、冒号和引号"},
		{"another encoding", "\xb9\xe6\xd4\xf2: 1\n", "不是UTF-8编码的文本，请用记事本另存为UTF-8编码"},
	} {
		t.Run(c.why, func(t *testing.T) {
			_, err := parseSettings([]byte(c.text))
			assert.EqualError(t, err, c.want)
		})
	}
	for why, data := range map[string][]byte{
		"too large for settings": make([]byte, maxSettings+1),
		"a workbook":             sample.Read(t, "testdata/workbooks/openpyxl-d-town-2020.xlsx"),
		"a PDF":                  []byte("%PDF-1.7\n\xe2\xe3"),
	} {
		_, err := parseSettings(data)
		assert.EqualError(t, err, "不是写规定的文本文件（.yaml），请核对文件名", why)
	}
	_, err := parseSettings([]byte("规则: {overview-lenght: 提示}"))
	assert.Equal(t, []remedy.Remedy{{Action: remedy.ListRules}}, remedy.Of(err), "what to do is known through all wrappings")
}

func FuzzParseSettings(f *testing.F) {
	for _, seed := range []string{"规则: {numbering: 提示}", "比例: 50%", "扣分: {numbering: {每处: 1, 最多: 2}}", "相邻单位: [石桥镇]", "公布期限: 1月20日", "a: &a [*a]", "? [x]\n: y"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if settings, err := parseSettings(data); err == nil && settings.Validate() != nil {
			t.Fatalf("%q was taken over: %v", data, settings.Validate())
		}
	})
}

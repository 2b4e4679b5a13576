package guide_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/check"
	"nianbao/internal/line"
	"nianbao/internal/sample"
	"nianbao/internal/verdict"
)

// chapters are the rules as a clerk looks for them.
var chapters = []struct{ title, about, rules string }{
	{"数字和表格", "填在第二、三、四部分表里的数。",
		"figure-missing figure-unreadable figure-whole figure-negative figure-repaired fee-decimals fee-magnitude " +
			"requests-balance requests-row-total requests-outcome-total carried-in-last-year carried-out-large single-outcome unpaid-needs-fee-note " +
			"ledger-differs ledger-unread ledger-deadline indicator-figure indicators-asked " +
			"disputes-total disputes-without-requests pending-vanished tables-as-last-year review-first " +
			"rules-authority stock-covers-issued stock-roll-forward decisions-of-subdistrict swing-year-on-year " +
			"published-within-total items-roll-forward decisions-look-like-items procurement-both-or-none"},
	{"文字和表对不上", "文字里写的数，和表里的、和文字别处的不一样。",
		"text-requests text-outcomes text-disputes text-proactive withdrawn-covered text-silent text-parts-sum text-percentages text-last-year text-balance " +
			"text-contradicts-itself text-denies-itself listed-as-announced fees-not-mixed-up unknown-placeholder"},
	{"文字怎么写", "该写的写了没有，写得对不对。",
		"section-empty overview-aspects accountability-reported overview-length problems-and-measures fee-statement copied-from-last-year like-another-unit " +
			"leftover-text template-left heading-pasted foreign-insert repeated-sentence run-on dangling-reference pasted-table preface-parts " +
			"wrong-word collocation repeated-word number-missing approximate-exact numbering punctuation document-number " +
			"lookalike-character rare-character personal-data"},
	{"单位、年份和日期", "说的是不是自己的单位、这一年的事。",
		"unit-incomplete contact-form contact-differs foreign-unit year-mismatch period-wrong published-in-time title-form edition-fits-year year-expected"},
	{"文件和格式", "填报表、Word文档、网页本身的毛病。",
		"cell-lost read-by-labels text-unreadable text-outside left-out struck-or-hidden section-missing section-heading label-differs beside-form secrecy-mark answer-unmatched"},
	{"各单位的汇总", "县里把各单位的年报加起来时看的。",
		"aggregate-members aggregate-sum aggregate-carried-in"},
}

// advice is what to do where the findings do not say it themselves.
var advice = map[string]string{
	"figure-missing":            "没有发生的一律填0，不要空着，也不要填“无”或“/”。",
	"figure-unreadable":         "点到那一格，重新打一遍阿拉伯数字。",
	"figure-repaired":           "看看读得对不对；对的不用管，也可以在那一格重新打一遍数字。",
	"fee-decimals":              "收费填的是万元：收了12345元，填1.2345。",
	"fee-magnitude":             "收费填的是万元：收了5000元，填0.5，不是5000。",
	"requests-balance":          "先看漏填了哪一件：每收到一件，要么在“本年度办理结果”里有它的结果，要么填在“结转下年度继续办理”里。上年结转来的也要有下文。",
	"requests-row-total":        "在填报表里合计自动相加，不用填。是从别处粘贴来的，把各项改对，再把合计改成各项之和。",
	"requests-outcome-total":    "“（七）总计”自动相加，不用填。是粘贴来的数，请改成各项之和。",
	"carried-in-last-year":      "翻开上年公布的年报，看“结转下年度继续办理”一行，照着填到今年的“上年结转”里，各列都要一样。上年确实报错了的，写明说明。",
	"carried-out-large":         "看看是不是把已经答复的也算成了结转。",
	"ledger-differs":            "先看台账里说的那几行登记得对不对。台账对，就改表，也可以一步按台账填；表对，就补登、改正台账。",
	"ledger-unread":             "日期写上年、月、日；申请人类型、办理结果从列表里选。没有办结的，办理结果和办结日期都空着。",
	"indicator-figure":          "在“附表”这一页改。没有的填0；要说明的写在备注里。",
	"indicators-asked":          "指标是上级定的，名称、计量单位、数的写法都不要改。改乱了的，换上级发的填报表，把数填进去。",
	"ledger-deadline":           "还没有办结的，记住最后一天。县里的规定写了节假日的，按它算；补正、征求第三方意见的时间不算在期限里，程序看不出。",
	"tables-as-last-year":       "多半是用去年的填报表改的，文字换了，数没有换。逐格换成今年的；核对过、今年确实是这些数的，写明说明。只有几个小的数两年一样的，不会提出来。",
	"single-outcome":            "看看办理结果是不是都填到了一行里。",
	"disputes-total":            "总计自动相加，不用填；是粘贴来的数，请改成各项之和。",
	"rules-authority":           "“规章”不是规章制度。乡镇、街道一律填0。",
	"stock-covers-issued":       "“现行有效件数”是到年底一共有多少件有效的，不只是今年的。",
	"stock-roll-forward":        "对照上年的年报。上年填错了的、集中清理过的，写明说明。",
	"swing-year-on-year":        "数是对的就不用管。",
	"text-requests":             "表对，就改文字；文字对，就改表。文字里写成{{本年新收}}，生成时自动换成表里的数。",
	"text-outcomes":             "表对，就改文字；文字对，就改表。",
	"text-disputes":             "表对，就改文字；文字对，就改表。",
	"text-proactive":            "表对，就改文字；文字对，就改表。文字里写的是公开的信息条数、不是表里那种数的，写明说明。",
	"text-parts-sum":            "重新加一遍。没有列全的，在最后写上“等”。",
	"unknown-placeholder":       "{{和}}要成对，中间的名称要和表里的一样；不会写的，直接写数字。",
	"section-empty":             "第一、五部分一定要有文字，不能只写“无”。",
	"overview-aspects":          "五个方面各写一段；没有做的也写一句。",
	"copied-from-last-year":     "按今年的事重写：去年的问题改了没有，今年又有什么问题。",
	"like-another-unit":         "两份对着看，网页上相同的句子并排标出。是照抄的，按自己单位的事重写；上级统一给的话，写明说明。很多单位都写的句子、照格式写的话不算。",
	"leftover-text":             "填上实际内容，或者删去。",
	"foreign-insert":            "删去这些字，再看看旁边还有没有。",
	"pasted-table":              "改写成句子；数字多的，只写要紧的几个。",
	"repeated-sentence":         "留下一处，另一处删去或者改写。",
	"wrong-word":                "照着改。是人名、地名的，不用改，写明说明；列为“强制”的一定要改。",
	"punctuation":               "点“改正标点、空格”，能改的一次改好。",
	"lookalike-character":       "把这个字重新打一遍，繁体字改成简体字。也可以点“改正标点、空格”。",
	"rare-character":            "换一种写法；确实要用这个字的，在“预览与下载”里选用有这个字的字库。",
	"personal-data":             "报告要公开，请删去或遮住。",
	"unit-incomplete":           "在“基本信息”一页填好。",
	"contact-differs":           "看看哪个是现在用的，把另一个改过来。",
	"foreign-unit":              "从别的单位抄来的，换成自己的单位。写的确实是别的单位的事，写明说明。",
	"year-mismatch":             "去年的文字改来的，把年份都改成今年。",
	"published-in-time":         "日期没有写错的，不用管。不要落款的，成文日期可以不填。",
	"edition-fits-year":         "在“开始”里按这一年度重新生成填报表，再把内容填进去。",
	"cell-lost":                 "在填报表里按撤销；撤销不了的，重新生成一份填报表，把内容粘贴进去。",
	"read-by-labels":            "下载“标出问题的填报表”，里面已经修好，请接着用那一份。",
	"text-outside":              "把它剪切到黄色格里；不要的删去。",
	"answer-unmatched":          "删去这条说明；还要说明的，看看问题现在的编号，按新编号写。",
	"decisions-look-like-items": "填作出了多少件决定，不是有多少个许可项目。",
}

func TestMeanings(t *testing.T) {
	var b strings.Builder
	b.WriteString(meaningsHead)
	var told []string
	for _, c := range chapters {
		fmt.Fprintf(&b, "\n## %s\n\n%s\n\n%s\n", c.title, c.about, linksTo(strings.Fields(c.rules)))
		for _, id := range strings.Fields(c.rules) {
			rule, ok := check.ByID(id)
			if assert.True(t, ok, "%s is no rule", id) {
				told = append(told, id)
				writeMeaning(&b, rule)
			}
		}
	}
	var all []string
	for _, rule := range check.Catalogue() {
		all = append(all, rule.ID)
	}
	assert.ElementsMatch(t, all, told, "each rule stands in one chapter")
	for id := range advice {
		assert.Contains(t, all, id)
	}
	sample.Golden(t, "问题说明.md", b.String())
}

const meaningsHead = `# 问题说明

校验出来的每一处问题，是什么意思，怎么改。在“校验”里点问题的名称（比如“收办平衡”），就到这里的那一条。

问题分三级：

- **强制**：一定要改。不改，只能出草稿，不能出正式报告。
- **核实**：请改正；核对过、情况属实、不用改的，写一句说明。
- **提示**：请看一眼，对的不用管。

先改“强制”的。改好一处，往往几处一起没有了。
`

// linksTo lists rules by their names.
func linksTo(ids []string) string {
	var links []string
	for _, id := range ids {
		links = append(links, "["+check.NameOf(id)+"](#"+id+")")
	}
	return strings.Join(links, "、")
}

// mostExamples is how many examples a rule has, mostOfExample how many characters one should have at most.
const mostExamples, mostOfExample = 2, 110

func writeMeaning(b *strings.Builder, rule check.Rule) {
	fmt.Fprintf(b, "\n### <a id=\"%s\"></a>%s\n\n", rule.ID, rule.Name())
	examples, levels := examplesOf(rule)
	fmt.Fprintf(b, "**%s**%s　%s%s。\n\n", rule.Level, sometimes(levels), escaped(rule.Title), verdict.OnlyIn(rule))
	for _, e := range examples {
		fmt.Fprintf(b, "- 例（%s）：%s\n", escaped(e.why), escaped(e.message))
	}
	if what := advice[rule.ID]; what != "" {
		fmt.Fprintf(b, "- 怎么办：%s\n", escaped(what))
	}
	fmt.Fprintf(b, "- 依据：%s。\n", escaped(rule.Citation))
}

type example struct{ why, message string }

// examplesOf gives the messages that a clerk sees in the first of a rule's cases that are short, and the levels that they have beside the rule's.
func examplesOf(rule check.Rule) (list []example, levels []check.Level) {
	var long []example
	seen := map[string]bool{}
	for _, c := range rule.Cases() {
		for i, f := range rule.Try(c) {
			if f.Level != rule.Level && !slices.Contains(levels, f.Level) {
				levels = append(levels, f.Level)
			}
			e := example{c.Why, line.Shown(f.Message)}
			if i > 0 || seen[e.message] {
				continue
			}
			seen[e.message] = true
			if len([]rune(e.message)) > mostOfExample {
				long = append(long, e)
			} else if len(list) < mostExamples {
				list = append(list, e)
			}
		}
	}
	if list == nil {
		list = long[:min(1, len(long))]
	}
	slices.Sort(levels)
	return list, levels
}

func sometimes(levels []check.Level) string {
	var names []string
	for _, l := range levels {
		names = append(names, l.String())
	}
	if names == nil {
		return ""
	}
	return "（有时是" + strings.Join(names, "、") + "）"
}

// escaped is a text as Markdown that shows it as it is.
func escaped(text string) string {
	var b strings.Builder
	for _, r := range text {
		if strings.ContainsRune("\\`*_[]<>#|~&!", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

package check

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/pattern"
)

var (
	// citedArticle finds an article of the regulation that a text cites.
	citedArticle = pattern.New(`条例》?(?:（[^（）]{0,20}）)?(?:的)?第([0-9]{1,2}|[一二三四五六七八九十]{1,3})条`, "条例第", "条例》第", "条例的", "条例》的", "条例（", "条例》（")
	// refusing are the words for an application that was refused, of which a ground and an article are told.
	refusing = pattern.NewWords("不予公开 不公开 未予公开 不同意公开")
	// elsewise are words of a statement that tells of a ground that did not apply.
	elsewise = pattern.NewWords("不属于 不涉及 不属 并非 未涉及 不构成 不符合 误 错 纠正 撤销 改为")
)

// groundsOf lists the grounds for which applications are refused that a statement names, by the articles of the regulation that they rest
// on, and the words that name them.
func groundsOf(e *form.Edition, statement string) (articles []string, words string) {
	for _, entry := range notices.list("不予公开的理由") {
		word, row, _ := strings.Cut(entry, " ")
		cell, ok := e.Cell(form.Key("requests.denied." + row + ".total"))
		if !ok || !strings.Contains(statement, word) {
			continue
		}
		for _, law := range cell.Law() {
			if !slices.Contains(articles, law) {
				articles = append(articles, law)
			}
		}
		if words == "" {
			words = word
		}
	}
	return articles, words
}

// isOfRegulation says whether what is called 条例 at a byte is the regulation, not another of that ending: 《档案条例》.
func isOfRegulation(text string, at int) bool {
	if title, start := chinese.TitleAround(text, at); title != "" {
		if chinese.EndsWithAny(text[:start], []string{"省", "市", "自治区"}) {
			return false // 省《条例》
		}
		return slices.Contains([]string{"条例", regulation, state + regulation}, title)
	}
	before := strings.TrimSuffix(text[:at], "政府信息公开")
	return before != text[:at] || citing.Ends(before) || chinese.EndsWithAny(before, []string{"按", "据", "依", "，", "、", "。", "（", "新", state})
}

// misfounded lists the refusals that a text founds on an article which is about other grounds: 涉及第三方合法权益, 依照《条例》第十四条. Where a
// statement names grounds of several articles, or several articles, it is not known which belong together.
func (in *Input) misfounded(text string) []fault {
	if !refusing.In(text) || !strings.Contains(text, "条例") {
		return nil
	}
	var faults []fault
	for _, statement := range chinese.Statements(text) {
		cited := citedArticle.FindAllStringSubmatchIndex(statement, -1)
		if len(cited) == 0 || !refusing.In(statement) || elsewise.In(statement) {
			continue
		}
		due, ground := groundsOf(in.Report.Edition, statement)
		if len(due) != 1 {
			continue
		}
		var others []fault
		sure := strings.Count(statement, "条") == strings.Count(statement, "条例")+len(cited) // no article more: 第十四条、第十五条
		for _, m := range cited {
			n := articleNumber(statement[m[2]:m[3]])
			switch law := "《条例》第" + n + "条"; {
			case law == due[0], !isOfRegulation(statement, m[0]):
				sure = false
			case in.isGround(law):
				words := "第" + statement[m[2]:m[3]] + "条"
				others = append(others, fault{words: words, expected: due[0], actual: words,
					message: "因“" + ground + "”不予公开的，依据是" + due[0] + "，这里写的是“" + words + "”，请核对。"})
			}
		}
		if sure {
			faults = append(faults, others...)
		}
	}
	return faults
}

// articleNumber is the number of an article as the law writes it: 十四 for 14.
func articleNumber(digits string) string {
	_, n := chinese.ReadPlaces(digits)
	return chinese.NumberWord(n)
}

// isGround says whether an article is one on which applications are refused.
func (in *Input) isGround(law string) bool {
	return slices.ContainsFunc(notices.list("不予公开的理由"), func(entry string) bool {
		_, row, _ := strings.Cut(entry, " ")
		cell, ok := in.Report.Edition.Cell(form.Key("requests.denied." + row + ".total"))
		return ok && slices.Contains(cell.Law(), law)
	})
}

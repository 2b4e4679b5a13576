package check

import (
	"fmt"
	"slices"

	"nianbao/internal/form"
)

var textContradictsItself = Rule{
	ID: "text-contradicts-itself", Level: Query, Title: "同一个数在文字里前后一致", Citation: "报告各部分之间的关系",
	Find: findContradictions,
	Cases: []Case{
		{Why: "前面320条，后面330条", Set: []Entry{{"narrative.overview", "全年主动公开政府信息320条。"}, {"narrative.problems", "全年主动公开政府信息330条，但解读不多。"}}, Finds: []form.Key{"narrative.problems"}},
		{Why: "前面没有收到，后面收到1件", Set: []Entry{{"narrative.overview", "全年未收到政府信息公开申请。\n年内收到政府信息公开申请1件。"}}, Finds: []form.Key{"narrative.overview"}},
		{Why: "一处连同上年结转的说", Set: thirty("收到政府信息公开申请30件。\n受理政府信息公开申请32件。")},
		{Why: "说的是两个年度", Set: []Entry{{"narrative.overview", "2024年主动公开政府信息300条。2025年主动公开政府信息320条。"}}},
		{Why: "一处是其中的一部分", Set: []Entry{{"narrative.overview", "主动公开政府信息320条。通过网站主动公开政府信息200条。"}}},
	},
}

func findContradictions(in *Input) []Finding {
	var found []Finding
	t := tally{in: in}
	claims := in.read().claims
	for i := range claims {
		later := &claims[i]
		if !later.isComparable() {
			continue
		}
		at := slices.IndexFunc(claims[:i], func(c claim) bool { return c.isComparable() && c.name == later.name })
		if at < 0 || !t.contradicts(&claims[at], later) {
			continue
		}
		earlier := &claims[at]
		f := later.statement.section.finding(later.statement.paragraph, later.words,
			fmt.Sprintf("文字写“%s”，而“%s”第%d段写的是“%s”，%s前后不一致，请核对。", excerpt(later.words),
				earlier.statement.section.heading, earlier.statement.paragraph+1, excerpt(earlier.words), later.name))
		f.Actual, f.Expected = later.printed(later.value), earlier.printed(earlier.value)
		found = append(found, f)
	}
	return found
}

// isComparable says whether a claim counts something that has one number in the whole text.
func (c *claim) isComparable() bool {
	return c.quote == "" && !c.loose && c.subject.class != withdrawal && !(c.subject.class == carrying && c.subject.part == "")
}

// contradicts says whether two claims on one subject cannot both be right. Where the words allow for several sums,
// one of the two must be among them and the other not.
func (t *tally) contradicts(a, b *claim) bool {
	if a.fits(b.value) || b.fits(a.value) {
		return false
	}
	options, ok := t.options(b)
	if !ok {
		return len(b.sums) == 1
	}
	fits := func(c *claim) bool {
		return slices.ContainsFunc(options, func(o allowed) bool { return c.fits(o.value) })
	}
	if len(b.sums) > 1 {
		return fits(a) != fits(b)
	}
	return !(fits(a) && fits(b))
}

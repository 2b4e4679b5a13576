package check

import (
	"slices"

	"github.com/shopspring/decimal"

	"nianbao/internal/form"
	"nianbao/internal/reading"
)

var textPercentages = Rule{
	ID: "text-percentages", Level: Info, Title: "同一句话里两个数的百分比算得对（四舍五入）", Citation: "同一句话里的数字之间的关系",
	Find: func(in *Input) []Finding {
		var found []Finding
		percentages := in.read().Percentages
		for i := range percentages {
			if f, wrong := in.wrongShare(&percentages[i]); wrong {
				found = append(found, f)
			}
		}
		return found
	},
	Cases: []Case{
		{Why: "28件占30件的93.3%", Set: []Entry{{"narrative.overview", "收到来信30件，其中建议28件，占92.3%。"}}, Finds: []form.Key{"narrative.overview"}},
		{Why: "286份占300份的95.3%", Set: []Entry{{"narrative.overview", "发放问卷300份，收回286份，回收率96.3%。"}}, Finds: []form.Key{"narrative.overview"}},
		{Why: "四舍五入到所写的位数", Set: []Entry{{"narrative.overview", "发放问卷8000份，回收7460份，回收率为93.3%；非常满意3208份，占43.00%。"}}},
		{Why: "只有一个数，无从计算", Set: []Entry{{"narrative.overview", "答复28件，占全县的9.5%。"}}},
		{Why: "率不是由这两个数来的", Set: []Entry{{"narrative.overview", "收到留言35条，办结35条，满意率98%。"}}},
	},
}

// wrongShare finds that a percentage is none of the shares that it may be.
func (in *Input) wrongShare(p *reading.Percentage) (f Finding, found bool) {
	places := int32(p.Decimals)
	percent := func(s reading.Share) decimal.Decimal { return s.Part.Shift(2).DivRound(s.Whole, places) }
	if slices.ContainsFunc(p.Shares, func(s reading.Share) bool { return percent(s).Equal(p.Value) }) {
		return Finding{}, false
	}
	likeliest := p.Shares[0]
	due, written := percent(likeliest).StringFixed(places), p.Statement.Words(p.Span)
	f = in.findingOn(p.Statement, p.Statement.Excerpt(p.Span),
		"文字写“"+told(written)+"”，按"+likeliest.Part.String()+"除以"+likeliest.Whole.String()+"算是"+due+"%，请核对。")
	f.Expected, f.Actual = due+"%", written
	return f, true
}

package reading

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
)

const mostNamed = 50 // nouns of one unit that numbers are looked for again; reports count a dozen things

// nameAgain finds numbers that are told again in another order of words: 召开新闻发布会12场, then 在办好14场新闻发布会的基础上.
func (r *Reading) nameAgain() {
	named := map[string][]Measure{} // by the unit
	for _, s := range r.Statements {
		for _, q := range s.Quantities {
			for _, m := range q.measured {
				if m.Class == Information && (strings.HasPrefix(m.Name, "“") || m.Name == "网站发布的信息") && len(named[q.Unit]) < mostNamed {
					named[q.Unit] = append(named[q.Unit], m)
				}
			}
		}
	}
	for _, s := range r.Statements {
		for _, q := range s.Quantities {
			if q.Form == Number && len(q.measured) == 0 && len(named[q.Unit]) > 0 && !q.differs && !q.otherTime && !q.lastYear && !q.planned && q.whole == nil {
				q.isNamedAgain(named[q.Unit])
			}
		}
	}
}

// isNamedAgain gives a number the measure of which the words behind it begin with the noun, if those before it only point back.
func (q *Quantity) isNamedAgain(named []Measure) {
	text := q.Statement.Text
	said, behind := text[q.saidBehind():q.Start], text[q.End:chinese.RuneStart(text, q.End+chinese.Farthest)]
	for _, word := range []string{"的", "政务公开", "政府信息公开"} {
		behind = strings.TrimPrefix(behind, word)
	}
	at := slices.IndexFunc(named, func(m Measure) bool {
		noun := strings.TrimSuffix(strings.TrimPrefix(m.Name, "“"), "”")
		rest, found := strings.CutPrefix(behind, noun)
		definite := chinese.EndsWithAny(said, []string{"的", "这", "上述", "以上"}) || chinese.ContainsAny(said, []string{"全年", "今年", "本年", "年内"}) || strings.HasPrefix(rest, "的基础上")
		return found && definite && pointing.Replace(said) == ""
	})
	if at >= 0 {
		q.measured, q.Silence = []Measure{named[at]}, ""
	} else if account, only := onlyAccount(named); only && strings.Contains(said, "公众号") && strings.HasSuffix(said, "的") &&
		pointing.Replace(strings.Replace(said, "公众号", "", 1)) == "" && chinese.StartsWithAny(behind, []string{"信息", "图文", "推文", "文章"}) {
		q.measured, q.Silence = []Measure{account}, "" // 公众号全年推送的521篇信息
	} else if site := slices.IndexFunc(named, func(m Measure) bool { return m.Name == "网站发布的信息" }); site >= 0 && strings.HasSuffix(said, "的") &&
		saysWebsite(strings.NewReplacer("主动", "", "对", "", "全年", "").Replace(said)) && chinese.StartsWithAny(behind, []string{"政府信息", "信息", "政务信息"}) {
		q.measured, q.Silence = []Measure{named[site]}, "" // 网站主动公开的421条政府信息
	}
}

// onlyAccount is what the one account that is named published.
func onlyAccount(named []Measure) (account Measure, ok bool) {
	for _, m := range named {
		switch {
		case !strings.HasSuffix(m.Name, "”发布的信息"):
		case account.Name == "" || account.Name == m.Name:
			account = m
		default:
			return Measure{}, false
		}
	}
	return account, account.Name != ""
}

// pointing drops the words before a number that point back at what was told of before.
var pointing = strings.NewReplacer("全年", "", "今年", "", "本年度", "", "本年", "", "年内", "", "通过", "", "利用", "", "借助", "", "在", "", "办好", "", "召开", "", "举办", "", "组织", "", "开展", "", "公示", "", "发布", "", "推送", "", "公开", "", "完成", "",
	"这", "", "上述", "", "以上", "", "的", "", "共", "", "了", "", "对", "")

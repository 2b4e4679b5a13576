package reading

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// subject is what a number counts that no table counts: all that was published, what an account or the website published, or a noun of the
// text's own. The zero subject is none.
type subject struct {
	noun    string // 新闻发布会
	account string // “柳溪发布”, with the platform if it is another than the usual one
	website bool
	all     bool // that was published
}

func (s subject) isNone() bool { return s == subject{} }

// measure is how numbers of the subject are held against each other, and named in messages.
func (s subject) measure() Measure {
	name := "“" + s.noun + "”"
	switch {
	case s.account != "":
		name = s.account + "发布的信息"
	case s.website:
		name = "网站发布的信息"
	case s.all:
		name = "主动公开的信息"
	}
	return Measure{Name: name, Class: Information, told: s}
}

// retold finds what a number counts that no table counts, so that it can be held against the same number told again; none where the words
// do not say it fully enough.
func retold(q *Quantity) subject {
	if q.Form != Number || q.whole != nil || q.Unit == "" || q.did("decide", "answer", "handle", "repeal", "carried") || q.did("issue") && documents[q.thing] != "" ||
		q.did("receive", "in_force") && !q.is("foreign") {
		return subject{} // of what was named before
	}
	if q.Start-q.from > chinese.Farthest {
		return subject{}
	}
	said := undated.Without(chinese.Unspaced(q.Statement.Text[q.from:q.Start]))
	published := slices.Contains(q.own.deeds, "publish")
	account, named := accountIn(said)
	switch {
	case named && (published || q.is("information")) && saysNoMore(said):
		return subject{account: account + platformIn(said)}
	case strings.ContainsAny(said, "“《"):
		return subject{}
	case published && q.is("information") && ((q.channel || strings.Contains(said, "子站")) && saysWebsite(said) || q.goesOnWithWebsite(said)):
		return subject{website: true}
	case q.Unit == "个" && q.villages() != "":
		return subject{noun: q.villages()}
	case published && q.is("information") && saysAll(said, q.Statement.Text[q.End:]):
		return subject{all: true}
	}
	return subject{noun: nounOf(q, said)}
}

// nounOf is what a number counts in the words of the text, without the verb and the words of time; "" for words too general to be held
// against others.
func nounOf(q *Quantity, said string) string {
	noun := said
	if noun == "" { // 举办3期培训班
		noun = q.nounBehind()
	}
	for trimmed := ""; trimmed != noun; {
		trimmed = noun
		for _, verb := range tellingVerbs.List() {
			if shorter := strings.TrimPrefix(strings.TrimSuffix(noun, verb), verb); utf8.RuneCountInString(shorter) >= fewestRetold {
				noun = shorter
			}
		}
	}
	if shorter := strings.TrimSuffix(noun, "信息"); utf8.RuneCountInString(shorter) >= fewestRetold {
		noun = shorter // 公开食品抽检信息24期, 食品抽检公开26期
	}
	if pointsToAccount(noun) {
		return "" // of which account it is does not say
	}
	if !chinese.IsHanOnly(noun) {
		return ""
	}
	if length := utf8.RuneCountInString(noun); length < fewestRetold || length > mostRetold {
		return ""
	}
	return noun
}

// nounBehind is the words behind a number that name what it counts: 4场政府开放日活动共收集…
func (q *Quantity) nounBehind() string {
	text, end := q.Statement.Text, q.End
	for i := range q.Statement.tokens {
		k := &q.Statement.tokens[i]
		switch {
		case k.Start < q.End:
		case k.Start == end && (k.kind == unknownToken && k.mayNarrow() || k.in(contextWord)):
			end = k.End
		case k.Start == end && k.in(thingWord):
			return text[q.End:k.End]
		default:
			return ""
		}
	}
	return ""
}

// tellingVerbs stand before or behind what is counted, and may differ where the same is told again.
var tellingVerbs = pattern.NewWords("在 通过 完成 召开 举办 举行 开展 组织 设立 设置 设有 建有 建成 现有 开设 开通 制作 发布 推送 编发 印发 更新 配备 明确 共有 累计 合计 共计 总数 总计 数量 达到 达 为 有 了 的 各类 我镇 我局 我乡 我县 全镇 全县 全乡 全局 先后 已 政务公开 政府信息公开 信息公开 依法 公开 公示 公布")

// fewestRetold and mostRetold are how many characters the words for what is counted have that are held against others.
const (
	fewestRetold = 4
	mostRetold   = 20
)

// saysAll says whether the words before a number, or right behind it, name all that was published and nothing more: 主动公开政府信息320条,
// 主动公开了320条信息.
func saysAll(said, behind string) bool {
	what, voluntarily := strings.CutPrefix(said, "主动公开")
	what = fewness.Without(what)
	if what == "" {
		what = allKinds.First(behind)
		return voluntarily && what != "" && strings.HasPrefix(behind, what)
	}
	return voluntarily && allKinds.Has(what)
}

// allKinds are words for all that was published; fewness drops what changes nothing of them.
var (
	allKinds = pattern.NewWords("政府信息 政务信息 信息 各类信息 各类政府信息")
	fewness  = pattern.NewWords("才 仅 只 有 为 计 的 各类")
)

// accountIn is the name of the one account that the words name, in its quotation marks.
func accountIn(said string) (name string, ok bool) {
	_, after, found := strings.Cut(said, "“")
	name, after, closed := strings.Cut(after, "”")
	if !found || !closed || strings.Contains(after, "“") || name == "" {
		return "", false
	}
	return "“" + name + "”", true
}

// platformIn is where an account publishes, as far as the words name another place than the usual one.
func platformIn(said string) string {
	for _, platform := range []string{"微博", "抖音", "快手", "视频号", "头条"} {
		if strings.Contains(said, platform) {
			return platform
		}
	}
	return ""
}

// saysNoMore says whether the words behind an account's name only say that it published something.
func saysNoMore(said string) bool {
	_, behind, _ := strings.Cut(said, "”")
	return published.Without(behind) == ""
}

// published drops the words for publishing and for what is published, in general.
var published = pattern.NewWords("新浪 微博 微信 公众号 订阅号 平台 账号 抖音 快手 视频号 头条 号 发布 推送 编发 刊发 发文 各类 政务 政府 信息 文章 消息 推文")

// saysWebsite says whether the words name the website and nothing more.
func saysWebsite(said string) bool {
	switch aboutWebsite.Without(said) {
	case "网站", "官网", "子站":
		return true
	}
	return false
}

// goesOnWithWebsite says whether a number is told of the website that the sentence begins with, in words that name nothing else: 县政府网站本镇专栏由专人
// 维护，全年在该专栏发布信息321条.
func (q *Quantity) goesOnWithWebsite(said string) bool {
	s := q.Statement
	if q.channel && !chinese.ContainsAny(said, []string{"该专栏", "该网站"}) || onWebsite.Without(said) != "" ||
		slices.ContainsFunc(s.Quantities[:slices.Index(s.Quantities, q)], func(z *Quantity) bool { return alikeUnits(z.Unit, q.Unit) || z.whole != nil }) {
		return false
	}
	led := s.Text[s.Start:q.Clause.Start]
	if label, rest, headed := strings.Cut(led, "："); headed && !strings.Contains(label, "，") {
		led = rest // 平台建设情况：县政府网站
	}
	if topic, rest, headed := strings.Cut(led, "方面，"); headed && !strings.ContainsAny(topic, "，；") {
		led = rest // 平台建设方面，维护县政府网站专栏
	}
	led = strings.TrimLeft(led, "\u3000 ")
	if kept, found := keeping.CutPrefix(led); found {
		led = kept
	}
	name, _, found := strings.Cut(led, "网站")
	if !found {
		name, _, found = strings.Cut(led, "子站") // 乡政府门户子站现有栏目8个，今年发布信息146条
	}
	return found && ownersOfSites.Has(name) && !chinese.ContainsAny(led, []string{"公众号", "微信", "微博", "抖音", "公开栏", "；"})
}

var (
	onWebsite     = pattern.NewWords("在 该专栏 该网站 全年 一年 年内 今年 本年度 本年 累计 共 总共 总计 发布 公开 更新 推送 各类 政务 政府 信息 已 了")
	keeping       = pattern.NewWords("维护 维护好 管理 管好 用好 办好 更新 依托 充分利用")
	ownersOfSites = pattern.NewWords("乡政府 镇政府 街道 乡政府门户 镇政府门户 街道门户 县政府 区政府 市政府 县人民政府 区人民政府 市人民政府 县政府门户 区政府门户 市政府门户 县人民政府门户 区人民政府门户 市人民政府门户 政府 政府门户 门户 官方")
)

// villages is the word for the places that a township or a county has, where a number tells how many there are: 我镇下辖26个行政村, 全县13个乡镇均……; "" for none.
func (q *Quantity) villages() string {
	text := q.Statement.Text
	before, behind := text[q.Clause.Start:q.Start], text[q.End:max(q.End, q.Clause.End)]
	has := chinese.EndsWithAny(before, []string{"下辖", "管辖", "所辖", "辖"})
	all := chinese.EndsWithAny(before, []string{"全镇", "全乡", "全街道", "全县", "全区", "全市", "全旗"})
	for _, noun := range []string{"行政村", "建制村", "社区居委会", "社区"} {
		if rest, found := strings.CutPrefix(behind, noun); found && (has || chinese.EndsWithAny(before, []string{"全镇", "全乡", "全街道"})) && !chinese.StartsWithAny(rest, []string{"示范", "试点", "先进", "重点", "服务"}) {
			return noun
		}
	}
	for _, noun := range []string{"乡镇", "村（社区）"} {
		rest, found := strings.CutPrefix(behind, noun)
		whole := has || all && ofAllPlaces.In(rest) && !chinese.ContainsAny(rest, []string{"未", "没有", "其中"})
		if found && whole && !alsoPlaces.Begins(rest) {
			return noun
		}
	}
	return ""
}

var (
	// ofAllPlaces are words of what all places of an area did or have; alsoPlaces begin other places that are counted in one with those.
	ofAllPlaces = pattern.NewWords("均 都 全部 全覆盖 上报 报送 汇总")
	alsoPlaces  = pattern.NewWords("（ ( 街道 、 和街道 及街道 园区 场")
)

// mayBeSomeOf says whether so many places may be some of the others, though they are told as all: 全镇2个行政村均……, of 18.
func (q *Quantity) mayBeSomeOf(other *Quantity) bool {
	return q.villages() != "" && (q.Value.Add(q.Value).LessThan(other.Value) || other.Value.Add(other.Value).LessThan(q.Value))
}

// aboutWebsite drops what changes nothing of whose website it is, and what is published there.
var aboutWebsite = pattern.NewWords("我局 我镇 我乡 我委 我街道 本镇 本局 乡政府 镇政府 主动 对 全年 通过 在 县政府 区政府 市政府 门户 政府 发布 公开 的 信息 各类 政务 专栏")

// undated drops the words of time and sum, which change nothing of what is counted.
var undated = pattern.NewWords("本年度 总量 总数 数量为 数量 本年 年度 今年 全年 年终 年底 年内 截至 截止 累计 合计 共计 总计 虽然 已 共 了")

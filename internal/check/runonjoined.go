package check

import (
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// joinings are words that begin a clause of their own, and what tells, of the clause before and of what stands behind, that the mark between
// the two is lost: ……在门户网站公布全年还在赶集日设点宣讲.
var joinings = []struct {
	words string
	is    func(before, after string) bool
}{
	{"全年", tellsOfYear}, {"年内", tellsOfYear}, {"本年度", tellsOfYear}, {"全年", tellsOfListed},
	{"同时", goesOnBeside}, {"对于", setsApart},
	{"同时，", endsStatement}, {"此外，", endsAnything}, {"另外，", endsAnything},
	{"二是", followsOrdinal}, {"三是", followsOrdinal}, {"四是", followsOrdinal}, {"五是", followsOrdinal},
}

var (
	// concluding are verbs that a clause may end with, told that are nouns too where nothing says how or where it is done; howDone says so.
	concluding = pattern.NewWords("公布 公开 发布 公示 张贴 转载 查询 查阅 更新 上传 报送 推送 答复 回复 整改 改正 完成 审核 审查 登记 播放 存放 摆放 取阅 下载 检索 宣讲 解读 反馈 办理 清理")
	asNouns    = pattern.NewWords("信息公开 政务公开 主动公开 依申请公开 村务公开 党务公开 财务公开 事务公开 保密审查")
	howDone    = pattern.NewWords("在 由 向 按时 及时 均 都 已 全部 通过 定期 统一 实现 方便 逐 可 转为 按月 按季 每")
	// yearly follow 全年 where it begins a clause; a clause on what 全年 belongs to has 的 (全年未办结的事项) or ends in what it is of.
	yearly      = pattern.NewWords("还 共 累计 先后 没有 未 无 又 也")
	yearOf      = pattern.NewWords("共享 共同 共建 还款 还贷 无休 无缝 无障碍 无间断 未成年 未来")
	ownedByYear = pattern.NewWords("情况 事项 名单 清单 数据 项目 计划 结果 任务 指标 报告 台账 信息 目录 制度 工作")
	goingOn     = pattern.NewWords("在 对 由 把 将 还 也 通过 利用 依托 安排 组织 明确 加强 开展 建立 做好 抓好 按 定期 每")
	oneWord     = pattern.NewWords("在线 对外 还原 将来 也是")
	// settingApart begin what 对于 sets apart from what was told, dealt begin what is done to it.
	settingApart = pattern.NewWords("涉及 涉密 不 未 已 因 属 拟 确 需 过期 失效 暂 尚")
	dealt        = pattern.NewWords("由 一律 均 应 要 及时 逐 不予 依法 作 按 经 先 须 需 可 予以 说明 严格")
)

// joinedClauses lists where two clauses of a text stand without a mark between them, by the words that begin the second.
func joinedClauses(text string) (places []chinese.Stretch) {
	for _, j := range joinings {
		for at := range chinese.Indexes(text, j.words) {
			clause, start := chinese.Around(text, at, chinese.ClauseEnds)
			before, after := clause[:at-start], text[at+len(j.words):]
			if chinese.IsHan(chinese.FirstRune(lastRune(before))) && !chinese.IsQuoted(text, at) && j.is(before, after) {
				places = append(places, chinese.Stretch{Start: at - len(lastRunes(before, 2)), End: at + len(j.words) + len(chinese.Clip(after, 2))})
			}
		}
	}
	return places
}

// concludes says whether a clause may end where it does: so many characters at least, a verb last, and how or where it is done.
func concludes(clause string, fewest int) bool {
	return utf8.RuneCountInString(clause) >= fewest && (complete.Ends(clause) || concluding.Ends(clause) && !asNouns.Ends(clause)) && howDone.In(clause)
}

func tellsOfYear(before, after string) bool {
	const fewest = 10
	clause := restOfClause(after)
	return yearly.Begins(after) && !yearOf.Begins(after) && !strings.Contains(clause, "的") && !ownedByYear.Ends(clause) && (concludes(before, fewest) || isCounted(before) && !picksSome.MatchString(before))
}

// tellsOfListed is true of 全年 behind a list that a clause on what was made public ends with: 及时公开停车管理、电梯加装等事项全年公开信息108条.
func tellsOfListed(before, after string) bool {
	isList := strings.Contains(before, "、") && chinese.EndsWithAny(before, []string{"等事项", "等信息", "等内容", "等问题", "等领域信息"})
	return isList && listedVerbs.Begins(after) && isCounted(restOfClause(after))
}

// listedVerbs begin what a unit did in a year with such things.
var listedVerbs = pattern.NewWords("共 累计 公开 发布 主动公开 更新 推送 公布 公示")

// picksSome ends in how many of some a clause goes on to tell of: 40个单位中有6个全年没有移交.
var picksSome = pattern.New(`(?:中有|中的|还有|另有|仍有|有)[0-9]+\p{Han}$`, "有", "中的")

func goesOnBeside(before, after string) bool {
	const fewest, fewestBehind = 14, 8 // two short clauses may stand without a mark: 网上公开同时在村里张贴
	return goingOn.Begins(after) && !oneWord.Begins(after) && utf8.RuneCountInString(restOfClause(after)) >= fewestBehind && concludes(before, fewest)
}

func setsApart(before, after string) bool {
	const fewest = 6
	clause := restOfClause(after)
	next, found := strings.CutPrefix(after[len(clause):], "，")
	return found && settingApart.Begins(after) && strings.Contains(clause, "的") && dealt.Begins(next) && concludes(before, fewest)
}

var (
	// stated are words of a clause that says what was or was not, beside words that leave the 的 of 的同时 out: 在做好公开工作同时.
	stated      = pattern.NewWords("未 没有 均已 均 已 了 无")
	leavesDeOut = pattern.NewWords("在 与 当 从 对 将 把 随着")
)

// endsStatement is true of a clause that tells the whole of what was: 公示期内未收到异议.
func endsStatement(before, _ string) bool {
	const fewest = 6
	isWhole := utf8.RuneCountInString(before) >= fewest && stated.In(before) && !leavesDeOut.Begins(before)
	return isCounted(before) || isWhole && !chinese.EndsWithAny(before, []string{"的", "此", "与", "并", "且", "也", "还", "又"})
}

// endsAnything is true of whatever stands before 此外 but what makes one phrase with it: 除此外.
func endsAnything(before, _ string) bool {
	return !chinese.EndsWithAny(before, []string{"除", "除了", "在", "与", "并", "且"})
}

// followsOrdinal is true of 二是 behind words that it does not belong to; 之二是, 第二是 and 星期二是 are others.
func followsOrdinal(before, _ string) bool {
	const fewest = 4
	return utf8.RuneCountInString(before) >= fewest && (strings.Contains(before, "是") || isCounted(before)) && !chinese.EndsWithAny(before, []string{"第", "之", "其", "十", "周", "星期", "百", "千", "万"})
}

// restOfClause is a text as far as the mark that ends its first clause.
func restOfClause(text string) string {
	text = text[:chinese.RuneStart(text, chinese.Farthest)]
	if end := strings.IndexFunc(text, func(r rune) bool { return chinese.IsOneOf(r, chinese.ClauseEnds) }); end >= 0 {
		return text[:end]
	}
	return text
}

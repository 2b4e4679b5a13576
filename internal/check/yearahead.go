package check

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

var (
	// steps are what stands behind 将 where it speaks of the future; where 将 stands for 把, there is a thing behind it, and
	// behind that what becomes of it.
	steps = pattern.NewWords("从以下 从 在以下 继续 进一步 聚焦 加强 加大 加快 着力 着重 围绕 重点 持续 不断 努力 严格 按照 深入 切实 强化 完善 推进 认真 积极 采取 做好 抓好 狠抓 " +
		"增加 增设 增配 新增 新建 设立 设置 建立 开展 开设 开通 组织 举办 编制 制作 制定 探索 丰富 拓宽 拓展 改进 推行 推广 邀请 在 对 " +
		"着手 尝试 试行 启动 推出 会同 联合 借助 利用 依托 安排 全力 更加 根据 结合 引入 引进 开辟 搭建 打造 升级 改版 选取 选派 聘请 委托 陆续 适时 分批 分期 把 会 " +
		"按 请 让 给 紧扣 紧紧 坚持 通过 针对 健全 优化 提高 提升 大力 全面 立足 力争 逐步 及时")
	becomes = pattern.NewWords("作为 纳入 列入 融入 贯穿 放在 列为 摆在 结合 落实到 落到")
	// finished stand behind a verb of what is a thing there: 将升级后的专栏.
	finished = pattern.NewWords("后的 过的 出的 好的")
	// leads open a clause behind which stands what is still to be done.
	leads = pattern.NewWords(leadsAhead + " 为此 对此 针对")
	// ahead are leads that speak of what is to come and of nothing else.
	ahead = pattern.NewWords(leadsAhead)
	// aims tell a plan as 将 does, but where the year is told of as over, what had been planned in it.
	aims = pattern.NewWords("计划 " + intentions)
	// resolved are those of them that nobody says of what was planned once and is over.
	resolved = pattern.NewWords(intentions)
	// ongoing are words of a plan that is still to be carried out.
	ongoing = pattern.NewWords("将 届时 逐步 陆续 进一步 年底前 上半年 下半年")
	reached = pattern.NewWords("实际 已 完成了 未 仅 只 没有 尚 均")
	// lookedBack are words of what was found in a year, and is mended behind it: 下一步，2025年第三方评估发现的问题逐项整改.
	lookedBack = pattern.NewWords("发现 反馈 指出 查出 存在 遗留 未办结 开展的 公布的 印发的 制定的 提出的 收到的 新建的 增设的")
	// meantFor stand before the year for which something is meant: 打算在2025年按河段列出.
	meantFor = pattern.NewWords("打算在 打算于 打算 准备在 准备于 拟在 拟于 争取在 争取 力争在 力争 计划在 计划于 计划 将在 将于")
	// undone tell what became of an intention: 打算增设查阅点，但因场地不够没有做成.
	undone = pattern.NewWords("实际 完成 未 没有 没能 没做 没建 没办 尚 但 因 由于 后来 结果 最终 原 曾 落空 搁置 推迟 了 已 均 办成 做成 兑现 如期 上级")
)

// deadline is by when in a year something is to be done.
var deadline = pattern.New(`^(?:1[0-2]|[1-9])?月?(?:底|末|年底|年末|上半年|下半年)?(?:之?前|以前|底|末)`)

// plansOrTargets lists the plans for years that are over, and where none is told the targets.
func (y *aboutYears) plansOrTargets() []fault {
	if faults := y.plans(); faults != nil {
		return faults
	}
	return y.pastTargets()
}

// pastTarget finds by when, or how much of it in a year, something is to be done, where a clause begins.
var pastTarget = pattern.New(`(?:^|[。；：，、\n]|[一二三四五六]是)(20[0-9]{2})年(?:(?:(?:1[0-2]|[1-9])月)?(?:底|末|初)?(?:之?前|以前)|[^，。；0-9]{0,20}(?:不少于|至少|不低于)[0-9])`, "前", "不少于", "至少", "不低于")

// pastTargets lists the targets of the section on what is to be mended that were due before the report was written.
func (y *aboutYears) pastTargets() []fault {
	if y.section.passage.Key != "narrative.problems" {
		return nil
	}
	var faults []fault
	for _, m := range pastTarget.FindAllStringSubmatchIndex(y.text, -1) {
		statement, _ := chinese.Around(y.text, m[2], chinese.StatementEnds)
		words := y.text[m[2]:m[3]] + "年"
		_, year := chinese.ReadPlaces(y.text[m[2]:m[3]])
		if year > y.year || year < y.year-1 || targetTold.In(statement) || chinese.IsQuoted(y.text, m[2]) {
			continue
		}
		faults = append(faults, y.at(m[2], words, yearText(y.year+1),
			fmt.Sprintf("“%s”已经过去，这里说的像是打算。说下一年的，请改成%d年；已经做了的，请写做了什么。", words, y.year+1)))
	}
	return faults
}

// targetTold are words of what became of a target, or of who had set it.
var targetTold = pattern.NewWords("已 了 未 没有 实际 仅 只 但 原 尚 均 要求 目标 计划 按照 规定 任务 发现 存在 截至")

// nextYearIs are words before the number of the year to come: 新的一年即2024年.
var nextYearIs = pattern.NewWords("新的一年即 新的一年（ 新一年即 新一年（ 来年即 来年（ 明年即 明年（ 下一年即 下一年（ 下年即 下一年度即 下一年度（")

const leadsAhead = "展望 下一步 下步 今后 接下来 下阶段 下一阶段 下一年 明年 来年"

// intentions are words of one who says what he is about to do.
const intentions = "打算 拟 力争 争取 准备把 准备在 准备对 准备给 准备从 准备让 准备增 准备新 准备请 准备用 想把 要把 要让 要给 要继续 要进一步 要加强 要加大 要完善 要抓紧 要尽快 要逐步 要按 要请 要用"

// plans lists what is told of the report year as though it were still to come.
func (y *aboutYears) plans() []fault {
	names := []string{yearText(y.year)}
	isOverview := y.section.passage.Key == "narrative.overview"
	switch {
	case !strings.Contains(y.text, "将") && !aims.In(y.text) && !ahead.In(y.text):
		return nil
	case isOverview:
		names = append(names, "本年", "今年")
	case y.section.passage.Key != "narrative.problems":
		return nil
	}
	var faults []fault
	for _, name := range names {
		for at := range chinese.Indexes(y.text, name) {
			if !y.isPlan(at, at+len(name), isOverview) {
				continue
			}
			message := fmt.Sprintf("“%s”就是报告年度，已经过去，这里说的却是打算。说下一年的，请改成%d年；已经做了的，请删去“将”，写做了什么。", name, y.year+1)
			if isOverview {
				message = fmt.Sprintf("“%s”已经过去，这里却写成打算（“将……”）。第一部分写已经做的事，请改成做了什么；下一年的打算写在第五部分。", name)
			}
			faults = append(faults, y.at(at, name, "", message))
		}
	}
	if isOverview {
		return faults // which may look back on what was planned in earlier years
	}
	for _, m := range chinese.YearsIn(y.text) {
		if m.Year >= y.year || m.Year < y.year-longestLeft || !y.isPlan(m.Start, m.End, false) || y.isWrong(m) {
			continue
		}
		words := y.text[m.Start:m.End]
		faults = append(faults, y.at(m.Start, words, yearText(y.year+1),
			fmt.Sprintf("“%s”在报告年度（%d年）之前，这里说的却是打算，像是以前的报告里留下的。说下一年的，请改成%d年；已经做了的，请写做了什么。", words, y.year, y.year+1)))
	}
	return faults
}

// longestLeft is how many years a plan is old at most that was left from an earlier report.
const longestLeft = 3

// isPlan says whether a year that stands at from to to opens a statement, or a clause behind 下一步 and the like, that tells of a plan.
func (y *aboutYears) isPlan(from, to int, isOverview bool) bool {
	statement, start := chinese.Around(y.text, from, chinese.StatementEnds)
	before := statement[:from-start]
	if opensStatement(before) && y.intends(y.text[to:]) || nextYearIs.Ends(before) {
		return true
	}
	planned := y.planned(statement[to-start:])
	if !isOverview && opensStatement(before) && aims.Begins(planned) && ongoing.In(planned) && !reached.In(planned) {
		return true
	}
	if rest, _ := strings.CutPrefix(y.text[to:], "度"); !isOverview && meantFor.Ends(before) && deadline.MatchString(rest) && !reached.In(statement) {
		return true
	}
	meant := opensStatement(before) && resolved.Begins(planned) || meantFor.Ends(before)
	if all, _ := chinese.Around(y.text, from, "\n"); !isOverview && meant && !undone.In(all) {
		return true
	}
	lead, _ := chinese.Around(before, len(strings.TrimSuffix(before, "，")), chinese.ClauseEnds)
	_, lead, _ = chinese.ReadMarker(strings.TrimSuffix(lead, "，"))
	const longest = 14 // characters of a lead: 针对以上存在的问题和不足
	led := !isOverview && utf8.RuneCountInString(lead) <= longest && leads.Begins(lead) && !chinese.ContainsAny(lead, []string{"上年", "去年", "年度", "20"})
	return led && (y.intends(y.text[to:]) || ahead.Begins(lead) && (aims.Begins(planned) || steps.Begins(planned) && !lookedBack.In(planned)) && !reached.In(statement))
}

// planned is what follows a year without the part of it and who acts.
func (y *aboutYears) planned(after string) string {
	for _, part := range []string{"度", "底前", "年底前", "年内", "里", "上半年", "下半年", "，"} {
		after = strings.TrimPrefix(after, part)
	}
	rest, named := y.unit.Cut(after)
	if !named && y.unit.Kind != "" {
		rest = strings.TrimPrefix(rest, y.unit.Kind)
	}
	for _, name := range []string{"本机关", "本单位", "我们", "人民政府"} {
		rest = strings.TrimPrefix(rest, name)
	}
	return rest
}

// intends says whether what follows a year is a plan: 将 and what will be done, not 将 and a thing.
func (y *aboutYears) intends(after string) bool {
	rest, future := strings.CutPrefix(y.planned(after), "将")
	clause, _ := chinese.Around(rest, 0, chinese.ClauseEnds)
	return future && (strings.HasPrefix(rest, "：") || steps.Begins(rest)) && !becomes.In(clause) && !finished.In(clause)
}

var carriedTo = pattern.New(`(?:(?:结转|转结|顺延|延期|延)(至|到|入)?|转(至|到|入))([0-9]{4})年度?(继续|办理|答复|跟踪|处理|完成)?`,
	"结转", "转结", "延", "转至", "转到", "转入")

// isCarried says whether what is carried over are applications, whatever the word for it: money and projects have years of their own.
func isCarried(before, clause string) bool {
	return chinese.ContainsAny(clause, []string{"申请", "结转", "转结", "答复", "在办"}) && !chinese.ContainsAny(clause, []string{"资金", "项目", "经费", "预算", "工程", "指标"}) || strings.HasSuffix(before, "件")
}

// carrying are words of which a text has one that tells where something was carried to.
var carrying = pattern.NewWords("结转 转结 顺延 延期 延至 延到 转至 转到 转入")

// carriedNowhere lists applications that are carried over to a year that is not behind the report year.
func (y *aboutYears) carriedNowhere() []fault {
	if !carrying.In(y.text) {
		return nil
	}
	var faults []fault
	for _, m := range carriedTo.FindAllStringSubmatchIndex(y.text, -1) {
		to := y.text[m[6]:m[7]]
		_, n := chinese.ReadPlaces(to)
		clause, start := chinese.Around(y.text, m[0], chinese.ClauseEnds)
		statement, _ := chinese.Around(y.text, m[0], chinese.StatementEnds)
		fromBefore := (chinese.ContainsAny(clause, []string{"上年", "上一年", "去年"}) || strings.Contains(statement, yearText(y.year-1))) && n == y.year || !isCarried(clause[:m[0]-start], clause)
		if directed := m[2] >= 0 || m[4] >= 0 || m[8] >= 0 || n == y.year || n > y.year+1; n == y.year+1 || fromBefore || !directed {
			continue
		}
		faults = append(faults, y.at(m[0], to+"年", yearText(y.year+1),
			fmt.Sprintf("“%s”：没有办完的结转到下一年，报告年度是%d年，应为%d年，请核对。", y.text[m[0]:m[7]]+"年", y.year, y.year+1)))
	}
	return faults
}

var yearlyReport = pattern.New(`([0-9]{4})年度?政府(?:信息|政务)公开(?:工作)?年(?:度(?:工作)?报告|报)|本(?:年度)?报告`,
	"政府信息公开", "政府政务公开", "本报告", "本年度报告")

// disclosure are words for the work, in which nothing is published; ofLaw is what the day stands behind on which a law was.
var (
	disclosure = pattern.NewWords("政府信息公开 政府信息与政务公开 政务公开 信息公开 公开办公室 公开条例")
	ofLaw      = pattern.NewWords("条例》（ 条例（ 》（")
)

// tooEarly lists days on which a yearly report is said to be published before its year has ended.
func (y *aboutYears) tooEarly() []fault {
	if !strings.Contains(y.text, "报") || !strings.Contains(y.text, "月") {
		return nil
	}
	var faults []fault
	end := 0
	for _, statement := range chinese.Statements(y.text) {
		start := end
		end += len(statement)
		if !strings.Contains(statement, "月") || !strings.Contains(statement, "报") {
			continue
		}
		m := yearlyReport.FindStringSubmatchIndex(statement)
		if m == nil {
			continue
		}
		of := y.year
		if m[2] >= 0 {
			_, of = chinese.ReadPlaces(statement[m[2]:m[3]])
		}
		for _, d := range chinese.DaysIn(statement) {
			clause, from := chinese.Around(statement, d.Start, chinese.ClauseEnds)
			apart := d.Start < m[0] && m[0] > from+len(clause)
			published := chinese.ContainsAny(disclosure.Without(clause), []string{"公布", "发布", "公开", "上报", "报送", "向社会"}) && !ofLaw.Ends(statement[:d.Start]) && !chinese.ContainsAny(clause, []string{"起", "截", "统计", "启动", "部署"})
			to := []string{"至", "到", "—", "-", "－", "～"}
			span := chinese.StartsWithAny(statement[d.End:], to) || chinese.EndsWithAny(statement[:d.Start], to)
			if d.Year == 0 || d.Year > of || apart || !published || span {
				continue
			}
			words := statement[d.Start:d.End]
			faults = append(faults, y.at(start+d.Start, words, "", fmt.Sprintf("%d年度的报告不会在%s公布，那时%d年还没有结束，请核对年份。", of, words, of)))
		}
	}
	return faults
}

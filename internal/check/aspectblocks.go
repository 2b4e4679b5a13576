package check

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// aspectBlock is what of a section stands under a heading, or before the first one.
type aspectBlock struct {
	at      int    // the paragraph that it begins with
	level   int    // of the heading's number, 0 without one
	heading string // "" for none
	names   []int  // the aspects that the heading names, by their places
	body    string
}

// aspectBlocks are the blocks of a section in their order.
func (s section) aspectBlocks() []aspectBlock {
	var blocks []aspectBlock
	for i, p := range s.paragraphs {
		heading := s.headingOf(i)
		if heading == "" && blocks != nil {
			blocks[len(blocks)-1].body += "\n" + p.Text
			continue
		}
		blocks = append(blocks, aspectBlock{i, s.outline[i].Level, heading, aspectsNamed(heading), p.Text[len(heading):]})
	}
	return blocks
}

// headingOf is the heading that paragraph i is or begins with, "" if there is none.
func (s section) headingOf(i int) string {
	switch h := s.outline[i]; h.Kind {
	case chinese.NoHeading:
		return openingAspect(s.paragraphs[i].Text)
	case chinese.RunIn:
		return s.paragraphs[i].Text[:h.Lead]
	}
	return s.paragraphs[i].Text
}

// openingAspect is the name of an aspect with which a paragraph opens in the place of a heading: 主动公开方面，; "" for none.
func openingAspect(text string) string {
	_, rest, _ := chinese.ReadMarker(text)
	rest = cutWords(rest, beforeAspect)
	for _, m := range aspects {
		if after, found := strings.CutPrefix(rest, nameInHeadings(m)); found {
			after = cutWords(after, behindAspect)
			if mark := chinese.FirstRune(after); chinese.IsOneOf(mark, "，：。") {
				return text[:len(text)-len(after)+len(string(mark))]
			}
		}
	}
	return ""
}

var (
	beforeAspect = pattern.NewWords("在 政府信息公开")
	behindAspect = pattern.NewWords("政府信息 工作 方面 情况 上")
)

// nameInHeadings is the name of an aspect as headings have it: 平台建设.
func nameInHeadings(m matter) string { return strings.TrimPrefix(m.name, "政府信息公开") }

// aspectsNamed are the aspects that a heading names, by their places.
func aspectsNamed(heading string) []int {
	var named []int
	for k, m := range aspects {
		if strings.Contains(heading, nameInHeadings(m)) {
			named = append(named, k)
		}
	}
	return named
}

// unheadedAspect is the aspect that has no heading where the other four have theirs, if its words stand only where they graze it: 请群众监督
// in what is said of publishing is no word on 监督保障.
func (s section) unheadedAspect() []string {
	blocks := s.aspectBlocks()
	missing := -1
	for k := range aspects {
		switch headed := slices.ContainsFunc(blocks, func(b aspectBlock) bool { return slices.Contains(b.names, k) }); {
		case headed:
		case missing >= 0:
			return nil
		default:
			missing = k
		}
	}
	if missing < 0 {
		return nil
	}
	var told strings.Builder
	for _, b := range blocks {
		if b.names == nil {
			told.WriteString(b.heading)
			told.WriteString(b.body)
		} else {
			told.WriteString(tellingOf(missing, b))
		}
		told.WriteByte('\n')
	}
	if aspects[missing].isIn(told.String()) {
		return nil
	}
	return []string{aspects[missing].name}
}

// tellingOf is what the block of other aspects says of one, without the clauses and words that only graze it.
func tellingOf(k int, b aspectBlock) string {
	elsewhere := slices.Contains(b.names, publishingAspect) || slices.Contains(b.names, applicationsAspect)
	switch k {
	case publishingAspect:
		return beforePublishing.Without(b.body)
	case applicationsAspect:
		return clausesWithout(b.body, func(clause string) bool { return heldAgainst.In(clause) && !handledOnes.In(clause) })
	case managementAspect:
		return clausesWithout(b.body, func(clause string) bool {
			return strings.Contains(clause, "目录") && !keepingLists.In(clause) && !aspects[k].isIn(strings.ReplaceAll(clause, "目录", ""))
		})
	case platformAspect:
		return clausesWithout(b.body, func(clause string) bool { return elsewhere && !buildingUp.In(clause) })
	}
	if elsewhere {
		return ""
	}
	return withoutOnlookers(b.body)
}

var (
	// beforePublishing are words in which publishing is named for what comes before it or goes with it.
	beforePublishing = pattern.NewWords("发布前 公布前 公开前 发布之前 公布之前 公开之前 发布以前 不得发布 不得公布 方可发布 方可公布 方能发布 再发布 后发布 再公布 后公布 发布审 公布审 发布流程 发布程序 发布制度 发布平台 发布渠道 发布单")
	// heldAgainst are words of clauses on what somebody answers for, is taught or disputes; handledOnes are what is said of applications themselves.
	heldAgainst = pattern.NewWords("追究 问责 追责 考核 培训 评议 测评 责任 差错 失误 复议 诉讼 投诉")
	handledOnes = pattern.NewWords("收到 未收 没有收 接到 接收 新收 受理 件 结转 办结 渠道 提出 均已 全部")
	// keepingLists are what is done to the catalogue of what is public by who manages it.
	keepingLists = pattern.NewWords("编制 修订 调整 更新 完善 梳理 动态 维护 管理")
	// buildingUp are what is done to a platform, not through it.
	buildingUp = pattern.NewWords("建设 维护 改版 升级 更新 新增 新设 设置 设立 开设 开办 优化 运维 运行 巡查 检查 管理 增设 上线 迁移 整合 集约 关停 注销 调整 完善 备有 设有 开通 配备 摆放 查阅 普查 监测 栏目 检索 子站 专区 专栏建 用好")
	// watching are verbs of those who let others watch, onlookers are these.
	watching  = pattern.NewWords("请 接受 方便 便于 供 欢迎 利于")
	onlookers = pattern.NewWords("群众 社会各界 社会 公众 各界 居民 村民 大家 市民 人民 的 和 、 广大")
)

// clausesWithout are the clauses of a text but those of a kind.
func clausesWithout(text string, is func(clause string) bool) string {
	clauses := strings.FieldsFunc(text, func(r rune) bool { return chinese.IsOneOf(r, chinese.ClauseEnds) })
	return strings.Join(slices.DeleteFunc(clauses, is), "\n")
}

// withoutOnlookers is a text without the 监督 of those who are let watch: 请群众监督.
func withoutOnlookers(text string) string {
	var kept strings.Builder
	for {
		before, after, found := strings.Cut(text, "监督")
		kept.WriteString(before)
		if !found {
			return kept.String()
		}
		for cut := true; cut; {
			before, cut = onlookers.CutSuffix(before)
		}
		if !watching.Ends(before) || chinese.IsHan(chinese.FirstRune(after)) {
			kept.WriteString("监督")
		}
		text = after
	}
}

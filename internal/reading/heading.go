package reading

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/pattern"
)

// topics are what passages are about.
var topics = map[form.Key]string{"narrative.requests": "application", "narrative.proactive": "information", "narrative.disputes": onDisputes}

// Topics that are no things.
const (
	onDisputes = "disputes"
	onNothing  = "nothing" // that is counted
)

// aspects are words of the headings of what is told beside applications.
var aspects = pattern.NewWords("主动 监督 保障 平台 管理 队伍 问题 不足 改进 下一步")

// results begin the headings of paragraphs about what came of applications.
var results = pattern.NewWords("办理结果 处理结果 答复结果 办理情况 处理情况 答复情况 答复类型 答复质量 结果情况 办结情况 申请情况")

// onShortcomings are headings that say nothing of what follows them but that it is what is amiss, or done about it.
var onShortcomings = pattern.NewWords("问题 不足 短板 主要问题 突出问题 存在问题 存在的问题 存在主要问题 存在的主要问题 存在的突出问题 存在的一些问题 存在的不足 存在不足 存在的主要不足 存在的短板 存在的问题和不足 " +
	"存在的问题与不足 存在的问题及不足 存在的不足和问题 存在的主要问题和不足 存在的问题和困难 存在的问题及原因 目前存在的问题 目前存在的主要问题 工作中存在的问题 工作中存在的主要问题 工作中的不足 " +
	"改进情况 改进措施 改进办法 改进方向 改进打算 整改情况 整改措施 下一步 下一步工作 下一步打算 下一步措施 下一步计划 下一步工作打算 下一步工作计划 下一步工作措施 下一步改进措施 下一步改进方向 下一步改进打算 今后打算 今后工作打算")

// headingOf reads a paragraph's heading, if it has one: what it is about, and how many tokens it takes. One that ends in ： may count
// something and takes none, unless it is on shortcomings.
func headingOf(text string, tokens []token) (topic string, taken int) {
	if len(tokens) == 0 {
		return "", 0
	}
	start, numbered := tokens[0].Start, tokens[0].kind == itemMark
	if numbered {
		start = tokens[0].End
	}
	const longest = 24 // characters
	end, colon := len(text), false
	count := 0
scan:
	for i, r := range text[start:] {
		if count++; count > longest {
			return "", 0
		}
		switch _, digit := chinese.Digit(r); {
		case digit || r == '；':
			return "", 0
		case r == '。' || r == ' ' || r == '　' || r == '：':
			if count <= 2 {
				return "", 0
			}
			end, colon = start+i, r == '：'
			break scan
		}
	}
	heading := text[start:end]
	if utf8.RuneCountInString(heading) < 2 || chinese.ContainsAny(heading, []string{"未", "没有", "无", "均"}) {
		return "", 0
	}
	if colon && onShortcomings.Has(heading) {
		return onNothing, 1 + slices.IndexFunc(tokens, func(k token) bool { return k.kind == colonMark })
	}
	if chinese.ContainsAny(heading, []string{"收到", "受理", "接到"}) {
		if numbered && chinese.ContainsAny(heading, []string{"依申请", "申请公开", "公开申请"}) {
			return "application", 0 // 二、收到并办理依申请公开: it may count them
		}
		return "", 0
	}
	if !numbered && !chinese.EndsWithAny(heading, []string{"方面", "情况", "工作", "申请公开", "主动公开"}) && !(colon && strings.HasPrefix(heading, "依申请")) {
		return "", 0
	}
	switch {
	case chinese.ContainsAny(heading, []string{"复议", "诉讼"}):
		topic = onDisputes
	case chinese.ContainsAny(heading, []string{"依申请", "申请公开", "公开申请", "申请件", "申请办理", "申请答复", "申请处理", "申请的办理"}):
		topic = "application"
	case chinese.ContainsAny(heading, []string{"主动公开", "信息公开", "信息发布"}):
		topic = "information"
	case results.Begins(heading):
		topic = "application"
	default:
		topic = onNothing
	}
	if behind := 1 + slices.IndexFunc(tokens, func(k token) bool { return k.kind == colonMark }); colon {
		if topic != onDisputes && chinese.EndsWithAny(heading, []string{"方面", "情况", "工作"}) && saysWhatFirst(tokens[behind:]) {
			return topic, behind // 主动公开情况：全年主动公开政府信息176条
		}
		return topic, 0
	}
	taken = len(tokens)
	if i := slices.IndexFunc(tokens, func(k token) bool { return k.Start >= end }); i >= 0 {
		taken = i
		if tokens[i].kind == stopMark {
			taken++
		}
	}
	return topic, taken
}

// saysWhatFirst says whether what a sentence counts or denies is named before its first number or word for none.
func saysWhatFirst(tokens []token) bool {
	end := slices.IndexFunc(tokens, func(k token) bool { return k.kind == numberToken || k.in(negationWord) || k.kind == stopMark })
	return end > 0 && hasClass(tokens[:end], thingWord) && hasClass(tokens[:end], deedWord)
}

package check

import (
	"fmt"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

const accountKinds = `政务新媒体|新媒体账号|微信公众号|公众号|视频号|抖音号|微博`

var (
	// noAccount is how texts say that the unit has no account of a kind.
	noAccount = pattern.NewWith("新媒体 公众号 视频号 抖音号 微博",
		`(?:没有|未|尚未|无|并未)(?:单独|自行|自己|独立|另外|另行)?(?:开办|开设|开通|建立|运营|注册|设立|建设)?(?:过|任何|自己)?的?(`+accountKinds+`)`,
		"没有", "未", "无")
	// ownAccount is how they speak of the unit's own: 本乡微信公众号.
	ownAccount = pattern.New(`[我本](?:镇|乡|街道|局|委|办|县|区|市|单位|机关)的?(?:官方|政务)*(`+accountKinds+`)`, "我", "本")
	// closed tell of an account that there is no more.
	closed = pattern.NewWords("注销 关停 关闭 停更 停用 归并 整合 迁移 撤销 清理 没有 未 无 下线")
)

// findAccountsDenied finds an account of the unit's own where it is said to have none of the kind.
func findAccountsDenied(in *Input) []Finding {
	type saying struct {
		section   section
		paragraph int
		kind      string
		words     string
	}
	say := func(what *pattern.Pattern, skip func(clause, behind string) bool) (all []saying) {
		for _, s := range in.filled() {
			for i, p := range s.paragraphs {
				for _, m := range what.FindAllStringSubmatchIndex(p.Text, -1) {
					statement, start := chinese.Around(p.Text, m[0], chinese.StatementEnds)
					clause, _ := chinese.Around(p.Text, m[0], chinese.ClauseEnds)
					if !otherYears.In(statement) && !in.namesOtherYear(statement) && !chinese.IsQuoted(p.Text, m[0]) && !skip(clause, statement[m[1]-start:]) {
						all = append(all, saying{s, i, p.Text[m[2]:m[3]], strings.TrimSpace(clip(clause, 30))})
					}
				}
			}
		}
		const most = 50 // no report speaks of more
		return all[:min(len(all), most)]
	}
	denied := say(noAccount, func(_, behind string) bool { // 没有微信公众号的村
		return strings.HasPrefix(behind, "的") || chinese.StartsWithAny(behind, []string{"管理", "发布", "推送", "更新", "信息", "违规", "舆情"})
	})
	if len(denied) == 0 {
		return nil
	}
	for _, own := range say(ownAccount, func(clause, _ string) bool { return closed.In(clause) }) {
		for _, none := range denied {
			if none.kind != own.kind && !strings.Contains(none.kind, "新媒体") && !strings.HasSuffix(own.kind, none.kind) {
				continue
			}
			return []Finding{own.section.finding(own.paragraph, own.words,
				fmt.Sprintf("文字写“%s”，而“%s”第%d段写的是“%s”，有没有账号前后不一致，请核对。", excerpt(own.words),
					none.section.heading, none.paragraph+1, excerpt(none.words)))}
		}
	}
	return nil
}

package check

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

const wholeYear = `(?:全年|年内|本年度?|今年)`

var (
	// accountPosts finds how many posts of an account are told, with nothing between that says of what: “柳溪发布”公众号全年推文213篇.
	accountPosts = pattern.New(`(`+wholeYear+`，?)?“([^“”，。]{2,12})”(?:政务|官方|微信)*(公众号|视频号|抖音号|抖音|微博|头条号)(`+wholeYear+`)?共?(?:发布|推送|推出|刊发|编发)?(推文|图文|短视频|文章|稿件)(?:总数)?(?:共|计|为|达)?([0-9]+)(篇|条|期|个)`,
		"推文", "图文", "短视频", "文章", "稿件")
	// otherSpans tell of another time than the year.
	otherSpans = pattern.NewWords("累计 以来 总计 历史 开通 季度 上半年 下半年 月 周")
)

// toldPosts is how many posts of an account are told at a place.
type toldPosts struct {
	section   section
	paragraph int
	account   string // with its platform, what was posted and its unit
	number    int
	isWhole   bool // told of the whole year
	words     string
}

// findAccountPosts finds an account whose posts of the whole year are fewer than those told of it elsewhere.
func findAccountPosts(in *Input) []Finding {
	var all []toldPosts
	for _, s := range in.filled() {
		for i, p := range s.paragraphs {
			for _, m := range accountPosts.FindAllStringSubmatchIndex(p.Text, -1) {
				part := func(n int) string { return p.Text[max(0, m[2*n]):max(0, m[2*n+1])] }
				statement, start := chinese.Around(p.Text, m[0], chinese.StatementEnds)
				if before := statement[:m[0]-start]; otherSpans.In(before) || otherYears.In(statement) || in.namesOtherYear(statement) {
					continue
				}
				number, _ := strconv.Atoi(part(6)) // of digits; one too long to be read is no number of posts
				all = append(all, toldPosts{s, i, part(2) + part(3) + part(5) + part(7), number, part(1) != "" || part(4) != "", p.Text[m[0]:m[1]]})
			}
		}
	}
	const most = 200 // no report tells of more
	all = all[:min(len(all), most)]
	var found []Finding
	for k, later := range all {
		e := slices.IndexFunc(all[:k], func(o toldPosts) bool {
			return o.account == later.account && (later.isWhole && o.number > later.number || o.isWhole && later.number > o.number)
		})
		if e < 0 {
			continue
		}
		earlier := all[e]
		found = append(found, later.section.finding(later.paragraph, later.words,
			fmt.Sprintf("这里写的是：%s；“%s”第%d段写的是：%s。全年的数不会比别处写的少，请核对。", excerpt(strings.TrimSpace(later.words)),
				earlier.section.heading, earlier.paragraph+1, excerpt(strings.TrimSpace(earlier.words)))))
	}
	return found
}

package check

import (
	"fmt"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

const listedThings = `(?:方面|问题|不足|短板|差距|薄弱环节|困难|措施|工作|举措|任务|打算|做法)`

// announcedItems finds how many points are announced right before the first of them: 存在三个方面的问题：一是.
var announcedItems = pattern.New(`([二两三四五六七八2-8])[个点项条大]?(?:主要|突出|明显|具体|重点|重要)?的?`+listedThings+
	`(?:的?(?:主要)?`+listedThings+`)?(?:来|上)?(?:加以|进行|予以)?(?:着手|入手|发力|着力|用力|改进|努力|推进|加强|提升|完善|整改|下功夫|做起|抓起)?[：。]\s*(一是|第一[，、]|其一[，、])`,
	"一是", "第一", "其一")

var (
	// toldAlready stand before a number of points that were told already, 针对上述三个问题, or are a part of the number.
	toldAlready = pattern.NewWords("针对 对 对照 上述 以上 这 前述 围绕 第 至 到 其中 一 二 两 三 四 五 六 七 八 九 十 百 几 0 1 2 3 4 5 6 7 8 9 . 和 与")
	// unnumbered tell of one more point without its number.
	unnumbered = pattern.NewWords("同时 此外 另外 另一 最后 还 再次 再者 以及 并且 其次")
)

// findItemsAnnounced finds lists of points that have fewer or more than were announced.
func findItemsAnnounced(in *Input) []Finding {
	var found []Finding
	for _, s := range in.filled() {
		for i, p := range s.paragraphs {
			for _, m := range announcedItems.FindAllStringSubmatchIndex(p.Text, -1) {
				clause, start := chinese.Around(p.Text, m[2], chinese.ClauseEnds+"、")
				before := clause[:m[2]-start]
				if toldAlready.Ends(before) || chinese.ContainsAny(before, []string{"针对", "上述", "以上", "对照"}) || chinese.IsQuoted(p.Text, m[2]) {
					continue
				}
				_, said := chinese.ReadPlaces(strings.Replace(p.Text[m[2]:m[3]], "两", "二", 1))
				listed, sure := s.pointsBehind(i, m[4], strings.TrimRight(p.Text[m[4]:m[5]], "，、"), said)
				if !sure || listed == said || listed < 2 {
					continue
				}
				words := strings.TrimRight(p.Text[m[2]:m[4]], "：。 \u3000")
				found = append(found, s.finding(i, p.Text[m[2]:m[5]],
					fmt.Sprintf("“%s”说的是%d点，后面列出的是%d点。漏写的请补上，没有漏写的请改前面的数目。", excerpt(words), said, listed)))
			}
		}
	}
	return found
}

// pointsBehind counts the points of a list that begins with first at a byte of paragraph i, where so many are said to be, and says whether
// it is sure of them: nothing hints at one more without its number, or at a list inside the list.
func (s section) pointsBehind(i, at int, first string, said int) (n int, sure bool) {
	mark := func(n int) string { return chinese.NumberWord(n) + "是" }
	if ordinal, found := strings.CutSuffix(first, "一"); found { // 第一, 其一
		mark = func(n int) string { return ordinal + chinese.NumberWord(n) }
	}
	rest := s.paragraphs[i].Text[at+len(first):]
	own := len(rest)
	const longest = 6000 // bytes of a list, so that a text that announces list after list is not read again and again
	for _, p := range s.paragraphs[i+1:] {
		if len(rest) > longest {
			break
		}
		rest += "\n" + p.Text
	}
	cut := len(rest) > longest
	rest = rest[:min(len(rest), chinese.RuneStart(rest, longest))]
	list, again, restarted := strings.Cut(rest, mark(1)) // where it is said again another list begins
	whole := len(list)
	for n = 1; ; n++ {
		before, behind, found := strings.Cut(list, mark(n+1))
		apart := !chinese.IsHan(chinese.FirstRune(lastRune(before))) && (strings.HasSuffix(mark(1), "是") || chinese.StartsWithAny(behind, []string{"，", "、", "是"}))
		if !found || n >= said && !apart { // one point more than was said must be marked as one, and be no 第三季度
			break
		}
		list = behind
	}
	if whole-len(list) < own { // another list of a later paragraph is not inside this one
		again = again[:min(len(again), max(0, own-whole))]
	}
	last, _, _ := strings.Cut(list, "\n")
	hinted := unnumbered.In(last) || strings.Contains(last, chinese.NumberWord(n+1)) || strings.Contains(again, mark(said))
	return n, n > said || !hinted && (restarted || !cut)
}

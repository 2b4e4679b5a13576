package reading

import (
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// announced takes the marker of a list out of the words before a number, and opens the list.
func (r *reader) announced(left []token) []token {
	first := firstOf(left, partWord)
	if first < 0 && r.isMadeUp(left) {
		r.announce("由", false)
		return left[1:]
	}
	if colon := lastOfKind(left, colonMark); first < 0 && colon > 0 && r.lastCounted() != nil && kindsCounted.Has(r.statement.Words(left[colon-1].Span)) {
		r.announce("类：", false) // 办结的20件申请，结果只有四类：予以公开10件、…
		return left[colon+1:]
	}
	if first < 0 || chinese.EndsWithAny(left[first].word.text, []string{"含", "包括"}) && chinese.StartsWithAny(r.statement.Text[left[first].End:], []string{"在", "于"}) {
		return left // 补录23条，已含在全年185条之内
	}
	if chinese.StartsWithAny(left[first].word.text, []string{"分别", "依次"}) && (hasKind(left[:first], yearToken) || hasClass(left[:first], lastYearWord)) {
		return left[lastOf(left, partWord)+1:] // 2023年、2024年分别为133件、151件; 上年这三栏依次是5件、0件、2件
	}
	if chinese.StartsWithAny(left[first].word.text, []string{"依次", "分别"}) && chinese.EndsWithAny(r.statement.Text[:left[first].Start], []string{"往下", "接下来", "其后", "随后", "其次"}) {
		return left[lastOf(left, partWord)+1:] // 查询事项17件，往下依次是过程性信息6件
	}
	if of := lastOf(left[:first], outcomeWord); of >= 0 && !strings.Contains(left[of].word.value, ".") && !hasKind(left[:first], numberToken) {
		if whole := r.lastThatDid(left[of].word.value); whole != nil {
			r.list = &list{whole: whole, marker: left[first].word.text} // 细分来看，不予公开包括第三方权益7件
			return left[lastOf(left, partWord)+1:]
		}
	}
	r.announce(left[first].word.text, false)
	return left[lastOf(left, partWord)+1:]
}

// kindsCounted tell before a colon how many kinds there are of what was counted.
var kindsCounted = pattern.NewWords("两类 三类 四类 五类 六类 两种 三种 四种 五种 六种 两大类 三大类 四大类 五大类 两种情形 三种情形 四种情形 五种情形")

// isMadeUp says whether words begin a clause that tells what published items are made up of: 1220条，由网站信息486条、推文734条组成.
func (r *reader) isMadeUp(left []token) bool {
	if whole := r.lastNear(); len(left) == 0 || !left[0].is("由") || whole == nil || !whole.is("information") {
		return false
	}
	clause := r.statement.Text[left[0].End:]
	if end := strings.IndexAny(clause, "，；。"); end >= 0 {
		clause = clause[:end]
	}
	return chinese.EndsWithAny(clause, []string{"组成", "构成"})
}

// announce opens the list that 其中 or 包括 announces.
func (r *reader) announce(marker string, items bool) {
	whole := r.lastNear()
	if last := r.lastNumber(); whole != nil && whole.Form == Rate && whole.isShare && last != nil {
		whole = last // 法人及其他组织44件，占21.2%，包括企业27件
	}
	if strings.Contains(marker, "其中") {
		whole = r.wholeBefore()
	}
	if whole == nil || whole.Form != Number {
		return
	}
	l := &list{whole: whole, marker: marker, items: items}
	if outer := r.list; outer != nil && whole.list == outer {
		l.outer = outer
	}
	r.list = l
}

// beginsList says whether the number of an item is the first.
func beginsList(item string) bool {
	if item == "一是" || item == "①" {
		return true
	}
	m, _, ok := chinese.ReadMarker(item)
	return ok && m.Number == 1 && m.Level > 2
}

package reading

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// place finds a number's place in the lists of its sentence.
func (r *reader) place(q *Quantity, c []token, i int, left, right []token, bound bool) {
	if l := r.list; l != nil && strings.HasPrefix(l.marker, "其中") && len(l.ofWhole()) == 0 {
		switch item := r.lastNumber(); {
		case len(l.whole.parts) == 0:
			r.narrowList(q, left)
			r.moveList(q)
		case item != nil && item.whole == l.whole && q.givesReasonFor(item):
			r.list = &list{whole: item, marker: l.marker, outer: item.list} // 答复55件：公开21件；无法提供17件，其中不掌握12件
		}
	}
	q.open = slices.ContainsFunc(left, func(k token) bool {
		return k.kind == unknownToken && strings.Contains(r.statement.Words(k.Span), "主要")
	}) || hasClass(right[:min(1, len(right))], etceteraWord)
	r.addUp(q, left, bound)
	among := i + 1 + len(right)
	set := among < len(c) && c[among].is("中", "里") && !(len(right) == 0 && among+1 < len(c) && c[among+1].kind == unknownToken && !q.picksSome(c[among+1:])) && // 87所中小学
		!(c[among].is("中") && r.isWithinName(&c[among])) &&
		!chinese.StartsWithAny(r.statement.Text[q.End:], []string{"为", "是", "系", "因"}) // 1件为地名成果中禁止公开的数据
	if set && r.list != nil && r.list.marker != "（" {
		r.list = nil // 在500个页面里: another set
	}
	switch l := r.list; {
	case l != nil && l.whole != q:
		r.placeIn(l, q)
	case l == nil && r.ended != nil && q.Unit == r.ended.whole.Unit && q.canBePartOf(r.ended.whole):
		r.ended.beyond = append(r.ended.beyond, q)
	}
	if q.whole == nil && !q.differs && !r.isOfAnotherYear(q) && !hasWord(left, "其余", "余下", "剩余") && !q.isExcepted() && !(r.viewsUnknown && !q.isDealtWith()) {
		r.whole = q
	}
	switch rest := c[i+1:]; {
	case set || len(rest) == 1 && rest[0].is("内"):
		r.list = &list{whole: q, marker: "中"}
	case len(rest) > 0 && rest[0].kind == colonMark:
		r.list = &list{whole: q, marker: "："}
		if before := r.wholeBefore(); r.isOfAnotherYear(q) && before != nil {
			r.list.whole = before // 复议11件，上年为8件：维持5件
		}
	}
}

// picksSome says whether words behind 中 lead up to a number of the same unit, of those that they name: 11人中表示满意的9人.
func (q *Quantity) picksSome(behind []token) bool {
	at := slices.IndexFunc(behind, func(k token) bool { return k.kind == numberToken || k.isMark() || k.in(conjunctionWord) })
	if at < 0 || behind[at].kind != numberToken || behind[at].num.Unit != q.Unit {
		return false
	}
	return chinese.EndsWithAny(q.Statement.Text[q.End:behind[at].Start], []string{"的", "的有", "的是", "的为", "的占"})
}

// isWithinName says whether 中 is part of the name of a school, a hospital or a centre, and not among what is counted: 23所初中、61所小学, 3所县级中医院.
func (r *reader) isWithinName(among *token) bool {
	text := r.statement.Text
	return beforeMiddle.Ends(text[:among.Start]) && !chinese.StartsWithAny(text[among.End:], []string{"的", "有"}) || behindMiddle.Begins(text[among.End:])
}

// beforeMiddle and behindMiddle are what stands before 中 and behind it in such names.
var (
	beforeMiddle = pattern.NewWords("初 通高 普高 公办高 民办高 所高 县高 区高 市高 完全高")
	behindMiddle = pattern.NewWords("小学校 小学、 小学和 小学及 小学的 小学在 心 学校 学、 学和 学及 学的 学在 学均 医院 医馆 医诊所 等职业 职学校 职院校 专学校")
)

// placeIn makes a number an item of the open list, or ends that.
func (r *reader) placeIn(l *list, q *Quantity) {
	switch {
	case q.did("carried_in"):
		if sum := sumOf(l.whole.parts); len(l.whole.parts) == 0 || sum.Add(q.Value).Equal(l.whole.Value) {
			q.within = l.whole // which it is among, though it is none of the kinds that the list divides
		}
	case r.endsList(q, l):
		r.list = nil
	case r.goesBeyond(q, l):
		l.beyond = append(l.beyond, q)
		r.list = nil
	case l.numbered && !r.numbered:
		// only the first number of a numbered item is the item's
	case q.canBePartOf(l.whole):
		q.joins(l)
		if l.whole.IsOfRequests() && decisions()[q.own.thing].Name != "" {
			q.thing, r.thing = "foreign", l.whole.thing // 按内容分，土地出让1件、规划许可1件
		}
		r.numbered = false
		if l.separator == 0 && len(l.whole.parts) == 2 {
			l.separator = r.separatorBetween(l.whole.parts[0], q)
		}
	case l.marker != "（":
		r.list = nil
	}
}

// narrowList turns 其中不予公开的为…, which divides one kind of outcome, to the number of that kind.
func (r *reader) narrowList(q *Quantity, left []token) {
	for j := 0; j+2 < len(left); j++ {
		if left[j].in(outcomeWord) && left[j+1].in(ofWord) && slices.ContainsFunc(left[j+2:], func(k token) bool { return k.in(alikeWord) || k.is("为", "有", "中") }) {
			if whole := r.lastThatDid(left[j].word.value); whole != nil {
				r.list = &list{whole: whole, marker: "其中"}
				if len(q.deeds) == 1 && q.deeds[0] == left[j].word.value {
					q.deeds = []string{"foreign"}
				}
			}
			return
		}
	}
	if l := r.list; !l.whole.did("receive") && len(q.applicants) > 0 && len(left) > 0 && left[0].means(deedWord, "receive") { // 两项共72件；其中新收件来自自然人62件
		if whole := r.lastThatDid("receive"); whole != nil {
			r.list = &list{whole: whole, marker: l.marker}
		}
	}
}

// moveList moves a list of which the first item is counted in another unit than the whole to the number before that is counted in it:
// 24项任务分解到7个机构，其中党建办2项.
func (r *reader) moveList(q *Quantity) {
	l := r.list
	larger := l != nil && l.whole.IsOfRequests() && len(l.whole.applicants) > 0 && q.Value.GreaterThan(l.whole.Value) // 来了5份，个人4份，社团1份；其中3份走网站
	if l == nil || q.Unit == l.whole.Unit && !larger {
		return
	}
	for _, z := range slices.Backward(r.counted) {
		if z.Form == Number && z.Unit == q.Unit && z.whole == nil && z.Value.GreaterThanOrEqual(q.Value) {
			r.list = &list{whole: z, marker: l.marker}
			return
		}
	}
}

// separatorBetween is the strongest mark between two items.
func (r *reader) separatorBetween(a, b *Quantity) tokenKind {
	between := r.statement.Text[min(a.End, b.Start):b.Start]
	for _, m := range []struct {
		mark string
		kind tokenKind
	}{{"；", semicolonMark}, {"。", stopMark}, {"，", commaMark}} {
		if strings.Contains(between, m.mark) {
			return m.kind
		}
	}
	return listMark
}

// ofWhole lists the parts of the whole that are items of this list.
func (l *list) ofWhole() (items []*Quantity) {
	for _, p := range l.whole.parts {
		if p.list == l {
			items = append(items, p)
		}
	}
	return items
}

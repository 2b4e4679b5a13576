package collect

import (
	"cmp"
	"fmt"
	"time"

	"nianbao/internal/chinese"
	"nianbao/internal/county"
	"nianbao/internal/letter"
	"nianbao/internal/office"
)

// Kept is what an office keeps of a unit, on its list and in the register.
type Kept struct{ Contact, Phone, Due, Received string }

// keptColumn is what is kept in one column of the register, and by the list.
type keptColumn struct {
	head   string
	of     func(*Kept) *string
	onYear bool // it is of the unit's report on the year that is collected, and stands beside no other
}

// keptColumns are all of them. The register has each once more behind its last column, as the list had it when the register was written.
var keptColumns = []keptColumn{
	{headContact, func(k *Kept) *string { return &k.Contact }, false}, {headPhone, func(k *Kept) *string { return &k.Phone }, false},
	{headDue, func(k *Kept) *string { return &k.Due }, true}, {headReceived, func(k *Kept) *string { return &k.Received }, true},
}

// listedHead is the head of what the list had.
func (c keptColumn) listedHead() string { return "名单的" + c.head }

// keptOf is what the list says of a member.
func keptOf(m county.Member) Kept {
	return Kept{Contact: m.Contact, Phone: m.Phone, Due: m.Due, Received: m.Received}
}

// settle brings what the list says now together with what the register of the round before has: what somebody typed into the register goes
// before the list, and what the list had put there does not.
func (r *Round) settle(list Kept) {
	for _, c := range keptColumns {
		is, listed, now := c.of(&r.Kept), c.of(&r.Listed), *c.of(&list)
		if *is == *listed {
			*is = cmp.Or(now, *is)
			*listed = *is
		} else {
			*is = cmp.Or(*is, now)
			*listed = now
		}
	}
}

// besideLast makes of what is kept of a unit what stands beside its report on the year before.
func (r *Round) besideLast() {
	for _, c := range keptColumns {
		if c.onYear {
			*c.of(&r.Kept), *c.of(&r.Listed) = *c.of(&r.Beside), ""
		}
	}
}

// KeptTold says where the register of the round before is of another year; where the days by which units are to hand in are others on the list
// than in it, and which of them hold; and where the day for handing in again is over.
func (a *Aggregated) KeptTold(before Rounds) (notes []string) {
	if other := before.OfAnother(a.Year); other != 0 {
		notes = append(notes, fmt.Sprintf("登记是%d年度的，只用里面的联系人、电话", other))
	}
	before = before.On(a.Year)
	if a.Members == nil {
		return notes
	}
	renewed, typed := map[string][]string{}, map[string][]string{}
	var renewals, conflicts []string // in the order of the list
	add := func(to map[string][]string, order *[]string, what, unit string) {
		if to[what] == nil {
			*order = append(*order, what)
		}
		to[what] = append(to[what], unit)
	}
	inWords := func(day string) string { return cmp.Or(letter.InLine(office.DayInWords(day, a.Year)), "空着的") }
	for _, m := range a.Members.Members {
		was := before.of(m.Name)
		is := was
		is.settle(keptOf(m))
		switch was, now := was.Due, m.Due; {
		case was == "" || inWords(was) == inWords(now):
		case inWords(is.Due) == inWords(now):
			add(renewed, &renewals, "登记里是"+inWords(was)+"，名单、本县设置里是"+inWords(now), m.Name)
		case now != before.of(m.Name).Listed.Due:
			add(typed, &conflicts, "登记里是"+inWords(was)+"，名单、本县设置里是"+inWords(now), m.Name)
		}
	}
	for _, what := range renewals {
		notes = append(notes, fmt.Sprintf("有%d个单位的报送期限，上一轮的%s，用的是后一个：%s", len(renewed[what]), what, chinese.Listed(renewed[what], mostUnits)))
	}
	for _, what := range conflicts {
		notes = append(notes, fmt.Sprintf("有%d个单位的报送期限，%s，用的是登记里的；要用后一个，请删去登记“%s”一栏里的，再汇总一次：%s",
			len(typed[what]), what, headDue, chinese.Listed(typed[what], mostUnits)))
	}
	if m, received, over := a.againIsOver(before); over {
		notes = append(notes, fmt.Sprintf("重报期限是%s，登记里已经有%s收到的，退回函、催报函里没有写这个期限，请单位尽快报送；要写的，请在本县设置里改成新的一天",
			office.DayInWords(m.Again, a.Year), chinese.DateText(received)))
	}
	return notes
}

// againIsOver says whether the day for handing in again is over: no clock tells it, but what came, by the register, after that day. It gives the
// member of whom that is known, and the day on which its report came.
func (a *Aggregated) againIsOver(before Rounds) (member county.Member, received time.Time, over bool) {
	if a.Members == nil {
		return member, received, false
	}
	for _, m := range a.Members.Members {
		round := before.of(m.Name)
		round.settle(keptOf(m))
		came, ok := dayOf(round.Received, a.Year)
		again, known := dayOf(m.Again, a.Year)
		if ok && known && came.After(again) && came.After(received) {
			member, received, over = m, came, true
		}
	}
	return member, received, over
}

// dueAgain is the day by which a unit hands in once it was written to: that laid down for all, or its own where that is later. "" where
// nobody said, or where it is over.
func (a *Aggregated) dueAgain(r *Returned, isOver bool) string {
	again := r.Member.Again
	if again == "" || isOver {
		return ""
	}
	day, known := dayOf(again, a.Year)
	due, ok := dayOf(r.Round.Due, a.Year)
	if known && ok && due.After(day) {
		return r.Round.Due
	}
	return again
}

package reading

import (
	"slices"
	"strings"
)

// Class is how the things that a report counts behave in a sentence. Classes can be joined with |.
type Class uint16

const (
	Flow        Class = 1 << iota // applications on their way: received, handled, answered
	Carrying                      // applications carried over from or into another year
	Applicant                     // who applied: columns of the table of applications
	Outcome                       // what came of an application
	Withdrawal                    // taken back by the applicant
	Dispute                       // review and litigation
	Ruling                        // what came of a dispute
	Act                           // what was done with normative documents
	Decision                      // what was decided: licences, penalties
	Charge                        // 行政事业性收费
	Procurement                   // 政府集中采购
	Information                   // items published, which no table counts
	HandlingFee                   // 信息处理费, which no table counts
)

// counters lists the units that the classes are counted in.
var counters = []struct {
	classes Class
	units   string
}{
	{Flow | Applicant, "件 条 份 宗 起 例 个 项 次 件次"},
	{Carrying | Outcome | Withdrawal, "件 条 份 宗 起 例 个 项 件次"},
	{Dispute | Ruling, "件 起 宗 例 个 次 项"},
	{Act, "件 个 份 部 项 条"},
	{Decision, "件 宗 起 例 份"},
	{Charge | HandlingFee, "元 万元 亿元"},
	{Procurement, "项 个 次 件 元 万元 亿元"},
	{Information, "条"},
}

// isCountedIn says whether a class is counted in a unit.
func (c Class) isCountedIn(unit string) bool {
	for _, counter := range counters {
		if counter.classes&c != 0 {
			return slices.Contains(strings.Fields(counter.units), unit)
		}
	}
	return false
}

// topic is the topic that the words for a class set.
func (c Class) topic() Topic {
	switch c {
	case Dispute:
		return onDisputes
	case Decision:
		return onDecisions
	case Charge:
		return OnCharges
	case Procurement:
		return onProcurement
	}
	return noTopic
}

package reading

import "slices"

// Class is which of the report's matters a measure belongs to. Classes can be joined with |.
type Class uint16

const (
	Flow        Class = 1 << iota // applications on their way: received, handled, answered
	Carrying                      // applications carried over from or into another year
	Outcome                       // what came of an application
	Withdrawal                    // taken back by the applicant
	Dispute                       // review and litigation, and what came of them
	Act                           // what was done with normative documents
	Decision                      // what was decided: licences, penalties
	Charge                        // 行政事业性收费
	Procurement                   // 政府集中采购
	Information                   // items published, which no table counts
	HandlingFee                   // 信息处理费, which no table counts
)

// units lists what the classes are counted in; a number without a unit counts anything but money.
var units = []struct {
	classes Class
	units   []string
}{
	{Flow | Carrying | Outcome | Withdrawal, []string{"", "件次", "件", "条", "份", "宗", "起", "例", "项", "个", "次", "封", "人次", "家次", "条次", "桩", "张"}},
	{Dispute, []string{"", "件", "起", "宗", "例", "个", "次", "项", "件次"}},
	{Act, []string{"", "件", "个", "份", "部", "项", "条"}},
	{Decision, []string{"", "件", "份", "宗", "起", "例", "次", "个", "件次", "项", "项次"}},
	{Charge | HandlingFee, []string{"元", "万元", "亿元"}},
	{Procurement, []string{"项", "个", "次", "件", "元", "万元", "亿元"}},
}

// isCountedIn says whether a class is counted in a unit.
func (c Class) isCountedIn(unit string) bool {
	for _, u := range units {
		if u.classes&c != 0 {
			return slices.Contains(u.units, unit)
		}
	}
	return true // whatever was published is counted in anything
}

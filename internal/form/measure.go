package form

// Measure says what kind of figure a cell holds.
type Measure int

const (
	Count  Measure = iota // how many
	Change                // how many more or fewer (本年增/减)
	Fee                   // money in 万元
	Amount                // money that carries its unit in the cell ("5.2万元")
)

// kind is all that there is to know of a measure.
type kind struct {
	whole, signed bool
	units         []string
	carriesUnit   bool
	tenThousands  bool
	filling       string
}

// yuanDecimals is how many decimals of 万元 single yuan take.
const yuanDecimals = 4

var counters = []string{"件", "条", "份", "宗", "起", "项", "个", "次"}

func (m Measure) kind() kind {
	switch m {
	case Change:
		return kind{whole: true, signed: true, units: counters, filling: "整数，减少的填负数，没有变化的填0。"}
	case Fee:
		return kind{units: []string{"万元"}, tenThousands: true, filling: "以万元为单位的数，可以有四位小数，没有的填0。"}
	case Amount:
		return kind{units: []string{"万元", "元"}, carriesUnit: true, filling: "金额，连单位一起填，没有的填0。"}
	default:
		return kind{whole: true, units: counters, filling: "整数，没有的填0。"}
	}
}

// Whole says whether the figure is a whole number.
func (m Measure) Whole() bool { return m.kind().whole }

// Signed says whether the figure may be below 0.
func (m Measure) Signed() bool { return m.kind().signed }

// Units lists the unit words that may stand behind the number in the cell, the longest first.
func (m Measure) Units() []string { return m.kind().units }

// HeadUnit is the unit that the form's heading says and the cell does not; "" for none.
func (m Measure) HeadUnit() string {
	if k := m.kind(); k.tenThousands {
		return k.units[0]
	}
	return ""
}

// CarriesUnit says whether the unit belongs in the cell, so that the cell holds text and not a number.
func (m Measure) CarriesUnit() bool { return m.kind().carriesUnit }

// Decimals is how many decimals the figure has at most: none of a whole number, single yuan of an amount in 万元;
// -1 where that depends on the unit in the cell.
func (m Measure) Decimals() int {
	switch k := m.kind(); {
	case k.whole:
		return 0
	case k.carriesUnit:
		return -1
	default:
		return yuanDecimals
	}
}

// Shift is the power of ten that turns the figure into yuan: 4 for one in 万元. unit is the one in the cell, for a measure
// that carries it. ok is false for what is no money, or money without its unit.
func (m Measure) Shift(unit string) (power int32, ok bool) {
	k := m.kind()
	switch {
	case k.tenThousands, k.carriesUnit && unit == "万元":
		return yuanDecimals, true
	case k.carriesUnit && unit == "元":
		return 0, true
	}
	return 0, false
}

// Filling tells what to type into the cell.
func (m Measure) Filling() string { return m.kind().filling }

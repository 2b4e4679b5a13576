package check

import "nianbao/internal/pattern"

// namedHotline finds a short number that is told with what it is for.
var namedHotline = pattern.New(`(12[0-9]{3})(政务服务便民热线|政务服务热线|市民服务热线|市民热线|便民热线)`, "热线")

// misdialled lists hotlines by a number that is not theirs.
func misdialled(text string) []wordFault {
	var faults []wordFault
	for _, m := range namedHotline.FindAllStringSubmatchIndex(text, -1) {
		const due = "12345"
		if code := text[m[2]:m[3]]; code != due {
			faults = append(faults, wordFault{m[2], m[3], "政务服务便民热线是" + due + "，这里写的是“" + code + "”", due, Query})
		}
	}
	return faults
}

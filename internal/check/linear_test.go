package check

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

// On a text of one fault on end, the rules on words and sentences take time that grows with the text, not with its square.
func TestWorkGrowsWithTheText(t *testing.T) {
	rules := []Rule{
		lookalikeCharacter, wrongWordRule, numberMissing, approximateExact, personalData, contactDiffers, repeatedSentence, runOn,
		danglingReference, prefaceParts,
	}
	for _, fault := range []string{
		"1O⽆\u200b", "攻府末", "《a》（以下简称《b》）", "《（以下简称《", "十九届五中全会精神贯彻，", "信息条，", "约3余条左右", "2024本镇，", "做到、",
		"电话", "地址a1号", "中华人民大", "规划总结2条、", "报告部分总体情况主动公开复议", "13000000000 ", "见附件，", "日止如有", "3件2024年，",
	} {
		work := func(size int) time.Duration {
			in := Case{Set: []Entry{
				{"narrative.preface", strings.Repeat(fault, size/len(fault))}, {"unit.phone", "000-9"}, {"unit.address", "甲路2号"},
			}}.Input()
			start := time.Now()
			for _, rule := range rules {
				rule.run(in)
			}
			return time.Since(start)
		}
		const size, times, slack = 10_000, 16, 8
		assert.Less(t, work(size*times), times*slack*max(work(size), time.Millisecond), fault)
	}
}

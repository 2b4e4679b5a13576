package check_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/check"
)

func TestHints(t *testing.T) {
	for _, c := range []struct {
		why, rule string
		set, last []check.Entry
		first     string // the likeliest cause
	}{
		{"one case in the wrong column", "requests-balance",
			[]check.Entry{{"requests.received.natural_person", "3"}, {"requests.granted.natural_person", "2"}, {"requests.total.natural_person", "2"},
				{"requests.granted.enterprise", "1"}, {"requests.total.enterprise", "1"}}, nil,
			"“自然人”列和“商业企业”列正好一多一少，可能有1件填错了列。"},
		{"received, nothing done", "requests-balance",
			[]check.Entry{{"requests.received.natural_person", "3"}}, nil,
			"收到的申请还没有填办理结果，也没有结转。"},
		{"the total was typed over, and its parts would not do either", "requests-balance",
			[]check.Entry{{"requests.received.natural_person", "3"}, {"requests.granted.natural_person", "2"}}, nil,
			"“（七）总计”的“自然人”按各项相加应为2，改好以后，前一个数多1。"},
		{"only the total was typed over", "requests-balance",
			[]check.Entry{{"requests.received.enterprise", "2"}, {"requests.granted.enterprise", "2"}}, nil,
			"“（七）总计”的“商业企业”按各项相加应为2，改好就平衡了。"},
		{"an outcome that cannot be read is in no total", "requests-balance",
			[]check.Entry{{"requests.received.natural_person", "3"}, {"requests.granted.natural_person", "三件"}}, nil,
			"有一格办理结果没有填好，没有算进“（七）总计”的“自然人”，填好再看是否平衡。"},
		{"last year's carry-over was forgotten", "requests-balance",
			[]check.Entry{{"requests.granted.natural_person", "2"}, {"requests.total.natural_person", "2"}}, []check.Entry{{"requests.carried_out.natural_person", "2"}},
			"“二、上年结转政府信息公开申请数量”的“自然人”是0，上年报告里结转的是2，改过来正好平衡。"},
		{"only the total was filled in", "requests-row-total",
			[]check.Entry{{"requests.received.total", "5"}}, nil, "只填了合计，各项都是0。"},
		{"a part was left out of the sum", "requests-row-total",
			[]check.Entry{{"requests.granted.natural_person", "12"}, {"requests.granted.enterprise", "3"}, {"requests.granted.total", "12"}}, nil,
			"少的3正好是“（一）予以公开”的“商业企业”，可能漏加了。"},
		{"a part was added twice", "disputes-total",
			[]check.Entry{{"disputes.review.upheld", "10"}, {"disputes.review.corrected", "1"}, {"disputes.review.total", "12"}}, nil,
			"多的1正好是“行政复议·结果纠正”，可能加了两次。"},
		{"digits the wrong way round", "requests-row-total",
			[]check.Entry{{"requests.granted.natural_person", "36"}, {"requests.granted.enterprise", "5"}, {"requests.granted.total", "68"}}, nil,
			"“（一）予以公开”的“自然人”是36，如果是63就对了，可能两个数字颠倒了。"},
		{"a number in two cells", "requests-row-total",
			[]check.Entry{{"requests.granted.natural_person", "2"}, {"requests.granted.enterprise", "7"}, {"requests.granted.total", "27"}}, nil,
			"“（一）予以公开”的“自然人”的2和“（一）予以公开”的“商业企业”的7可能是一个数27，拆开填了两处。"},
		{"no cause is likely", "requests-row-total",
			[]check.Entry{{"requests.granted.natural_person", "10"}, {"requests.granted.enterprise", "10"}, {"requests.granted.total", "25"}}, nil, ""},
	} {
		found := findings(check.Case{Set: c.set, Last: c.last}, c.rule)
		require.NotEmpty(t, found, c.why)
		assert.LessOrEqual(t, len(found[0].Hints), 2, c.why)
		if c.first == "" {
			assert.Empty(t, found[0].Hints, c.why)
			continue
		}
		require.NotEmpty(t, found[0].Hints, c.why)
		assert.Equal(t, c.first, found[0].Hints[0], c.why)
	}
}

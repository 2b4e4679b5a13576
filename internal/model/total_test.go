package model

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
)

func TestTotal(t *testing.T) {
	for _, c := range []struct {
		why  string
		add  []string
		want string
	}{
		{"nothing", nil, "0"},
		{"whole numbers", []string{"3", "-5", "12"}, "10"},
		{"an amount with decimals among them", []string{"3", "0.25", "12"}, "15.25"},
		{"decimals that come to nothing", []string{"0.5", "-0.5", "7"}, "7"},
		{"a number in 万, which has its zeros apart", []string{"2e4", "1"}, "20001"},
		{"more digits than a machine word has", []string{"99999999999999999999", "1"}, "100000000000000000000"},
	} {
		var total Total
		for _, s := range c.add {
			total.Add(decimal.RequireFromString(s))
		}
		assert.Equal(t, c.want, total.Sum().String(), c.why)
	}
}

// Sums that no machine word holds are exact as well, of whatever sign.
func TestTotalOfManyLargeNumbers(t *testing.T) {
	for _, sign := range []int64{1, -1} {
		var total Total
		large := decimal.NewFromInt(sign * 999_999_999_999)
		const times = 10_000_000
		for range times {
			total.Add(large)
		}
		assert.True(t, large.Mul(decimal.NewFromInt(times)).Equal(total.Sum()), total.Sum())
	}
}

func FuzzTotal(f *testing.F) {
	f.Add(int64(1), int64(-2), int32(-2), int64(999_999_999_999_999))
	f.Fuzz(func(t *testing.T, a, b int64, places int32, c int64) {
		list := []decimal.Decimal{decimal.NewFromInt(a), decimal.New(b, places%20), decimal.NewFromInt(c)}
		var total Total
		want := decimal.Zero
		for _, d := range list {
			total.Add(d)
			want = want.Add(d)
		}
		assert.True(t, want.Equal(total.Sum()), "%s: %s", want, total.Sum())
	})
}

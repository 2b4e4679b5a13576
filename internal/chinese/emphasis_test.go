package chinese

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestReadEmphasis(t *testing.T) {
	for _, test := range []struct {
		why, typed, plain string
		bold              []string
	}{
		{"none", "一是加强培训。", "一是加强培训。", nil},
		{"at the beginning", "**一是**加强培训。", "一是加强培训。", []string{"一是"}},
		{"several", "**一是**加强培训；**二是**补齐短板。", "一是加强培训；二是补齐短板。", []string{"一是", "二是"}},
		{"all of it", "**一是加强培训。**", "一是加强培训。", []string{"一是加强培训。"}},
		{"a number inside", "公开**320**条。", "公开320条。", []string{"320"}},
		{"a placeholder inside", "公开**{{申请总数}}**件。", "公开{{申请总数}}件。", []string{"{{申请总数}}"}},
		{"side by side: four asterisks are no pair", "**一是****二是**", "一是****二是", []string{"一是****二是"}},
		{"not closed", "**一是加强培训。", "**一是加强培训。", nil},
		{"the first is a slip", "一是** 加强**培训**。", "一是** 加强培训。", []string{"培训"}},
		{"nothing inside", "一是****。", "一是****。", nil},
		{"blanks inside", "** 一是 **加强", "** 一是 **加强", nil},
		{"hidden digits", "138**1234**来电", "138**1234**来电", nil},
		{"a digit on one side only", "尾号**12，**件", "尾号12，件", []string{"12，"}},
		{"three", "***一是***加强", "***一是***加强", nil},
		{"over the end of a line", "**一是\n二是**", "**一是\n二是**", nil},
		{"only asterisks", "**", "**", nil},
	} {
		plain, bold := ReadEmphasis(test.typed)
		var words []string
		for _, r := range bold {
			words = append(words, plain[r.Start:r.End])
		}
		assert.Equal(t, test.plain, plain, test.why)
		assert.Equal(t, test.bold, words, test.why)
	}
}

func TestEmphasize(t *testing.T) {
	for _, test := range []struct {
		why, plain string
		bold       []Range
		typed      string
		ok         bool
	}{
		{"at the beginning", "一是加强培训", []Range{{0, 6}}, "**一是**加强培训", true},
		{"blanks at its ends stay outside", "见 一是 ，", []Range{{3, 11}}, "见 **一是** ，", true},
		{"nothing but a blank", "一 是", []Range{{3, 4}}, "一 是", true},
		{"inside a word: it would be read as hidden letters", "abc", []Range{{1, 2}}, "abc", false},
		{"beside an asterisk", "*一是加强", []Range{{1, 7}}, "*一是加强", false},
		{"asterisks typed before", "**一是加强", []Range{{8, 14}}, "**一是加强", false},
		{"two that touch", "一是二是", []Range{{0, 6}, {6, 12}}, "一是二是", false},
	} {
		typed, ok := Emphasize(test.plain, test.bold)
		assert.Equal(t, test.typed, typed, test.why)
		assert.Equal(t, test.ok, ok, test.why)
	}
}

// What Emphasize writes, ReadEmphasis reads; what ReadEmphasis reads is what was typed without some pairs of asterisks, and Emphasize writes it again.
func FuzzEmphasis(f *testing.F) {
	for _, seed := range []string{"", "**一是**加强", "****", "138**1234**", "**一**二**三**", "a**b**c", "** a **"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		plain, bold := ReadEmphasis(typed)
		done := 0
		for _, r := range bold {
			assert.True(t, done <= r.Start && r.Start < r.End && r.End <= len(plain), "%q: %v", typed, bold)
			done = r.End
		}
		if again, ok := Emphasize(plain, bold); ok {
			assert.Equal(t, typed, again)
		}
	})
}

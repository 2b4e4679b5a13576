package web

import (
	"slices"

	"nianbao/internal/check"
	"nianbao/internal/form"
	"nianbao/internal/verdict"
)

// sinceView is what has become of the findings since the report was changed, here or in its file.
type sinceView struct {
	Mended, Fresh []string
	Left          int
}

func (v *sinceView) isNothing() bool { return len(v.Mended)+len(v.Fresh)+v.Left == 0 }

// since compares what was found in two versions of a file.
func since(before, now verdict.Outcome) *sinceView {
	v := &sinceView{}
	left := map[subject]int{}
	for _, f := range now.Findings {
		left[subjectOf(f)]++
	}
	for _, f := range before.Findings {
		if left[subjectOf(f)] > 0 {
			left[subjectOf(f)]--
			v.Left++
			continue
		}
		v.Mended = append(v.Mended, f.Message)
	}
	for _, f := range slices.Backward(now.Findings) { // what is left over are the last ones
		if left[subjectOf(f)] > 0 {
			left[subjectOf(f)]--
			v.Fresh = append(v.Fresh, f.Message)
		}
	}
	slices.Reverse(v.Fresh)
	return v
}

// subject is what a finding is on, whatever stands there.
type subject struct {
	rule, section string
	key           form.Key
}

func subjectOf(f check.Finding) subject {
	s := subject{rule: f.Rule, key: f.Cells[0].Key}
	if f.Text != nil {
		s.section = f.Text.Section
	}
	return s
}

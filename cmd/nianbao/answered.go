package main

import (
	"strings"

	"nianbao/internal/model"
	"nianbao/internal/verdict"
)

// answered keeps which explanations have found no finding so far.
type answered struct{ open []model.Answer }

func newAnswered(answers []model.Answer) *answered {
	return &answered{append([]model.Answer{}, answers...)}
}

func (a *answered) take(o verdict.Outcome) {
	if len(a.open) == 0 {
		return
	}
	numbers := map[string]bool{}
	for _, f := range o.Findings {
		numbers[f.Number()] = true
	}
	rest := a.open[:0]
	for _, answer := range a.open {
		if !numbers[strings.ToUpper(answer.Number)] {
			rest = append(rest, answer)
		}
	}
	a.open = rest
}

func (a *answered) tell(to *stream) {
	for _, answer := range a.open {
		to.say("说明里的编号%s没有对上任何问题：数字改过的，说明就失效了；也请核对编号。\n", answer.Number)
	}
}

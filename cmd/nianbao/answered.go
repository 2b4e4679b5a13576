package main

import (
	"strings"

	"nianbao/internal/model"
	"nianbao/internal/verdict"
)

// answered keeps which explanations have found no finding so far.
type answered struct {
	answers []model.Answer
	open    map[string]bool // by the numbers of the findings
}

func newAnswered(answers []model.Answer) *answered {
	a := &answered{answers, map[string]bool{}}
	for _, answer := range answers {
		a.open[model.NumberOf(answer.Number)] = true
	}
	return a
}

func (a *answered) take(o verdict.Outcome) {
	if len(a.open) == 0 {
		return
	}
	for _, number := range o.Numbers() {
		delete(a.open, number)
	}
}

func (a *answered) tell(to *stream) {
	for _, answer := range a.answers {
		if !answer.Explains() {
			to.say("说明里的编号%s只写了“%s”，没有说明情况，不算，请写明。\n", answer.Number, strings.TrimSpace(answer.Text))
			continue
		}
		if a.open[model.NumberOf(answer.Number)] {
			to.say("说明里的编号%s没有对上任何问题：数字、文字改过的，换了单位、年度的，说明就失效了；也请核对编号。\n", answer.Number)
		}
	}
}

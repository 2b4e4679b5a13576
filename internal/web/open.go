package web

import (
	"fmt"
	"net/http"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

// openView is what somebody brought to a report and was not taken, for people to decide on.
type openView struct {
	Told   string // a sentence or a few
	Target string // the id of the figure that it is on; "" for none
	Due    string // what stands there if it is taken after all; "" where nobody knows
}

// newOpen is what is open on a figure of a report. A sum is none to decide on: it follows from what it adds up.
func newOpen(r *model.Report, told string, key form.Key, due string) openView {
	o := openView{Told: told}
	if key != "" && !isComputed(r, key) {
		o.Target, o.Due = "c-"+string(key), due
	}
	return o
}

// judged is the verdict on a report in a sentence, with how much there is still to be decided on: a report that has such is not done, whatever
// is found in it.
func judged(e entryView, open int) (sentence, state string) {
	sentence, state = sentenceOf(e.Counts), e.State
	if open == 0 {
		return sentence, state
	}
	if state == "pass" {
		state = "query"
	}
	return sentence + fmt.Sprintf("；另有%d处没有取的，请您决定", open), state
}

// stillOpen is the verdict on a report that passes, in a sentence, where there is something to be answered or decided on; "" elsewhere.
func (d *desk) stillOpen(one *inHand) string {
	if told, state := judged(newEntry(one), len(d.byHand(one))+len(one.untaken())); state == "query" {
		return told
	}
	return ""
}

// decided leaves a report as it stands, whatever else was brought to it.
func (d *desk) decided(r *http.Request) (answer, error) {
	defer d.lock()()
	one, err := d.find(r)
	if err != nil {
		return answer{}, err
	}
	one.slips = nil
	for i := range one.versions {
		one.versions[i].taken = nil
	}
	return answer{view: one.path(), told: "都照填报表里的"}, nil
}

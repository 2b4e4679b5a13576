package web

import (
	"fmt"
	"net/http"
	"slices"
	"strconv"
)

// drop puts a report out of hand.
func (d *desk) drop(one *inHand) {
	d.hand = slices.DeleteFunc(d.hand, func(other *inHand) bool { return other == one })
	d.changed()
}

func (d *desk) close(r *http.Request) (answer, error) {
	defer d.lock()()
	one, err := d.find(r)
	if err != nil {
		return answer{}, err
	}
	gone := one.name
	if one.checked.Err == nil {
		d.drop(one)
	} else if d.dropUnread(one); slices.Contains(d.hand, one) {
		d.takeWaiting()
		return answer{view: one.path(), told: "“" + gone + "”已经拿走，换回了以前的“" + one.name + "”"}, nil
	}
	next := "/start"
	if len(d.hand) > 1 { // they are looked at together
		next = "/reports"
	}
	return answer{view: next, told: "“" + gone + "”已经拿走"}, nil
}

// dropUnread puts a file out of hand that cannot be read: what it came in place of stands again.
func (d *desk) dropUnread(one *inHand) {
	if one.mayGoBack() {
		d.goBack(one)
		one.before = nil // nobody changed anything
	} else {
		d.drop(one)
	}
}

// closeUnread puts all files out of hand that cannot be read.
func (d *desk) closeUnread(*http.Request) (answer, error) {
	defer d.lock()()
	closed := 0
	for _, one := range slices.Clone(d.hand) {
		if one.checked.Err != nil {
			d.dropUnread(one)
			closed++
		}
	}
	d.takeWaiting()
	return answer{view: "/reports", told: fmt.Sprintf("读不了的%d份已经拿走", closed)}, nil
}

// clear puts everything out of hand. The request says how many numbers were given, so that they go on from there where nothing of what was
// cleared is sent to another desk.
func (d *desk) clear(r *http.Request) (answer, error) {
	defer d.lock()()
	if given, err := strconv.Atoi(r.URL.Query().Get("numbers")); err == nil {
		d.numbers = max(d.numbers, given)
	}
	d.hand, d.last, d.former, d.office, d.year, d.waiting = nil, nil, false, officeFiles{}, 0, nil // fonts stay
	d.checkAgain()
	return answer{view: "/start", told: "手里的文件都拿走了"}, nil
}

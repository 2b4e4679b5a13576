package check_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/check"
)

// What was read of a text is told so that it can be understood without knowing how it was compared.
func TestReadText(t *testing.T) {
	upheld := []check.Entry{{Key: "disputes.review.upheld", Typed: "2"}, {Key: "disputes.review.total", Typed: "2"}}
	for _, c := range []struct{ why, text, words, name, held string }{
		{"a number of the table", "因政府信息公开引发行政复议2件。", "2件", "行政复议", "与表相符"},
		{"another number", "因政府信息公开引发行政复议3件。", "3件", "行政复议", "与表不符，表中是2"},
		{"one result of all: there is no other", "因政府信息公开引发行政复议2件，均获维持。", "均获维持", "", "就是说行政复议“结果维持”以外的结果为0，与表相符"},
	} {
		in := check.Case{Set: append(upheld, check.Entry{Key: "narrative.overview", Typed: c.text})}.Input()
		var said []check.Said
		for _, s := range check.ReadText(in) {
			if s.Section == "一、总体情况" {
				said = append(said, s.Said...)
			}
		}
		if assert.NotEmpty(t, said, c.why) {
			assert.Equal(t, check.Said{Words: c.words, Name: c.name, Held: c.held}, said[len(said)-1], c.why)
		}
	}
}

package model

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/form"
)

func TestUnread(t *testing.T) {
	for _, test := range []struct {
		why, typed, text string
		fault            Fault
		printed          string
	}{
		{"a text", " 清溪镇 ", " 清溪镇 ", Sound, " 清溪镇 "},
		{"an error value", " #REF! ", "#REF!", ErrorValue, "【读不出：#REF!】"},
		{"one that is written again", "【读不出：#REF!】", "#REF!", Marked, "【读不出：#REF!】"},
		{"one that holds something else than it shows", "【读不出：5（存的是5000）】", "5（存的是5000）", Marked, "【读不出：5（存的是5000）】"},
		{"a mark in a sentence", "表中标着【读不出：5】。", "表中标着【读不出：5】。", Sound, "表中标着【读不出：5】。"},
		{"a sentence about an error", "更正了#REF!。", "更正了#REF!。", Sound, "更正了#REF!。"},
		{"a number sign", "#1", "#1", Sound, "#1"},
	} {
		f := ReadField(test.typed, Place{Ref: "A1"})
		assert.Equal(t, Field{Text: test.text, Place: Place{Ref: "A1"}, Unread: Unread{Fault: test.fault}}, f, test.why)
		assert.Equal(t, test.printed, f.Printed(), test.why)
		assert.Equal(t, f.IsUnread(), ReadField(f.Printed(), Place{}).IsUnread(), "%s: it stays what it is", test.why)
	}
	p := Paragraph{Text: "5", Unread: Unread{Fault: Disguised, Stored: "5000"}}
	assert.Equal(t, "【读不出：5（存的是5000）】", p.Printed())
	v := Value{State: Unreadable, Text: "5", Stored: "5000"}
	assert.Equal(t, "5（存的是5000）", v.Printed())
	assert.Equal(t, Unreadable, ParseFigure(form.Count, v.Printed()).State)
}

// Nothing takes what is unread for a text: it is no field, no paragraph is filled in, and a placeholder says what it is.
func TestUnreadIsNoText(t *testing.T) {
	r := New(form.Editions()[0])
	r.Fields["unit.name"] = ReadField("#NAME?", Place{})
	r.Fields["unit.phone"] = Field{Text: "1.23E+19", Unread: Unread{Fault: CutOff}}
	assert.Empty(t, r.Unit())
	assert.Equal(t, "【读不出：#NAME?】", r.PrintedField("unit.name"))
	filled, open := r.FillIn("电话{{电话}}")
	assert.Empty(t, open)
	assert.Equal(t, "电话【读不出：1.23E+19】", filled)
	assert.Equal(t, "【读不出：={{单位}}】", r.PrintedParagraph(Paragraph{Text: "={{单位}}", Unread: Unread{Fault: NoResult}}))
	before := r.Digest()
	r.Fields["unit.name"] = Field{Text: "#NAME?"}
	assert.NotEqual(t, before, r.Digest(), "a text and what is none are not the same report")
}

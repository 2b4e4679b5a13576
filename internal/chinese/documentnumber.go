package chinese

import (
	"strings"
	"unicode/utf8"
)

// DocumentNumber is a document's number in a text: 国办函〔2020〕109号.
type DocumentNumber struct {
	Issuer, Year, Serial string // 国办函, 2020, 109
	Opener, Closer       rune   // the brackets about the year
	Ordinal              bool   // 第 stands before the serial number
	Start, OpenerAt, End int    // bytes
}

// DocumentNumbers lists the documents' numbers in a text, whatever brackets they have. Numbers of court cases, where the
// year stands in front, are none.
func DocumentNumbers(text string) []DocumentNumber {
	var list []DocumentNumber
	for at := range Indexes(text, "号") {
		if n, ok := readDocumentNumber(text, at); ok {
			list = append(list, n)
		}
	}
	return list
}

const (
	yearOpeners = "〔（([［【〈"
	yearClosers = "〕）)]］】〉"
)

func readDocumentNumber(text string, at int) (n DocumentNumber, ok bool) {
	start := digitsStart(text, at)
	n.Serial, n.End = text[start:at], at+len("号")
	before, ordinal := strings.CutSuffix(text[:start], "第")
	n.Ordinal = ordinal
	closer, size := utf8.DecodeLastRuneInString(before)
	if n.Serial == "" || !IsOneOf(closer, yearClosers) {
		return n, false
	}
	yearEnd := len(before) - size
	yearStart := digitsStart(text, yearEnd)
	n.Closer, n.Year = closer, text[yearStart:yearEnd]
	opener, size := utf8.DecodeLastRuneInString(text[:yearStart])
	if len(n.Year) != 4 || !IsOneOf(opener, yearOpeners) {
		return n, false
	}
	n.Opener, n.OpenerAt = opener, yearStart-size
	n.Start = n.OpenerAt
	for n.Start > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:n.Start])
		if !IsHan(r) {
			break
		}
		n.Start -= size
	}
	for _, issuer := range []string{"国办", "国发", "国函"} {
		if i := strings.LastIndex(text[n.Start:n.OpenerAt], issuer); i > 0 {
			n.Start += i // 按照国办函……
			break
		}
	}
	n.Issuer = text[n.Start:n.OpenerAt]
	return n, n.Issuer != ""
}

func digitsStart(text string, end int) int {
	for end > 0 && text[end-1] >= '0' && text[end-1] <= '9' {
		end--
	}
	return end
}

// Standard is the number as official documents write it.
func (n DocumentNumber) Standard() string {
	return n.Issuer + "〔" + n.Year + "〕" + n.Serial + "号"
}

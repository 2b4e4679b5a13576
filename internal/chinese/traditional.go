package chinese

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed traditional.txt
var traditionalLetters string

// simplified finds the letter that a traditional one is written for, 0 for others. All that are known here are common characters.
var simplified = sync.OnceValue(func() *[LastHan - FirstHan + 1]uint16 {
	var letters [LastHan - FirstHan + 1]uint16
	for line := range strings.Lines(traditionalLetters) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for group := range strings.FieldsSeq(line) {
			letter, size := utf8.DecodeRuneInString(group)
			for _, r := range group[size:] {
				letters[r-FirstHan] = uint16(letter)
			}
		}
	}
	return &letters
})

// Simplified is the letter that a traditional one is written for; ok is false for all others.
func Simplified(r rune) (letter rune, ok bool) {
	if r < FirstHan || r > LastHan {
		return 0, false
	}
	letter = rune(simplified()[r-FirstHan])
	return letter, letter != 0
}

// mostOfReading bounds the letters of a reading in brackets.
const mostOfReading = 8

// ReadingIn is how many bytes the reading of a letter in brackets takes at the beginning of a text, 公(gōng)开; 0 if there is none.
func ReadingIn(text string) int {
	if !StartsWithAny(text, []string{"(", "（"}) {
		return 0
	}
	inner := strings.TrimPrefix(strings.TrimPrefix(text, "("), "（")
	count := 0
	for i, r := range inner {
		switch {
		case (r == ')' || r == '）') && count > 0:
			return len(text) - len(inner) + i + utf8.RuneLen(r)
		case count < mostOfReading && (r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || IsOneOf(r, "āáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňɡê")):
			count++
		default:
			return 0
		}
	}
	return 0
}

// FoldTraditional reads traditional letters as the simplified ones that they are written for, and leaves out the readings in brackets
// behind letters.
func FoldTraditional(text string) Folded {
	var b folder
	for i, r := range text {
		if i < b.done {
			continue
		}
		switch size := 0; {
		case (r == '(' || r == '（') && (IsHan(runeBefore(text, i)) || i > 0 && i == b.done): // behind the last letter or its first reading
			if size = ReadingIn(text[i:]); size > 0 {
				b.read(text, i, i+size, r, "")
			}
		case r >= '一':
			if letter, ok := Simplified(r); ok {
				b.read(text, i, i+utf8.RuneLen(r), r, string(letter))
			}
		}
	}
	return b.folded(text)
}

// CountTraditional counts the Chinese characters of a text, the traditional ones among them, and the readings in brackets.
func CountTraditional(text string) (all, traditional, readings int) {
	before := rune(0)
	for i, r := range text {
		switch {
		case IsHan(r):
			all++
			if _, ok := Simplified(r); ok {
				traditional++
			}
		case (r == '(' || r == '（') && IsHan(before) && ReadingIn(text[i:]) > 0:
			readings++
		}
		before = r
	}
	return all, traditional, readings
}

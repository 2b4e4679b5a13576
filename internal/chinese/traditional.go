package chinese

import (
	_ "embed"
	"slices"
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

// alsoSimplified are letters of the list that texts in simplified letters have as well: 通用规范汉字表 (2013) or GB 2312—1980 holds them, or a
// place is called by them (濛阳).
const alsoSimplified = "於麽祕苧摺拚捱麴榘醣菸濛"

// keptInNames are older forms that people and places keep in their names.
const keptInNames = "鍾後峯傑湧淩崑鉅雋勳嶽儁勣犛"

// surelyTraditional is how many letters that no simplified text has make all others of a text traditional, too. One makes those beside it so: 關於.
const surelyTraditional = 3

// FoldStrayTraditional reads the traditional letters in a text of simplified ones as those that are meant, but for such as may be meant themselves.
func FoldStrayTraditional(text string) Folded {
	var sure, doubtful []int // bytes
	for i, r := range text {
		switch {
		case !isTraditional(r):
		case isSurelyTraditional(r):
			sure = append(sure, i)
		default:
			doubtful = append(doubtful, i)
		}
	}
	if doubtful == nil || sure == nil {
		return foldLetters(text, sure)
	}
	letters := slices.Clone(sure)
	for _, i := range doubtful {
		_, size := utf8.DecodeRuneInString(text[i:])
		if len(sure) >= surelyTraditional || isSurelyTraditional(runeBefore(text, i)) || isSurelyTraditional(FirstRune(text[i+size:])) {
			letters = append(letters, i)
		}
	}
	slices.Sort(letters)
	return foldLetters(text, letters)
}

// isSurelyTraditional tells the letters that neither a text in simplified ones nor a name has.
func isSurelyTraditional(r rune) bool {
	return isTraditional(r) && !IsOneOf(r, alsoSimplified+keptInNames)
}

// FoldKeptInNames reads the letters that names keep as those that stand for them elsewhere.
func FoldKeptInNames(text string) Folded {
	var kept []int
	for i, r := range text {
		if r >= FirstHan && IsOneOf(r, keptInNames) {
			kept = append(kept, i)
		}
	}
	return foldLetters(text, kept)
}

// foldLetters reads the traditional letters at some bytes of a text as simplified ones.
func foldLetters(text string, at []int) Folded {
	var b folder
	for _, i := range at {
		r, size := utf8.DecodeRuneInString(text[i:])
		letter, _ := Simplified(r)
		b.read(text, i, i+size, r, string(letter))
	}
	return b.folded(text)
}

func isTraditional(r rune) bool {
	_, ok := Simplified(r)
	return ok
}

// CountTraditional counts the Chinese characters of a text, the traditional ones among them, and the readings in brackets.
func CountTraditional(text string) (all, traditional, readings int) {
	before := rune(0)
	for i, r := range text {
		switch {
		case IsHan(r):
			all++
			if isTraditional(r) {
				traditional++
			}
		case (r == '(' || r == '（') && IsHan(before) && ReadingIn(text[i:]) > 0:
			readings++
		}
		before = r
	}
	return all, traditional, readings
}

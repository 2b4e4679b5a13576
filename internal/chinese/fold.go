package chinese

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Characters that look like others, or like nothing, come into texts with what is copied from pages, PDF files and scans:
//
//	⼆ ⺠ 更            radicals and compatibility ideographs         二 民 更
//	ニ ハ エ              katakana between Chinese characters          二 八 工
//	２０２５ Ａ ﹐ ｡      characters of another width, small marks      2025 A ， 。
//	2O25 1l0 2〇25      letters and 〇 among digits                   2025 110
//	U+200B U+00AD …    what takes no room                            nothing
//	U+00A0 U+2003 …    spaces of other makes                         a space
//
// Fold puts those in their place that are meant, so that whoever reads a text need not know of them.

// Folded is a text as it is meant, and how it differs from the text as it was typed.
type Folded struct {
	Text       string
	Lookalikes []Lookalike // in order
}

// Lookalike is a character in whose place another one is read.
type Lookalike struct {
	Typed      rune
	Meant      string // one character, or "" for one that takes no room
	Start, End int    // bytes of the text as it was typed
	At         int    // where Meant stands in the folded text
}

// Fold reads look-alike characters as those that they are meant for. A text without any is given back as it is.
func Fold(text string) Folded {
	var b folder
	for i, r := range text {
		if !isSuspect(r) {
			continue
		}
		if meant, ok := meantAt(text, i, r); ok {
			b.read(text, i, i+utf8.RuneLen(r), r, meant)
		}
	}
	return b.folded(text)
}

// folder makes a folded text, from left to right.
type folder struct {
	text       strings.Builder
	done       int // bytes of the text as it was typed
	lookalikes []Lookalike
}

// read reads what is meant in the place of a stretch of the text.
func (b *folder) read(text string, start, end int, typed rune, meant string) {
	b.text.WriteString(text[b.done:start])
	b.lookalikes = append(b.lookalikes, Lookalike{Typed: typed, Meant: meant, Start: start, End: end, At: b.text.Len()})
	b.text.WriteString(meant)
	b.done = end
}

func (b *folder) folded(text string) Folded {
	if b.lookalikes == nil {
		return Folded{Text: text}
	}
	b.text.WriteString(text[b.done:])
	return Folded{Text: b.text.String(), Lookalikes: b.lookalikes}
}

// Original is the stretch of bytes in the text as it was typed that a stretch of the folded text was read from, without
// what takes no room at its edges.
func (f Folded) Original(start, end int) (from, to int) {
	from = start + f.shift(start, true)
	if end <= start {
		return from, from
	}
	return from, end + f.shift(end, false)
}

// shift is how many bytes further on a place of the folded text stood in the text as it was typed: behind characters without
// room that were left out there, or before them.
func (f Folded) shift(at int, behind bool) int {
	beyond := sort.Search(len(f.Lookalikes), func(i int) bool {
		l := f.Lookalikes[i]
		if l.Meant == "" && l.At == at {
			return !behind
		}
		return l.At+len(l.Meant) > at
	})
	if beyond == 0 {
		return 0
	}
	last := f.Lookalikes[beyond-1]
	return last.End - last.At - len(last.Meant)
}

// isSuspect is quick, and true of all characters that Fold may have something to say about.
func isSuspect(r rune) bool {
	switch {
	case r < 0x80:
		return r == 'O' || r == 'o' || r == 'l' || r == 'I' || r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0x7f
	case r >= FirstHan && r <= LastHan, r >= '\u2010' && r <= '\u2027', r == utf8.RuneError:
		return false
	}
	return !IsOneOf(r, "，。、；：！？（）《》〈〉〔〕【】％")
}

// meantAt is what is meant by the character r that stands at a byte of the text; ok is false for a character that is meant itself.
func meantAt(text string, at int, r rune) (meant string, ok bool) {
	before, after := runeBefore(text, at), FirstRune(text[at+utf8.RuneLen(r):])
	switch {
	case IsOneOf(r, lettersLikeZero+lettersLikeOne+"〇○"):
		if meant = digitMeant(text, at, r); meant != "" {
			return meant, true
		}
	case takesNoRoom(r):
		return "", !isFormed(before)
	case unicode.Is(unicode.Zs, r) && r != ' ' && r != '\u3000':
		return " ", true
	case r == '．':
		return ".", isDigit(before) && isDigit(after)
	case likeHan[r] != "":
		return likeHan[r], (IsHan(before) || IsHan(after)) && !isOtherLetter(before) && !isOtherLetter(after)
	}
	if m := meantFor(r); m != r {
		return string(m), true
	}
	return "", false
}

// takesNoRoom tells the characters that are not seen; \t and the ends of lines are seen, and so are variants of ideographs,
// which names ask for.
func takesNoRoom(r rune) bool {
	return unicode.Is(unicode.Cf, r) || r >= '\ufe00' && r <= '\ufe0f' || r == '\u034f' || r == '\u115f' || r == '\u3164' ||
		unicode.IsControl(r) && r != '\t' && r != '\n' && r != '\r' && r != '\u0085'
}

// Visible is a text without what takes no room.
func Visible(text string) string {
	if strings.IndexFunc(text, takesNoRoom) < 0 {
		return text
	}
	return strings.Map(func(r rune) rune {
		if takesNoRoom(r) {
			return -1
		}
		return r
	}, text)
}

// isFormed is true of characters whose form may hang on what takes no room behind them: letters of other scripts, and signs.
func isFormed(r rune) bool {
	return isOtherLetter(r) && !unicode.Is(unicode.Latin, r) || unicode.Is(unicode.M, r) || unicode.Is(unicode.So, r) && r != utf8.RuneError && meantFor(r) == r
}

// isOtherLetter tells the letters of all scripts but Chinese characters.
func isOtherLetter(r rune) bool { return unicode.IsLetter(r) && !IsHan(r) }

// Unified is the Chinese character that looks like a radical or a compatibility ideograph, which have codes of their own; r itself for all others.
func Unified(r rune) rune {
	switch {
	case r >= '⺀' && r <= '⻳':
		return supplement[r-'⺀']
	case r >= '⼀' && r <= '⿕', r >= '\uf900' && r <= '\ufaff', r >= '\U0002f800' && r <= '\U0002fa1f':
		return FirstRune(norm.NFKC.String(string(r)))
	}
	return r
}

// meantFor is the character that another one is meant for wherever it stands; r itself for most.
func meantFor(r rune) rune {
	if u := Unified(r); u != r {
		return u
	}
	switch {
	case r >= '𝐀' && r <= '𝚣', r >= '𝟎' && r <= '𝟿': // letters and digits of formulas
		return FirstRune(norm.NFKC.String(string(r)))
	case r >= '０' && r <= '９', r >= 'Ａ' && r <= 'Ｚ', r >= 'ａ' && r <= 'ｚ', r == '＠':
		return r - '！' + '!'
	}
	if m, ok := otherMarks[r]; ok {
		return m
	}
	return r
}

// supplement is what stands for the characters of the block of radicals from U+2E80 on (EquivalentUnifiedIdeograph.txt of
// Unicode), themselves where nothing does.
var supplement = []rune("⺀厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵⺚旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟")

// otherMarks are marks of another width or place than those of running text.
var otherMarks = map[rune]rune{
	'﹐': '，', '﹑': '、', '﹒': '.', '﹔': '；', '﹕': '：', '﹖': '？', '﹗': '！', '﹙': '（', '﹚': '）', '﹪': '%',
	'︐': '，', '︑': '、', '︒': '。', '︓': '：', '︔': '；', '︕': '！', '︖': '？',
	'｡': '。', '､': '、', '｢': '「', '｣': '」',
}

// Letters that are typed for digits: Latin, then Cyrillic and Greek.
const (
	lettersLikeZero = "OoＯｏОоΟο"
	lettersLikeOne  = "lIｌＩ"
)

// digitMeant reads a letter or 〇 among digits: in a word that begins with a digit and has nothing but digits and such letters
// in it (2O25年, 10O条), or an O alone before what is counted (收到O件). It is "" for O2O, 5G and what stands in addresses.
func digitMeant(text string, at int, r rune) string {
	size := utf8.RuneLen(r)
	before, after := runeBefore(text, at), FirstRune(text[at+size:])
	if IsOneOf(r, "〇○") {
		if isDigit(before) && isDigit(after) {
			return "0"
		}
		return ""
	}
	start, end, ok := wordAround(text, at)
	begun, alone := isDigit(FirstRune(text[start:])), end-start == size
	switch {
	case !ok:
	case IsOneOf(r, lettersLikeZero):
		if begun || alone && IsHan(before) && IsOneOf(after, "件条份宗起次") {
			return "0"
		}
	case begun && (at+size < end || IsOneOf(after, "年月日件条份宗起次")):
		return "1"
	}
	return ""
}

// mostOfWord bounds the letters and digits that are looked at on either side of a letter.
const mostOfWord = 12

// wordAround is the word of digits and letters like them in which a letter stands; ok is false if other letters, or the signs
// of addresses, are beside it.
func wordAround(text string, at int) (start, end int, ok bool) {
	start, end = at, at
	var before, after rune
	for count := 0; start > 0 && count < mostOfWord; count++ {
		r, size := utf8.DecodeLastRuneInString(text[:start])
		if before = r; !isDigitLike(r) {
			break
		}
		start -= size
	}
	for i, r := range text[at:] {
		end = at + i
		if after = r; !isDigitLike(r) || i > mostOfWord*utf8.UTFMax {
			break
		}
		end += utf8.RuneLen(r)
	}
	isPart := func(r rune) bool { return isOtherLetter(r) || IsOneOf(r, "/@_=?&#") }
	return start, end, (start == 0 || !isPart(before)) && (end == len(text) || !isPart(after))
}

func isDigitLike(r rune) bool { return isDigit(r) || IsOneOf(r, lettersLikeZero+lettersLikeOne) }

func isDigit(r rune) bool {
	_, ok := Digit(r)
	return ok
}

func runeBefore(text string, at int) rune {
	r, _ := utf8.DecodeLastRuneInString(text[:at])
	return r
}

// likeHan are katakana, and the Chinese characters that they look like.
var likeHan = map[rune]string{'ニ': "二", 'ハ': "八", 'エ': "工", 'カ': "力", 'ロ': "口", 'タ': "夕", 'ト': "卜", 'ー': "一"}

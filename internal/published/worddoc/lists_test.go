package worddoc_test

import (
	"slices"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/published/page"
	"nianbao/internal/published/worddoc"
)

// level is how the numbers of a level look; in its text stand the characters U+0000 to U+0008 for numbers.
type level struct {
	start, format int
	plain         bool
	text          string
}

func (l level) bytes() []byte {
	units := utf16.Encode([]rune(l.text))
	fixed := make([]byte, 28)
	copy(fixed, u32(l.start))
	fixed[4] = byte(l.format)
	if l.plain {
		fixed[5] = 4
	}
	fixed[24], fixed[25] = 3, 2 // properties that lie between
	b := slices.Concat(fixed, make([]byte, 5), u16(len(units)))
	for _, u := range units {
		b = append(b, u16(int(u))...)
	}
	return b
}

const (
	listsAt    = 73
	listUsesAt = 74
	styleAt    = 1
)

// numbered is a document with one list of nine levels, and two uses of which the second begins its first level with 5.
func numbered(levels []level, stretches ...stretch) build {
	head := slices.Concat(u16(1), u32(77), make([]byte, 24))
	var all []byte
	for i := range 9 {
		l := level{}
		if i < len(levels) {
			l = levels[i]
		}
		all = append(all, l.bytes()...)
	}
	use := func(overrides byte) []byte { return append(append(u32(77), make([]byte, 8)...), overrides, 0, 0, 0) }
	uses := slices.Concat(u32(2), use(0), use(1), u32(0xFFFFFFFF), u32(0xFFFFFFFF), u32(5), u32(0x10))
	return build{stretches: stretches, after: func(document, table []byte) {
		copy(document[placesAt+8*listsAt+4:], u32(len(head))) // the levels are not counted to it
	}, named: map[int][]byte{listsAt: append(head, all...), listUsesAt: uses}}
}

// item is a paragraph of a list.
func item(text string, use, level int) stretch {
	return stretch{text: text + "\r", paragraph: slices.Concat([]byte{0x0B, 0x46}, u16(use), []byte{0x0A, 0x26, byte(level)})}
}

func TestNumbers(t *testing.T) {
	levels := []level{
		{start: 1, format: 39, text: "（\x00）"}, {start: 1, text: "\x01."}, {start: 1, format: 18, text: "\x02"},
		{start: 1, format: 37, plain: true, text: "\x00.\x03"}, {start: 1, format: 23, text: "\uF06C"},
	}
	for _, c := range []struct {
		why  string
		in   []stretch
		want []string
	}{
		{"levels", []stretch{item("甲", 1, 0), item("乙", 1, 1), item("丙", 1, 1), item("丁", 1, 2), item("戊", 1, 0), item("己", 1, 1)},
			[]string{"（一）甲", "1.乙", "2.丙", "①丁", "（二）戊", "1.己"}},
		{"goes on behind other text", []stretch{item("甲", 1, 0), {text: "乙\r"}, item("丙", 1, 0)}, []string{"（一）甲", "乙", "（二）丙"}},
		{"a use that begins anew, and then goes on", []stretch{item("甲", 1, 0), item("乙", 2, 0), item("丙", 2, 0)}, []string{"（一）甲", "（五）乙", "（六）丙"}},
		{"plain digits on all levels", []stretch{item("甲", 1, 0), item("乙", 1, 3)}, []string{"（一）甲", "1.1乙"}},
		{"none, and one that was taken away", []stretch{item("甲", 0, 0), item("乙", 0xFFFF, 0)}, []string{"甲", "乙"}},
		{"what cannot be told is told", []stretch{item("甲", 1, 4), item("乙", 9, 0), item("丙", 1, 9)},
			[]string{"甲", "乙", "丙", "有3段用了项目符号或少见的自动编号，编号没有读进来，请核对"}},
	} {
		assert.Equal(t, c.want, text(t, numbered(levels, c.in...)), c.why)
	}
}

// styleSheet has styles of a sort, number, base, name and properties.
func styleSheet(styles ...[]byte) []byte {
	sheet := slices.Concat(u16(4), u16(len(styles)), u16(10))
	for _, s := range styles {
		sheet = slices.Concat(sheet, u16(len(s)), s)
	}
	return sheet
}

func styled(sort, number, base int, name string, paragraph, characters []byte) []byte {
	s := slices.Concat(u16(number), u16(base<<4|sort), make([]byte, 6), u16(len(utf16.Encode([]rune(name)))))
	for _, u := range utf16.Encode([]rune(name)) {
		s = append(s, u16(int(u))...)
	}
	s = append(s, 0, 0)
	lists := [][]byte{append([]byte{0, 0}, paragraph...), characters}
	if isCharacters := sort == 2; isCharacters {
		lists = lists[1:]
	}
	for _, list := range lists {
		s = slices.Concat(s, u16(len(list)), list, make([]byte, len(list)%2))
	}
	return s
}

func TestStyles(t *testing.T) {
	const none, user = 4095, 4094
	hidden := []byte{0x3C, 0x08, 1}
	b := numbered([]level{{start: 1, format: 39, text: "（\x00）"}})
	b.named[styleAt] = styleSheet(
		styled(1, 0, none, "正文", nil, nil),
		styled(1, 2, 0, "标题 2", nil, nil),
		styled(1, 62, 0, "标题", nil, nil),
		styled(1, 19, 0, "目录 1", nil, nil),
		styled(1, user, 6, "编号", nil, nil), // goes on from one that stands behind it
		styled(2, user, none, "藏", nil, hidden),
		styled(1, user, 0, "草稿附页", []byte{0x0B, 0x46, 1, 0}, nil),
		styled(1, user, 8, "甲环", nil, nil), // two that go on from each other
		styled(1, user, 7, "乙环", nil, nil),
	)
	b.stretches = nil
	for i := range 10 {
		b.stretches = append(b.stretches, stretch{text: "甲\r", style: i})
	}
	b.stretches[5] = stretch{text: "乙丙\r", characters: []byte{0x30, 0x4A, 5, 0}}
	p, err := worddoc.Read(b.file())
	require.NoError(t, err)
	var kinds []page.Kind
	var texts []string
	for _, block := range p.Blocks {
		kinds = append(kinds, block.Kind)
		texts = append(texts, block.Text)
	}
	assert.Equal(t, []page.Kind{page.Plain, page.Heading, page.Title, page.Contents, page.Plain, page.Plain, page.Notes, page.Plain, page.Plain, page.Plain}, kinds)
	assert.Equal(t, []string{"甲", "甲", "甲", "甲", "（一）甲", "", "（二）甲", "甲", "甲", "甲"}, texts)
	assert.Equal(t, []string{"文档里有1处隐藏的文字，没有读进来"}, p.Asides)
}

package layout

import (
	"fmt"
	"math"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/fonts"
	"nianbao/internal/sample"
)

// song is a paragraph in the body's face.
func song(text string) []span { return []span{{Text: text, Face: fonts.Song}} }

// requireLines asserts what holds for the lines of any text in any style.
func requireLines(t *testing.T, ts *typesetter, spans []span, s style, lines []line) {
	t.Helper()
	var joined strings.Builder
	for i, l := range lines {
		joined.WriteString(l.Text)
		shown := ""
		for _, r := range l.Runs {
			require.NotNil(t, r.Font)
			require.NotEmpty(t, r.Text)
			require.Positive(t, r.Stretch)
			shown += r.Text
		}
		seen := visible(ts, l.Text)
		require.Equal(t, seen, strings.TrimRightFunc(shown, isBlank), "line %d shows something else than its text", i)
		behind := []rune(strings.Map(visibleRune, l.Text))
		if behind = behind[min(len(behind), utf8.RuneCountInString(seen)):]; i+1 < len(lines) && seen != "" && len(behind) > 0 && classOf(behind[0]) != newline {
			require.Greater(t, len(shown), len(seen), "the blank is dropped at which line %d ends, so that its last word and the next are one to who reads the file", i)
		}
		requireMeasure(t, l, s)
		requireLegible(t, l)
	}
	require.Equal(t, join(spans), joined.String(), "the lines are not the input")
}

// visible is what is to be seen of a line's text, written down without the code under test.
func visible(ts *typesetter, text string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case strings.ContainsRune("\n\r\v\f\u0085\u2028\u2029", r), invisible(r) && r != '\t':
		case r == '\t':
			b.WriteRune(' ')
		case anyFont(ts, r):
			b.WriteRune(r)
		case classOf(r) == space:
			b.WriteRune(' ')
		default:
			b.WriteRune('〓')
		}
	}
	return strings.TrimRightFunc(b.String(), isBlank)
}

func isBlank(r rune) bool { return classOf(r).blank() }

// visibleRune drops what is never seen, and keeps blanks and line breaks.
func visibleRune(r rune) rune {
	if invisible(r) && !isBlank(r) {
		return -1
	}
	return r
}

func anyFont(ts *typesetter, r rune) bool {
	_, ok := ts.fonts.Resolve(fonts.Song, r) // every face ends with it
	if !ok {
		_, ok = ts.fonts.Resolve(fonts.Kai, r)
	}
	return ok
}

// requireMeasure asserts that a line keeps within the measure, with its ink too, unless it is a single character.
func requireMeasure(t *testing.T, l line, s style) {
	t.Helper()
	count := 0
	for _, r := range l.Runs {
		count += utf8.RuneCountInString(strings.TrimFunc(strings.Map(base, r.Text), isBlank))
	}
	if count < 2 {
		return
	}
	require.LessOrEqual(t, l.Width, s.Measure+1e-6, "%q is too wide", l.Text)
	runs := slices.DeleteFunc(slices.Clone(l.Runs), func(r Run) bool { return strings.TrimFunc(r.Text, isBlank) == "" })
	last := runs[len(runs)-1]
	if r, _ := utf8.DecodeLastRuneInString(last.Text); classOf(r) == combining {
		return // a circle around a character is wider than that
	}
	require.LessOrEqual(t, runExtent(last).right, max(s.Measure, l.Width)+0.12*s.Size, "%q reaches beyond the measure", l.Text)
}

// base drops the marks that stand above and below a character.
func base(r rune) rune {
	if classOf(r) == combining {
		return -1
	}
	return r
}

// requireLegible asserts that each glyph stands where people and programs find it: behind the one before it, not under it
// (programs allow half a character).
func requireLegible(t *testing.T, l line) {
	t.Helper()
	end, ink := math.Inf(-1), math.Inf(-1)
	for _, r := range l.Runs {
		x := r.X
		for _, c := range r.Text {
			advance := float64(r.Font.Advance(c)) / 1000 * r.Size * r.Stretch
			if classOf(c) == combining {
				x += advance + r.Tracking
				end = math.Inf(-1) // it stands over the character before it
				continue
			}
			require.Greater(t, x, end-r.Size/2, "%q stands too far back in %q", c, l.Text)
			if box := inkOf(r.Font, c); box.right > 0 && c != '〓' {
				allowed := 0.09 * r.Size
				if k := classOf(c); k == dash || k == narrow {
					allowed = 0.5 * r.Size // dashes join, letters reach out where the font has it so
				}
				require.Greater(t, x+box.left*r.Size*r.Stretch, ink-allowed, "%q covers what is before it in %q", c, l.Text)
				ink = x + box.right*r.Size*r.Stretch
			}
			end = x + advance
			x = end + r.Tracking
		}
	}
}

// gapsOf returns what was added to each gap of a line, in thousandths of the type size: the most of it.
func gapsOf(l line, s style) float64 {
	most := 0.0
	for i, r := range l.Runs {
		if utf8.RuneCountInString(r.Text) > 1 && r.Stretch == 1 && !strings.HasPrefix(r.Text, "·") {
			most = max(most, r.Tracking-(s.Pitch-s.Size))
		}
		if i+1 < len(l.Runs) && l.Runs[i+1].Stretch == 1 && r.Stretch == 1 && !strings.HasSuffix(r.Text, " ") {
			end := r.X
			for _, c := range r.Text {
				end += float64(r.Font.Advance(c))/1000*r.Size + r.Tracking
			}
			if !strings.ContainsAny(r.Text+l.Runs[i+1].Text, "·") {
				most = max(most, l.Runs[i+1].X-(end-r.Tracking)-(s.Pitch-s.Size))
			}
		}
	}
	return most / s.Size * 1000
}

// randomParagraph makes a paragraph as reports have them, with more marks and numbers.
func randomParagraph(random *rand.Rand) string {
	han := []string{"政府", "信息公开", "本机关", "条例", "规范性文件", "办理", "数", "一公开", "双随机", "行政许可决定", "人民政府办公室", "的"}
	others := []string{
		"，", "，", "、", "。", "；", "：", "？", "！", "（", "）", "《", "》", "“", "”", "‘", "’", "〔", "〕", "〈", "〉", "——", "……", "·", "～",
		"2025年", "1月31日", "38件", "12.5%", "11384.8489万元", "0571-12345678", "25℃", "3条", "1,234.56", "第12条", "１２３份", "㎡", "①",
		"GB/T 9704—2012", "https://www.example.gov.cn/zwgk/index.html?id=1", "name@example.gov.cn", "PDF", " ", "A", "the public", "𬇹", "㙍", "\u200b",
	}
	var b strings.Builder
	for range 1 + random.IntN(60) {
		if random.IntN(3) == 0 {
			b.WriteString(han[random.IntN(len(han))])
		} else {
			b.WriteString(others[random.IntN(len(others))])
		}
	}
	return b.String()
}

func TestBreakLinesRandom(t *testing.T) {
	const (
		noStart = "、。，；：？！）〕》〉·%℃～"
		noEnd   = "（〔《〈“‘"
	)
	ts := newTypesetter(embedded(t))
	random := rand.New(rand.NewPCG(2026, 1))
	longWords := regexp.MustCompile(`[!-{}~]{8}`)
	filled, even, short, beside, unchecked := 0, 0, 0, 0, 0
	for range 1500 {
		text := randomParagraph(random)
		spans := song(text)
		if cut := strings.Index(text, "。"); cut > 0 {
			cut += len("。")
			spans = []span{{Text: text[:cut], Face: fonts.Kai}, {Text: text[cut:], Face: fonts.Song}}
		}
		lines := ts.breakLines(spans, body)
		requireLines(t, ts, spans, body, lines)
		place := 0
		for i, l := range lines[:len(lines)-1] {
			place += len(l.Text)
			gap := gapsOf(l, body)
			require.LessOrEqual(t, gap, maxGap+1.0, "%q", l.Text)
			filled++
			switch {
			case l.Width < body.Measure-0.01 && longWords.MatchString(l.Text+"|"+lines[i+1].Text):
				beside++ // an address or the like
			case l.Width < body.Measure-0.01:
				short++
			case gap <= maxGap:
				even++
			}
			if crowded(ts, text, place) {
				unchecked++
				continue
			}
			next := strings.TrimLeft(lines[i+1].Text, "\u200b")
			first, _ := utf8.DecodeRuneInString(next)
			last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(l.Text, " \u200b"))
			require.False(t, strings.ContainsRune(noStart, first), "%q starts a line in %q", first, text)
			require.False(t, strings.ContainsRune(noEnd, last), "%q ends a line in %q", last, text)
			require.False(t, digit(first) && last == rune(l.Text[len(l.Text)-1]) && digit(last), "a number is broken in %q", text)
			if first == last && (first == '—' || first == '…') {
				row := len(l.Text) - len(strings.TrimRight(l.Text, string(first)))
				require.Zero(t, row/utf8.RuneLen(first)%2, "—— or …… is broken in %q", text)
			}
		}
	}
	assert.Less(t, float64(unchecked)/float64(filled), 0.2, "most lines are checked")
	assert.Less(t, float64(beside)/float64(filled), 0.2, "in a text half of which are addresses and long numbers")
	assert.Less(t, float64(short)/float64(filled), 0.005, "other short lines are rare, even here")
	assert.Greater(t, float64(even)/float64(filled-beside), 0.97, "most lines are even, even here")
}

// crowded tells whether what stands together around a place in the text may be longer than a line: what is there between
// two Han characters or spaces, and these.
func crowded(ts *typesetter, text string, place int) bool {
	loose := func(r rune) bool { return classOf(r) == ideograph || r == ' ' }
	start := max(0, strings.LastIndexFunc(text[:place], loose))
	end := len(text)
	if i := strings.IndexFunc(text[place:], loose); i >= 0 {
		end = place + i
	}
	return ts.width(song(text[start:end]), body) > body.Measure-body.Indent-2*body.Pitch
}

func TestBreakLines(t *testing.T) {
	ts := newTypesetter(embedded(t))
	tests := []struct {
		why  string
		text string
		want []string
	}{
		{"28 characters are a line, 26 the first", strings.Repeat("公", 26+28+5), []string{strings.Repeat("公", 26), strings.Repeat("公", 28), "公公公公公"}},
		{"no text, no line", "", nil},
		{"a paragraph that is not to be seen is a line", "\u200b\u2060", []string{"\u200b\u2060"}},
		{"blanks take no room, and are kept", "   ", []string{"   "}},
		{"27 characters: the last does not stand alone", strings.Repeat("公", 27), []string{strings.Repeat("公", 25), "公公"}},
		{"nor with a mark", strings.Repeat("公", 27) + "。", []string{strings.Repeat("公", 25), "公公。"}},
		{"a mark fits the line by half its width", strings.Repeat("公", 11) + "，" + strings.Repeat("公", 10) + "，“公” ", []string{strings.Repeat("公", 11) + "，" + strings.Repeat("公", 10) + "，“公” "}},
		{"line breaks in the text are kept, the blank line too", "甲\r\n\n乙", []string{"甲\r\n", "\n", "乙"}},
		{"a tab is a space", "甲\t乙", []string{"甲\t乙"}},
		{"a number longer than a line breaks at the measure", strings.Repeat("1", 110), []string{strings.Repeat("1", 56), strings.Repeat("1", 54)}},
		{"bytes that are no UTF-8 are kept", "甲\xff乙", []string{"甲\xff乙"}},
	}
	for _, tt := range tests {
		lines := ts.breakLines(song(tt.text), body)
		var texts []string
		for _, l := range lines {
			texts = append(texts, l.Text)
		}
		if !strings.HasPrefix(tt.text, "1") {
			assert.Equal(t, tt.want, texts, tt.why)
		}
		requireLines(t, ts, song(tt.text), body, lines)
	}
}

// A paragraph of Han characters can always be broken so that two of them are on its last line.
func TestLastLine(t *testing.T) {
	ts := newTypesetter(embedded(t))
	for count := 27; count < 120; count++ {
		for _, end := range []string{"", "。", "》。", "。”）"} {
			lines := ts.breakLines(song(strings.Repeat("公", count)+end), body)
			last := lines[len(lines)-1].Text
			assert.GreaterOrEqual(t, strings.Count(last, "公"), 2, "%d characters and %q", count, end)
			for _, l := range lines[:len(lines)-1] {
				assert.LessOrEqual(t, gapsOf(l, body), float64(maxGap))
			}
		}
	}
}

func TestWidth(t *testing.T) {
	ts := newTypesetter(embedded(t))
	random := rand.New(rand.NewPCG(7, 7))
	for range 500 {
		text := strings.TrimLeft(randomParagraph(random), " ")
		s := style{Size: 10.5, Pitch: 10.5}
		s.Measure = ts.width(song(text), s)
		lines := ts.breakLines(song(text), s)
		require.Len(t, lines, 1, "%q is as wide as it says", text)
		require.InDelta(t, s.Measure, lines[0].Width, 1e-9)
	}
	assert.InDelta(t, 2*10.5, ts.width(song("公开"), style{Size: 10.5}), 1e-9, "no pitch is the size")
	assert.Zero(t, ts.width(song(" \u200b\n"), style{Size: 10.5}))
}

// No line depends on what was set before.
func TestBreakLinesAgain(t *testing.T) {
	set := embedded(t)
	used := newTypesetter(set)
	random := rand.New(rand.NewPCG(3, 3))
	for range 200 {
		text := randomParagraph(random)
		want := newTypesetter(set).breakLines(song(text), body)
		require.Equal(t, want, used.breakLines(song(text), body))
	}
}

func TestLacking(t *testing.T) {
	ts := newTypesetter(embedded(t))
	lines := ts.breakLines([]span{{Text: "\U0001F600甲\uE123", Face: fonts.Kai}, {Text: "\uE123乙\U0001F600\u200d\ufe0f\U0001F601", Face: fonts.Song}}, body)
	assert.Equal(t, []rune{'\U0001F600', '\uE123', '\U0001F601'}, ts.lacking, "each once, in order")
	shown := ""
	for _, r := range lines[0].Runs {
		shown += r.Text
	}
	assert.Equal(t, "〓甲〓〓乙〓〓", shown)
}

// FuzzBreakLines sets any text to any measure.
func FuzzBreakLines(f *testing.F) {
	for _, text := range []string{"", "甲，“乙”", "12.5%", "\xff\u0301\u200d", "a\r\nb", "——————", "（（（（（", "https://a.b/c?d=e", "‘’“”", "\U0001F468\u200d\U0001F469", "   \u0301", "ffff"} {
		f.Add(text, 442.2, 31.58, -0.21, true)
		f.Add(text, 10.0, 0.0, 0.0, false)
	}
	set := embedded(f)
	f.Fuzz(func(t *testing.T, text string, measure, indent, tracking float64, justify bool) {
		if len(text) > 2000 {
			return
		}
		bounded := func(x, most float64) float64 {
			if math.IsNaN(x) || math.IsInf(x, 0) {
				return 0
			}
			return math.Mod(x, most)
		}
		s := style{Size: 16, Pitch: 16 + bounded(tracking, 0.5), Measure: math.Abs(bounded(measure, 1000)), Justify: justify}
		s.Indent = math.Abs(bounded(indent, 40))
		if s.Measure < s.Indent+40 {
			s.Indent = 0
		}
		ts := newTypesetter(set)
		cut := len(text) / 2
		for cut > 0 && !utf8.RuneStart(text[cut]) {
			cut--
		}
		spans := []span{{Text: text[:cut], Face: fonts.Kai}, {Text: text[cut:], Face: fonts.Song}}
		lines := ts.breakLines(spans, s)
		requireLines(t, ts, spans, s, lines)
	})
}

// TestGoldenLines shows how paragraphs are broken: what was added to each gap, in thousandths of the type size, and the line.
func TestGoldenLines(t *testing.T) {
	paragraphs := []struct{ why, text string }{
		{"marks alone", "，。、；：？！”’）〕》，。、；：？！”’）〕》，。、；：？！”’）〕》，。、；：？！”’）〕》，。、；：？！”’）〕》，。、；：？！”’）〕》，。、；：？！”’）〕》"},
		{"opening marks alone", strings.Repeat("（《“", 30)},
		{"quotes in quotes", "会议提出“要把‘双随机、一公开’作为‘放管服’改革的抓手”，“‘《条例》’”一词出现了三次；“网上办”“马上办”“一次办”的事项又增加了12项，《“互联网＋监管”办法》《〈条例〉解读》已经公布。"},
		{"dashes and dots", "公开是常态——不公开是例外——这是原则……凡是没有法律依据的不公开理由都不能成立，2019—2021年的老文件也一样，10～20件不等。"},
		{"numbers with units", "全年作出行政许可决定27732件、行政处罚决定4068件，收取行政事业性收费11384.8489万元，同比增长12.56%，人均3.5元，气温25℃，面积120㎡，依据国办公开办函〔2021〕30号第3条，共１２３份、三十余件、5万元。"},
		{"a number of 200 digits", "编号" + strings.Repeat("0123456789", 20) + "的申请。"},
		{"addresses", "本报告可在人民政府网站（https://www.example.gov.cn/zwgk/xxgkml/zfxxgknb/2025/index.html?id=20260120&type=1#download）下载，邮箱：zhengwugongkai_office@example.gov.cn，电话：0571-12345678，标准GB/T 9704—2012、PDF/TXT。"},
		{"an English sentence", "The Regulation on Open Government Information came into force on May 15, 2019, and it doesn’t apply to “state secrets” or to other information as defined by law. Residents may apply in writing, by letter, fax or e-mail."},
		{"rare characters", "牂牁江畔的堽城、垟心、崾岘、硚口、磜头、圳边、塅上、圩场，㙍、㵲、䢺、𬇹、𫭼、𬭚等地名用字都在；阿依古丽·买买提、诺尔布·扎西任信息员。"},
		{"numbering", "1.属于国家秘密；2.其他法律行政法规禁止公开；（3）危及“三安全一稳定”；①第一类②第二类。"},
	}
	styles := []struct {
		why string
		style
	}{
		{"body", body},
		{"cell of 120 points", style{Size: 10.5, Pitch: 10.5, Measure: 120}},
	}
	var b strings.Builder
	for _, s := range styles {
		for _, p := range paragraphs {
			ts := newTypesetter(embedded(t))
			lines := ts.breakLines(song(p.text), s.style)
			requireLines(t, ts, song(p.text), s.style, lines)
			fmt.Fprintf(&b, "%s, %s\n", p.why, s.why)
			for _, l := range lines {
				fmt.Fprintf(&b, "%7.2f %+4.0f  %s\n", l.Width, gapsOf(l, s.style), l.Text)
			}
			b.WriteString("\n")
		}
	}
	sample.Golden(t, sample.Path(t, "testdata/layout/lines.golden"), b.String())
}

// BenchmarkBreakLines sets 24,000 characters in paragraphs of 340.
func BenchmarkBreakLines(b *testing.B) {
	sentence := "2025年，清溪镇人民政府认真贯彻落实《中华人民共和国政府信息公开条例》（以下简称《条例》），深入推进“双随机、一公开”监管，主动公开政府信息1234条，其中，规范性文件12件，行政许可处理决定数量256件。"
	paragraph := song(strings.Repeat(sentence, 3))
	count := 24_000 / utf8.RuneCountInString(paragraph[0].Text)
	set := embedded(b)
	for b.Loop() {
		ts := newTypesetter(set)
		for range count {
			ts.breakLines(paragraph, body)
		}
	}
}

// A typesetter that serves the next report sets a line as a new one does, and tells of it what lacks in it; it does not know ever more lines.
func TestLinesKnownFromReportsBefore(t *testing.T) {
	const lacking = "甲\U000F0000"
	set := embedded(t)
	known, least := newTypesetter(set), style{Size: 9, Pitch: 9, Tabular: true}
	for range 2 {
		for _, text := range []string{"0", "1,024.5", "行政规范性文件（续）", "", lacking, "0"} {
			for _, s := range []style{{Size: 9, Pitch: 9}, least, {Size: 12, Pitch: 12}} {
				assert.Equal(t, newTypesetter(set).lineOf(text, fonts.Song, s), known.lineOf(text, fonts.Song, s), "%q in %v", text, s)
			}
		}
		assert.Equal(t, []rune{'\U000F0000'}, known.lacking)
		clear(known.lacks)
		known.lacking = nil
	}
	for i := range 2 * mostLinesKnown {
		known.lineOf(fmt.Sprint(i), fonts.Song, least)
	}
	assert.LessOrEqual(t, len(known.lines), mostLinesKnown)
	assert.Equal(t, newTypesetter(set).lineOf("0", fonts.Song, least), known.lineOf("0", fonts.Song, least))
}

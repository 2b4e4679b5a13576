package layout

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// opportunitiesIn writes a text with its opportunities in it: | freely, ^ softly, ! poorly, * torn, # wrongly, / must.
func opportunitiesIn(ts *typesetter, text string, s style) string {
	p := ts.read(song(text), s)
	p.space()
	p.findOpportunities(&ts.segmenter)
	var b strings.Builder
	start := 0
	for i, c := range p.cells {
		if i > 0 && c.opportunity != never {
			b.WriteString(text[start:c.start])
			start = c.start
			b.WriteString([...]string{freely: "|", softly: "^", poorly: "!", torn: "*", wrongly: "#", must: "⏎"}[c.opportunity])
		}
	}
	return b.String() + text[start:]
}

func TestOpportunities(t *testing.T) {
	wide := style{Size: 10, Measure: 1000}
	narrowCell := style{Size: 10, Measure: 30}
	tests := []struct {
		why  string
		want string // the text is the same without the marks
		style
	}{
		{"between Han characters", "公|开", wide},
		{"marks that close stay with what is before them, marks that open with what follows", "公，|（开）。|《公》、|〔开〕；|“公”：|‘开’？|公！", wide},
		{"quotes beside digits and Latin letters", "有|12|“项”|3|“A”|公", wide},
		{"quotes between quotes", "“‘公’”|“开”", wide},
		{"a space behind an opening mark does not part it from its text", "公|（ 开|“ 公", wide},
		{"dashes and dots are not split", "公|——|开……|公", wide},
		{"rows of them are, in twos", "公|——!——|开……!……|公", wide},
		{"a dash of one em joins", "北—|南", wide},
		{"· stays with the first part of a name", "买|买|提·|扎|西", wide},
		{"/ neither ends nor starts a line", "和/或|和／或", wide},
		{"numbers with decimals, thousands and signs", "11384.8489|和|1,234.56|和-5|和|12:30|和|1/2|和|0571-12345678", wide},
		{"percent and degrees", "12.5%|公|12.5％|公|5‰|和|25℃|公", wide},
		{"units follow if they can", "12!件|3!万!元|5!余!项|2025!年|1!月|31!日|12!㎡|三|十|件", wide},
		{"full-width digits are a number", "１２３!份|１．５!元", wide},
		{"ranges of numbers", "2019—!2021!年|10～!20!件", wide},
		{"a document's number", "国|办|函!〔2021〕!30!号|第!3!条", wide},
		{"a paragraph's number", "12.!属|于|1.|属", wide},
		{"currency", "￥5|和|$5|和", wide},
		{"a Latin word is whole, with a short word's punctuation", "公|PDF/TXT|开|GB/T |9704—!2012|和|A|股", wide},
		{"a long one is broken behind punctuation", "https://^www.^example.^gov.^cn/^zwgk/^index.^html?^id=^1&^name=^22", wide},
		{"an address", "zhengwugongkai_^office@^example.^gov.^cn", wide},
		{"words", "the |public’s |right |to |well-known |facts", wide},
		{"no-break space and word joiner", "公\u00a0开|公\u2060开", wide},
		{"a hyphen does not end a line", "公-开|https://^quality-report-with-source", wide},
		{"a zero-width space", "inter\u200b|national|公\u200b|开", wide},
		{"line breaks", "公\n⏎开\r\n⏎公\u2028⏎开", wide},
		{"a number longer than the line", "公|1*2*3*4*5*6*7*8*9", narrowCell},
		{"marks longer than the line", "公#，#，#，#，|（#（#（#公", narrowCell},
		{"a combined character is not torn, in its place or longer than the line", "e\u0301*e\u0301*e\u0301*e\u0301*e\u0301*e\u0301*e\u0301*e\u0301", narrowCell},
	}
	ts := newTypesetter(embedded(t))
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			drop := "|^!*#⏎"
			text := strings.Map(func(r rune) rune {
				if strings.ContainsRune(drop, r) {
					return -1
				}
				return r
			}, tt.want)
			assert.Equal(t, tt.want, opportunitiesIn(ts, text, tt.style))
		})
	}
}

// The lines chosen are never worse than those of a typesetter that fills each line as far as it goes.
func TestFitBeatsFirstFit(t *testing.T) {
	ts := newTypesetter(embedded(t))
	random := rand.New(rand.NewPCG(11, 4))
	better := 0
	for range 1500 {
		text := strings.ReplaceAll(randomParagraph(random), "\n", "")
		s := body
		s.Justify = random.IntN(2) == 0
		s.Measure = body.Measure * (0.3 + 0.7*random.Float64())
		ts.breakLines(song(text), s)
		p := &ts.current
		last := len(p.nodes) - 1
		chosen, lines := p.nodes[last].cost, len(p.lines)
		cost := firstFit(p)
		require.LessOrEqual(t, chosen, cost, "%q", text)
		require.Positive(t, lines)
		if chosen < cost {
			better++
		}
	}
	assert.Greater(t, better, 100, "and often better")
}

// firstFit returns the cost of a paragraph whose every line is filled as far as it goes.
func firstFit(p *paragraph) int64 {
	cost, last := int64(0), len(p.nodes)-1
	for i := 0; i < last; {
		j := i
		for j < last && p.price(i, j+1).fits {
			j++
		}
		if j == i {
			j++
			cost += overfullCost
		} else {
			cost += p.price(i, j).cost
		}
		cost += lineCost
		if j < last {
			cost += breakCost[p.cells[p.nodes[j].cell].opportunity]
		}
		i = j
	}
	return cost
}

// Where no line is good, the text is set nevertheless.
func TestNarrow(t *testing.T) {
	ts := newTypesetter(embedded(t))
	text := "公开，12.5%（“‘甲’”）https://a.b/c"
	for _, measure := range []float64{0, 1, 8, 10, 11, 16, 25} {
		s := style{Size: 10, Measure: measure, Justify: true}
		lines := ts.breakLines(song(text), s)
		requireLines(t, ts, song(text), s, lines)
		s.Indent = 20
		lines = ts.breakLines(song(text), s)
		joined := ""
		for _, l := range lines {
			joined += l.Text
		}
		assert.Equal(t, text, joined, "an indent wider than the line")
	}
}

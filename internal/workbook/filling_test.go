package workbook

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/cellref"
	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/spreadsheet"
)

// filling says how one workbook is filled in, for a program that does so: which blank one, where to, and what is typed. Rows are
// inserted first; sheets are moved last, then renamed, and then the names of cells are dropped.
type filling struct {
	Blank  string     `json:"blank"`
	Out    string     `json:"out"`
	ODS    bool       `json:"ods"`    // LibreOffice saves it as ods, opens that again and saves it as xlsx
	Shared bool       `json:"shared"` // strings go into the shared table, for a program that has the choice
	Insert []inserted `json:"insert"`
	Move   []moved    `json:"move"`
	Rename []renamed  `json:"rename"` // without the names that speak of the sheet
	Bare   bool       `json:"bare"`   // the names of cells are dropped
	Cells  []typed    `json:"cells"`

	edition *form.Edition
	fields  map[form.Key]string
	figures map[form.Key]due
	texts   map[form.Key][]string
}

type inserted struct {
	Sheet string `json:"sheet"`
	Row   int    `json:"row"` // the first of the new ones
	Count int    `json:"count"`
}

type moved struct {
	Sheet string `json:"sheet"`
	To    int    `json:"to"` // its index afterwards
}

type renamed struct {
	Sheet string `json:"sheet"`
	To    string `json:"to"`
}

// typed is what goes into one cell.
type typed struct {
	Sheet  string   `json:"sheet"`
	Cell   string   `json:"cell"`
	Kind   string   `json:"kind"`             // number, text, date, formula, rich
	Value  string   `json:"value"`            // a number in digits, a text, a day as 2025-01-20, a formula
	Result string   `json:"result,omitempty"` // of a formula
	Parts  []string `json:"parts,omitempty"`  // of a rich text, which has the first in bold
}

// due is what a figure must be read as: a number with its unit, or else the text that is none.
type due struct {
	number decimal.Decimal
	unit   string
	text   string // of what is no number
}

// filler makes up what is typed. What must be read is known before it is dressed up for typing, so that no reader of ours
// has a say in it.
type filler struct {
	*rand.Rand
	*filling
	places map[string][]span // of the blank workbook's names
	can    abilities
}

// abilities are what a program does as Excel does, which not every library does.
type abilities struct {
	insert   bool // names move along with rows that are inserted
	formulas bool // a formula has its result beside it
	escapes  bool // a text like _x0041_ is written so that it is not read as the character A
	noTabs   bool // tabs inside a text are dropped
	halves   bool // characters of two halves (UTF-16) are torn where a buffer ends, as JSZip does, by which exceljs writes
	bare     bool // names of cells are lost, as by some of those who use it
}

// fill makes up one filling of a blank workbook.
func fill(seed, number uint64, e *form.Edition, blank *spreadsheet.Book, can abilities) *filling {
	f := &filler{
		Rand: rand.New(rand.NewPCG(seed, number)), places: placesByName(blank), can: can,
		filling: &filling{
			edition: e, fields: map[form.Key]string{}, figures: map[form.Key]due{}, texts: map[form.Key][]string{},
			Insert: []inserted{}, Move: []moved{}, Rename: []renamed{},
		},
	}
	f.Shared = f.IntN(2) == 0
	f.fillFields()
	for _, c := range e.Cells() {
		if !c.Total && f.IntN(8) > 0 {
			f.fillFigure(c)
		}
	}
	for _, p := range e.Passages() {
		f.fillPassage(p.Key)
	}
	if f.IntN(3) == 0 {
		sheets := blank.Sheets
		f.Move = append(f.Move, moved{sheets[1+f.IntN(len(sheets)-2)].Name, f.IntN(len(sheets) - 1)})
	}
	if sheet := blank.Sheets[1+f.IntN(len(blank.Sheets)-2)].Name; can.bare && f.IntN(2) == 0 {
		f.Rename = append(f.Rename, renamed{sheet, "定稿" + fmt.Sprint(f.IntN(100))})
	}
	f.Bare = can.bare && f.IntN(2) == 0
	return f.filling
}

func (f *filler) put(k form.Key, row int, t typed) {
	s := f.places[k.DefinedName()][0]
	t.Sheet, t.Cell = s.sheet.Name, cellref.At(s.area.From.Col, s.area.From.Row+row).String()
	f.Cells = append(f.Cells, t)
}

func (f *filler) text(k form.Key, row int, text string) {
	t := typed{Kind: "text", Value: text}
	if runes := []rune(text); f.IntN(5) == 0 && len(runes) > 1 {
		cut := 1 + f.IntN(len(runes)-1)
		t = typed{Kind: "rich", Parts: []string{string(runes[:cut]), string(runes[cut:])}}
	}
	f.put(k, row, t)
}

func (f *filler) fillFields() {
	year := f.edition.FirstYear
	for _, field := range form.Fields() {
		k := field.Key
		switch {
		case k == "report.year" && f.IntN(2) == 0:
			f.put(k, 0, typed{Kind: "number", Value: fmt.Sprint(year)})
			f.fields[k] = fmt.Sprint(year)
		case k == "report.date" && f.IntN(2) == 0:
			f.fields[k] = fmt.Sprintf("%d-01-%02d", year+1, 1+f.IntN(31))
			f.put(k, 0, typed{Kind: "date", Value: f.fields[k]})
		case k == "unit.postcode" && f.IntN(2) == 0:
			f.fields[k] = fmt.Sprint(100000 + f.IntN(899999))
			f.put(k, 0, typed{Kind: "number", Value: f.fields[k]})
		case f.IntN(6) == 0: // left as it is, which is blank
			f.fields[k] = ""
		default:
			f.fields[k] = f.oneOf("0", "", "", "+", "=", "'") + f.phrase(1+f.IntN(3))
			f.text(k, 0, f.fields[k])
		}
	}
}

func (f *filler) oneOf(texts ...string) string { return texts[f.IntN(len(texts))] }

// fillFigure types a figure: as a number, as a formula, as one of the texts that clerks make of numbers, or as none.
func (f *filler) fillFigure(c form.Cell) {
	k := c.Key
	if f.IntN(25) == 0 {
		words := f.oneOf("无", "/", "—", "约30", "三件", "12?", "1.2.3", "５件３", "N/A")
		f.figures[k] = due{text: words}
		f.text(k, 0, words)
		return
	}
	n := decimal.NewFromInt(f.Int64N([]int64{1, 10, 1000, 100_000_000}[f.IntN(4)]))
	if c.Measure == form.Change && f.IntN(2) == 0 {
		n = n.Neg()
	}
	if !c.Measure.Whole() && f.IntN(4) > 0 {
		n = n.Add(decimal.New(f.Int64N(10_000), -4))
	}
	f.figures[k] = due{number: n}
	switch {
	case f.IntN(3) == 0:
		unit := ""
		if c.Measure.CarriesUnit() && f.IntN(4) > 0 {
			unit = f.oneOf("元", "万元")
			f.figures[k] = due{number: n, unit: unit}
		}
		f.text(k, 0, f.dressed(n, unit, c.Measure))
	case f.can.formulas && f.IntN(10) == 0:
		part := decimal.NewFromInt(int64(f.IntN(50)))
		f.put(k, 0, typed{Kind: "formula", Value: n.Sub(part).String() + "+" + part.String(), Result: n.String()})
	default:
		f.put(k, 0, typed{Kind: "number", Value: n.String()})
	}
}

// dressed is a number as clerks type it into a text cell.
func (f *filler) dressed(n decimal.Decimal, unit string, m form.Measure) string {
	digits := n.String()
	if whole, rest, _ := strings.Cut(digits, "."); f.IntN(4) == 0 && len(whole) > 3 && whole[0] != '-' {
		digits = whole[:len(whole)-3] + "," + whole[len(whole)-3:]
		if len(whole) > 6 {
			digits = digits[:len(whole)-6] + "," + digits[len(whole)-6:]
		}
		if rest != "" {
			digits += "." + rest
		}
	}
	if f.IntN(4) == 0 {
		digits = strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' || r == '.' && f.IntN(2) == 0 {
				return r - '0' + '０'
			}
			return r
		}, digits)
	}
	switch {
	case m.CarriesUnit():
		digits += f.oneOf("", " ") + unit
	case f.IntN(4) == 0:
		digits += f.oneOf(m.Units()...)
	}
	return f.oneOf("", "", "", " ", "\u3000", "\u00a0") + digits + f.oneOf("", "", "", " ", "\n")
}

// fillPassage types paragraphs, with rows left free between them and, where the program can, rows inserted among them.
func (f *filler) fillPassage(k form.Key) {
	s := f.places[k.DefinedName()][0]
	rows := s.area.To.Row - s.area.From.Row + 1
	if f.can.insert && f.IntN(2) == 0 {
		in := inserted{s.sheet.Name, s.area.From.Row + 1 + f.IntN(rows-1), 1 + f.IntN(40)}
		f.Insert = append(f.Insert, in)
		rows += in.Count
	}
	for row := range rows {
		if f.IntN(3) > 0 {
			continue
		}
		var lines []string
		for range []int{1, 1, 1, 2, 5}[f.IntN(5)] {
			lines = append(lines, f.paragraph())
		}
		var cell strings.Builder
		for i, line := range lines {
			if i > 0 {
				cell.WriteString(f.oneOf("\n", "\n", "\n\n", "\r\n", "\u2028", " \n\u3000\u3000"))
			}
			cell.WriteString(line)
		}
		f.texts[k] = append(f.texts[k], lines...)
		f.text(k, row, f.oneOf("", "", "\u3000\u3000", "    ", "\t", "\n")+cell.String()+f.oneOf("", "", " ", "\n", "\u3000"))
	}
}

func (f *filler) paragraph() string {
	switch f.IntN(30) {
	case 0:
		return f.phrase(300) // a page
	case 1:
		return chinese.Clip(strings.Repeat("全年公开，", 2000), []int{254, 255, 256, 257, 1023, 1024, 1025, 8192}[f.IntN(8)])
	case 2:
		return fmt.Sprint(f.IntN(100_000)) // a number among the text
	}
	return f.oneOf("", "", "（一）", "1.", "=", "+", "-", "@", "'", `"`) + f.phrase(1+f.IntN(12))
}

// phrases are what texts are made of; those at the end are what office files escape, join, drop or take for their own.
var phrases = strings.Split("全年主动公开政府信息|收到申请30件，|其中自然人28件；|同比增长12.5%。|〔2019〕14号|“双公示”|——|……|{{本年新收}}|{{单位}}|政府信息公开工作年度报告|"+
	"12,345.67万元|https://a.b/c?d=e&f=g#h|office@example.gov.cn|0571-12345678|<b>粗</b>|&amp;|&#20320;|]]>|<![CDATA[|<!-- -->|\"双\"|'单'|"+
	"_X0041_|_x41_|=SUM(A1)|#REF!|#N/A|TRUE|1E5|1/2|2025-1-20|00123|"+
	"\U0001F600|\U0001F468\u200d\U0001F469|\U0002C1F9|\U000303FA|㐂|e\u0301|\u05d0\u05d1|\u0627\u0644|\u00e9|中\u00a0间|中\u3000间|中  间|中\tx|中\u200bx|中\ufeffx|\u202eabc|\ufffd|\ue000|％|①|㎡|A\u030a", "|")

// escapes are texts that office files write in other words, because they would stand for a character (ECMA-376, 22.9.2.19).
var escapes = []string{"_x000D_", "_x0041_"}

// phrase is some phrases in a row. It neither begins nor ends with a blank, which readers take for an indent.
func (f *filler) phrase(count int) string {
	var b strings.Builder
	for range count {
		if f.can.escapes && f.IntN(20) == 0 {
			b.WriteString(f.oneOf(escapes...))
			continue
		}
		phrase := phrases[f.IntN(len(phrases))]
		if f.can.noTabs {
			phrase = strings.ReplaceAll(phrase, "\t", " ")
		}
		if f.can.halves {
			phrase = strings.Map(withoutHalves, phrase)
		}
		b.WriteString(phrase)
	}
	return b.String()
}

// withoutHalves is a character that UTF-16 has in one piece, for one that it has not.
func withoutHalves(r rune) rune {
	if r > 0xFFFF {
		return '㐂'
	}
	return r
}

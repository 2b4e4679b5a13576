package layout

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"nianbao/fonts"
	"nianbao/internal/render/document"
	"nianbao/internal/render/paper"
)

// titleLines breaks a title by sense: on one line if it fits, else the unit on its own line or lines, then the year and the name.
func (t *typesetter) titleLines(title document.Title) []line {
	whole := title.Unit + title.Name
	if t.titleWidth(whole) <= paper.AreaWidth {
		return t.titlePart(whole)
	}
	name := t.titlePart(title.Name)
	below := 0.0 // the width of what stands below the unit, in ems
	if len(name) > 0 {
		below = name[0].Width / paper.TitleSize
	}
	return append(t.titlePartAbove(title.Unit, below), name...)
}

// setting is how text is set that is broken by sense.
type setting struct {
	face  fonts.Face
	style style
}

// measure is how wide a line may be, in ems.
func (s setting) measure() float64 { return s.style.Measure / s.style.Size }

var titleSetting = setting{fonts.Title, titleStyle}

var titleStyle = style{Size: paper.TitleSize, Pitch: paper.TitleSize, Measure: paper.AreaWidth}

func (t *typesetter) titleWidth(text string) float64 {
	return t.width([]span{{Text: text, Face: fonts.Title}}, titleStyle)
}

// titlePart sets a part of the title on as few lines as it needs, about equally long.
func (t *typesetter) titlePart(text string) []line { return t.titlePartAbove(text, 0) }

// longestBySense is how many characters are broken by sense: what is longer is no title and no name, and is broken like any text.
const longestBySense = 120

// titlePartAbove sets one above a line of some width, in ems; 0 for none.
func (t *typesetter) titlePartAbove(text string, below float64) []line {
	runes := []rune(text)
	if len(runes) == 0 {
		return nil
	}
	if len(runes) <= longestBySense {
		if cuts, ok := t.senseBreaks(runes, titleSetting, below); ok {
			// On a line of its own ’ may be another mark, and wider.
			if lines := t.titleSpans(runes, cuts); widest(lines) <= paper.AreaWidth {
				return lines
			}
		}
	}
	return t.breakLines([]span{{Text: text, Face: fonts.Title}}, titleStyle)
}

// linesBySense breaks a name that is too long for a line as a title is broken.
func (t *typesetter) linesBySense(text string, s setting) []line {
	set := func(text string) []line { return t.breakLines([]span{{Text: text, Face: s.face}}, s.style) }
	whole, runes := set(text), []rune(text)
	if len(whole) < 2 || len(runes) > longestBySense {
		return whole
	}
	cuts, ok := t.senseBreaks(runes, s, 0)
	if !ok {
		return whole
	}
	var lines []line
	for _, text := range piecesOf(runes, cuts) {
		lines = append(lines, set(text)...)
	}
	if len(lines) > len(cuts)+1 {
		return whole
	}
	return lines
}

// titleSpans sets each stretch of the text between two cuts on a line.
func (t *typesetter) titleSpans(runes []rune, cuts []int) []line {
	var lines []line
	for _, text := range piecesOf(runes, cuts) {
		lines = append(lines, t.oneLine(text, fonts.Title, paper.TitleSize))
	}
	return lines
}

// piecesOf lists what stands between the cuts of a text.
func piecesOf(runes []rune, cuts []int) (list []string) {
	start := 0
	for _, cut := range append(cuts, len(runes)) {
		list = append(list, string(runes[start:cut]))
		start = cut
	}
	return list
}

// senseBreaks finds where to break a part of a title, or another name, into as few lines as can hold it; ok is false if none can:
// the harm of every break, the squares of the lines' differences from their mean and the harm of their shape add up to the least.
func (t *typesetter) senseBreaks(runes []rune, s setting, below float64) (cuts []int, ok bool) {
	wide := t.lineWidths(runes, s)
	b := titleBreaking{wide: wide, measure: s.measure(), harms: make([]float64, len(runes)+1), below: below, least: math.Inf(1)}
	for end := 1; end <= len(runes); end++ {
		b.harms[end] = breakHarm(runes, end)
	}
	count, ok := fewestLines(b.harms, wide, b.measure)
	if !ok {
		return nil, false
	}
	b.mean = wide(0, len(runes)) / float64(count)
	b.lines(0, count, 0)
	return b.best, !math.IsInf(b.least, 1)
}

// titleBreaking is the search for the best lines of a part of a title. It goes through all of them, but for those that are worse than the
// best before they are whole.
type titleBreaking struct {
	wide        func(start, end int) float64
	measure     float64
	harms       []float64
	mean, below float64
	cuts        []int
	widths      []float64
	best        []int
	least       float64
}

// lines breaks what stands from a character on into so many lines, those before it having cost so much.
func (b *titleBreaking) lines(start, count int, cost float64) {
	last := len(b.harms) - 1
	if count == 0 {
		if cost += b.shape(); cost < b.least {
			b.least, b.best = cost, slices.Clone(b.cuts[:len(b.cuts)-1]) // the last is the end
		}
		return
	}
	for end := start + 1; end <= last; end++ {
		width := b.wide(start, end)
		if width > b.measure {
			break
		}
		more := cost + b.harms[end] + (width-b.mean)*(width-b.mean)/2
		if more >= b.least || count == 1 && end < last || b.wide(end, last) > float64(count-1)*b.measure {
			continue
		}
		b.cuts, b.widths = append(b.cuts, end), append(b.widths, width)
		b.lines(end, count-1, more)
		b.cuts, b.widths = b.cuts[:len(b.cuts)-1], b.widths[:len(b.widths)-1]
	}
}

// shape rates the shape of three lines and more: a trapezoid or a diamond, never an hourglass, and rather no rectangle (GB/T 9704—2012, 7.3.1).
func (b *titleBreaking) shape() float64 {
	const (
		hourglass = 50 // less than a name is torn for
		rectangle = 10
		seen      = 1.5 // em, of a difference
	)
	widths := b.widths
	if b.below > 0 {
		widths = append(slices.Clone(widths), b.below)
	}
	if len(widths) < 3 {
		return 0
	}
	harm := 0.0
	for i := 1; i+1 < len(widths); i++ {
		if widths[i] < widths[i-1]-seen && widths[i] < widths[i+1]-seen {
			harm += hourglass
		}
	}
	if slices.Max(widths)-slices.Min(widths) < seen {
		harm += rectangle
	}
	return harm
}

// lineWidths tells how wide the characters from one up to another are on a line of their own, in ems. What stands out of it at its
// end counts twice, because the line is centred.
func (t *typesetter) lineWidths(runes []rune, s setting) func(start, end int) float64 {
	p := t.read([]span{{Text: string(runes), Face: s.face}}, s.style)
	p.space()
	cells := make([]int, len(runes)+1) // how many stand before each character
	for _, c := range p.cells {
		cells[c.index+1] = 1
	}
	for i := range runes {
		cells[i+1] += cells[i]
	}
	return func(start, end int) float64 {
		first, last := cells[start], p.visibleEnd(cells[end])-1
		if last < first {
			return 0
		}
		return (p.cells[first].hang + p.inked(first, last+1) + p.cells[last].over).points() / s.style.Size
	}
}

// fewestLines is how many lines a part of a title needs that is broken only where that is not wrong.
func fewestLines(harms []float64, wide func(start, end int) float64, measure float64) (count int, ok bool) {
	const none = math.MaxInt
	fewest := make([]int, len(harms))
	for end := 1; end < len(harms); end++ {
		fewest[end] = none
		for start := range end {
			if fewest[start] < fewest[end]-1 && !math.IsInf(harms[end], 1) && wide(start, end) <= measure {
				fewest[end] = fewest[start] + 1
			}
		}
	}
	count = fewest[len(harms)-1]
	return count, count < none
}

// tails are words at the end of units' names that are not torn.
var tails = []string{"人民政府", "办事处", "党政办公室", "综合办公室", "办公室", "委员会", "管理局", "管理处", "自治区", "自治州", "自治县", "开发区", "指挥部", "服务中心", "政府信息", "工作", "年度报告"}

// organs are words that end the name of an organ, so that what follows may stand on a line of its own.
var organs = []string{"人民政府", "办事处", "委员会", "管理局", "执法局"}

// breakHarm rates a line's end behind so many characters of a unit's name: none where a place's or an organ's name ends,
// infinite where it is wrong.
func breakHarm(runes []rune, end int) float64 {
	const apart, inside, torn = 25, 60, 200
	if end == len(runes) {
		return 0
	}
	before, after := runes[end-1], runes[end]
	if isWordly(before) && isWordly(after) || strings.ContainsRune("、，。；：？！）》”’〉】〕·", after) || strings.ContainsRune("（《“‘〈【〔", before) {
		return math.Inf(1)
	}
	for _, tail := range tails {
		if tears(runes, end, []rune(tail)) {
			return torn
		}
	}
	switch {
	case before == '、', before == '）', endsOrgan(runes[:end]):
		return 0
	case endsPlace(runes, end) && strings.HasPrefix(string(runes[end:]), "人民政府"):
		return apart // a town and its government
	case endsPlace(runes, end):
		return 0
	}
	return inside
}

func endsOrgan(runes []rune) bool {
	return slices.ContainsFunc(organs, func(organ string) bool { return strings.HasSuffix(string(runes), organ) })
}

// endsPlace tells whether the name of a province, city, county or town ends behind so many characters.
// 州 before another such character is part of a name (广州市), and so is 镇 behind one (江苏省镇江市).
func endsPlace(runes []rune, end int) bool {
	isKind := func(i int) bool { return i >= 0 && strings.ContainsRune("省市县区州盟旗乡镇", runes[i]) }
	switch runes[end-1] {
	case '州':
		return !isKind(end)
	case '镇':
		return !isKind(end - 2)
	default:
		return isKind(end - 1)
	}
}

// isWordly tells the characters of words and numbers that are written without gaps and not in Chinese.
func isWordly(r rune) bool {
	return !unicode.Is(unicode.Han, r) && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// tears tells whether the word stands across the place behind so many characters.
func tears(runes []rune, end int, word []rune) bool {
	for offset := 1; offset < len(word); offset++ {
		start := end - offset
		if start >= 0 && start+len(word) <= len(runes) && string(runes[start:start+len(word)]) == string(word) {
			return true
		}
	}
	return false
}

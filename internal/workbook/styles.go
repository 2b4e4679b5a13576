package workbook

import (
	"cmp"

	"github.com/xuri/excelize/v2"
)

// look is how a cell looks, and whether the clerk may type into it.
type look int

const (
	plainLook look = iota // nothing but locked, since the cells of a workbook are else open
	titleLook
	noteLook
	textLook       // running text of the guide
	captionLook    // a table's line across the whole width
	headLook       // column heads, printed corner cell
	rowHeadLook    // row heads, labels
	figureLook     // input: a figure
	totalLook      // a total that adds itself up
	statedLook     // input: a total that was taken over as stated
	fieldLook      // input: a part of the unit's data, as text
	yearLook       // input: the report year, as number
	paragraphLook  // input: a paragraph
	suggestionLook // beside the input: what may be taken over
	questionLook   // beside the input: what to write about
	countLook      // how much was written
	checkLook      // 校验: words
	sideLook       // 校验: numbers
	markLook       // 校验: ✓ or ✗
	verdictLook
	looks // how many there are
)

const (
	typeface = "微软雅黑"

	blue      = "1F4E79"
	paleBlue  = "DCE6F1"
	paperBlue = "F4F8FC"
	yellow    = "FFF8DC"
	amber     = "FCE4C8"
	grey      = "E7E6E6"
	darkGrey  = "595959"
	lightGrey = "8C8C8C"
	leaf      = "70AD47"
	line      = "A6A6A6"
)

// appearance is what cells of a look have beside black text of 10.5 points, wrapped, half-way down, in a cell that is locked.
type appearance struct {
	size         float64 // in points; 0 for 10.5
	bold, italic bool
	colour       string // of the text; "" for black
	fill         string // "" for none
	boxed        bool   // with a line around it
	align        string // "" for text left and numbers right
	top          bool   // the text begins at the top
	unwrapped    bool
	open         bool // for typing
	asText       bool // what is typed stays as typed, leading zeros and dates too
}

// How text is aligned.
const (
	indented = "left" // with room before it
	centred  = "center"
	atRight  = "right"
)

// appearances are those of the looks of templates.
var appearances = [looks]appearance{
	plainLook:     {unwrapped: true},
	titleLook:     {size: 16, bold: true, colour: blue, align: indented},
	noteLook:      {size: 10, colour: darkGrey, align: indented},
	textLook:      {size: 11, align: indented},
	captionLook:   {bold: true, fill: paperBlue, boxed: true, align: centred},
	headLook:      {bold: true, fill: paleBlue, boxed: true, align: centred},
	rowHeadLook:   {fill: paperBlue, boxed: true, align: indented},
	figureLook:    {fill: yellow, boxed: true, align: centred, open: true},
	totalLook:     {bold: true, fill: grey, boxed: true, align: centred},
	statedLook:    {bold: true, fill: amber, boxed: true, align: centred, open: true},
	fieldLook:     {fill: yellow, boxed: true, align: indented, open: true, asText: true},
	yearLook:      {fill: yellow, boxed: true, align: indented, open: true},
	paragraphLook: {fill: yellow, boxed: true, top: true, open: true, asText: true},
	// What is beside the input is open, too: a locked cell that is copied locks the cell into which it is pasted.
	suggestionLook: {italic: true, colour: lightGrey, align: indented, top: true, open: true},
	questionLook:   {colour: blue, align: indented, top: true, open: true},
	countLook:      {colour: darkGrey, align: atRight},
	checkLook:      {boxed: true, align: indented},
	sideLook:       {boxed: true, align: centred},
	markLook:       {boxed: true, align: centred},
	verdictLook:    {size: 13, bold: true, boxed: true, align: indented},
}

// style is a look as excelize has it, for the caller to change.
func (l look) style() *excelize.Style {
	a := appearances[l]
	style := &excelize.Style{
		Font:       &excelize.Font{Family: typeface, Size: cmp.Or(a.size, 10.5), Bold: a.bold, Italic: a.italic, Color: a.colour},
		Alignment:  &excelize.Alignment{Horizontal: a.align, Vertical: "center", WrapText: !a.unwrapped},
		Protection: &excelize.Protection{Locked: !a.open}, // said of locked ones too, since else the style of all other cells holds
	}
	if a.align == indented {
		style.Alignment.Indent = 1
	}
	if a.top {
		style.Alignment.Vertical = "top"
	}
	if a.fill != "" {
		style.Fill = fillOf(a.fill)
	}
	if a.boxed {
		for _, side := range []string{"left", "right", "top", "bottom"} {
			style.Border = append(style.Border, excelize.Border{Type: side, Color: line, Style: 1})
		}
	}
	if a.asText {
		style.NumFmt = formatText
	}
	return style
}

func fillOf(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

// alertColour is what an alert turns cells into.
type alertColour int

const (
	red alertColour = iota
	green
	alertColours // how many there are
)

func (c alertColour) style() *excelize.Style {
	fill, font := "FFC7CE", "9C0006"
	if c == green {
		fill, font = "E2F0D9", "375623"
	}
	return &excelize.Style{
		Font: &excelize.Font{Color: font},
		Fill: fillOf(fill),
	}
}

// addStyles adds the styles to the workbook and returns their numbers, by look and by alertColour.
func addStyles(f *excelize.File) (byLook, byAlert []int, err error) {
	byLook, byAlert = make([]int, looks), make([]int, alertColours)
	for l := range looks {
		if byLook[l], err = f.NewStyle(l.style()); err != nil {
			return nil, nil, err
		}
	}
	if err := openNormal(f); err != nil {
		return nil, nil, err
	}
	for c := range alertColours {
		if byAlert[c], err = f.NewConditionalStyle(c.style()); err != nil {
			return nil, nil, err
		}
	}
	return byLook, byAlert, nil
}

// openNormal makes the style of all other cells unlocked and wrapped: cells into which formatted text was pasted have it, whatever
// they had before, and would be locked, and show one line of their text.
func openNormal(f *excelize.File) error {
	id, err := f.NewStyle(&excelize.Style{
		Alignment:  &excelize.Alignment{Vertical: "top", WrapText: true},
		Protection: &excelize.Protection{Locked: false},
	})
	if err != nil {
		return err
	}
	open := f.Styles.CellXfs.Xf[id]
	normal, style := &f.Styles.CellXfs.Xf[0], &f.Styles.CellStyleXfs.Xf[0]
	normal.Alignment, normal.ApplyAlignment, normal.Protection, normal.ApplyProtection = open.Alignment, open.ApplyAlignment, open.Protection, open.ApplyProtection
	style.Alignment, style.ApplyAlignment, style.Protection, style.ApplyProtection = open.Alignment, open.ApplyAlignment, open.Protection, open.ApplyProtection
	return nil
}

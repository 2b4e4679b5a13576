package workbook

import "github.com/xuri/excelize/v2"

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

func (l look) style() *excelize.Style {
	style := &excelize.Style{
		Font:       &excelize.Font{Family: typeface, Size: 10.5},
		Alignment:  &excelize.Alignment{Vertical: "center", WrapText: true},
		Protection: &excelize.Protection{Locked: true}, // said, since else the style of all other cells holds
	}
	centred := func() { style.Alignment.Horizontal = "center" }
	filled := func(colour string) {
		style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
	}
	boxed := func() {
		for _, side := range []string{"left", "right", "top", "bottom"} {
			style.Border = append(style.Border, excelize.Border{Type: side, Color: line, Style: 1})
		}
	}
	indented := func() { style.Alignment.Horizontal, style.Alignment.Indent = "left", 1 }
	unlocked := func() { style.Protection.Locked = false }
	asText := func() { style.NumFmt = 49 } // @: what is typed stays as typed, leading zeros and dates too

	switch l {
	case plainLook:
		style.Alignment.WrapText = false
	case titleLook:
		style.Font.Size, style.Font.Bold, style.Font.Color = 16, true, blue
		indented()
	case noteLook:
		style.Font.Size, style.Font.Color = 10, darkGrey
		indented()
	case textLook:
		style.Font.Size = 11
		indented()
	case captionLook:
		style.Font.Bold = true
		boxed()
		filled(paperBlue)
		centred()
	case headLook:
		style.Font.Bold = true
		boxed()
		filled(paleBlue)
		centred()
	case rowHeadLook:
		boxed()
		filled(paperBlue)
		indented()
	case figureLook:
		boxed()
		filled(yellow)
		centred()
		unlocked()
	case totalLook:
		style.Font.Bold = true
		boxed()
		filled(grey)
		centred()
	case statedLook:
		style.Font.Bold = true
		boxed()
		filled(amber)
		centred()
		unlocked()
	case fieldLook:
		boxed()
		filled(yellow)
		indented()
		unlocked()
		asText()
	case yearLook:
		boxed()
		filled(yellow)
		indented()
		unlocked()
	case paragraphLook:
		style.Alignment.Vertical = "top"
		boxed()
		filled(yellow)
		unlocked()
		asText()
	case suggestionLook: // unlocked: a locked cell that is copied locks the cell into which it is pasted
		style.Font.Italic, style.Font.Color = true, lightGrey
		style.Alignment.Vertical = "top"
		indented()
		unlocked()
	case questionLook:
		style.Font.Color = blue
		style.Alignment.Vertical = "top"
		indented()
		unlocked()
	case countLook:
		style.Font.Color = darkGrey
		style.Alignment.Horizontal = "right"
	case checkLook:
		boxed()
		indented()
	case sideLook, markLook:
		boxed()
		centred()
	case verdictLook:
		style.Font.Size, style.Font.Bold = 13, true
		boxed()
		indented()
	}
	return style
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
		Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{fill}},
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

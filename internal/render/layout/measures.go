package layout

// The measures of GB/T 9704—2012, in points. Its 156 mm do not hold 28 characters of 16 pt (158.0 mm), so the body's pitch
// is a 28th of the measure, rounded down; its 225 mm are cut into 22 lines of 28.95 pt.
const (
	millimetre = 72 / 25.4

	pageWidth   = 210 * millimetre
	pageHeight  = 297 * millimetre
	areaTop     = 37 * millimetre
	areaLeft    = 28 * millimetre
	areaWidth   = 156 * millimetre
	areaHeight  = 225 * millimetre
	areaRight   = areaLeft + areaWidth
	areaBottom  = areaTop + areaHeight
	lineHeight  = 28.95
	linesOnPage = 22

	bodySize   = 16 // 三号
	bodyPitch  = 15.79
	titleSize  = 22                // 二号
	titlePitch = 1.25 * lineHeight // from one line of a title to the next: four of them take five lines of the page
	folioSize  = 14                // 四号, of the page number
	folioDrop  = 7 * millimetre    // from the type area to the dashes beside the page number
)

// ascent is how much of a Chinese character's square stands above the baseline; the square is what is centred in lines and cells.
const ascent = 0.88

// baseline is how far below the top of a slot of some height the baseline of type centred in it lies.
func baseline(height, size float64) float64 { return (height-size)/2 + ascent*size }

package layout

import (
	"strings"

	"nianbao/fonts"
)

// label sets the text of a head: broken by sense where it does not fit on a line, else like any text.
func (t *typesetter) label(text string, width, size float64, centred bool) []line {
	if text == "" {
		return nil
	}
	switch pieces := t.measure().Label(text, width, size, centred); len(pieces) {
	case 0:
		return t.wrapped(text, width, size)
	case 1:
		return []line{t.oneLine(text, fonts.Song, size)}
	default:
		return t.stacked(pieces, size)
	}
}

// stacked sets each piece on a line. The mark behind a number hangs, so that the numeral stands above the characters below it.
func (t *typesetter) stacked(pieces []string, size float64) []line {
	var lines []line
	for _, piece := range pieces {
		l := t.oneLine(piece, fonts.Song, size)
		if numeral, found := strings.CutSuffix(piece, "、"); found {
			l.Width = t.plainWidth(numeral, size)
		}
		lines = append(lines, l)
	}
	return lines
}

// continuation is a label as it is repeated on the next page: with （续） below, made small enough for a narrow cell.
// A label of one line takes it behind, if there is room.
func (t *typesetter) continuation(lines []line, width, size float64) []line {
	const mark = "（续）"
	if len(lines) == 1 {
		if together := lines[0].Text + mark; t.plainWidth(together, size) <= width {
			return []line{t.oneLine(together, fonts.Song, size)}
		}
	}
	smaller := min(size, size*width/t.plainWidth(mark, size))
	return append(append([]line{}, lines...), t.oneLine(mark, fonts.Song, smaller))
}

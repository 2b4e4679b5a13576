package layout

import "unicode"

// digit tells whether a character is a digit, of half or full width.
func digit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }

// multiplier tells whether a character stands between a number and its unit, as in 三十余万元.
func multiplier(r rune) bool {
	switch r {
	case '十', '百', '千', '万', '亿', '余', '多', '几':
		return true
	}
	return false
}

// unit tells whether a character begins a unit or a counter behind a number.
func unit(r rune) bool {
	switch r {
	case '年', '月', '日', '号', '时', '点', '分', '秒', '周', '季', '天', '岁', '届', '期',
		'件', '条', '份', '宗', '起', '次', '个', '项', '篇', '则', '类', '批', '种', '例', '处', '本', '册', '部', '页', '字', '版', '张', '台', '套', '辆',
		'人', '名', '位', '家', '户', '镇', '乡', '街', '村', '场', '所', '级', '倍', '度', '成', '款', '章', '节', '元', '角', '亩', '吨', '米', '公', '平', '立', '克', '升':
		return true
	}
	return r >= 0x3371 && r <= 0x33DF // ㎡ ㎞ ㎎ and the like
}

// keepNumbers keeps digits together, and where it does no harm numbers with their units (12万元, 第3条, 〔2021〕30号, 1.本机关).
func (p *paragraph) keepNumbers() {
	number := false // the cell before is a number, or 万 and the like behind one
	for i := 1; i < len(p.cells); i++ {
		before, c := &p.cells[i-1], &p.cells[i]
		number = digit(before.character) || number && multiplier(before.character)
		ahead := digit(c.character)
		switch {
		case digit(before.character) && ahead, p.decimal(i):
			if c.opportunity != must {
				c.opportunity = never
			}
		case number && (unit(c.character) || multiplier(c.character)),
			ahead && (before.character == '第' || before.character == '〕' || p.span(i)),
			c.character == '〔' && i+1 < len(p.cells) && digit(p.cells[i+1].character),
			i <= 3 && before.character == '.' && p.numbered(i-1):
			if c.opportunity == freely {
				c.opportunity = poorly
			}
		}
	}
}

// decimal tells whether the cell stands behind the full-width decimal point of a number: UAX #14 knows the half-width one.
func (p *paragraph) decimal(i int) bool {
	return i >= 2 && digit(p.cells[i].character) && p.cells[i-1].character == '．' && digit(p.cells[i-2].character)
}

// span tells whether the cell before stands between two numbers and makes one of them, as in 2019—2021 and 10～20.
func (p *paragraph) span(i int) bool {
	if i < 2 || !digit(p.cells[i-2].character) {
		return false
	}
	switch p.cells[i-1].character {
	case '—', '–', '～', '〜', '~', '-', '－':
		return true
	}
	return false
}

// numbered tells whether the paragraph begins with so many digits.
func (p *paragraph) numbered(count int) bool {
	for _, c := range p.cells[:count] {
		if !digit(c.character) {
			return false
		}
	}
	return count > 0
}

// keepDashes keeps ——, ―― and …… whole. Of a longer row two belong together.
func (p *paragraph) keepDashes() {
	row := 0 // how many of the same stand before the cell
	for i := 1; i < len(p.cells); i++ {
		before, c := &p.cells[i-1], &p.cells[i]
		if c.class != before.class || c.class != dash && c.class != ellipsis {
			row = 0
			continue
		}
		row++
		switch {
		case c.opportunity == must:
		case row%2 == 0:
			c.opportunity = poorly
		default:
			c.opportunity = never
		}
	}
}

// keepWords keeps short Latin words with their punctuation whole, and lets long ones, such as addresses, be broken
// behind punctuation.
func (p *paragraph) keepWords() {
	for first := 0; first < len(p.cells); first++ {
		end, letters := first, false
		for ; end < len(p.cells) && p.cells[end].latin(); end++ {
			letters = letters || unicode.IsLetter(p.cells[end].character)
		}
		if letters {
			p.keepWord(first, end)
		}
		first = end
	}
}

func (p *paragraph) keepWord(first, end int) {
	for i := first + 1; i < end; i++ {
		c := &p.cells[i]
		if c.index != p.cells[i-1].index+1 && c.opportunity != never {
			continue // an unseen character, such as a zero-width space, lets it break here
		}
		c.opportunity = never
		if end-first > shortWord && i-first >= 3 && end-i >= 2 && p.parts(i) {
			c.opportunity = softly
		}
	}
}

// longWord is from how many characters on a Latin word or address leaves a line short rather than spread.
const longWord = 8

// besideWord tells whether a line is as short as it is because of a long word: one stands behind its end, or takes most of it.
func (p *paragraph) besideWord(first, end int) bool {
	if p.wordFrom(end) >= longWord {
		return true
	}
	const few = 12
	if p.gaps(first, p.visibleEnd(end)).open >= few {
		return false
	}
	for i := first; i < end; {
		length := p.wordFrom(i)
		if length >= longWord {
			return true
		}
		i += max(1, length)
	}
	return false
}

// wordFrom is how many characters belong together from a cell on that are letters, digits and opening marks.
func (p *paragraph) wordFrom(first int) int {
	end := first
	for end < len(p.cells) && (end == first || p.cells[end].opportunity == never) && (p.cells[end].latin() || p.cells[end].class == openingMark) {
		end++
	}
	return end - first
}

// parts tells whether the cell begins a new part of an address or a file's name.
func (p *paragraph) parts(i int) bool {
	before, next := p.cells[i-1].character, p.cells[i].character
	if !unicode.IsLetter(next) && !digit(next) {
		return false
	}
	switch before {
	case '/', '?', '&', '=', '_', '@', '#', ';', '+', '~':
		return true
	case '.', ',', ':':
		return !digit(next)
	}
	return false
}

// tear lets what belongs together be torn apart where it is longer than a line.
func (p *paragraph) tear() {
	for first := 0; first < len(p.cells); {
		end := first + 1
		for end < len(p.cells) && p.cells[end].opportunity == never {
			end++
		}
		if p.trimmed(first, p.visibleEnd(end)) > p.room(first) {
			for i := first + 1; i < end; i++ {
				p.cells[i].opportunity = p.wound(i)
			}
		}
		first = end
	}
}

// wound tells how bad it is to tear a text before a cell.
func (p *paragraph) wound(i int) opportunity {
	before, c := &p.cells[i-1], &p.cells[i]
	switch {
	case c.class == combining && !before.class.blank() || c.class.blank():
		return never
	case p.forbidden(i), p.connector(i), c.class == before.class && (c.class == dash || c.class == ellipsis):
		return wrongly
	case c.character == '-' && before.latin():
		return poorly // of a long name; the hyphen stays with what follows, so that nobody takes it for a sign of the line's end
	}
	return torn
}

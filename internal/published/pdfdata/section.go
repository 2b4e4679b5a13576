package pdfdata

import (
	"bytes"

	"nianbao/internal/budget"
)

// readSections reads the cross-reference sections, the newest first (ISO 32000-1, 7.5.4, 7.5.6, 7.5.8).
func (f *file) readSections() error {
	const sign = "startxref"
	at := bytes.LastIndex(f.data, []byte(sign))
	if at < 0 {
		return errDamaged
	}
	l := f.lexer(at + len(sign))
	start, err := l.next()
	if err != nil {
		return err
	}
	seen := map[int]bool{}
	for start != nil {
		offset, ok := start.(int)
		if !ok || offset < 0 || offset >= len(f.data) || seen[offset] {
			return errDamaged
		}
		seen[offset] = true
		trailer, err := f.readSection(offset)
		if err != nil {
			return err
		}
		if f.trailer == nil {
			f.trailer = trailer
		}
		start = trailer["Prev"]
	}
	return nil
}

// readSection reads the section at an offset, and what goes with it for readers that know streams.
func (f *file) readSection(offset int) (trailer dictionary, err error) {
	l := f.lexer(offset)
	first, err := l.next()
	if err != nil {
		return nil, err
	}
	if first != word("xref") {
		return f.readStream(offset)
	}
	if trailer, err = f.readTable(l); err != nil {
		return nil, err
	}
	if also, ok := trailer["XRefStm"].(int); ok {
		if _, err := f.readStream(also); err != nil {
			return nil, err
		}
	}
	return trailer, nil
}

// readTable reads a section in letters, up to its trailer.
func (f *file) readTable(l *lexer) (trailer dictionary, err error) {
	for {
		head, err := l.next()
		if err != nil {
			return nil, err
		}
		if head == word("trailer") {
			v, err := l.value(0)
			if err != nil {
				return nil, err
			}
			trailer, ok := v.(dictionary)
			if !ok {
				return nil, errDamaged
			}
			return trailer, nil
		}
		first, ok := head.(int)
		length, err := l.next()
		if err != nil {
			return nil, err
		}
		count, ok2 := length.(int)
		if !ok || !ok2 || first < 0 {
			return nil, errDamaged
		}
		for n := first; n < first+count; n++ {
			if err := f.readRow(l, n); err != nil {
				return nil, err
			}
		}
	}
}

// readRow reads the entry of an object: 0000000123 00000 n
func (f *file) readRow(l *lexer, number int) error {
	var row [3]any
	for i := range row {
		var err error
		if row[i], err = l.next(); err != nil {
			return err
		}
	}
	offset, ok := row[0].(int)
	if !ok || row[2] != word("n") && row[2] != word("f") {
		return errDamaged
	}
	return f.enter(number, entry{at: offset, known: row[2] == word("n")})
}

// enter keeps where an object stands, unless a newer section has it.
func (f *file) enter(number int, e entry) error {
	if !f.budget.Spend(budget.Elements, 1) {
		return errTooMuch
	}
	if _, ok := f.entries[number]; !ok {
		f.entries[number] = e
	}
	return nil
}

// readStream reads a section that is a stream, whose dictionary is its trailer.
func (f *file) readStream(offset int) (trailer dictionary, err error) {
	o, _, err := f.objectAt(offset)
	if err != nil {
		return nil, err
	}
	trailer, _ = o.value.(dictionary)
	if trailer["Type"] != name("XRef") {
		return nil, errDamaged
	}
	rows, err := f.unpacked(o, f.budget.Left(budget.Unzipped))
	if err != nil {
		return nil, err
	}
	widths, ok := integers(trailer["W"])
	const columns, widest = 3, 7 // bytes of a number that an int holds
	if !ok || len(widths) != columns || max(widths[0], widths[1], widths[2]) > widest {
		return nil, errDamaged
	}
	parts, ok := integers(trailer["Index"])
	if size, isInt := trailer["Size"].(int); trailer["Index"] == nil && isInt {
		parts, ok = []int{0, size}, true
	}
	length := widths[0] + widths[1] + widths[2]
	if !ok || len(parts)%2 == 1 || length == 0 {
		return nil, errDamaged
	}
	for ; len(parts) > 0; parts = parts[2:] {
		for n := parts[0]; n < parts[0]+parts[1]; n++ {
			if len(rows) < length {
				return nil, errDamaged
			}
			if err := f.enter(n, entryOf(rows, widths)); err != nil {
				return nil, err
			}
			rows = rows[length:]
		}
	}
	return trailer, nil
}

// entryOf reads a row of a stream: the kind, then where the object stands. The place in an object stream is not needed.
func entryOf(row []byte, widths []int) entry {
	const inFile, inPack = 1, 2
	kind, row := bigEndian(row, widths[0])
	second, _ := bigEndian(row, widths[1])
	if widths[0] == 0 {
		kind = inFile
	}
	switch kind {
	case inFile:
		return entry{at: second, known: true}
	case inPack:
		return entry{in: second, known: true}
	}
	return entry{}
}

func bigEndian(row []byte, width int) (n int, rest []byte) {
	for _, b := range row[:width] {
		n = n<<8 | int(b)
	}
	return n, row[width:]
}

// integers is a value as a list of numbers that are not negative.
func integers(v any) (list []int, ok bool) {
	values, ok := v.(array)
	for _, v := range values {
		n, isInt := v.(int)
		if !isInt || n < 0 {
			return nil, false
		}
		list = append(list, n)
	}
	return list, ok
}

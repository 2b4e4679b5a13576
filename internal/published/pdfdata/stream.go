package pdfdata

import (
	"bytes"
	"compress/zlib"
	"io"

	"nianbao/internal/budget"
)

// unpacked is the content of a stream, up to so many bytes (ISO 32000-1, 7.3.8, 7.4).
func (f *file) unpacked(o object, most int) ([]byte, error) {
	head, ok := o.value.(dictionary)
	if !ok || !o.stream {
		return nil, errDamaged
	}
	raw, err := f.raw(o.data, head["Length"])
	if err != nil {
		return nil, err
	}
	filter, parameters, err := f.filter(head)
	if err != nil {
		return nil, err
	}
	switch filter {
	case "":
		if len(raw) > most {
			return nil, errTooLarge
		}
		if !f.budget.Spend(budget.Unzipped, len(raw)) {
			return nil, errTooMuch
		}
		return raw, nil
	case "FlateDecode":
		data, err := f.inflated(raw, most)
		if err != nil {
			return nil, err
		}
		return predicted(data, parameters)
	}
	return nil, errUnusual
}

// raw is the content as it stands in the file. A length that is wrong is not believed.
func (f *file) raw(data []byte, length any) ([]byte, error) {
	const end = "endstream"
	length, err := f.resolved(length)
	if err != nil {
		return nil, err
	}
	if n, ok := length.(int); ok && n >= 0 && n <= len(data) {
		behind := bytes.TrimLeft(data[n:min(len(data), n+len(end)+2)], "\r\n")
		if bytes.HasPrefix(behind, []byte(end)) {
			return data[:n], nil
		}
	}
	n := bytes.Index(data, []byte(end))
	if n < 0 {
		return nil, errDamaged
	}
	if !f.budget.Spend(budget.Unzipped, n) {
		return nil, errTooMuch
	}
	return bytes.TrimSuffix(bytes.TrimSuffix(data[:n], []byte("\n")), []byte("\r")), nil
}

// filter is how a stream is packed, "" for not at all. No more than one filter is used on what leads to the data.
func (f *file) filter(head dictionary) (filter name, parameters dictionary, err error) {
	one := func(key name) (any, error) {
		v, err := f.resolved(head[key])
		if list, ok := v.(array); ok && err == nil {
			switch len(list) {
			case 0:
				return nil, nil
			case 1:
				return f.resolved(list[0])
			}
			return nil, errUnusual
		}
		return v, err
	}
	v, err := one("Filter")
	if err != nil {
		return "", nil, err
	}
	filter, ok := v.(name)
	if v != nil && !ok {
		return "", nil, errDamaged
	}
	if v, err = one("DecodeParms"); err != nil {
		return "", nil, err
	}
	parameters, _ = v.(dictionary)
	return filter, parameters, nil
}

func (f *file) inflated(raw []byte, most int) ([]byte, error) {
	r, err := zlib.NewReader(bytes.NewReader(raw))
	if err != nil {
		return nil, errDamaged
	}
	left := f.budget.Left(budget.Unzipped)
	data, err := io.ReadAll(io.LimitReader(r, int64(min(most, left))+1))
	switch {
	case err != nil:
		return nil, errDamaged
	case len(data) > left:
		return nil, errTooMuch
	case len(data) > most:
		return nil, errTooLarge
	}
	f.budget.Spend(budget.Unzipped, len(data))
	return data, nil
}

// predicted undoes what makes rows smaller when packed (7.4.4.4, and PNG's filters).
func predicted(data []byte, parameters dictionary) ([]byte, error) {
	const none, png = 1, 10
	number := func(key name, usual int) int {
		if n, ok := parameters[key].(int); ok {
			return n
		}
		return usual
	}
	switch predictor := number("Predictor", none); {
	case predictor == none:
		return data, nil
	case predictor < png:
		return nil, errUnusual
	}
	const widest = 1 << 16
	columns := number("Columns", 1)
	if columns < 1 || columns > widest || number("Colors", 1) != 1 || number("BitsPerComponent", 8) != 8 {
		return nil, errUnusual
	}
	out := make([]byte, 0, len(data))
	above := make([]byte, columns)
	for ; len(data) > columns; data = data[columns+1:] {
		row := bytes.Clone(data[1 : columns+1])
		if !restore(row, above, data[0]) {
			return nil, errDamaged
		}
		out = append(out, row...)
		above = row
	}
	if len(data) > 0 {
		return nil, errDamaged
	}
	return out, nil
}

// restore undoes a filter of PNG on a row of bytes.
func restore(row, above []byte, filter byte) bool {
	var left, corner byte
	for i := range row {
		up := above[i]
		switch filter {
		case 0:
		case 1:
			row[i] += left
		case 2:
			row[i] += up
		case 3:
			row[i] += byte((int(left) + int(up)) / 2)
		case 4:
			row[i] += paeth(left, up, corner)
		default:
			return false
		}
		left, corner = row[i], up
	}
	return true
}

// paeth is the neighbour that comes closest to left + up − corner.
func paeth(left, up, corner byte) byte {
	distance := func(a, b int) int { return max(a-b, b-a) }
	p := int(left) + int(up) - int(corner)
	toLeft, toUp, toCorner := distance(p, int(left)), distance(p, int(up)), distance(p, int(corner))
	switch {
	case toLeft <= toUp && toLeft <= toCorner:
		return left
	case toUp <= toCorner:
		return up
	}
	return corner
}

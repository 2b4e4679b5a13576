package county

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"iter"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

// Packed are the figures of one report in as few bytes as they need, mostly one each: forty thousand reports are held at once.
type Packed struct {
	Edition *form.Edition
	figures string // for each cell of the edition one of the marks, with what it says behind it
}

// The marks: a blank; a number as it is written, and what is none, with its length and its letters behind it; from whole on a whole
// number, by how much the mark is larger.
const (
	blank = iota
	written
	unreadable
	whole
)

// mostPacked is the largest whole number that is packed as one; larger ones are packed as they are written.
const mostPacked = 1 << 40

// Pack packs the figures of a report. Repairs and doubts are left behind.
func Pack(r *model.Report) Packed {
	packed := make([]byte, 0, 256)
	for _, c := range r.Edition.Cells() {
		v := r.Figure(c.Key)
		text := v.Printed()
		switch {
		case text == "":
			packed = append(packed, blank)
		case v.IsNumber() && v.Unit == "" && v.Number.Exponent() == 0 && v.Number.Sign() >= 0 && v.Number.LessThan(decimal.NewFromInt(mostPacked)):
			packed = binary.AppendUvarint(packed, whole+uint64(v.Number.IntPart()))
		default:
			mark := byte(written)
			if !v.IsNumber() {
				mark = unreadable
			}
			packed = append(packed, mark)
			packed = binary.AppendUvarint(packed, uint64(len(text)))
			packed = append(packed, text...)
		}
	}
	return Packed{r.Edition, string(packed)}
}

// packedJSON is how packed figures stand in a file.
type packedJSON struct {
	Edition string `json:"edition"`
	Figures []byte `json:"figures"`
}

// MarshalJSON writes the edition and the packed figures.
func (p Packed) MarshalJSON() ([]byte, error) {
	var id string
	if p.Edition != nil {
		id = p.Edition.ID
	}
	return json.Marshal(packedJSON{id, []byte(p.figures)})
}

var errNotPacked = errors.New("no packed figures of an edition")

// UnmarshalJSON reads what MarshalJSON wrote. The error is that it is something else.
func (p *Packed) UnmarshalJSON(data []byte) error {
	var packed packedJSON
	if err := json.Unmarshal(data, &packed); err != nil {
		return err
	}
	e, ok := form.ByID(packed.Edition)
	if !ok || !isPacked(e, packed.Figures) {
		return errNotPacked
	}
	*p = Packed{e, string(packed.Figures)}
	return nil
}

// isPacked says whether bytes are the figures of an edition, no more and no less.
func isPacked(e *form.Edition, packed []byte) bool {
	next := func() uint64 {
		n, length := binary.Uvarint(packed)
		if length <= 0 {
			packed = nil
			return unreadable // and there is no length
		}
		packed = packed[length:]
		return n
	}
	for range e.Cells() {
		if len(packed) == 0 {
			return false
		}
		switch mark := next(); mark {
		case blank:
		case written, unreadable:
			if len(packed) == 0 {
				return false
			}
			length := next()
			if length > uint64(len(packed)) {
				return false
			}
			packed = packed[length:]
		default:
			if mark-whole >= mostPacked {
				return false
			}
		}
	}
	return len(packed) == 0
}

// Figures gives every cell of the edition with what the report has in it, in the form's order.
func (p Packed) Figures() iter.Seq2[*form.Cell, model.Value] {
	return func(yield func(*form.Cell, model.Value) bool) {
		if p.Edition == nil {
			return
		}
		cells, rest := p.Edition.Cells(), strings.NewReader(p.figures)
		for i := range cells {
			if !yield(&cells[i], unpacked(cells[i].Measure, rest)) {
				return
			}
		}
	}
}

// unpacked is the next figure.
func unpacked(m form.Measure, rest *strings.Reader) model.Value {
	mark, _ := binary.ReadUvarint(rest)
	switch mark {
	case blank:
		return model.Value{}
	case written, unreadable:
		length, _ := binary.ReadUvarint(rest)
		text := make([]byte, length)
		rest.Read(text)
		if mark == unreadable {
			return model.Value{State: model.Unreadable, Text: string(text)}
		}
		return model.ParseFigure(m, string(text))
	default:
		return model.NumberValue(decimal.NewFromUint64(mark - whole))
	}
}

// Figure is what the report has in a cell.
func (p Packed) Figure(k form.Key) model.Value {
	for c, v := range p.Figures() {
		if c.Key == k {
			return v
		}
	}
	return model.Value{}
}

// Differing lists the cells in which two reports of an edition differ; nil where one is of another edition.
func (p Packed) Differing(other Packed) (keys []form.Key) {
	if p.Edition != other.Edition {
		return nil
	}
	next, stop := iter.Pull2(other.Figures())
	defer stop()
	for c, v := range p.Figures() {
		if _, w, _ := next(); !isSame(v, w) {
			keys = append(keys, c.Key)
		}
	}
	return keys
}

// IsSame says whether two reports of an edition have the same figures.
func (p Packed) IsSame(other Packed) bool {
	return p.Edition == other.Edition && p.Differing(other) == nil
}

// isSame says whether two figures say the same; zeros behind the last decimal make no difference.
func isSame(v, w model.Value) bool {
	if v.IsNumber() && w.IsNumber() {
		return v.Number.Equal(w.Number) && v.Unit == w.Unit
	}
	return v.Printed() == w.Printed()
}

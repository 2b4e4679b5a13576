package county

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"slices"

	"nianbao/internal/check"
	"nianbao/internal/form"
)

// hashBytes is how many bytes of a file a hash takes.
const hashBytes = (64 - numberBits) / 8

// sketchJSON is how a sketch stands in a file.
type (
	sketchJSON struct {
		Unit  string     `json:"unit,omitempty"`
		Year  int        `json:"year,omitempty"`
		Parts []partJSON `json:"parts,omitempty"`
	}
	partJSON struct {
		Section    form.Key `json:"section"`
		Hashes     []byte   `json:"hashes"`
		Characters int      `json:"characters"`
		Ends       []int    `json:"ends,omitempty"`    // of its paragraphs, among the hashes
		Figures    []uint64 `json:"figures,omitempty"` // theirs
	}
)

// MarshalJSON writes a sketch without its file, which whoever keeps it knows.
func (s Sketch) MarshalJSON() ([]byte, error) {
	out := sketchJSON{Unit: s.Unit, Year: s.Year}
	for _, p := range s.parts {
		var hashes []byte
		for _, h := range p.hashes {
			hashes = append(hashes, binary.BigEndian.AppendUint64(nil, h)[:hashBytes]...)
		}
		one := partJSON{Section: p.section, Hashes: hashes, Characters: p.characters}
		for _, paragraph := range p.paragraphs {
			one.Ends, one.Figures = append(one.Ends, paragraph.end), append(one.Figures, paragraph.figures)
		}
		out.Parts = append(out.Parts, one)
	}
	return json.Marshal(out)
}

var errNoSketch = errors.New("no sketch of a report")

// UnmarshalJSON reads what MarshalJSON wrote. The error is that it is something else.
func (s *Sketch) UnmarshalJSON(data []byte) error {
	var in sketchJSON
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	read := Sketch{Unit: in.Unit, Year: in.Year}
	for _, p := range in.Parts {
		if len(p.Hashes)%hashBytes != 0 {
			return errNoSketch
		}
		one := part{section: p.Section, characters: p.Characters}
		for rest := p.Hashes; len(rest) > 0; rest = rest[hashBytes:] {
			var h [8]byte
			copy(h[:], rest[:hashBytes])
			one.hashes = append(one.hashes, binary.BigEndian.Uint64(h[:]))
		}
		if !isAscendingTo(len(one.hashes), p.Ends) || len(p.Ends) != len(p.Figures) || !slices.Contains(check.LikenessSections(), p.Section) {
			return errNoSketch
		}
		for i, end := range p.Ends {
			one.paragraphs = append(one.paragraphs, paragraph{end, p.Figures[i]})
		}
		read.parts = append(read.parts, one)
	}
	*s = read
	return nil
}

// isAscendingTo says whether ends are those of parts that make up so many.
func isAscendingTo(all int, ends []int) bool {
	last := 0
	for _, end := range ends {
		if end <= last {
			return false
		}
		last = end
	}
	return last == all
}

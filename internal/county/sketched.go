package county

import (
	"encoding/binary"
	"encoding/json"
	"errors"

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
		Section form.Key `json:"section"`
		Hashes  []byte   `json:"hashes"`
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
		out.Parts = append(out.Parts, partJSON{p.section, hashes})
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
		one := part{section: p.Section}
		for rest := p.Hashes; len(rest) > 0; rest = rest[hashBytes:] {
			var h [8]byte
			copy(h[:], rest[:hashBytes])
			one.hashes = append(one.hashes, binary.BigEndian.Uint64(h[:]))
		}
		read.parts = append(read.parts, one)
	}
	*s = read
	return nil
}

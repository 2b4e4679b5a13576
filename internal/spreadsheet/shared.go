package spreadsheet

import (
	"errors"
	"io"

	"nianbao/internal/budget"
	"nianbao/internal/opc"
)

// sharedStrings is the table of strings that cells refer to by number, as far as it has been read.
type sharedStrings struct {
	part  string // "" for a workbook without one
	texts []richString
	rest  *opc.Decoder // what has not been read; nil before the table was opened
	ended bool
}

// readStrings reads the table to its end, and so makes sure that it is whole.
func (b *Book) readStrings() error {
	s := b.shared
	if s.rest == nil && !s.ended {
		rest, err := b.XML(s.part)
		if err := s.begin(rest, err); err != nil {
			return err
		}
	}
	for !s.ended {
		if err := b.nextString(); err != nil {
			return err
		}
	}
	return nil
}

// sharedString is a string by its number. The table is read no further than to there.
func (b *Book) sharedString(i int) (richString, error) {
	s := b.shared
	if s.rest == nil && !s.ended {
		rest, err := b.StreamXML(s.part)
		if err := s.begin(rest, err); err != nil {
			return richString{}, err
		}
	}
	for i >= len(s.texts) && !s.ended {
		if err := b.nextString(); err != nil {
			return richString{}, err
		}
	}
	if i < 0 || i >= len(s.texts) {
		return richString{}, ErrDamaged
	}
	return s.texts[i], nil
}

// begin begins to read the table. One that is not there is empty: no cell may refer to it.
func (s *sharedStrings) begin(rest *opc.Decoder, err error) error {
	if errors.Is(err, opc.ErrNoPart) {
		s.ended = true
		return nil
	}
	s.rest = rest
	return err
}

func (b *Book) nextString() error {
	s := b.shared
	_, err := NextStart(s.rest, "sst", "si")
	switch {
	case errors.Is(err, io.EOF):
		s.ended = true
		s.close()
		return nil
	case err != nil:
		return err
	case !b.Spend(budget.Strings, 1):
		return ErrTooLarge
	}
	text, err := b.richText(s.rest)
	if err != nil {
		return err
	}
	s.texts = append(s.texts, text)
	return nil
}

func (s *sharedStrings) close() {
	if s.rest != nil {
		s.rest.Close()
		s.rest = nil
	}
}

package workbook

import (
	"encoding/xml"
	"errors"
	"io"

	"nianbao/internal/opc"
)

// sharedStrings is the table of strings that cells refer to by number, as far as it has been read.
type sharedStrings struct {
	part  string // "" for a workbook without one
	texts []string
	from  io.Closer
	rest  *xml.Decoder // what has not been read; nil before the table was opened
	ended bool
}

// readStrings reads the table to its end, and so makes sure that it is whole.
func (b *book) readStrings() error {
	s := b.shared
	if s.rest == nil && !s.ended {
		rest, err := b.open(s.part)
		if err := s.begin(rest, err); err != nil {
			return err
		}
	}
	for !s.ended {
		if err := s.next(); err != nil {
			return err
		}
	}
	return nil
}

// sharedString is a string by its number. The table is read no further than to there.
func (b *book) sharedString(i int) (string, error) {
	s := b.shared
	if s.rest == nil && !s.ended {
		from, err := b.Reader(s.part)
		if err == nil {
			s.from = from
		}
		if err := s.begin(xml.NewDecoder(from), err); err != nil {
			return "", err
		}
	}
	for i >= len(s.texts) && !s.ended {
		if err := s.next(); err != nil {
			return "", err
		}
	}
	if i < 0 || i >= len(s.texts) {
		return "", errDamaged
	}
	return s.texts[i], nil
}

// begin begins to read the table. One that is not there is empty: no cell may refer to it.
func (s *sharedStrings) begin(rest *xml.Decoder, err error) error {
	if errors.Is(err, opc.ErrNoPart) {
		s.ended = true
		return nil
	}
	s.rest = rest
	return err
}

func (s *sharedStrings) next() error {
	_, err := nextStart(s.rest, "sst", "si", "si")
	switch {
	case errors.Is(err, io.EOF):
		s.ended = true
		return nil
	case err != nil:
		return damaged(err)
	}
	text, err := richText(s.rest)
	if err != nil {
		return err
	}
	if s.texts = append(s.texts, text); len(s.texts) > maxStrings {
		return errTooLarge
	}
	return nil
}

func (s *sharedStrings) close() {
	if s.from != nil {
		s.from.Close()
	}
}

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
	rest  *xml.Decoder // what has not been read, nil before the first was
	ended bool
}

// readStrings reads the table to its end.
func (b *book) readStrings() error {
	s := b.shared
	if s.rest == nil && s.part != "" {
		rest, err := b.open(s.part)
		if err != nil && !errors.Is(err, opc.ErrNoPart) {
			return err
		}
		s.rest = rest
	}
	for !s.end() {
		if err := s.next(); err != nil {
			return err
		}
	}
	return nil
}

// end tells whether there is nothing more to read. A table that is not there is empty: then no cell may refer to it.
func (s *sharedStrings) end() bool { return s.ended || s.rest == nil }

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

package opc

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"

	"nianbao/internal/budget"
	"nianbao/internal/xmlscan"
)

// Decoder reads the XML of a part token by token, within the package's budget. It is closed when it is done with.
type Decoder struct {
	*xmlscan.Scanner
	p        *Package
	depth    int
	overlong bool
	from     io.Closer // what it is unzipped from, where that is not over
	data     []byte    // the part, where the package may unzip another to the same place
}

// XML decodes a part. The error is ErrNoPart, or an Error.
func (p *Package) XML(part string) (*Decoder, error) {
	if data, ok := p.now(part); ok {
		return p.decoder(data, nil), nil
	}
	data, err := p.unzipTo(p.room, part)
	if err != nil {
		return nil, err
	}
	p.room = nil
	d := p.decoder(plainXML(data), nil)
	d.data = data
	return d, nil
}

// StreamXML decodes a part while it is unzipped, for who does not need all of it. The error is that of XML.
func (p *Package) StreamXML(part string) (*Decoder, error) {
	r, err := p.Reader(part)
	if err != nil {
		return nil, err
	}
	room := p.room
	if cap(room) < streamed {
		room = make([]byte, streamed)
	}
	first := room[:streamed:streamed]
	n, err := io.ReadFull(r, first)
	switch {
	case n == 0 && !errors.Is(err, io.EOF):
		r.Close()
		return nil, p.told(err)
	case !isPlainXML(first[:n]):
		r.Close()
		return p.XML(part)
	}
	d := p.decoder(first[:n], r)
	d.from, d.data, p.room = r, room, nil
	return d, nil
}

// streamed is how many bytes of a part are unzipped at once for who does not need all of it.
const streamed = 4 << 10

func (p *Package) decoder(data []byte, from io.Reader) *Decoder {
	s := p.spare
	p.spare = nil
	if s == nil {
		s = &xmlscan.Scanner{}
	}
	s.Reset(data, from, p.Left(budget.Token))
	return &Decoder{Scanner: s, p: p}
}

// Close ends the reading of a part. What the decoder gave out as bytes is no longer good.
func (d *Decoder) Close() {
	if d.from != nil {
		d.from.Close()
	}
	if cap(d.data) > cap(d.p.room) {
		d.p.room = d.data[:0]
	}
	d.p.spare, d.Scanner, d.data = d.Scanner, nil, nil
}

// Next goes on to the next tag or text; the end of the part is damage, since what is asked for ends before it. The error is an Error.
func (d *Decoder) Next() (xmlscan.Kind, error) {
	kind, err := d.Scanner.Next()
	if err != nil {
		d.overlong = errors.Is(err, xmlscan.ErrLong)
		return 0, d.p.told(err)
	}
	switch kind {
	case xmlscan.Start:
		d.depth++
		if !d.p.Allows(budget.Depth, d.depth) || !d.p.Spend(budget.Elements, 1) || !d.p.Spend(budget.Attributes, d.Attrs()) {
			return 0, d.p.fails(TooLarge)
		}
	case xmlscan.End:
		d.depth--
	}
	return kind, nil
}

// Overlong tells whether the decoder stopped at a single tag or text that is beyond the budget.
func (d *Decoder) Overlong() bool { return d.overlong }

// Skip goes on behind the end of the element that was begun last.
func (d *Decoder) Skip() error {
	for end := d.depth - 1; d.depth > end; {
		if _, err := d.Next(); err != nil {
			return err
		}
	}
	return nil
}

// told is an error in reading a part as the Error that it is.
func (p *Package) told(err error) error {
	switch {
	case errors.Is(err, xmlscan.ErrLong):
		return p.fails(TooLarge)
	case errors.As(err, &Error{}):
		return err
	}
	return p.fails(Damaged)
}

// isPlainXML tells whether data begin as what is read as it is: XML of version 1.0 in UTF-8, or no XML at all.
func isPlainXML(data []byte) bool {
	head := declaration(data)
	return wide(data) == nil && !bytes.Contains(head, []byte(`"1.1"`)) && !bytes.Contains(head, []byte(`'1.1'`))
}

// plainXML makes XML of version 1.0 in UTF-8 of what is XML in UTF-16 or of version 1.1; other data stay what they are. What the
// two versions have apart from each other, control characters in the main, stays for the decoder to refuse.
func plainXML(data []byte) []byte {
	if isPlainXML(data) {
		return data
	}
	if coded := wide(data); coded != nil {
		data, _ = coded.NewDecoder().Bytes(data) // what is no character becomes U+FFFD, and no error
		data = bytes.TrimPrefix(data, []byte(mark))
	}
	return append([]byte(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`), data[len(declaration(data)):]...)
}

const (
	mark              = "\ufeff" // in front of text in UTF-8
	declarationLength = 200      // bytes, far more than one takes
)

// declaration is the declaration of XML with which data begin, with the mark in front of it; nothing where there is none.
func declaration(data []byte) []byte {
	const begins = "<?xml"
	head := data[:min(len(data), declarationLength)]
	inside, declared := bytes.CutPrefix(bytes.TrimPrefix(head, []byte(mark)), []byte(begins))
	inside, _, ends := bytes.Cut(inside, []byte(">"))
	if !declared || !ends || len(inside) < len(" ?") || !strings.ContainsRune("\t\n\f\r ", rune(inside[0])) || inside[len(inside)-1] != '?' {
		return nil
	}
	return head[:bytes.IndexByte(head, '>')+1]
}

// wide is how data in UTF-16 are encoded, by the mark at their beginning or by the first character of XML (XML 1.0, appendix F); nil
// for anything else.
func wide(data []byte) encoding.Encoding {
	begins := func(with string) bool { return bytes.HasPrefix(data, []byte(with)) }
	switch {
	case begins("\xFE\xFF"), begins("\x00<\x00"):
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	case begins("\xFF\xFE"), begins("<\x00?\x00"):
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	}
	return nil
}

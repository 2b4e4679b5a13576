package opc

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"

	"nianbao/internal/budget"
)

// Decoder reads the XML of a part token by token, within the package's budget.
type Decoder struct {
	xml   *xml.Decoder
	in    *tape
	p     *Package
	depth int
}

// XML decodes a part. The error is ErrNoPart, or an Error.
func (p *Package) XML(part string) (*Decoder, error) {
	data, err := p.Part(part)
	if err != nil {
		return nil, err
	}
	return p.decoder(&tape{ahead: data}), nil
}

// StreamXML decodes a part while it is unzipped, for who does not need all of it. The error is that of XML. A decoder is closed
// when it is done with.
func (p *Package) StreamXML(part string) (*Decoder, error) {
	r, err := p.Reader(part)
	if err != nil {
		return nil, err
	}
	t := &tape{from: r}
	if err := t.refill(); err != nil && !errors.Is(err, io.EOF) {
		return nil, p.told(err)
	}
	if isPlainXML(t.ahead) {
		return p.decoder(t), nil
	}
	r.Close()
	return p.XML(part)
}

func (p *Package) decoder(t *tape) *Decoder { return &Decoder{xml: xml.NewDecoder(t), in: t, p: p} }

// Close ends the reading of a part that is decoded while it is unzipped.
func (d *Decoder) Close() {
	if d.in.from != nil {
		d.in.from.Close()
	}
}

// Token is the next token as xml.Decoder.Token gives it; the end of the part is damage, since what is asked for ends before it. The
// error is an Error.
func (d *Decoder) Token() (xml.Token, error) {
	d.in.grant(d.p.Left(budget.Token))
	token, err := d.xml.Token()
	if err != nil {
		return nil, d.p.told(err)
	}
	switch t := token.(type) {
	case xml.StartElement:
		d.depth++
		if !d.p.Allows(budget.Depth, d.depth) || !d.p.Spend(budget.Elements, 1) || !d.p.Spend(budget.Attributes, len(t.Attr)) {
			return nil, d.p.fails(TooLarge)
		}
	case xml.EndElement:
		d.depth--
	}
	return token, nil
}

// Overlong tells whether the decoder stopped at a single tag or text that is beyond the budget.
func (d *Decoder) Overlong() bool { return d.in.overlong }

// Skip goes on behind the end of the element that was begun last.
func (d *Decoder) Skip() error {
	for end := d.depth - 1; d.depth > end; {
		if _, err := d.Token(); err != nil {
			return err
		}
	}
	return nil
}

// told is an error in reading a part as the Error that it is.
func (p *Package) told(err error) error {
	switch {
	case errors.Is(err, errOverlong):
		return p.fails(TooLarge)
	case errors.As(err, &Error{}):
		return err
	}
	return p.fails(Damaged)
}

// tape gives out bytes, no more than there is room for.
type tape struct {
	ahead    []byte
	at       int           // how much of that was given out
	end      int           // where in it the room ends, or it does
	from     io.ReadCloser // what follows; nil if that is all
	room     int           // behind the end
	overlong bool
}

var errOverlong = errors.New("opc: a tag or text that is too long")

// grant makes room for so many bytes.
func (t *tape) grant(room int) {
	t.end = min(len(t.ahead), t.at+room)
	t.room = room - (t.end - t.at)
}

func (t *tape) ReadByte() (byte, error) {
	if t.at == t.end {
		if err := t.goOn(); err != nil {
			return 0, err
		}
	}
	b := t.ahead[t.at]
	t.at++
	return b, nil
}

// goOn goes on where the bytes in hand or the room have ended.
func (t *tape) goOn() error {
	if t.at == len(t.ahead) {
		if err := t.refill(); err != nil {
			return err
		}
	}
	if t.room == 0 {
		t.overlong = true
		return errOverlong
	}
	t.grant(t.room)
	return nil
}

// refill reads on.
func (t *tape) refill() error {
	if t.from == nil {
		return io.EOF
	}
	const size = 4 << 10
	block := make([]byte, size)
	n, err := io.ReadAtLeast(t.from, block, 1)
	t.ahead, t.at, t.end = block[:n], 0, 0
	return err
}

// Read is asked for by xml.NewDecoder, which reads byte by byte from who gives them so.
func (t *tape) Read(b []byte) (int, error) {
	if len(b) == 0 {
		return 0, nil
	}
	one, err := t.ReadByte()
	if err != nil {
		return 0, err
	}
	b[0] = one
	return 1, nil
}

const declarationLength = 200 // bytes, far more than one takes

var declaration = regexp.MustCompile(`^(?:\xEF\xBB\xBF)?<\?xml\s[^>]*\?>`)

// isPlainXML tells whether data begin as what is read as it is: XML of version 1.0 in UTF-8, or no XML at all.
func isPlainXML(data []byte) bool {
	if wide(data) != nil {
		return false
	}
	head := declaration.Find(data[:min(len(data), declarationLength)])
	return !bytes.Contains(head, []byte(`"1.1"`)) && !bytes.Contains(head, []byte(`'1.1'`))
}

// plainXML makes XML of version 1.0 in UTF-8 of what is XML in UTF-16 or of version 1.1; other data stay what they are. What the
// two versions have apart from each other, control characters in the main, stays for the decoder to refuse.
func plainXML(data []byte) []byte {
	if isPlainXML(data) {
		return data
	}
	if coded := wide(data); coded != nil {
		data, _ = coded.NewDecoder().Bytes(data) // what is no character becomes U+FFFD, and no error
		data = bytes.TrimPrefix(data, []byte("\ufeff"))
	}
	head := declaration.Find(data[:min(len(data), declarationLength)])
	return append([]byte(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`), data[len(head):]...)
}

// wide is how data in UTF-16 are encoded, by the mark at their beginning or by the first character of XML (XML 1.0, appendix F); nil
// for anything else.
func wide(data []byte) encoding.Encoding {
	for begins, order := range map[string]unicode.Endianness{
		"\xFE\xFF": unicode.BigEndian, "\x00<\x00": unicode.BigEndian, "\xFF\xFE": unicode.LittleEndian, "<\x00?\x00": unicode.LittleEndian,
	} {
		if bytes.HasPrefix(data, []byte(begins)) {
			return unicode.UTF16(order, unicode.IgnoreBOM)
		}
	}
	return nil
}

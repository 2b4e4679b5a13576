// Package xmlscan reads XML tag by tag and text by text, in the bytes in which it stands: nothing is copied but what has to be decoded.
//
// It accepts, refuses and gives what encoding/xml does as a strict decoder; FuzzScanner holds the two together. Names alone are those of
// the fifth edition of XML 1.0, which has more of them than the fourth, and plainer. Comments, processing instructions and directives
// are passed over.
package xmlscan

import (
	"bytes"
	"errors"
	"io"
	"math"
)

// Kind is what the scanner stands at.
type Kind uint8

const (
	Start Kind = iota + 1 // of an element; one without an end tag has an end all the same
	End
	Text // character data; that of a CDATA section stands alone
)

// What the scanner stops at, beside io.EOF and the errors of what it reads from.
var (
	ErrSyntax = errors.New("xmlscan: this is no XML, or none that is read")
	ErrLong   = errors.New("xmlscan: a tag or text that is too long")
)

// errMore says that a token goes on behind what was read.
var errMore = errors.New("xmlscan: there must be more")

// Scanner goes over XML in UTF-8. What it gives out as bytes is good until Next is called again.
type Scanner struct {
	data   []byte
	at     int       // where the next token begins
	from   io.Reader // what follows the data; nil for nothing
	broken error     // why no more can be read of that
	most   int       // bytes of one token
	err    error     // what it stopped at

	begin   int // where the token in hand begins
	name    qualified
	attrs   []attr
	text    []byte // as it stands in the data
	written context
	coded   bool   // it says something else than it shows
	decoded []byte // room for what it says
	isEmpty bool   // the element in hand has no end tag
	open    []byte // the names of the elements around, one behind the other
	lengths []int  // of these names

	keepsSpaces bool
	declared    []declaration
}

// attr is an attribute, by where it stands behind the beginning of its tag.
type attr struct {
	name       qualified
	value, end int32
	coded      bool
}

// New scans data, no token of which may have more than so many bytes.
func New(data []byte, most int) *Scanner { return NewReader(data, nil, most) }

// NewReader scans what is read, as far as it is needed: data that are in hand already, and what follows them.
func NewReader(data []byte, from io.Reader, most int) *Scanner {
	s := &Scanner{}
	s.Reset(data, from, most)
	return s
}

// Reset makes a new scanner of one that is done with, to have its room.
func (s *Scanner) Reset(data []byte, from io.Reader, most int) {
	*s = Scanner{data: data, from: from, most: min(most, math.MaxInt32), attrs: s.attrs[:0], decoded: s.decoded[:0], open: s.open[:0], lengths: s.lengths[:0]}
}

// Next goes on to the next tag or text. io.EOF says that there is none and that all elements were closed.
func (s *Scanner) Next() (Kind, error) {
	if s.err != nil {
		return 0, s.err
	}
	if s.isEmpty {
		s.isEmpty = false
		s.pop()
		return End, nil
	}
	for {
		s.begin = s.at
		kind, size, err := s.token(s.data[s.begin:min(len(s.data), s.begin+s.most)])
		switch {
		case err == nil:
			s.at += size
			if kind != 0 {
				return kind, nil
			}
		case err != errMore: // of this package, as it is
			return s.fail(err)
		case len(s.data)-s.at >= s.most:
			return s.fail(ErrLong)
		case s.from != nil:
			if err := s.refill(); err != nil {
				return s.fail(err)
			}
		case s.at < len(s.data) || len(s.lengths) > 0:
			return s.fail(ErrSyntax)
		default:
			return s.fail(io.EOF)
		}
	}
}

func (s *Scanner) fail(err error) (Kind, error) {
	s.err = err
	return 0, err
}

// block is how many bytes are read at once, or more where one token has more.
const block = 4 << 10

// refill reads on.
func (s *Scanner) refill() error {
	if s.broken != nil {
		return s.broken
	}
	rest := s.data[s.at:]
	if size := max(block, 2*len(rest)); size > cap(s.data) {
		rest = append(make([]byte, 0, size), rest...)
	} else {
		rest = append(s.data[:0], rest...)
	}
	for len(rest) < cap(rest) && s.from != nil && s.broken == nil {
		n, err := io.ReadAtLeast(s.from, rest[len(rest):cap(rest)], 1)
		rest = rest[:len(rest)+n]
		if err == io.EOF { // and not behind what was just read
			s.from = nil
		} else {
			s.broken = err
		}
	}
	s.data, s.at = rest, 0
	return nil
}

// token tells the next token, 0 for one that is passed over, and how many bytes it has.
func (s *Scanner) token(in []byte) (kind Kind, size int, err error) {
	switch {
	case len(in) == 0:
		return 0, 0, errMore
	case in[0] != '<':
		return s.characters(in)
	case len(in) == 1:
		return 0, 0, errMore
	}
	switch in[1] {
	case '/':
		return s.endTag(in)
	case '?':
		size, err = instruction(in)
		return 0, size, err
	case '!':
		return s.declaration(in)
	default:
		return s.startTag(in)
	}
}

// characters tells the text in front of the next tag, or of the end.
func (s *Scanner) characters(in []byte) (Kind, int, error) {
	size, coded, err := until('<', in, inText)
	if err == errMore && size == len(in) && s.from == nil && size < s.most {
		err = nil // behind all tags
	}
	s.text, s.written, s.coded = in[:size], inText, coded
	return Text, size, err
}

// startTag tells a start tag, or one of an element without an end tag.
func (s *Scanner) startTag(in []byte) (Kind, int, error) {
	const before = len("<")
	name, at, err := readName(in, before)
	if err != nil {
		return 0, 0, err
	}
	s.attrs = s.attrs[:0]
	for {
		at = skipSpace(in, at)
		if at == len(in) {
			return 0, 0, errMore
		}
		if in[at] == '>' {
			at++
			break
		}
		if in[at] == '/' {
			if at++; at == len(in) {
				return 0, 0, errMore
			}
			if in[at] != '>' {
				return 0, 0, ErrSyntax
			}
			at++
			s.isEmpty = true
			break
		}
		var a attr
		if a, at, err = readAttribute(in, at); err != nil {
			return 0, 0, err
		}
		s.attrs = append(s.attrs, a)
	}
	s.name = name
	return Start, at, s.push()
}

func readAttribute(in []byte, at int) (a attr, next int, err error) {
	if a.name, at, err = readName(in, at); err != nil {
		return a, 0, err
	}
	if at = skipSpace(in, at); at == len(in) {
		return a, 0, errMore
	}
	if in[at] != '=' {
		return a, 0, ErrSyntax
	}
	if at = skipSpace(in, at+1); at == len(in) {
		return a, 0, errMore
	}
	quote := in[at]
	if quote != '"' && quote != '\'' {
		return a, 0, ErrSyntax
	}
	at++
	size, coded, err := until(quote, in[at:], inAttribute)
	if err != nil {
		return a, 0, err
	}
	a.value, a.end, a.coded = int32(at), int32(at+size), coded
	return a, at + size + 1, nil
}

func (s *Scanner) endTag(in []byte) (Kind, int, error) {
	const before = len("</")
	name, at, err := readName(in, before)
	if err != nil {
		return 0, 0, err
	}
	if at = skipSpace(in, at); at == len(in) {
		return 0, 0, errMore
	}
	if in[at] != '>' || len(s.lengths) == 0 || !bytes.Equal(in[name.from:name.to], s.innermost()) {
		return 0, 0, ErrSyntax
	}
	s.name = name
	s.pop()
	return End, at + 1, nil
}

func skipSpace(in []byte, at int) int {
	for at < len(in) && (in[at] == ' ' || in[at] == '\n' || in[at] == '\r' || in[at] == '\t') {
		at++
	}
	return at
}

// push notes the element that begins with the tag in hand.
func (s *Scanner) push() error {
	name := s.part(s.name.from, s.name.to)
	s.open = append(s.open, name...)
	s.lengths = append(s.lengths, len(name))
	if s.keepsSpaces {
		return s.declare()
	}
	return nil
}

// pop forgets the innermost element; what it declared is in force as long as its end is in hand.
func (s *Scanner) pop() {
	last := len(s.lengths) - 1
	s.undeclare(last + 1)
	s.open = s.open[:len(s.open)-s.lengths[last]]
	s.lengths = s.lengths[:last]
}

// innermost is the name of the element that is open last.
func (s *Scanner) innermost() []byte { return s.open[len(s.open)-s.lengths[len(s.lengths)-1]:] }

// Name is the name of the tag in hand, without a prefix.
func (s *Scanner) Name() string { return string(s.local()) }

func (s *Scanner) local() []byte { return s.part(s.name.local, s.name.to) }

// Prefix is the prefix of that name, "" for none.
func (s *Scanner) Prefix() string { return string(s.part(s.name.from, s.name.prefixEnd())) }

// part is a part of the token in hand.
func (s *Scanner) part(from, to int32) []byte { return s.data[s.begin+int(from) : s.begin+int(to)] }

// Attr is the value of the first attribute of the start tag in hand that has a name, whatever its prefix; "" for none.
func (s *Scanner) Attr(name string) string { return string(s.attr(name)) }

func (s *Scanner) attr(name string) []byte {
	for i := range s.attrs {
		if a := &s.attrs[i]; string(s.part(a.name.local, a.name.to)) == name {
			return s.value(a)
		}
	}
	return nil
}

func (s *Scanner) value(a *attr) []byte {
	value := s.part(a.value, a.end)
	if a.coded {
		return decode(nil, value, inAttribute)
	}
	return value
}

// Attrs is how many attributes the start tag in hand has.
func (s *Scanner) Attrs() int { return len(s.attrs) }

// AttrAt is one of them.
func (s *Scanner) AttrAt(i int) (prefix, name, value string) {
	a := &s.attrs[i]
	return string(s.part(a.name.from, a.name.prefixEnd())), string(s.part(a.name.local, a.name.to)), string(s.value(a))
}

// Text is the text in hand.
func (s *Scanner) Text() []byte {
	if !s.coded {
		return s.text
	}
	s.decoded = decode(s.decoded[:0], s.text, s.written)
	return s.decoded
}

// Span is where the token in hand begins and ends, of data that are not read from anywhere. The end of an element without an end tag
// is where its tag is.
func (s *Scanner) Span() (begin, end int) { return s.begin, s.at }

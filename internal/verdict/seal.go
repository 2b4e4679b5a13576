package verdict

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"hash"
	"io"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/charset"
	"nianbao/internal/pattern"
)

// Results in a file have a seal, a digest of all else that stands in the file, so that it is known by itself whether somebody changed it. It
// stands where it does least harm: in text on the line before the verdict, which stays the last one; in JSON as the last member, of the last
// object where there is one a line; in CSV in a column of its own, in the last row. What is printed has none: who reads it reads on.
//
// What programs do to a file that nobody changed leaves it whole: other line ends, a byte order mark, another encoding. In CSV the cells
// count and not how they are written, and the explanations are left out, which people are meant to type there (job.Unkept looks after them).

// shape is how the lines of results are laid out.
type shape int

const (
	textShape shape = iota
	objectShape
	linesShape
	tableShape
)

const (
	sealName   = "原样码" // in text and CSV
	sealMember = `"seal"`
	sealLength = 16 // letters: it is there for what happens, nobody is kept from making one
)

// Seal is a writer of results into a file that holds nothing else, as the Telling tells them, which puts their seal in when it is closed.
// What is under it stays open.
func (as Telling) Seal(to io.Writer) io.WriteCloser {
	s := &sealing{to: to, as: as.shape, digest: newDigest(as.shape), holds: 1}
	if as.shape == objectShape {
		s.holds = 2 // the brace that ends it, and the member before that
	}
	return s
}

type sealing struct {
	to     io.Writer
	as     shape
	digest *digest
	begun  bool
	rest   []byte   // the beginning of a line
	held   []string // whole lines that may be the last ones
	holds  int      // how many lines these are
}

func (s *sealing) Write(p []byte) (int, error) {
	s.rest = append(s.rest, p...)
	for {
		end := bytes.IndexByte(s.rest, '\n')
		if end < 0 {
			return len(p), nil
		}
		if err := s.take(string(s.rest[:end+1])); err != nil {
			return 0, err
		}
		s.rest = s.rest[end+1:]
	}
}

// take takes a whole line, and passes on what is none of the last ones any more.
func (s *sealing) take(text string) error {
	s.digest.add(text)
	if s.as == tableShape {
		column := ""
		if !s.begun {
			column = sealName
		}
		text = withColumn(text, column)
	}
	s.begun = true
	s.held = append(s.held, text)
	if len(s.held) <= s.holds {
		return nil
	}
	first := s.held[0]
	s.held = s.held[1:]
	_, err := io.WriteString(s.to, first)
	return err
}

func (s *sealing) Close() error {
	if len(s.rest) > 0 {
		if err := s.take(string(s.rest)); err != nil {
			return err
		}
	}
	if len(s.held) < s.holds {
		return nil // nothing was told
	}
	_, err := io.WriteString(s.to, s.as.sealed(strings.Join(s.held, ""), s.digest.seal()))
	return err
}

// sealMarks are what stands before and behind a seal, but for that of a table, which has a cell of its own.
var sealMarks = [...]struct{ before, behind string }{
	textShape:   {"\n" + sealName + "　", ""},
	objectShape: {",\n  " + sealMember + `: "`, `"`},
	linesShape:  {"," + sealMember + `:"`, `"`},
}

// sealed are the last lines with the seal in them.
func (as shape) sealed(last, seal string) string {
	if as == tableShape {
		if strings.HasSuffix(last, ","+sealName+csvEnd) {
			return last // there is nothing but the heads
		}
		return strings.TrimSuffix(last, csvEnd) + seal + csvEnd
	}
	m := sealMarks[as]
	member := m.before + seal + m.behind
	switch as {
	case objectShape:
		return strings.TrimSuffix(last, "\n}\n") + member + "\n}\n"
	case linesShape:
		return strings.TrimSuffix(last, "}\n") + member + "}\n"
	}
	return strings.TrimPrefix(member, "\n") + "\n" + last
}

// unsealed is what a seal was made of, and the seal, as far as it stands there; ok is false for what never had one.
func (as shape) unsealed(text string) (bare, seal string, ok bool) {
	m := sealMarks[as]
	at := strings.LastIndex(text, m.before)
	if at < 0 {
		return text, "", as != textShape && strings.Contains(text, sealMember) // somebody's program has laid it out anew
	}
	seal = text[at+len(m.before):]
	seal = seal[:min(len(seal), sealLength)]
	return text[:at] + strings.TrimPrefix(text[at+len(m.before)+len(seal):], m.behind), seal, true
}

// csvEnd ends the lines of CSV.
const csvEnd = "\r\n"

func withColumn(row, cell string) string {
	return strings.TrimSuffix(row, csvEnd) + "," + cell + csvEnd
}

// digest is what a seal is made of.
type digest struct {
	as   shape
	hash hash.Hash
	left []int // the columns of a table that do not count
	rows int
}

func newDigest(as shape) *digest { return &digest{as: as, hash: sha256.New()} }

// add takes a line with its end, whichever that is.
func (d *digest) add(text string) {
	text = strings.TrimRight(text, "\r\n")
	if d.as != tableShape {
		io.WriteString(d.hash, text+"\n")
		return
	}
	cells, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\ufeff"))).Read()
	if err == nil {
		d.addRow(cells)
	}
}

// addRow takes a row of a table, the first of which are its heads. A blank one is none.
func (d *digest) addRow(cells []string) {
	if d.rows == 0 {
		for _, head := range []string{csvColumns[explanationColumn], sealName} {
			if i := slices.Index(cells, head); i >= 0 {
				d.left = append(d.left, i)
			}
		}
	}
	if isBlankRow(cells) {
		return
	}
	d.rows++
	for i, cell := range cells {
		if !slices.Contains(d.left, i) {
			io.WriteString(d.hash, resaved(cell)+"\x00")
		}
	}
	io.WriteString(d.hash, "\n")
}

func isBlankRow(cells []string) bool {
	return !slices.ContainsFunc(cells, func(cell string) bool { return strings.TrimSpace(cell) != "" })
}

// resaved is a cell as it is whether a spreadsheet has saved it or not: that takes 12.5000 for the number 12.5, and 007 for 7.
func resaved(cell string) string {
	const longest = 15 // digits that a spreadsheet keeps
	cell = strings.TrimSpace(cell)
	if number, err := decimal.NewFromString(cell); err == nil && len(cell) <= longest && !strings.ContainsAny(cell, "eE") {
		return number.String()
	}
	return cell
}

// seal is the digest in letters: a spreadsheet would take 12345678 or 1234E56 for a number.
func (d *digest) seal() string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return r - '0' + 'g'
		}
		return r
	}, hex.EncodeToString(d.hash.Sum(nil)[:sealLength/2]))
}

// Standing is what a file is to results that are to be written in its place.
type Standing int

const (
	Foreign Standing = iota // somebody's, or nothing shows that it is ours
	Edited                  // it was ours, and somebody has changed it since
	Written                 // it is as this program wrote it
)

// StandingOf tells of a file whether it holds outcomes as a Writer wrote them, or a comparison, in whichever way. What has no seal was printed,
// or written by a release that knew none: it is ours if all of it reads as such results do.
func StandingOf(data []byte) Standing {
	decoded, ok := charset.Decode(data)
	if !ok {
		return Foreign
	}
	text := strings.ReplaceAll(string(decoded), "\r\n", "\n")
	text = strings.TrimRight(text, "\n") + "\n"
	as := shapeOf(text)
	if as == tableShape {
		return tableStanding(text)
	}
	bare, seal, sealed := as.unsealed(text)
	if !sealed {
		if as.reads(text) {
			return Written
		}
		return Foreign
	}
	d := newDigest(as)
	for line := range strings.Lines(bare) {
		d.add(line)
	}
	if seal == d.seal() {
		return Written
	}
	return Edited
}

// tableStanding is StandingOf of a table.
func tableStanding(text string) Standing {
	rows, ok := tableRows(text)
	if !ok {
		return Foreign
	}
	column := slices.Index(rows[0], sealName)
	if column < 0 {
		if areOutcomes(rows) {
			return Written
		}
		return Foreign
	}
	d := newDigest(tableShape)
	for _, row := range rows {
		d.addRow(row)
	}
	last := rows[len(rows)-1]
	if len(rows) > 1 && (column >= len(last) || strings.TrimSpace(last[column]) != d.seal()) {
		return Edited
	}
	return Written
}

// tableRows are the rows of a table, without blank ones, whichever way a spreadsheet saved it.
func tableRows(text string) (rows [][]string, ok bool) {
	in := csv.NewReader(strings.NewReader(text))
	in.FieldsPerRecord = -1
	if heads, _, _ := strings.Cut(text, "\n"); strings.Contains(heads, "\t") {
		in.Comma = '\t'
	}
	rows, err := in.ReadAll()
	rows = slices.DeleteFunc(rows, isBlankRow)
	return rows, err == nil && len(rows) > 0
}

// IsCSV says whether results are CSV, in which findings may be explained.
func IsCSV(data []byte) bool {
	text, ok := charset.Decode(data)
	return ok && shapeOf(string(text)) == tableShape
}

var schemaFirst = pattern.New(`^\{\s*"schema"\s*:\s*"(?:` + Schema + `|` + ComparedSchema + `)"`)

// shapeOf tells how a text is laid out, if it holds results.
func shapeOf(text string) shape {
	switch {
	case strings.HasPrefix(text, strings.Join(csvColumns[:firstColumns], ",")), strings.HasPrefix(text, strings.Join(csvColumns[:firstColumns], "\t")):
		return tableShape
	case strings.HasPrefix(text, `{"file":`):
		return linesShape
	case schemaFirst.MatchString(text):
		return objectShape
	}
	return textShape
}

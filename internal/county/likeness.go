package county

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/internal/check"
	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

// Sketch is what is kept of a report to tell which others say the same: a hash for each statement that can show a copy.
type Sketch struct {
	Unit string // "" if it is not known
	File string // by which the report is told apart from all others
	Year int    // 0 if it is not known: such a report is like none

	parts []part
}

// part is the statements of one passage.
type part struct {
	section    form.Key
	hashes     []uint64
	characters int // of all statements as they are compared
	paragraphs []paragraph
}

// paragraph is one with statements in it.
type paragraph struct {
	end     int    // of its statements, among those of the part
	figures uint64 // a hash of their figures, which the statements are the same without
}

// NewSketch sketches a report.
func NewSketch(r *model.Report, file string) Sketch {
	s := Sketch{Unit: r.Unit(), File: file}
	s.Year, _ = r.Year()
	at := -1 // the paragraph
	figures := sha256.New()
	for _, statement := range check.Statements(r) {
		if !statement.ShowsCopy() {
			continue
		}
		if last := len(s.parts) - 1; last < 0 || s.parts[last].section != statement.Section {
			s.parts = append(s.parts, part{section: statement.Section})
			at = -1
		}
		p := &s.parts[len(s.parts)-1]
		p.characters += utf8.RuneCountInString(statement.Folded)
		if p.hashes = append(p.hashes, hashOf(s.Year, statement.Folded)); at != statement.Paragraph {
			at, p.paragraphs = statement.Paragraph, append(p.paragraphs, paragraph{})
			figures.Reset()
		}
		figures.Write([]byte(figuresOf(statement.Text) + "\x00"))
		p.paragraphs[len(p.paragraphs)-1] = paragraph{len(p.hashes), binary.BigEndian.Uint64(figures.Sum(nil))}
	}
	return s
}

// figuresOf are the digits of a text.
func figuresOf(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, text)
}

// A posting is a hash and the number of a report in one: forty bits and twenty-four. Two different statements of a million have the same
// forty bits about every other time, which makes a report a candidate that is found to be none.
const numberBits = 24

// mostReports is how many reports are compared with each other; those beyond are like none.
const mostReports = 1 << numberBits

// hashOf is a hash of a statement among the reports of a year, in the upper bits.
func hashOf(year int, folded string) uint64 {
	sum := sha256.Sum256([]byte(strconv.Itoa(year) + "\x00" + folded))
	return binary.BigEndian.Uint64(sum[:]) >> numberBits << numberBits
}

// Likeness gathers the sketches of a run. The zero value is empty.
type Likeness struct {
	List *List // by which it is told whose a report is; nil where there is none

	members  []member
	postings []uint64
	passages []passage
}

// member is a report of the run.
type member struct {
	unit, file string
	year       int
	number     int // of the unit, the same for all its files
}

// Add takes a report up. It is kept as eight bytes a statement, and three times as much a passage.
func (l *Likeness) Add(s Sketch) {
	if s.Year == 0 || len(l.members) == mostReports {
		return
	}
	number := uint64(len(l.members))
	l.members = append(l.members, member{unit: strings.Clone(l.List.Whom(s.Unit, s.File)), file: s.File, year: s.Year})
	l.passages = append(l.passages, s.passages(int(number))...)
	from := len(l.postings)
	for _, p := range s.parts {
		for _, h := range p.hashes {
			l.postings = append(l.postings, h|number)
		}
	}
	slices.Sort(l.postings[from:])
	l.postings = l.postings[:from+len(slices.Compact(l.postings[from:]))]
}

// LikenessIndex tells which reports of a run say the same.
type LikenessIndex struct {
	list     *List
	members  []member
	postings []uint64            // in order, of the statements that several units have
	usual    map[uint64]struct{} // the statements that many have
	shared   []sharing
}

// A statement that more than a tenth of the units of a year have came from above, and so did one that more units have than would
// copy from each other; of a few units that is said of five.
const (
	usualPart   = 10
	fewestUsual = 5
	mostUnusual = 30
)

// Index closes the gathering.
func (l *Likeness) Index() *LikenessIndex {
	usual := l.usualFrom()
	x := &LikenessIndex{list: l.List, members: l.members, usual: map[uint64]struct{}{}}
	slices.Sort(l.postings)
	kept := l.postings[:0]
	units := map[int]bool{}
	for from := 0; from < len(l.postings); {
		to := endOf(l.postings, from)
		clear(units)
		for _, p := range l.postings[from:to] {
			units[x.of(p).number] = true
		}
		switch year := x.of(l.postings[from]).year; {
		case len(units) > usual[year]:
			x.usual[hashIn(l.postings[from])] = struct{}{}
		case len(units) > 1:
			kept = append(kept, l.postings[from:to]...)
		}
		from = to
	}
	x.postings = slices.Clone(kept)
	x.share(l.passages, usual)
	l.postings, l.passages = nil, nil
	return x
}

// usualFrom numbers the units and tells for each year how many of them may have a statement that is their own.
func (l *Likeness) usualFrom() map[int]int {
	type unit struct {
		name string // by chinese.UnitKey
		year int
	}
	numbers := map[unit]int{}
	counts := map[int]int{}
	next := 0
	for i := range l.members {
		m := &l.members[i]
		of := unit{chinese.UnitKey(m.unit), m.year}
		known, again := numbers[of]
		if again && of.name != "" {
			m.number = known
			continue
		}
		m.number = next
		numbers[of] = next
		counts[m.year]++
		next++
	}
	for year, n := range counts {
		counts[year] = min(max(fewestUsual, n/usualPart), mostUnusual)
	}
	return counts
}

// endOf is where the postings of a statement end.
func endOf(postings []uint64, from int) int {
	to := from
	for to < len(postings) && hashIn(postings[to]) == hashIn(postings[from]) {
		to++
	}
	return to
}

func hashIn(posting uint64) uint64 { return posting >> numberBits << numberBits }

func (x *LikenessIndex) of(posting uint64) member { return x.members[posting%mostReports] }

// Like is a report that says much of what a section of another one says.
type Like struct {
	Section form.Key
	File    string
	Same    int // statements of the section that it has too
	All     int // that the section has of its own
}

// Likes are for each section the report of another unit and the same year that has most of its statements, the first of several. The
// report may be one of those that were added, or not.
func (x *LikenessIndex) Likes(s Sketch) (likes []Like) {
	unit := x.list.Whom(s.Unit, s.File)
	for _, p := range s.parts {
		like := Like{Section: p.section}
		var having []uint64 // the numbers of reports, once for each statement
		for _, h := range p.hashes {
			if _, usual := x.usual[h]; usual {
				continue
			}
			like.All++
			for _, posting := range x.postingsOf(h) {
				having = append(having, posting%mostReports)
			}
		}
		slices.Sort(having)
		for from, to := 0, 0; from < len(having); from = to {
			for to < len(having) && having[to] == having[from] {
				to++
			}
			if m := x.members[having[from]]; to-from > like.Same && m.file != s.File && !x.areOne(m.unit, unit) {
				like.Same, like.File = to-from, m.file
			}
		}
		if like.Same > 0 {
			likes = append(likes, like)
		}
	}
	return likes
}

// areOne says whether two names are of one unit, or one is of an office of the other, a town, which the list does not have: what the town has
// done is what its office has.
func (x *LikenessIndex) areOne(a, b string) bool {
	isOf := func(office, town string) bool {
		if !chinese.IsOfTown(office, town) {
			return false
		}
		if x.list == nil {
			return true
		}
		_, listed := x.list.Find(office)
		return !listed
	}
	return chinese.IsSameUnit(a, b) || isOf(a, b) || isOf(b, a)
}

// UsualIn are the statements of a report's section that many units have, by their places among those that can show a copy.
func (x *LikenessIndex) UsualIn(s Sketch, section form.Key) (places []int) {
	place := 0
	for _, p := range s.parts {
		for _, h := range p.hashes {
			if _, usual := x.usual[h]; usual && p.section == section {
				places = append(places, place)
			}
			place++
		}
	}
	return places
}

func (x *LikenessIndex) postingsOf(hash uint64) []uint64 {
	from, _ := slices.BinarySearch(x.postings, hash)
	if from == len(x.postings) || hashIn(x.postings[from]) != hash {
		return nil
	}
	return x.postings[from:endOf(x.postings, from)]
}

// IsUsual says whether many units of a year have a statement.
func (x *LikenessIndex) IsUsual(year int, s check.Statement) bool {
	_, usual := x.usual[hashOf(year, s.Folded)]
	return usual
}

package county

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"slices"

	"nianbao/internal/check"
	"nianbao/internal/form"
)

// Shared are passages of a section that several units have as a whole, statement by statement, and that need not be told of as likeness, since
// a statement that many units have is nobody's copy.
type Shared struct {
	Section  form.Key
	Year     int       // of the reports
	Files    []string  // of the reports, one a unit
	Units    []string  // theirs, "" for one without a name
	Whole    bool      // the passage is all that the section says
	Passages []Passage // in the first of the reports
}

// Passage is where statements stand in a section, counted among those that can show a copy.
type Passage struct{ From, To int }

// passage is one that other reports may have, too, as it stands in a report.
type passage struct {
	hash     uint64
	member   int32
	from, to int32
	section  uint8 // among those in which reports can be alike
	whole    bool  // it is all that the section says, and not a paragraph of it
}

func (p passage) statements() int { return int(p.to - p.from) }

// A section that is one sentence, 一是公开内容不够丰富, may be what custom has everybody write; no custom goes on as long as this.
const longerThanCustom = 40 // characters

// passages are the sections of a sketch that say more than custom, and the paragraphs that hold enough to show a copy. A section is
// the same with other figures, too. Of a paragraph that is no proof: what everybody reports is said by everybody in one way.
func (s Sketch) passages(member int) (list []passage) {
	for _, part := range s.parts {
		one := passage{member: int32(member), section: uint8(slices.Index(check.LikenessSections(), part.section)), to: int32(len(part.hashes)), whole: true}
		if one.statements() > 1 || part.characters >= longerThanCustom {
			one.hash = hashOfAll(part.section, part.hashes, 0)
			list = append(list, one)
		}
		one.whole, one.to = len(part.paragraphs) == 1, 0
		for _, p := range part.paragraphs {
			one.from, one.to = one.to, int32(p.end)
			if one.statements() >= check.FewestSame {
				one.hash = hashOfAll(part.section, part.hashes[one.from:one.to], p.figures)
				list = append(list, one)
			}
		}
	}
	return list
}

// hashOfAll is a hash of statements of a section, by theirs, with that of their figures.
func hashOfAll(section form.Key, statements []uint64, figures uint64) uint64 {
	d := sha256.New()
	d.Write(binary.BigEndian.AppendUint64([]byte(section), figures))
	for _, h := range statements {
		d.Write(binary.BigEndian.AppendUint64(nil, h))
	}
	return binary.BigEndian.Uint64(d.Sum(nil))
}

// sharing is a passage, as it stands in the first of the reports that have it, one a unit.
type sharing struct {
	passage
	members []int
}

// isNoChance says whether a few units that have a section in common, of statements that others have, too, have it of each other: a handful of these
// comes together twice by no chance, and less than that not three times.
func isNoChance(units, statements int) bool {
	return units > 1 && statements >= check.Handful || units > 2 && statements >= check.FewestSame
}

// share keeps of the passages those that several units have. What few have is told as likeness, unless its statements are usual; such may have
// come together by chance, as a paragraph may.
func (x *LikenessIndex) share(passages []passage, usual map[int]int) {
	slices.SortStableFunc(passages, func(a, b passage) int { return cmp.Compare(a.hash, b.hash) })
	units := map[int]bool{}
	for from, to := 0, 0; from < len(passages); from = to {
		one := sharing{passage: passages[from]}
		clear(units)
		for ; to < len(passages) && passages[to].hash == one.hash; to++ {
			at := int(passages[to].member)
			if number := x.members[at].number; !units[number] {
				units[number] = true
				one.members = append(one.members, at)
			}
			one.whole = one.whole && passages[to].whole
		}
		if few := usual[x.members[one.member].year]; len(one.members) <= few {
			one.members = x.unitsApart(one.members)
			if !one.whole || !isNoChance(len(one.members), one.statements()) {
				continue
			}
		}
		x.shared = append(x.shared, one)
	}
}

// unitsApart are those of a few members that are not of a unit that is among them by another name, or for one of its offices.
func (x *LikenessIndex) unitsApart(members []int) (apart []int) {
	for _, i := range members {
		if !slices.ContainsFunc(apart, func(other int) bool { return x.areOne(x.members[i].unit, x.members[other].unit) }) {
			apart = append(apart, i)
		}
	}
	return apart
}

// Shared are the passages that several units have as a whole, those that most have first. What the same units have of a section is told
// together, and of a section that they have as a whole no paragraph by itself.
func (x *LikenessIndex) Shared() (list []Shared) {
	shared := slices.Clone(x.shared)
	slices.SortFunc(shared, func(a, b sharing) int {
		return cmp.Or(cmp.Compare(len(b.members), len(a.members)), slices.Compare(a.members, b.members), cmp.Compare(a.section, b.section),
			cmp.Compare(b.to-b.from, a.to-a.from), cmp.Compare(a.from, b.from))
	})
	for i, s := range shared {
		if i > 0 && slices.Equal(shared[i-1].members, s.members) && shared[i-1].section == s.section {
			if last := &list[len(list)-1]; !last.Whole {
				last.Passages = append(last.Passages, Passage{int(s.from), int(s.to)})
			}
			continue
		}
		one := Shared{Section: check.LikenessSections()[s.section], Year: x.members[s.member].year, Whole: s.whole, Passages: []Passage{{int(s.from), int(s.to)}}}
		for _, at := range s.members {
			one.Files, one.Units = append(one.Files, x.members[at].file), append(one.Units, x.members[at].unit)
		}
		list = append(list, one)
	}
	return list
}

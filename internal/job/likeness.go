package job

import (
	"cmp"
	"fmt"
	"slices"

	"nianbao/internal/check"
	"nianbao/internal/county"
	"nianbao/internal/model"
	"nianbao/internal/sealed"
	"nianbao/internal/verdict"
)

// Likeness knows which reports of a run say the same. It is made before any of them is checked.
type Likeness struct {
	index  *county.LikenessIndex
	report func(file string) (kept, error)   // reads one of them
	digest func(file string) (string, error) // that of the contents of one of them
	kept   map[string]kept                   // of the first inputs; nothing is written into it any more
}

// LikenessBy makes a Likeness of an index that was made elsewhere, of reports that are read anew when one of them says the same as another.
func LikenessBy(index *county.LikenessIndex, report func(file string) (*model.Report, error)) *Likeness {
	return &Likeness{index: index, report: func(file string) (kept, error) {
		r, err := report(file)
		return kept{report: r}, err
	}}
}

// kept is a report that was read, and the digest of the contents that it was read from.
type kept struct {
	digest string
	report *model.Report
}

// mostKept is how many reports are kept as they were read, so that a county's are read once. Of more, each is read a second time, which
// takes as long as checking it, and no memory.
const mostKept = 100

// NewLikeness reads the reports of a run and keeps of each what tells whether another says the same. It is nil where there is nothing to
// compare: no two inputs are on one year, as far as that is known, or the settings have switched the rule off. An input is
// not read whose sketch is on the line that a record has on it, as long as its contents are the same; known, which gives the line, may be nil.
func (k *Checker) NewLikeness(inputs []Planned, known func(Planned) (Made, bool)) *Likeness {
	inputs = sharingYears(inputs)
	if len(inputs) < 2 || k.Settings.IsOff(check.LikeAnotherUnit) {
		return nil
	}
	l := &Likeness{kept: map[string]kept{}}
	sources := map[string]Source{}
	sketches := county.Likeness{List: k.members()}
	type read struct {
		sketch county.Sketch
		kept
	}
	Run(len(inputs), func(i int) (r read) {
		defer func() {
			if recover() != nil {
				r = read{} // it is told when the input is checked
			}
		}()
		p := inputs[i]
		data, err := p.Open()
		if err != nil {
			return read{}
		}
		if known != nil {
			if m, ok := known(p); ok && m.Sketch != nil && m.Input == sealed.Digest(data) {
				return read{sketch: *m.Sketch}
			}
		}
		report, err := inputs[i].Source.read(data)
		if err != nil {
			return read{}
		}
		r.sketch = county.NewSketch(report, inputs[i].Name)
		if i < mostKept {
			r.kept = kept{sealed.Digest(data), report}
		}
		return r
	}, func(i int, r read) error {
		sketches.Add(r.sketch)
		sources[inputs[i].Name] = inputs[i].Source
		if r.report != nil {
			l.kept[inputs[i].Name] = r.kept
		}
		return nil
	})
	l.index = sketches.Index()
	l.report = func(file string) (kept, error) {
		data, err := sources[file].Open()
		if err != nil {
			return kept{}, err
		}
		r, err := l.read(sources[file], data)
		return kept{sealed.Digest(data), r}, err
	}
	l.digest = func(file string) (string, error) {
		data, err := sources[file].Open()
		return sealed.Digest(data), err
	}
	return l
}

// sharingYears are the inputs on a year on which there are others, and those whose year is not known yet.
func sharingYears(inputs []Planned) (list []Planned) {
	count := map[int]int{}
	for _, p := range inputs {
		count[p.year]++
	}
	for _, p := range inputs {
		if count[p.year] > 1 || p.year == 0 || count[0] > 0 {
			list = append(list, p)
		}
	}
	return list
}

// read is the report in the contents of an input. A nil receiver reads it.
func (l *Likeness) read(s Source, data []byte) (*model.Report, error) {
	if l != nil && l.kept != nil {
		if k, ok := l.kept[s.Name]; ok && k.digest == sealed.Digest(data) {
			return k.report, nil
		}
	}
	return s.read(data)
}

// Tells says whether a report, by its sketch, says most of the same as another one of the run.
func (l *Likeness) Tells(sketch county.Sketch, s check.Settings) bool {
	return slices.ContainsFunc(l.index.Likes(sketch), func(like county.Like) bool { return s.IsLike(like.Same, like.All) })
}

// of are the reports of other units that say most of the same as one of the run, by its sketch, and the digest of all that this depends on
// beside the report itself, as Digest gives it. One that cannot be read any more is none; a nil receiver has none.
func (l *Likeness) of(sketch county.Sketch, s check.Settings) (likes []check.Like, digest string) {
	if l == nil {
		return nil, ""
	}
	isUsual := func(statement check.Statement) bool { return l.index.IsUsual(sketch.Year, statement) }
	digest = l.digested(sketch, s, func(like county.Like) (string, error) {
		other, err := l.report(like.File)
		if err == nil {
			likes = append(likes, check.Like{Section: like.Section, Report: other.report, File: like.File, IsUsual: isUsual})
		}
		return other.digest, err
	})
	return likes, digest
}

// Digest is that of all that the likeness of a report depends on beside the report itself: for each section that another one says most
// of, the name and the contents of that one, and which of the statements are usual. It is "" where the report is like none.
func (l *Likeness) Digest(sketch county.Sketch, s check.Settings) string {
	if l == nil {
		return ""
	}
	return l.digested(sketch, s, func(like county.Like) (string, error) { return l.digest(like.File) })
}

// digested is Digest with the digests of the other reports' contents from elsewhere.
func (l *Likeness) digested(sketch county.Sketch, s check.Settings, contents func(county.Like) (string, error)) string {
	d, something := NewDigest(), false
	for _, like := range l.index.Likes(sketch) {
		if !s.IsLike(like.Same, like.All) {
			continue
		}
		something = true
		digest, err := contents(like)
		if err != nil {
			digest = "读不了"
		}
		d.AddText(string(like.Section), like.File, digest, fmt.Sprint(l.index.UsualIn(sketch, like.Section)))
	}
	if !something {
		return ""
	}
	return d.Sum()
}

// mostShared is how much of what several units write alike is told of one run, that of most units first.
const mostShared = 20

// Shared is what several units of the run write alike, in reports on one year or, where that is 0, on any, and none of them is told as likeness
// of its own. A nil receiver has nothing.
func (l *Likeness) Shared(s check.Settings, year int) (list []verdict.Shared) {
	if l == nil {
		return nil
	}
	for _, shared := range l.index.Shared() {
		if len(list) == mostShared {
			break
		}
		if year != 0 && shared.Year != year {
			continue
		}
		first, err := l.report(shared.Files[0])
		if err != nil {
			continue // which is told when it is checked
		}
		passages, own := passagesOf(first.report, shared), 0
		for _, statement := range slices.Concat(passages...) {
			if !l.index.IsUsual(shared.Year, statement) {
				own++
			}
		}
		section, known := first.report.Edition.SectionOf(shared.Section)
		if len(passages) == 0 || !known || s.IsLike(own, own) {
			continue
		}
		one := verdict.Shared{Section: section.Heading(), Begins: passages[0][0].Text}
		if !shared.Whole {
			one.Paragraphs = len(passages)
		}
		for i, unit := range shared.Units {
			one.Units = append(one.Units, cmp.Or(unit, shared.Files[i]))
		}
		list = append(list, one)
	}
	return list
}

// passagesOf are the statements of what a report shares with others; nil where it says something else than when it was compared.
func passagesOf(r *model.Report, shared county.Shared) (passages [][]check.Statement) {
	var statements []check.Statement
	for _, statement := range check.Statements(r) {
		if statement.Section == shared.Section && statement.ShowsCopy() {
			statements = append(statements, statement)
		}
	}
	for _, p := range shared.Passages {
		if p.To > len(statements) {
			return nil
		}
		passages = append(passages, statements[p.From:p.To])
	}
	return passages
}

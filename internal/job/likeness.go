package job

import (
	"crypto/sha256"
	"slices"

	"nianbao/internal/check"
	"nianbao/internal/county"
	"nianbao/internal/model"
)

// Likeness knows which reports of a run say the same. It is made before any of them is checked.
type Likeness struct {
	index  *county.LikenessIndex
	report func(file string) (*model.Report, error) // reads one of them
	kept   map[string]kept                          // of the first inputs; nothing is written into it any more
}

// LikenessBy makes a Likeness of an index that was made elsewhere, of reports that are read anew when one of them says the same as another.
func LikenessBy(index *county.LikenessIndex, report func(file string) (*model.Report, error)) *Likeness {
	return &Likeness{index: index, report: report}
}

// kept is a report that was read, and the digest of the contents that it was read from.
type kept struct {
	digest [sha256.Size]byte
	report *model.Report
}

// mostKept is how many reports are kept as they were read, so that a county's are read once. Of more, each is read a second time, which
// takes as long as checking it, and no memory.
const mostKept = 100

// NewLikeness reads the reports of a run and keeps of each what tells whether another says the same. It is nil where there is nothing to
// compare: no two inputs are on one year, as far as that is known, or the settings have switched the rule off.
func NewLikeness(inputs []Planned, s check.Settings) *Likeness {
	inputs = sharingYears(inputs)
	if len(inputs) < 2 || s.IsOff(check.LikeAnotherUnit) {
		return nil
	}
	l := &Likeness{kept: map[string]kept{}}
	sources := map[string]Source{}
	var sketches county.Likeness
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
		data, err := inputs[i].Open()
		if err != nil {
			return read{}
		}
		report, err := inputs[i].Source.read(data)
		if err != nil {
			return read{}
		}
		r.sketch = county.NewSketch(report, inputs[i].Name)
		if i < mostKept {
			r.kept = kept{sha256.Sum256(data), report}
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
	l.report = func(file string) (*model.Report, error) {
		data, err := sources[file].Open()
		if err != nil {
			return nil, err
		}
		return l.read(sources[file], data)
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
		if k, ok := l.kept[s.Name]; ok && k.digest == sha256.Sum256(data) {
			return k.report, nil
		}
	}
	return s.read(data)
}

// Tells says whether a report, by its sketch, says most of the same as another one of the run.
func (l *Likeness) Tells(sketch county.Sketch, s check.Settings) bool {
	return slices.ContainsFunc(l.index.Likes(sketch), func(like county.Like) bool { return s.IsLike(like.Same, like.All) })
}

// of are the reports of other units that say most of the same as one of the run. One that cannot be read any more is none; a nil receiver
// has none.
func (l *Likeness) of(file string, r *model.Report, s check.Settings) (likes []check.Like) {
	if l == nil {
		return nil
	}
	sketch := county.NewSketch(r, file)
	isUsual := func(statement check.Statement) bool { return l.index.IsUsual(sketch.Year, statement) }
	for _, like := range l.index.Likes(sketch) {
		if !s.IsLike(like.Same, like.All) {
			continue
		}
		if other, err := l.report(like.File); err == nil {
			likes = append(likes, check.Like{Section: like.Section, Report: other, File: like.File, IsUsual: isUsual})
		}
	}
	return likes
}

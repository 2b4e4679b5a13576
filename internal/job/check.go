package job

import (
	"cmp"
	"path/filepath"
	"slices"

	"nianbao/fonts"
	"nianbao/internal/check"
	"nianbao/internal/chinese"
	"nianbao/internal/county"
	"nianbao/internal/model"
	"nianbao/internal/office"
	"nianbao/internal/published"
	"nianbao/internal/remedy"
	"nianbao/internal/verdict"
)

// Checker checks files with what the rules cannot know by themselves.
type Checker struct {
	Fonts *fonts.Set
	Last  *LastYear // nil if last year's reports were not given
	Among *LastYear // the reports of the run, where last year's were not given; nil for none
	Sums  *LastYear // what was added up of last year's, for those of which neither of these has any; nil for none

	Year      int            // the report year that is asked for; 0 for any
	Collected int            // the year of which an office collects the reports, which sees by itself who handed in another; 0 for that which is asked for
	Answers   []model.Answer // explanations from a file
	Settings  check.Settings // what an office lays down: what Lay was given, else what each report carries
	County    *office.County // that Lay was given; nil where it was not called
	Members   *county.List   // by which it is told what the year before left to a unit; nil for that of the County
	Likeness  *Likeness      // of the reports of the run; nil where they are not compared with each other

	ExplainText bool // keep what was read of the texts
	Exchanged   bool // exchange JSON is made of the reports, and what it has no place for is said

	list *county.List // of the County; nil where there is none
}

// Lay has all reports checked by what an office lays down, whatever they carry themselves.
func (k *Checker) Lay(c *office.County) {
	k.Settings, k.County, k.list = c.Rules(), c, nil
	if len(c.Members) > 0 {
		k.list = c.List()
	}
}

// Checked is a file that was checked, its contents, and what it was held against.
type Checked struct {
	verdict.Outcome
	Contents []byte
	Settings check.Settings // that it was checked with
	Before   Before         // that it was compared with
	Lock     string         // the name of the file by which another program says that it has it open; "" for none
	Later    []string       // names of copies of it that were edited, and that nobody asked to look at
	Marked   []string       // names of marked copies of it in which nobody typed or drew anything
	Sketch   *county.Sketch // by which it is told which reports are like it; nil where they are not compared
	Likes    string         // the digest of what it is like; "" for nothing
	Earlier  bool           // it is there for a later one of its unit in the run to be held against it
	renamed  bool           // it names its unit as that was called before
	outdated []string       // names of pages and data of ours that say something else
	by       *Checker       // nil where none checked it
}

// IsOtherForOffice says whether an office that looks at the report as what its unit handed in finds something else in it.
func (c Checked) IsOtherForOffice() bool {
	return c.Report != nil && (c.renamed || len(c.Settings.Indicators) > 0 && check.HasNoIndicators(c.Report))
}

// Check opens and checks one file.
func (k *Checker) Check(p Planned) (c Checked) {
	c.File, c.by = p.Name, k
	defer func() {
		if remedy.Rescue(recover(), &c.Err); c.Err != nil {
			c = Checked{Outcome: verdict.Outcome{File: p.Name, Err: c.Err}}
		}
	}()
	if c.Contents, c.Err = p.Open(); c.Err != nil {
		return c
	}
	if c.Report, c.Err = k.Likeness.read(p.Source, c.Contents); c.Err != nil {
		return c
	}
	judged := p.judged(c.Report)
	rules, ruled := k.rulesFor(judged)
	if c.Settings = rules; ruled != "" {
		c.Notes = append(c.Notes, ruled)
	}
	if k.County == nil {
		c.Points = rules.Points
	}
	in := &check.Input{Report: judged, Settings: rules, Expected: k.Year, HandedIn: p.handedIn, Drawable: k.Drawable}
	if unit := judged.Unit(); k.members().IsFormer(unit) {
		if now := k.members().NameOf(unit); !k.hasLater(p.of(judged), now) { // else it was rightly called so then
			in.Renamed, c.renamed = now, true
		}
	}
	before, note := k.before(p, judged)
	c.Earlier = k.isEarlier(p.of(c.Report))
	c.Uncompared = before.Report == nil && !c.Earlier
	c.Before, in.Last, in.Predecessors, in.IsPart = before, before.Report, before.Each, before.Divided != nil
	if k.Likeness != nil {
		sketch := county.NewSketch(c.Report, p.Name)
		c.Sketch = &sketch
		in.Likes, c.Likes = k.Likeness.of(sketch, rules)
	}
	for _, told := range []string{before.Told, note} {
		if told != "" {
			c.Notes = append(c.Notes, told)
		}
	}
	c.outdated = p.outdated(c.Report)
	c.Notes = append(c.Notes, p.notes(k, c.Report, c.outdated)...)
	if c.Lock = p.lock(); c.Lock != "" {
		c.Notes = append(c.Notes, "旁边有“"+c.Lock+"”，文件可能正打开着：看的是上次保存的内容，没有保存的改动不算")
	}
	c.Alike, c.Equal = p.Alike, p.Equal
	if IsUntouched(c.Report) {
		c.Notes = append(c.Notes, "这是一份还没有填的空表")
	}
	c.Notes = append(c.Notes, c.Report.Asides...)
	beside := p.beside(c.Report)
	c.Notes, c.Later, c.Marked = append(c.Notes, beside.notes...), beside.later, beside.marked
	in.Answers = append(slices.Clone(k.Answers), beside.answers...)
	for _, off := range rules.SwitchedOff() {
		c.Notes = append(c.Notes, "按本县的规定，没有检查“"+check.NameOf(off.Rule)+"”（"+off.Rule+"）："+off.Reason)
	}
	if k.Exchanged && slices.ContainsFunc(c.Report.Indicators, func(g model.Given) bool { return !g.IsBlank() }) {
		c.Notes = append(c.Notes, "附表的数不在交换JSON里；上级要附表的，请交填报表")
	}
	c.Findings = check.Run(in)
	code, _ := published.Code(c.Report) // whatever was found, so that the work hangs on the report alone
	if !check.Blocks(c.Findings) {
		c.Code = code
	}
	if k.ExplainText {
		c.Read = check.ReadText(in)
	}
	return c
}

// rulesFor are the settings that a report is checked with, and what is to be said of them, "" for nothing.
func (k *Checker) rulesFor(r *model.Report) (s check.Settings, note string) {
	own, page, fault := office.LaidDown(r)
	given := k.Settings
	if k.list != nil {
		if i, ok := k.list.Find(r.Unit()); ok {
			given = k.County.RulesOf(k.list.Members[i], given)
		}
	}
	switch {
	case fault != "" && k.County != nil:
		return given, page + fault + "，照这次给的规定校验"
	case fault != "":
		return given, page + fault + "，没有照它校验；请向发填报表的单位要一份原样的"
	case own == nil:
		return given, ""
	case k.County == nil:
		return own.Rules(), "按" + page + "（" + cmp.Or(own.Office, "上级") + "定的）的规定校验"
	}
	told := given
	told.Neighbours = slices.DeleteFunc(slices.Clone(given.Neighbours), func(name string) bool { return chinese.IsSameUnit(name, r.Unit()) })
	if office.SaySame(told, own.Rules()) {
		return given, ""
	}
	return given, page + "的规定和这次给的不同，照这次给的校验"
}

// before finds what to compare the report of an input with.
func (k *Checker) before(p Planned, r *model.Report) (b Before, note string) {
	if b, note = k.reportBefore(p, r); b.Report != nil || k.Sums == nil {
		return b, note
	}
	b, added := k.Sums.Of(r, k.members())
	if b.Report == nil {
		return b, cmp.Or(note, added)
	}
	return b, added
}

// reportBefore is before of last year's reports themselves.
func (k *Checker) reportBefore(p Planned, r *model.Report) (Before, string) {
	switch {
	case k.Last != nil || k.Among == nil:
		return k.Last.Of(r, k.members())
	case p.among == nil:
		return k.Among.Of(r, k.members())
	}
	return k.Among.before(p.of(nil).before(), k.members())
}

// members is the list by which it is told what the year before left to a unit; nil for none.
func (k *Checker) members() *county.List { return cmp.Or(k.Members, k.list) }

// of is whose report an input holds: by the first look at it, where there was one, so that nothing of the run depends on more than that.
func (p Planned) of(r *model.Report) whose {
	if p.among != nil || r == nil {
		return whose{p.unit, p.scope, p.year}
	}
	year, _ := r.Year()
	return whose{r.Unit(), r.Scope(), year}
}

func (w whose) before() whose { return whose{w.unit, w.scope, w.year - 1} }

// hasLater says whether the run has a report of the next year of a unit, under the name that it has now, too.
func (k *Checker) hasLater(of whose, now string) bool {
	return k.Among != nil && k.Among.find([]string{of.unit, now}, nil, of.scope, of.year+1).sources != nil
}

// isEarlier says whether a report of the run is there for another one to be held against it: none of the year that is collected is, whatever of later
// ones is there.
func (k *Checker) isEarlier(of whose) bool {
	if due := cmp.Or(k.Year, k.Collected); due != 0 && of.year >= due {
		return false
	}
	return k.Last == nil && k.hasLater(of, of.unit)
}

// Against is the digest of what an input of the run is compared with among the others; "" for nothing. The report is needed where nobody has
// looked at the input before.
func (k *Checker) Against(p Planned, r *model.Report) string {
	if k.Last != nil || k.Among == nil {
		return ""
	}
	found, isEarlier := k.Among.leftTo(p.of(r).before(), k.members()), k.isEarlier(p.of(r))
	if found.from == nil && found.missing && !isEarlier {
		return ""
	}
	d := NewDigest()
	if isEarlier {
		d.AddText("有后一年的")
	}
	d.AddText(found.notes()...)
	for _, s := range found.from {
		d.AddFile(s)
	}
	return d.Sum()
}

func (p Planned) lock() string {
	if p.Lock == nil {
		return ""
	}
	return p.Lock()
}

// beside is what copies of a file tell of it.
type beside struct {
	answers []model.Answer // what a clerk explained in them
	later   []string       // names of those that were edited since, which were not looked at
	marked  []string       // names of marked ones in which nobody typed or drew anything
	notes   []string       // what is to be said of the later ones, and which could not be read
}

// beside reads the copies of a file: those of the same folder that are no inputs, and those that lie beside it by their names.
func (p Planned) beside(of *model.Report) (b beside) {
	for _, s := range p.answers {
		b.read(s, of, true)
	}
	if p.answers == nil && p.Copies != nil {
		for _, s := range p.Copies() {
			b.read(s, of, p.among[filepath.Clean(s.Name)])
		}
	}
	return b
}

// read reads a copy of a report; known is one that was looked at when it was told which files are inputs.
func (b *beside) read(s Source, of *model.Report, known bool) {
	data, err := s.Open()
	var r *model.Report
	if err == nil {
		r, err = s.read(data)
	}
	if err != nil {
		b.notes = append(b.notes, "“"+s.Name+"”读不了，里面如果写了说明，没有算上："+err.Error())
		return
	}
	b.answers = append(b.answers, r.Answers...)
	if isUntouchedMarked(r) && len(r.Strays)+len(r.Extras) == 0 {
		b.marked = append(b.marked, s.Name)
	}
	if !keeps(applications(of), applications(r)) && (known || !isEdited(r)) {
		b.notes = append(b.notes, "旁边的“"+s.Name+"”里，依申请台账和这里的不一样，这次用的是这里的；要用那一份的，请校验那一份")
	}
	if isEdited(r) && !known {
		b.later = append(b.later, s.Name)
		b.notes = append(b.notes, "旁边的“"+s.Name+"”是从这里另存、后来改过的，这次没有看它；要用改过的，请校验那一份")
	}
}

func (k *Checker) Drawable(r rune) bool {
	_, ok := k.Fonts.Resolve(fonts.Song, r)
	return ok
}

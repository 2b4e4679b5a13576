package job

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"hash"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"nianbao/internal/county"
	"nianbao/internal/exchange"
	"nianbao/internal/model"
	"nianbao/internal/sealed"
	"nianbao/internal/verdict"
)

// RecordName is what the record is called of what was made in a folder. It is no input, and is read by whoever goes on with what a
// run before has begun.
const RecordName = "生成记录.jsonl"

// recordSchema names the record, in each of its lines.
const recordSchema = "nianbao.made/1"

// recordStart begins each line of a record.
const recordStart = `{"schema":"` + recordSchema + `","writer":"` + exchange.Writer + `",`

// MaxMade bounds the length of a line of a record, in bytes. What takes more is not recorded, and made anew each time.
const MaxMade = 1 << 20

// Step is what is done with files, of which the record has a line for each.
type Step string

// The steps.
const (
	Rendering Step = ""      // pages are made
	Checking  Step = "check" // it is checked, and copies are made
	Judging   Step = "judge" // it is checked for who adds it up, and copies are made that go back
	ReadingIn Step = "read"  // it is read for who adds it up
)

// Made is a line of the record: what was made of a file, and of what. It holds as long as all digests, which are SHA-256, fit. No two
// lines that hold are of one file, step and result.
type Made struct {
	Step    Step           `json:"step,omitempty"`
	Result  string         `json:"result,omitempty"` // the file beside the record that tells all files of the step; "" where each has outputs of its own
	File    string         `json:"file"`             // its name, as it was given
	Version string         `json:"version"`          // of the program, for who looks into it; the options have it too
	Input   string         `json:"input"`            // the digest of the file
	Beside  string         `json:"beside,omitempty"` // that of what else of the files around it matters; "" for nothing
	Options string         `json:"options"`          // that of what is the same for all files of a run
	Outputs []Output       `json:"outputs,omitempty"`
	Told    verdict.Kept   `json:"told,omitzero"`
	Idle    []string       `json:"idle,omitempty"`   // names of marked copies from before that there is no use for any more
	Sketch  *county.Sketch `json:"sketch,omitempty"` // by which other reports are told to be like it; nil where none are asked
	Reading *Reading       `json:"reading,omitempty"`
}

// Output is a file that was made.
type Output struct {
	Name    string   `json:"name"` // its path from the folder of the record, with slashes; pages and copies lie in that folder
	SHA256  string   `json:"sha256"`
	Changed int      `json:"changed,omitempty"` // how much was mended in it
	Changes []string `json:"changes,omitempty"` // what, a line each, without what goes without saying
}

// OutputOf is a file that was made under a path from the folder of the record.
func OutputOf(path string, data []byte) Output {
	return Output{Name: filepath.ToSlash(path), SHA256: sealed.Digest(data)}
}

// In is the path of an output of a record in a folder.
func (o Output) In(folder string) string { return filepath.Join(folder, filepath.FromSlash(o.Name)) }

// recorded is how a line stands in the record.
type recorded struct {
	Schema string `json:"schema"`
	Writer string `json:"writer"`
	Made
}

// Line is the line of the record, without its end; nil if it is too long to be recorded.
func (m Made) Line() []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	spelt, _ := m.withNames(func(name string) (string, error) { return spelt(name), nil })
	if err := enc.Encode(recorded{recordSchema, exchange.Writer, spelt}); err != nil || b.Len() > MaxMade {
		return nil
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

// ParseMade reads a line of the record; ok is false for a torn one and any that this program does not write.
func ParseMade(text []byte) (m Made, ok bool) {
	if !bytes.HasPrefix(text, []byte(recordStart)) {
		return Made{}, false
	}
	var l recorded
	if json.Unmarshal(text, &l) != nil {
		return Made{}, false
	}
	m, err := l.withNames(meant)
	if err != nil || m.File == "" || !m.isSound() {
		return Made{}, false
	}
	if m.Sketch != nil {
		m.Sketch.File = m.File
	}
	return m, true
}

// spelt is how a name of a file stands in the record: one that is no UTF-8, as archives from a Chinese Windows leave it on Linux, in quotes,
// since JSON would lose its bytes.
func spelt(name string) string {
	if utf8.ValidString(name) && !strings.HasPrefix(name, `"`) {
		return name
	}
	return strconv.Quote(name)
}

// meant is the name that spelt spells so.
func meant(name string) (string, error) {
	if !strings.HasPrefix(name, `"`) {
		return name, nil
	}
	return strconv.Unquote(name)
}

// withNames is a line in which each name of a file is what one makes of it.
func (m Made) withNames(made func(name string) (string, error)) (Made, error) {
	m.Outputs, m.Idle = slices.Clone(m.Outputs), slices.Clone(m.Idle)
	names := []*string{&m.File, &m.Result}
	for i := range m.Outputs {
		names = append(names, &m.Outputs[i].Name)
	}
	for i := range m.Idle {
		names = append(names, &m.Idle[i])
	}
	for _, name := range names {
		var err error
		if *name, err = made(*name); err != nil {
			return Made{}, err
		}
	}
	return m, nil
}

// isSound says whether a line has what its step makes, and no output outside the folder.
func (m Made) isSound() bool {
	for _, o := range m.Outputs {
		isBelow := m.Step == Judging && filepath.IsLocal(filepath.FromSlash(o.Name)) && o.Name == path.Clean(o.Name)
		if o.Name == "." || o.Name == ".." || o.Name == "" || strings.Contains(o.Name, `\`) || strings.Contains(o.Name, "/") && !isBelow {
			return false
		}
	}
	if m.Result != "" && (m.Step != Checking || m.Result != filepath.Base(m.Result) || strings.ContainsAny(m.Result, `/\`)) {
		return false
	}
	switch m.Step {
	case Rendering:
		return len(m.Outputs) > 0
	case Checking:
		return m.Reading == nil && (m.Result == "" || m.Outputs == nil)
	case Judging:
		return m.Reading == nil && len(m.Outputs) <= 1
	case ReadingIn:
		return m.Reading != nil && m.Outputs == nil
	}
	return false
}

// Compare brings lines into the order in which they stand in a record.
func (m Made) Compare(other Made) int {
	return cmp.Or(strings.Compare(m.File, other.File), cmp.Compare(m.Step, other.Step), strings.Compare(m.Result, other.Result))
}

// IsRecord says whether a file is a record, by how it begins: nothing is in it yet, or its first line, which may be torn.
func IsRecord(data []byte) bool {
	return strings.HasPrefix(recordStart, string(data)) || bytes.HasPrefix(data, []byte(recordStart))
}

// isRecord says whether a source is a record of ours.
func isRecord(s Source) bool {
	if filepath.Base(s.Name) != RecordName {
		return false
	}
	data, err := s.Open()
	return err != nil || IsRecord(data) // one that cannot be opened is told where it is needed
}

// Digest is the SHA-256 of some parts together, each with its length, so that no two lists of parts are the same.
type Digest struct{ sum hash.Hash }

// NewDigest is the digest of nothing yet.
func NewDigest() Digest { return Digest{sha256.New()} }

// Add adds parts.
func (d Digest) Add(parts ...[]byte) {
	for _, part := range parts {
		d.sum.Write(binary.BigEndian.AppendUint64(nil, uint64(len(part))))
		d.sum.Write(part)
	}
}

// AddText adds parts.
func (d Digest) AddText(parts ...string) {
	for _, part := range parts {
		d.Add([]byte(part))
	}
}

// AddFile adds what a source is called in its folder and what is in it, or that it cannot be read.
func (d Digest) AddFile(s Source) {
	data, err := s.Open()
	if err != nil {
		d.AddText(filepath.Base(s.Name), "读不了", err.Error())
		return
	}
	d.Add([]byte(filepath.Base(s.Name)), []byte("内容"), data)
}

// Sum is the digest in hexadecimal digits.
func (d Digest) Sum() string { return hex.EncodeToString(d.sum.Sum(nil)) }

// Held is a plan for a file that opens it, and what else of the files around it matters, only once: what is told and made of it and its
// digests are of the same contents.
func (p Planned) Held() Planned {
	all := func(sources []Source) (list []Source) {
		for _, s := range sources {
			s.Open = sync.OnceValues(s.Open)
			list = append(list, s)
		}
		return list
	}
	p.Open = sync.OnceValues(p.Open)
	p.replaces, p.answers, p.written = all(p.replaces), all(p.answers), all(p.written)
	if copies := p.Copies; copies != nil {
		p.Copies = sync.OnceValue(func() []Source { return all(copies()) })
	}
	if p.Lock != nil {
		p.Lock = sync.OnceValue(p.Lock)
	}
	return p
}

// Digests are the digest of an input and that of what else around it matters for what is told and made of it, "" for nothing: the
// versions that it replaces, copies with explanations and pages of the same unit and year that are not among its outputs, other inputs on
// it, whether it is open, which reports it is like and which of the year before it is held against, by their digests. The error is that of
// opening it.
func (p Planned) Digests(isOutput func(file string) bool, likes, against string) (input, beside string, err error) {
	data, err := p.Open()
	if err != nil {
		return "", "", err
	}
	around, something := NewDigest(), false
	add := func(what string, sources []Source) {
		for _, s := range sources {
			if isOutput(s.Name) {
				continue // what was made of it adds nothing to what is told of it
			}
			something = true
			around.AddText(what)
			around.AddFile(s)
		}
	}
	add("原来的", p.replaces)
	add("副本", p.answers)
	if p.answers == nil && p.Copies != nil {
		for _, s := range p.Copies() {
			role := "旁边的副本"
			if p.among[filepath.Clean(s.Name)] {
				role = "看过的副本"
			}
			add(role, []Source{s})
		}
	}
	add("写成的", p.written)
	for _, names := range [][]string{p.Alike, p.SameName} {
		something = something || names != nil
		around.AddText("同名的")
		around.AddText(names...)
	}
	if p.Equal {
		around.AddText("相同")
	}
	if p.meant != "" {
		something = true
		around.AddText("名单上的名称", p.meant)
	}
	if p.usual != 0 {
		something = true
		around.AddText("多数的年度", model.YearText(p.usual))
	}
	if lock := p.lock(); lock != "" {
		something = true
		around.AddText("打开着", lock)
	}
	if likes != "" {
		something = true
		around.AddText("雷同的", likes)
	}
	if against != "" {
		something = true
		around.AddText("上年的", against)
	}
	if something {
		beside = around.Sum()
	}
	return sealed.Digest(data), beside, nil
}

// Renewed is the outcome as it would be told once the outputs stand: what was to be said of earlier ones in their place is over.
func (c Checked) Renewed(isOutput func(file string) bool) verdict.Outcome {
	o := c.Outcome
	o.Notes = slices.DeleteFunc(slices.Clone(o.Notes), func(note string) bool {
		return slices.ContainsFunc(c.outdated, func(page string) bool { return isOutput(page) && note == outdatedNote(page) })
	})
	return o
}

// ErrNoRecord is why a file that stands in the record's place is left alone.
var ErrNoRecord = errors.New("不是本程序写的生成记录，没有动它。请把它移走以后再试")

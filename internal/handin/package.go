package handin

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"time"

	"nianbao/internal/budget"
	"nianbao/internal/filename"
	"nianbao/internal/opc"
	"nianbao/internal/sealed"
)

// MaxSize bounds a package, and maxUnzipped all that is in it, in bytes: far above what reports and a scan of ten pages need.
const (
	MaxSize     = 32 << 20
	maxUnzipped = 40 << 20
)

// ErrTooLarge is why a package is neither made nor read.
var ErrTooLarge = fmt.Errorf("报送包不能超过%dMB，里面的文件合起来不能超过%dMB；盖章扫描件太大的，请降低扫描的清晰度（200 dpi就够）", MaxSize>>20, maxUnzipped>>20)

// ErrNoPackage is why a file is refused that is no package.
var ErrNoPackage = errors.New("不是报送包，里面没有打包时写的“" + ManifestName + "”，请核对文件")

// Write writes a package: the manifest, and the files in the order of their roles. Equal files of one date make equal bytes.
func Write(w io.Writer, dated time.Time, m Manifest) error {
	m.Schema, m.Writer = Schema, Writer
	m.Files = slices.Clone(m.Files)
	slices.SortStableFunc(m.Files, func(a, b File) int { return cmp.Compare(a.Role.order(), b.Role.order()) })
	if fault := m.fault(); fault != "" {
		return errors.New("没有打包：" + fault)
	}
	list, err := m.encode()
	if err != nil {
		return err
	}
	parts := []opc.Part{{Name: ManifestName, Data: list}}
	for _, f := range m.Files {
		parts = append(parts, opc.Part{Name: f.Name, Data: f.Data})
	}
	if len(list)+m.size() > maxUnzipped {
		return ErrTooLarge
	}
	var whole bytes.Buffer
	if err := opc.Write(&whole, dated, parts); err != nil {
		return err
	}
	if whole.Len() > MaxSize {
		return ErrTooLarge
	}
	_, err = w.Write(whole.Bytes())
	return err
}

func (r Role) order() int {
	for i, known := range roles {
		if known.role == r {
			return i
		}
	}
	return len(roles)
}

// Package is a package that was opened.
type Package struct {
	Manifest
	Faults    []Fault // in which it is not as its manifest says
	Canonical bool    // the manifest is written as this version writes it
	Code      string  // a digest of the manifest, and so of all files, short enough to be read out: 3F2A-91C0-77B2-E01D
}

// Fault is a file that is not as the manifest says.
type Fault struct {
	Kind FaultKind
	File File // of one that the manifest does not list, no more than its name
}

// FaultKind says what is wrong with a file.
type FaultKind int

const (
	Missing FaultKind = iota
	Changed
	Broken  // cannot be unzipped
	Doubled // there are two of the name, and programs differ in which they show
	Extra   // the manifest does not list it
)

// Open opens a package and holds its files against the manifest. Nothing is believed of names, sizes and places that the zip tells. A
// package that was unzipped and packed anew by other programs is one still, also within a folder. The error is one plain sentence.
func Open(data []byte) (*Package, error) {
	if len(data) > MaxSize {
		return nil, ErrTooLarge
	}
	z, err := opc.OpenZip(data, budget.With(budget.Unzipped, maxUnzipped))
	if err != nil {
		return nil, plainly(err)
	}
	in := &zipped{Package: z, at: map[string][]string{}}
	if !in.list() {
		return nil, ErrNoPackage
	}
	if len(in.at[filename.Fold(ManifestName)]) > 1 {
		return nil, errors.New("里面有两份“" + ManifestName + "”，分不清哪一份是真的，请对方重新打包")
	}
	list, err := in.read(ManifestName, 0)
	if err != nil {
		return nil, plainly(err)
	}
	p := &Package{Code: code(list)}
	if p.Manifest, err = decode(list); err != nil {
		return nil, err
	}
	if p.size() > maxUnzipped {
		return nil, ErrTooLarge
	}
	again, err := p.encode()
	p.Canonical = err == nil && bytes.Equal(again, list)
	for i := range p.Files {
		if err := p.take(in, &p.Files[i]); err != nil {
			return nil, err
		}
	}
	p.addExtras(in)
	return p, nil
}

// take takes a file out of the zip. An error ends it all.
func (p *Package) take(in *zipped, f *File) error {
	fault := func(k FaultKind) { p.Faults = append(p.Faults, Fault{k, *f}) }
	names := in.at[filename.Fold(f.Name)] // one, written otherwise perhaps by who packed it anew
	switch len(names) {
	case 0:
		fault(Missing)
		return nil
	case 1:
	default:
		fault(Doubled)
		return nil
	}
	data, err := in.read(names[0], f.Size)
	var of opc.Error
	switch {
	case errors.As(err, &of) && of.Fault == opc.TooLarge:
		return ErrTooLarge
	case err != nil:
		fault(Broken)
		return nil
	}
	f.Data = data
	if len(data) != f.Size || sealed.Digest(data) != f.SHA256 {
		fault(Changed)
	}
	return nil
}

func (p *Package) addExtras(in *zipped) {
	listed := map[string]bool{filename.Fold(ManifestName): true}
	for _, f := range p.Files {
		listed[filename.Fold(f.Name)] = true
	}
	for _, name := range in.names {
		if !listed[filename.Fold(name)] {
			listed[filename.Fold(name)] = true
			p.Faults = append(p.Faults, Fault{Extra, File{Name: name}})
		}
	}
}

// zipped is the zip of a package.
type zipped struct {
	*opc.Package
	top   string              // the folder that all is in, with its slash; "" for none
	names []string            // of the files, without that folder
	at    map[string][]string // the same by the names as they are told apart
}

// list lists the files; found says whether there is a manifest among them. What macOS puts into every zip is passed over.
func (z *zipped) list() (found bool) {
	all := slices.DeleteFunc(z.Names(), func(name string) bool {
		return strings.HasSuffix(name, "/") || strings.HasPrefix(name, "__MACOSX/") || path.Base(name) == ".DS_Store"
	})
	if !slices.Contains(all, ManifestName) {
		at := slices.IndexFunc(all, func(name string) bool { return path.Base(name) == ManifestName && strings.Count(name, "/") == 1 })
		if at < 0 {
			return false
		}
		z.top = strings.TrimSuffix(all[at], ManifestName)
	}
	for _, name := range all {
		if inside, ok := strings.CutPrefix(name, z.top); ok {
			name = inside
		}
		z.names = append(z.names, name)
		z.at[filename.Fold(name)] = append(z.at[filename.Fold(name)], name)
	}
	return true
}

// read reads a file, which should be of a size.
func (z *zipped) read(name string, size int) ([]byte, error) {
	r, err := z.Reader(z.top + name)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	b := bytes.NewBuffer(make([]byte, 0, size+bytes.MinRead))
	_, err = b.ReadFrom(r)
	return b.Bytes(), err
}

// plainly is why a zip cannot be opened.
func plainly(err error) error {
	var of opc.Error
	switch {
	case !errors.As(err, &of):
		return err
	case of.Fault == opc.TooLarge:
		return ErrTooLarge
	case of.Fault == opc.Damaged:
		return errors.New("报送包已损坏，或者设了密码，打不开，请对方重新发送")
	}
	return ErrNoPackage
}

func code(list []byte) string {
	digits := strings.ToUpper(sealed.Digest(list))
	return strings.Join([]string{digits[:4], digits[4:8], digits[8:12], digits[12:16]}, "-")
}

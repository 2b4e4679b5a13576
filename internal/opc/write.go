package opc

import (
	"archive/zip"
	"io"
	"slices"
	"time"
)

// Part is a part of a package that is written.
type Part struct {
	Name  string
	Data  []byte
	Write func(w io.Writer) error // in the place of Data, for a part that is not to be held whole; nil for none
}

// Write writes a package of the parts in their order, but for the list of content types, which comes first, as readers of streams
// and those who tell files by their first bytes like it. All are compressed and of one date, so that equal parts make equal bytes.
func Write(w io.Writer, dated time.Time, parts []Part) error {
	z := newArchive(w)
	for _, first := range []bool{true, false} {
		for _, p := range parts {
			if (p.Name == ContentTypes) != first {
				continue
			}
			if err := put(z, dated, p); err != nil {
				return err
			}
		}
	}
	return z.Close()
}

func put(z *zip.Writer, dated time.Time, p Part) error {
	out, err := z.CreateHeader(&zip.FileHeader{Name: p.Name, Method: zip.Deflate, Modified: dated})
	switch {
	case err != nil:
		return err
	case p.Write != nil:
		return p.Write(out)
	}
	_, err = out.Write(p.Data)
	return err
}

// Set gives a part other contents, or adds one behind all others. It does not declare its type.
func (p *Package) Set(name string, data []byte) {
	if a := p.addition(name); a != nil {
		a.Data = data
		return
	}
	if _, ok := p.parts[fold(name)]; !ok {
		p.added = append(p.added, Part{Name: name, Data: data})
		return
	}
	if p.changed == nil {
		p.changed = map[string][]byte{}
	}
	p.changed[fold(name)] = data
}

// Drop leaves a part out of what is written. Whatever links to it or declares its type is not touched.
func (p *Package) Drop(name string) {
	if p.dropped == nil {
		p.dropped = map[string]bool{}
	}
	p.dropped[fold(name)] = true
}

// IsSet tells whether a part is other than it is stored.
func (p *Package) IsSet(name string) bool {
	_, ok := p.now(name)
	return ok
}

// now is what a part was set to.
func (p *Package) now(name string) (data []byte, ok bool) {
	if a := p.addition(name); a != nil {
		return a.Data, true
	}
	data, ok = p.changed[fold(name)]
	return data, ok
}

func (p *Package) addition(name string) *Part {
	at := slices.IndexFunc(p.added, func(a Part) bool { return fold(a.Name) == fold(name) })
	if at < 0 {
		return nil
	}
	return &p.added[at]
}

// Write writes the package as it was changed. What was not set is copied as it is stored, to the byte. What was set bears the
// date of what it replaces, and new parts that of the first, so that equal changes make equal bytes.
func (p *Package) Write(w io.Writer) error {
	z := newArchive(w)
	for _, f := range p.files {
		name := fold(f.Name)
		data, changed := p.changed[name]
		var err error
		switch {
		case p.dropped[name]:
		case changed && f != p.parts[name].file: // the same part once more
		case changed:
			err = put(z, f.Modified, Part{Name: f.Name, Data: data})
		default:
			err = p.copy(z, f)
		}
		if err != nil {
			return err
		}
	}
	for _, a := range p.added {
		if err := put(z, p.files[0].Modified, a); err != nil {
			return err
		}
	}
	return z.Close()
}

// copy copies a part without unzipping it. A part whose bytes the file does not have makes no copy, rather than a broken one.
func (p *Package) copy(z *zip.Writer, f *zip.File) error {
	raw, err := f.OpenRaw()
	if err != nil {
		return p.fails(Damaged)
	}
	header := f.FileHeader
	out, err := z.CreateRaw(&header)
	if err != nil {
		return err
	}
	n, err := io.Copy(out, raw)
	if err == nil && uint64(n) != f.CompressedSize64 {
		return p.fails(Damaged)
	}
	return err
}

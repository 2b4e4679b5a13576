// Package pdfdata finds the file that a PDF carries as its data. It reads as much of the PDF as leads there and draws nothing, so that
// it runs where no reader of pages does. Files that other programs saved anew are read like those that we wrote.
package pdfdata

import (
	"bytes"
	"errors"

	"nianbao/internal/budget"
)

// Why data cannot be looked for, or cannot be read although they are there.
var (
	errDamaged  = errors.New("PDF的结构有损坏，里面带的数据读不出")
	errUnusual  = errors.New("PDF里的内容压缩方式特殊，里面带的数据读不出")
	errTooMuch  = errors.New("PDF的结构太庞杂，不是正常的报告，里面带的数据没有读")
	errTooLarge = errors.New("PDF里带的数据文件太大，不是正常的报告数据，没有读")
	errTwo      = errors.New("PDF里带了两份不一样的数据文件，不知道以哪一份为准，都没有用")
)

// mostData is how large the data may be, in bytes: a long report has 60,000.
const mostData = 4 << 20

// Attached is the file of a name that belongs to the PDF as a whole. found says that there is one, also where an error says why it
// cannot be read; an error without it, that the PDF is damaged before one could be met. What is no PDF, or is encrypted, has none.
func Attached(pdf []byte, name string) (data []byte, found bool, err error) {
	const farthest = 1024 // bytes that may stand before a PDF
	start := bytes.Index(pdf[:min(len(pdf), farthest)], []byte("%PDF-"))
	if start < 0 {
		return nil, false, nil
	}
	f := newFile(pdf[start:], budget.New())
	if err := f.readSections(); err != nil {
		return nil, false, err
	}
	if f.trailer["Encrypt"] != nil {
		return nil, false, nil
	}
	catalog, err := f.dictionary(f.trailer["Root"])
	if err != nil {
		return nil, false, err
	}
	if catalog == nil {
		return nil, false, errDamaged
	}
	s := search{file: f, name: name, seen: map[reference]bool{}}
	if err := s.catalog(catalog); err != nil {
		return nil, s.found, err
	}
	return s.data, s.found, nil
}

// search goes through the files that a PDF carries.
type search struct {
	file  *file
	name  string
	seen  map[reference]bool
	found bool
	data  []byte
}

// catalog looks where files stand that belong to the whole: among the associated ones, and in the tree of names.
func (s *search) catalog(catalog dictionary) error {
	associated, err := s.file.array(catalog["AF"])
	if err != nil {
		return err
	}
	for _, v := range associated {
		if err := s.specification(v); err != nil {
			return err
		}
	}
	names, err := s.file.dictionary(catalog["Names"])
	if err != nil {
		return err
	}
	return s.tree(names["EmbeddedFiles"], 0)
}

// again says whether a value was met before: a tree may be a ring, and a file is named in several places.
func (s *search) again(v any) bool {
	ref, ok := v.(reference)
	if !ok {
		return false
	}
	again := s.seen[ref]
	s.seen[ref] = true
	return again
}

// tree goes through a tree of names (ISO 32000-1, 7.9.6).
func (s *search) tree(v any, depth int) error {
	if s.again(v) {
		return nil
	}
	if !s.file.budget.Allows(budget.Depth, depth) {
		return errTooMuch
	}
	node, err := s.file.dictionary(v)
	if err != nil {
		return err
	}
	names, err := s.file.array(node["Names"])
	if err != nil {
		return err
	}
	for i := 1; i < len(names); i += 2 {
		if err := s.specification(names[i]); err != nil {
			return err
		}
	}
	kids, err := s.file.array(node["Kids"])
	if err != nil {
		return err
	}
	for _, kid := range kids {
		if err := s.tree(kid, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// specification takes the data of a file that has the name.
func (s *search) specification(v any) error {
	if s.again(v) {
		return nil
	}
	spec, err := s.file.dictionary(v)
	if err != nil {
		return err
	}
	named := false
	for _, key := range []name{"UF", "F"} {
		called, err := s.file.resolved(spec[key])
		if err != nil {
			return err
		}
		if t, ok := called.(text); ok && t.decoded() == s.name {
			named = true
		}
	}
	if !named {
		return nil
	}
	s.found = true
	data, err := s.embedded(spec)
	if err != nil {
		return err
	}
	if s.data != nil && !bytes.Equal(s.data, data) {
		return errTwo
	}
	s.data = data
	return nil
}

// embedded is the content of a file.
func (s *search) embedded(spec dictionary) ([]byte, error) {
	files, err := s.file.dictionary(spec["EF"])
	if err != nil {
		return nil, err
	}
	for _, key := range []name{"UF", "F"} {
		if ref, ok := files[key].(reference); ok {
			o, err := s.file.object(ref.number)
			if err != nil {
				return nil, err
			}
			return s.file.unpacked(o, mostData)
		}
	}
	return nil, errDamaged
}

package pdfdata

import (
	"bytes"

	"nianbao/internal/budget"
)

// file is a PDF of which the cross-reference sections are read.
type file struct {
	data    []byte
	budget  *budget.Budget
	trailer dictionary    // the newest
	entries map[int]entry // the newest of each object
	packed  map[int]*pack // object streams that were opened
	depth   int           // of objects that are read for each other
}

// entry says where an object stands.
type entry struct {
	in    int // the number of the object stream that holds it; 0 for none
	at    int // else the offset in the file
	known bool
}

// object is a value that has a number.
type object struct {
	value  any
	data   []byte // of a stream, from its first byte on to the end of the file
	stream bool
}

// pack is an object stream (ISO 32000-1, 7.5.7): objects in a row, and where each stands.
type pack struct {
	data    []byte
	offsets map[int]int // by number
}

// deepest is how many objects may be needed for each other: a stream in a pack whose length has a number of its own takes three.
const deepest = 8

func newFile(data []byte, b *budget.Budget) *file {
	return &file{data: data, budget: b, entries: map[int]entry{}, packed: map[int]*pack{}}
}

// lexer reads from an offset on, no further than the budget goes.
func (f *file) lexer(at int) *lexer {
	return &lexer{data: f.data[:at+min(len(f.data)-at, f.budget.Left(budget.Unzipped)+1)], at: at, budget: f.budget}
}

// object reads an object; what is not there is null.
func (f *file) object(number int) (object, error) {
	if f.depth++; f.depth > deepest {
		return object{}, errDamaged
	}
	defer func() { f.depth-- }()
	e := f.entries[number]
	switch {
	case !e.known:
		return object{}, nil
	case e.in > 0:
		return f.unpack(e.in, number)
	}
	o, found, err := f.objectAt(e.at)
	if err == nil && found != number {
		err = errDamaged
	}
	return o, err
}

// objectAt reads what stands at an offset: 12 0 obj …
func (f *file) objectAt(offset int) (o object, number int, err error) {
	if offset < 0 || offset >= len(f.data) {
		return object{}, 0, errDamaged
	}
	l := f.lexer(offset)
	var head [3]any
	for i := range head {
		if head[i], err = l.next(); err != nil {
			return object{}, 0, err
		}
	}
	number, ok := head[0].(int)
	if _, isInt := head[1].(int); !ok || !isInt || head[2] != word("obj") {
		return object{}, 0, errDamaged
	}
	if o.value, err = l.value(0); err != nil {
		return object{}, 0, err
	}
	if _, ok := o.value.(dictionary); !ok {
		return o, number, nil
	}
	behind, err := l.next()
	if err != nil {
		return object{}, 0, err
	}
	if behind == word("stream") {
		o.stream = true
		o.data = bytes.TrimPrefix(f.data[l.at:], []byte("\r"))
		o.data = bytes.TrimPrefix(o.data, []byte("\n"))
	}
	return o, number, nil
}

// unpack reads an object out of an object stream.
func (f *file) unpack(in, number int) (object, error) {
	p := f.packed[in]
	if p == nil {
		var err error
		if p, err = f.open(in); err != nil {
			return object{}, err
		}
		f.packed[in] = p
	}
	offset, ok := p.offsets[number]
	if !ok || offset > len(p.data) {
		return object{}, errDamaged
	}
	l := &lexer{data: p.data, at: offset, budget: f.budget}
	v, err := l.value(0)
	return object{value: v}, err
}

// open reads the head of an object stream.
func (f *file) open(number int) (*pack, error) {
	if e := f.entries[number]; !e.known || e.in > 0 {
		return nil, errDamaged
	}
	o, err := f.object(number)
	if err != nil {
		return nil, err
	}
	head, _ := o.value.(dictionary)
	count, ok1 := head["N"].(int)
	first, ok2 := head["First"].(int)
	if head["Type"] != name("ObjStm") || !ok1 || !ok2 || first < 0 {
		return nil, errDamaged
	}
	p := &pack{offsets: map[int]int{}}
	if p.data, err = f.unpacked(o, f.budget.Left(budget.Unzipped)); err != nil {
		return nil, err
	}
	l := &lexer{data: p.data, budget: f.budget}
	for range count {
		number, err := l.next()
		if err != nil {
			return nil, err
		}
		offset, err := l.next()
		if err != nil {
			return nil, err
		}
		n, ok1 := number.(int)
		at, ok2 := offset.(int)
		if !ok1 || !ok2 || at < 0 || at > len(p.data) || first > len(p.data) {
			return nil, errDamaged
		}
		if !f.budget.Spend(budget.Elements, 1) {
			return nil, errTooMuch
		}
		p.offsets[n] = first + at
	}
	return p, nil
}

// resolved is the value that a reference stands for, and any other value itself.
func (f *file) resolved(v any) (any, error) {
	ref, ok := v.(reference)
	if !ok {
		return v, nil
	}
	o, err := f.object(ref.number)
	return o.value, err
}

// dictionary is a value as one, nil for null; anything else is damage.
func (f *file) dictionary(v any) (dictionary, error) {
	v, err := f.resolved(v)
	if err != nil || v == nil {
		return nil, err
	}
	d, ok := v.(dictionary)
	if !ok {
		return nil, errDamaged
	}
	return d, nil
}

// array is a value as one, nil for null; anything else is damage.
func (f *file) array(v any) (array, error) {
	v, err := f.resolved(v)
	if err != nil || v == nil {
		return nil, err
	}
	a, ok := v.(array)
	if !ok {
		return nil, errDamaged
	}
	return a, nil
}

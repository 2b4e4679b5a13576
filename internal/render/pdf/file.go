package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"fmt"
	"strings"
	"sync"
	"unicode/utf16"
)

// file is a PDF on its way to bytes, as one revision (ISO 32000-1, 7.5): objects that are no streams are packed into object streams, so
// that thousands of small ones, as tags are, take little room.
type file struct {
	objects  []object // by number, from 1
	deflater *deflater
}

// object is the text of one, and what its stream holds.
type object struct {
	text   string
	stream []byte // nil where it is none
	apart  bool   // it is not packed, though it is no stream
}

func (o object) isPacked() bool { return o.stream == nil && !o.apart }

func newFile() *file { return &file{deflater: deflaters.Get().(*deflater)} }

// reserve returns count object numbers in a row, the first of them, to be given to set.
func (f *file) reserve(count int) int {
	first := len(f.objects) + 1
	f.objects = append(f.objects, make([]object, count)...)
	return first
}

// set gives a reserved number its object.
func (f *file) set(number int, format string, args ...any) {
	f.objects[number-1].text = fmt.Sprintf(format, args...)
}

// add adds an object and returns its number.
func (f *file) add(format string, args ...any) int {
	number := f.reserve(1)
	f.set(number, format, args...)
	return number
}

// addApart adds an object that is not packed.
func (f *file) addApart(format string, args ...any) int {
	number := f.add(format, args...)
	f.objects[number-1].apart = true
	return number
}

// addStream adds data, compressed, as a stream and returns its number. entries go into the stream's dictionary.
func (f *file) addStream(entries string, data []byte) int {
	return f.addRaw("/Filter /FlateDecode"+entries, f.deflater.deflate(data))
}

// addOutlines is addStream for the outlines of glyphs, which hardly repeat: to look for what does would take 40 % longer, for 2 % less.
func (f *file) addOutlines(entries string, data []byte) int {
	return f.addRaw("/Filter /FlateDecode"+entries, f.deflater.deflateFast(data))
}

// addRaw adds data as they are as a stream and returns its number.
func (f *file) addRaw(entries string, data []byte) int {
	f.objects = append(f.objects, object{text: fmt.Sprintf("<<%s /Length %d>>", entries, len(data)), stream: data})
	return len(f.objects)
}

// packSize is how many objects go into one object stream: few enough that a reader who wants one of them need not unpack all.
const packSize = 200

// entry is where an object stands: at an offset in the file, or in a pack.
type entry struct {
	offset int
	pack   int // the number of the object stream that holds it, 0 for none
	index  int // in the pack
}

// close packs and writes all objects and returns the file, whose /ID is drawn from all that stands before it.
func (f *file) close(root, info int) []byte {
	entries := make([]entry, len(f.objects)+1)
	f.pack(entries)
	entries = append(entries, make([]entry, len(f.objects)+1-len(entries))...)

	size := 1 << 10
	for _, o := range f.objects {
		if o.stream != nil {
			size += 80 + len(o.text) + len(o.stream)
		}
	}
	out := bytes.NewBuffer(make([]byte, 0, size))
	out.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n") // the second line tells programs that it is no text (7.5.2)
	for i, o := range f.objects {
		if o.isPacked() {
			continue
		}
		entries[i+1].offset = out.Len()
		fmt.Fprintf(out, "%d 0 obj\n%s\n", i+1, o.text)
		if o.stream != nil {
			out.WriteString("stream\n")
			out.Write(o.stream)
			out.WriteString("\nendstream\n")
		}
		out.WriteString("endobj\n")
	}
	f.crossReference(out, entries, root, info)
	deflaters.Put(f.deflater)
	return out.Bytes()
}

// pack puts all objects that are no streams into object streams (7.5.7).
func (f *file) pack(entries []entry) {
	var loose []int
	for i, o := range f.objects {
		if o.isPacked() {
			loose = append(loose, i+1)
		}
	}
	for start := 0; start < len(loose); start += packSize {
		numbers := loose[start:min(start+packSize, len(loose))]
		var head, body bytes.Buffer
		for i, n := range numbers {
			fmt.Fprintf(&head, "%d %d ", n, body.Len())
			body.WriteString(f.objects[n-1].text + "\n")
			entries[n] = entry{pack: len(f.objects) + 1, index: i}
		}
		first := head.Len()
		head.Write(body.Bytes())
		f.addStream(fmt.Sprintf(" /Type /ObjStm /N %d /First %d", len(numbers), first), head.Bytes())
	}
}

// crossReference writes the cross-reference stream (7.5.8), which holds the trailer, too.
func (f *file) crossReference(out *bytes.Buffer, entries []entry, root, info int) {
	const (
		offsetBytes = 4
		row         = 1 + offsetBytes + 1 // kind, offset or pack, index in the pack
	)
	start := out.Len()
	id := sha256.Sum256(out.Bytes())
	rows := make([]byte, 0, (len(entries)+1)*(1+row))
	before := [row]byte{}
	add := func(e entry, kind byte) {
		at := e.offset
		if e.pack > 0 {
			kind, at = 2, e.pack
		}
		now := [row]byte{kind, byte(at >> 24), byte(at >> 16), byte(at >> 8), byte(at), byte(e.index)}
		rows = append(rows, 2) // predicted from the row above (7.4.4.4)
		for i := range now {
			rows = append(rows, now[i]-before[i])
		}
		before = now
	}
	add(entry{}, 0) // the head of the list of free numbers
	for _, e := range entries[1:] {
		add(e, 1)
	}
	add(entry{offset: start}, 1)
	data := f.deflater.deflate(rows)
	fmt.Fprintf(out, "%d 0 obj\n<</Type /XRef /Size %d /Root %d 0 R /Info %d 0 R /ID [<%X> <%[5]X>] /W [1 %d 1]"+
		" /Filter /FlateDecode /DecodeParms <</Predictor 12 /Columns %d>> /Length %d>>\nstream\n",
		len(entries), len(entries)+1, root, info, id[:16], offsetBytes, row, len(data))
	out.Write(data)
	fmt.Fprintf(out, "\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n", start)
}

// deflater compresses one piece of data after the other, well or fast. It takes two megabytes, so it is used again for the next file.
type deflater struct {
	out        bytes.Buffer
	well, fast *zlib.Writer
}

var deflaters = sync.Pool{New: func() any {
	const fast = 2
	d := &deflater{well: zlib.NewWriter(nil)}
	d.fast, _ = zlib.NewWriterLevel(nil, fast) // the level is a valid one
	return d
}}

// deflate returns data compressed, in memory of its own.
func (d *deflater) deflate(data []byte) []byte { return d.by(d.well, data) }

func (d *deflater) deflateFast(data []byte) []byte { return d.by(d.fast, data) }

func (d *deflater) by(w *zlib.Writer, data []byte) []byte {
	d.out.Reset()
	w.Reset(&d.out)
	w.Write(data) // writing to a Buffer cannot fail
	w.Close()
	return bytes.Clone(d.out.Bytes())
}

// pdfName writes a name without its slash (ISO 32000-1, 7.3.5).
func pdfName(name string) string {
	var out strings.Builder
	for _, c := range []byte(name) {
		if c > ' ' && c < 0x7F && !strings.ContainsRune("#/%()<>[]{}", rune(c)) {
			out.WriteByte(c)
		} else {
			fmt.Fprintf(&out, "#%02X", c)
		}
	}
	return out.String()
}

// textString writes a text string in UTF-16 with its mark (ISO 32000-1, 7.9.2.2).
func textString(text string) string {
	var out strings.Builder
	out.WriteString("<FEFF")
	for _, unit := range utf16.Encode([]rune(text)) {
		fmt.Fprintf(&out, "%04X", unit)
	}
	out.WriteString(">")
	return out.String()
}

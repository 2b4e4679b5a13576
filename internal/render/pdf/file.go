package pdf

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/klauspost/compress/zlib"

	"nianbao/fonts"
	"nianbao/internal/sealed"
)

// file is a PDF on its way to bytes, as one revision (ISO 32000-1, 7.5): objects that are no streams are packed into object streams, so
// that thousands of small ones, as tags are, take little room.
type file struct {
	out     []byte   // the file so far: its head, and all that is not packed
	objects []object // by number, from 1
	texts   []byte   // of those that will be packed, one behind the other

	deflater   *zlib.Writer // to the end of the file
	subsets    map[*fonts.Font]subset
	head, body []byte // of a pack in the making
}

// object is where one stands: in the file from an offset on, or else in a pack, and until then among the texts.
type object struct {
	offset      int
	start, end  int // among the texts
	pack, index int // the number of the object stream that holds it, and which object in it it is
}

// files are used again, but for what they hold: each takes a megabyte.
var files = sync.Pool{New: func() any {
	f := &file{ // with room for what most files take at the most
		objects: make([]object, 0, 1<<10), texts: make([]byte, 0, 96<<10),
		head: make([]byte, 0, 4<<10), body: make([]byte, 0, 32<<10),
		subsets: make(map[*fonts.Font]subset),
	}
	f.deflater, _ = zlib.NewWriterLevel(f, compression) // the level is a valid one
	return f
}}

// compression is the level of deflating. Of all levels of the library, and of those of compress/flate, it takes the least time for files that are
// no larger than compress/flate makes them by default: half of its time.
const compression = 6

// Usual is how many bytes most files take at the most.
const Usual = 192 << 10

// newFile is an empty file on its way to w. It is given back by release.
func newFile(w io.Writer) *file {
	f := files.Get().(*file)
	if b, ok := w.(*bytes.Buffer); ok && b.Available() >= Usual { // which need not copy what stands in it already
		f.out = b.AvailableBuffer()
	} else {
		f.out = make([]byte, 0, Usual)
	}
	f.objects, f.texts = f.objects[:0], f.texts[:0]
	f.out = append(f.out, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"...) // the second line tells programs that it is no text (7.5.2)
	return f
}

// release gives a file back whose bytes were written.
func (f *file) release() {
	f.out = nil
	files.Put(f)
}

// reserve returns count object numbers in a row, the first of them, to be given to set.
func (f *file) reserve(count int) int {
	first := len(f.objects) + 1
	f.objects = append(f.objects, make([]object, count)...)
	return first
}

// set gives a reserved number its object.
func (f *file) set(number int, format string, args ...any) {
	f.begin(number)
	f.texts = fmt.Appendf(f.texts, format, args...)
	f.end(number)
}

// begin says that what is appended to the texts now, until end, is the object of a reserved number.
func (f *file) begin(number int) { f.objects[number-1].start = len(f.texts) }

func (f *file) end(number int) { f.objects[number-1].end = len(f.texts) }

// add adds an object and returns its number.
func (f *file) add(format string, args ...any) int {
	number := f.reserve(1)
	f.set(number, format, args...)
	return number
}

// addApart adds an object that is not packed.
func (f *file) addApart(format string, args ...any) int {
	number := f.open()
	f.out = fmt.Appendf(f.out, format, args...)
	f.out = append(f.out, "\nendobj\n"...)
	return number
}

// open begins an object that is not packed.
func (f *file) open() (number int) {
	f.objects = append(f.objects, object{offset: len(f.out)})
	f.out = fmt.Appendf(f.out, "%d 0 obj\n", len(f.objects))
	return len(f.objects)
}

// addStream adds data, in one piece or several, compressed, as a stream and returns its number. entries go into the stream's dictionary.
func (f *file) addStream(entries string, data ...[]byte) int {
	number := f.open()
	f.stream(entries, data...)
	return number
}

// stream appends the rest of an object that is a stream.
func (f *file) stream(entries string, data ...[]byte) {
	f.deflate("<</Filter /FlateDecode"+entries, data...)
	f.out = append(f.out, "endobj\n"...)
}

// deflate appends data, compressed, as a stream whose dictionary begins so.
func (f *file) deflate(dictionary string, data ...[]byte) {
	start := len(f.out)
	f.deflater.Reset(f)
	for _, piece := range data {
		f.deflater.Write(piece) // appending cannot fail
	}
	f.deflater.Close()
	f.out = slices.Insert(f.out, start, streamHead(dictionary, len(f.out)-start)...)
	f.out = append(f.out, streamEnd...)
}

// Write appends to the file.
func (f *file) Write(data []byte) (int, error) {
	f.out = append(f.out, data...)
	return len(data), nil
}

// addRaw adds data as they are as a stream and returns its number.
func (f *file) addRaw(entries string, data []byte) int {
	number := f.open()
	f.out = append(f.out, streamHead("<<"+entries, len(data))...)
	f.out = append(append(f.out, data...), streamEnd+"endobj\n"...)
	return number
}

// streamHead is what stands in front of a stream of so many bytes, whose dictionary begins so (7.3.8).
func streamHead(dictionary string, length int) []byte {
	return fmt.Appendf(nil, "%s /Length %d>>\nstream\n", dictionary, length)
}

const streamEnd = "\nendstream\n"

// packSize is how many objects go into one object stream: few enough that a reader who wants one of them need not unpack all.
const packSize = 200

// close packs what is to be packed and returns the file, whose /ID is drawn from all that stands before it.
func (f *file) close(root, info int) []byte {
	var loose []int
	for i, o := range f.objects {
		if o.offset == 0 {
			loose = append(loose, i+1)
		}
	}
	for numbers := range slices.Chunk(loose, packSize) {
		f.pack(numbers)
	}
	f.crossReference(root, info)
	return f.out
}

// pack puts objects into an object stream (7.5.7).
func (f *file) pack(numbers []int) {
	f.head, f.body = f.head[:0], f.body[:0]
	for i, n := range numbers {
		o := &f.objects[n-1]
		o.pack, o.index = len(f.objects)+1, i
		f.head = fmt.Appendf(f.head, "%d %d ", n, len(f.body))
		f.body = append(append(f.body, f.texts[o.start:o.end]...), '\n')
	}
	f.addStream(fmt.Sprintf(" /Type /ObjStm /N %d /First %d", len(numbers), len(f.head)), f.head, f.body)
}

// crossReference writes the cross-reference stream (7.5.8), which holds the trailer, too.
func (f *file) crossReference(root, info int) {
	const (
		offsetBytes = 4
		row         = 1 + offsetBytes + 1 // kind, offset or pack, index in the pack
	)
	start := len(f.out)
	id := sealed.PDF(f.out)
	rows := make([]byte, 0, (len(f.objects)+2)*(1+row))
	before := [row]byte{}
	add := func(kind byte, at, index int) {
		now := [row]byte{kind, byte(at >> 24), byte(at >> 16), byte(at >> 8), byte(at), byte(index)}
		rows = append(rows, 2) // predicted from the row above (7.4.4.4)
		for i := range now {
			rows = append(rows, now[i]-before[i])
		}
		before = now
	}
	add(0, 0, 0) // the head of the list of free numbers
	for _, o := range f.objects {
		if o.pack > 0 {
			add(2, o.pack, o.index)
		} else {
			add(1, o.offset, 0)
		}
	}
	add(1, start, 0)
	f.deflate(fmt.Sprintf("%d 0 obj\n<</Type /XRef /Size %d /Root %d 0 R /Info %d 0 R %s /W [1 %d 1]"+
		" /Filter /FlateDecode /DecodeParms <</Predictor 12 /Columns %d>>",
		len(f.objects)+1, len(f.objects)+2, root, info, id, offsetBytes, row), rows)
	f.out = fmt.Appendf(f.out, "endobj\nstartxref\n%d\n%%%%EOF\n", start)
}

// list is a list of objects in the making, without the brackets around it (7.3.6).
type list struct {
	text  []byte
	count int
}

func (l *list) clear() { l.text, l.count = l.text[:0], 0 }

func (l *list) add(object string) { l.text = append(l.next(), object...) }

func (l *list) addReference(number int) { l.text = appendReference(l.next(), number) }

// next counts one more, and is the text up to it.
func (l *list) next() []byte {
	if l.count++; l.count > 1 {
		return append(l.text, ' ')
	}
	return l.text
}

// appendReference appends a reference to an object (7.3.10).
func appendReference(text []byte, number int) []byte {
	return append(strconv.AppendInt(text, int64(number), 10), " 0 R"...)
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
	out := []byte("<FEFF")
	for _, r := range text {
		out = appendUTF16(out, r)
	}
	return string(append(out, '>'))
}

// appendUTF16 appends a character in UTF-16 in hexadecimal digits.
func appendUTF16(text []byte, r rune) []byte {
	if first, second := utf16.EncodeRune(r); first != utf8.RuneError {
		return appendHex(appendHex(text, uint16(first)), uint16(second))
	}
	return appendHex(text, uint16(r))
}

func appendHex(text []byte, unit uint16) []byte {
	const digits = "0123456789ABCDEF"
	return append(text, digits[unit>>12], digits[unit>>8&0xF], digits[unit>>4&0xF], digits[unit&0xF])
}

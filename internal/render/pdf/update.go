package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
)

// errLayout says that fpdf's file is not as the version of fpdf in go.mod writes it.
var errLayout = errors.New("不能生成 PDF：画出的文件结构与预期不符。这是程序的错误，请告诉维护者")

// painted is a file as fpdf wrote it: one cross-reference table, one trailer.
type painted struct {
	file    []byte
	size    int // one more than the highest object number
	root    int // number of the catalog
	info    int
	start   int   // where the cross-reference table stands
	offsets []int // of the objects, by number
}

// readPainted finds the objects of fpdf's file.
func readPainted(file []byte) (painted, error) {
	p := painted{file: file}
	end := bytes.LastIndex(file, []byte("trailer\n"))
	if end < 0 {
		return p, errLayout
	}
	_, err := fmt.Sscanf(string(file[end:]), "trailer\n<<\n/Size %d\n/Root %d 0 R\n/Info %d 0 R\n>>\nstartxref\n%d\n",
		&p.size, &p.root, &p.info, &p.start)
	if err != nil || p.start < 0 || p.start > end {
		return p, errLayout
	}
	heading := fmt.Sprintf("xref\n0 %d\n", p.size)
	entries, ok := bytes.CutPrefix(file[p.start:end], []byte(heading))
	const entry = 20 // bytes
	if !ok || len(entries) != entry*p.size {
		return p, errLayout
	}
	for ; len(entries) > 0; entries = entries[entry:] {
		offset, err := strconv.Atoi(string(entries[:10]))
		if err != nil || offset < 0 || offset > p.start {
			return p, errLayout
		}
		p.offsets = append(p.offsets, offset)
	}
	return p, nil
}

// find returns the numbers of the objects whose text begins so.
func (p *painted) find(beginning string) []int {
	var numbers []int
	for n := 1; n < p.size; n++ {
		if bytes.HasPrefix(p.file[p.offsets[n]:], []byte(strconv.Itoa(n)+" 0 obj\n"+beginning)) {
			numbers = append(numbers, n)
		}
	}
	return numbers
}

// update is an incremental update (ISO 32000-1, 7.5.6): objects put behind a finished file, that are new or take the place
// of older ones. Nothing in the file before it moves.
type update struct {
	painted painted
	out     bytes.Buffer // the file and what is put behind it
	next    int          // the first free object number
	objects []object
	flate   *zlib.Writer
}

type object struct{ number, offset int }

// compression is zlib's level. Outlines of glyphs hardly repeat: level 6 takes 40 % longer for 2 % less.
const compression = 2

func newUpdate(file []byte) (*update, error) {
	p, err := readPainted(file)
	if err != nil {
		return nil, err
	}
	flate, err := zlib.NewWriterLevel(nil, compression)
	if err != nil {
		return nil, err
	}
	u := &update{painted: p, next: p.size, flate: flate}
	u.out.Write(file)
	return u, nil
}

// reserve returns count object numbers in a row, the first of them, to be given to replace.
func (u *update) reserve(count int) int {
	first := u.next
	u.next += count
	return first
}

// add writes a new object and returns its number.
func (u *update) add(format string, args ...any) int {
	number := u.reserve(1)
	u.replace(number, format, args...)
	return number
}

// replace writes an object under a number that the file has already, or that was reserved.
func (u *update) replace(number int, format string, args ...any) {
	u.begin(number)
	fmt.Fprintf(&u.out, format, args...)
	u.out.WriteString("\nendobj\n")
}

// addStream writes data, compressed, as a new object and returns its number. entries go into the stream's dictionary.
func (u *update) addStream(entries string, data []byte) int {
	var compressed bytes.Buffer
	u.flate.Reset(&compressed)
	u.flate.Write(data) // writing to a Buffer cannot fail
	u.flate.Close()
	return u.addRaw("/Filter /FlateDecode "+entries, compressed.Bytes())
}

// addRaw writes data as they are as a new stream object and returns its number.
func (u *update) addRaw(entries string, data []byte) int {
	number := u.reserve(1)
	u.begin(number)
	fmt.Fprintf(&u.out, "<<%s /Length %d>>\nstream\n", entries, len(data))
	u.out.Write(data)
	u.out.WriteString("\nendstream\nendobj\n")
	return number
}

func (u *update) begin(number int) {
	u.objects = append(u.objects, object{number, u.out.Len()})
	fmt.Fprintf(&u.out, "%d 0 obj\n", number)
}

// close writes the cross-reference section and the trailer, whose /ID is drawn from all that stands before it, and returns the file.
func (u *update) close() []byte {
	sum := sha256.Sum256(u.out.Bytes())
	start := u.out.Len()
	slices.SortFunc(u.objects, func(a, b object) int { return a.number - b.number })
	u.out.WriteString("xref\n")
	for left := u.objects; len(left) > 0; {
		row := 1
		for row < len(left) && left[row].number == left[0].number+row {
			row++
		}
		fmt.Fprintf(&u.out, "%d %d\n", left[0].number, row)
		for _, o := range left[:row] {
			fmt.Fprintf(&u.out, "%010d 00000 n \n", o.offset)
		}
		left = left[row:]
	}
	id := sum[:16]
	fmt.Fprintf(&u.out, "trailer\n<</Size %d /Root %d 0 R /Info %d 0 R /Prev %d /ID [<%X> <%X>]>>\nstartxref\n%d\n%%%%EOF\n",
		u.next, u.painted.root, u.painted.info, u.painted.start, id, id, start)
	return u.out.Bytes()
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

package pdfdata_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/exchange"
	"nianbao/internal/published/pdfdata"
	"nianbao/internal/render"
	"nianbao/internal/sample"
)

// built is a PDF of objects, numbered from 1, of which the first is the catalog; trailer stands in its trailer.
func built(trailer string, objects ...string) string {
	out := "%PDF-1.7\n"
	var offsets []int
	for i, o := range objects {
		offsets = append(offsets, len(out))
		out += fmt.Sprintf("%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := len(out)
	out += fmt.Sprintf("xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, at := range offsets {
		out += fmt.Sprintf("%010d 00000 n \n", at)
	}
	return out + fmt.Sprintf("trailer\n<</Size %d /Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, trailer, start)
}

// ourName is that of our data as a text string.
const ourName = "<FEFF 5E74 62A5 002E 006A 0073 006F 006E>"

// plain is a PDF that carries data under the name of ours, which are object 3.
func plain(objects ...string) string { return named(ourName, objects...) }

func named(name string, objects ...string) string {
	return built("", append([]string{"<</AF [2 0 R] /Names <</EmbeddedFiles <</Names [(x) 2 0 R]>>>>>>",
		"<</Type /Filespec /UF " + name + " /EF <</F 3 0 R>>>>"}, objects...)...)
}

// sectioned is a PDF of one section, which is a stream, and no other object.
func sectioned(entries, rows string) string {
	return "%PDF-1.7\n1 0 obj\n" + stream("/Type /XRef /Root 1 0 R "+entries, rows) + "\nendobj\nstartxref\n9\n%%EOF\n"
}

func stream(entries string, data string) string {
	return fmt.Sprintf("<<%s /Length %d>>\nstream\n%s\nendstream", entries, len(data), data)
}

func packed(data string) string {
	var out bytes.Buffer
	w := zlib.NewWriter(&out)
	w.Write([]byte(data))
	w.Close()
	return out.String()
}

const flate = "/Filter /FlateDecode"

func TestOddFiles(t *testing.T) {
	sound := plain(stream("", "{}"))
	again := func(old, other string) string {
		require.Len(t, other, len(old), "no offset moves")
		require.Contains(t, sound, old)
		return strings.Replace(sound, old, other, 1)
	}
	const file = "<</F " + ourName + " /EF <</UF 3 0 R>>>>"
	for _, c := range []struct {
		why, pdf string
		found    bool
	}{
		{"the plainest file", sound, true},
		{"something before it", "\r\nHTTP/1.1\r\n" + sound, true},
		{"something behind it", sound + "\n\n\n", true},
		{"a length that is an object", plain("<</Length 4 0 R>>\nstream\r\n{}\r\nendstream", "2"), true},
		{"a length that is too short", again("/Length 2>>", "/Length 1>>"), true},
		{"a length that is too long", again("/Length 2>>", "/Length 9>>"), true},
		{"a length that is none", plain("<</Length /L>>\nstream\n{}\nendstream"), true},
		{"a length that waits for itself", plain("<</Length 3 0 R>>\nstream\n{}\nendstream"), true},
		{"a filter in a list", plain(stream("/Filter [/FlateDecode] /DecodeParms [null]", packed("{}"))), true},
		{"no filter in a list", plain(stream("/Filter []", "{}")), true},
		{"named in UTF-8", named("(\xEF\xBB\xBF年报.json)", stream("", "{}")), true},
		{"named in octals", named("(\\376\\377^tb\\245\\0.\\0j\\0s\\0o\\0\\\nn)", stream("", "{}")), true},
		{"named the other way round", named("<FFFE745E A562 2E00 6A00 7300 6F00 6E0>", stream("", "{}")), true},
		{"a name that is an object", named("4 0 R", stream("", "{}"), ourName), true},
		{"only among the names", again("/AF [2 0 R]", "/A- [2 0 R]"), true},
		{"only associated", again("/EmbeddedFiles", "/EmbeddedFile-"), true},
		{"a tree of names", built("", "<</Names <</EmbeddedFiles 4 0 R>>>>", file, stream("", "{}"), "<</Kids [4 0 R 5 0 R]>>",
			"<</Kids [4 0 R] /Names [(a) 9 0 R (b) 2 0 R]>>"), true},
		{"twice, and equal", built("", "<</AF [2 0 R 4 0 R]>>", file, stream("", "{}"), "<</F "+ourName+" /EF <</F 5 0 R>>>>",
			stream(flate, packed("{}"))), true},
		{"comments, odd blanks and values of every kind", built("", "<<%)>>\r/A#46[2 0 R%\r\t]/X[true false null -1 +2.5 .5 (a\\)(b)\\\\\\n) <> <4> /]>>", file, stream("", "{}")), true},
		{"an older section", sound + "4 0 obj 5 endobj\nxref\n4 1\n" + fmt.Sprintf("%010d 00000 n \n", len(sound)) +
			fmt.Sprintf("trailer\n<</Root 1 0 R /Prev %d>>\nstartxref\n%d\n%%%%EOF", strings.Index(sound, "xref"), len(sound)+len("4 0 obj 5 endobj\n")), true},
		{"freed since", sound + "xref\n3 1\n0000000000 00001 f \n" +
			fmt.Sprintf("trailer\n<</Root 1 0 R /Encrypt 9 0 R /Prev %d>>\nstartxref\n%d\n%%%%EOF", strings.Index(sound, "xref"), len(sound)), false},

		{"no PDF", "PK\x03\x04", false},
		{"nothing", "", false},
		{"without data", built("", "<</Pages 2 0 R>>"), false},
		{"encrypted", built(" /Encrypt <<>>", "<<>>"), false},
		{"data of another name", again("5E74 62A5", "5E74 62A6"), false},
		{"names without a file", built("", "<</AF [9 0 R null <<>> <</UF 7 /F [1]>>]>>"), false},
	} {
		data, found, err := pdfdata.Attached([]byte(c.pdf), exchange.Attachment)
		require.NoError(t, err, c.why)
		assert.Equal(t, c.found, found, c.why)
		if c.found {
			assert.Equal(t, "{}", string(data), c.why)
		}
	}
}

// What cannot be read is said, with nothing handed on and within bounds.
func TestHostileFiles(t *testing.T) {
	const damaged, unusual, tooMuch, tooLarge, two = "损坏", "压缩方式特殊", "太庞杂", "太大", "两份不一样"
	sound := plain(stream("", "{}"))
	again := func(old, other string) string {
		require.Contains(t, sound, old)
		return strings.Replace(sound, old, other, 1)
	}
	nothings := strings.Repeat("\x00", 64<<20)
	deep := func(n int) string { return strings.Repeat("[", n) + strings.Repeat("]", n) }
	inPack := func(entries, objects string) string { // the catalog is object 2, in the pack that is object 3
		pack := fmt.Sprintf("3 0 obj\n%s\nendobj\n", stream("/Type /ObjStm "+entries, objects))
		head := "%PDF-1.7\n" + pack
		rows := "\x02\x00\x03\x00" + "\x01\x00\x09\x00"
		return head + "1 0 obj\n" + stream("/Type /XRef /Root 2 0 R /W [1 2 1] /Index [2 2]", rows) + fmt.Sprintf("\nendobj\nstartxref\n%d\n%%%%EOF\n", len(head))
	}
	_, found, err := pdfdata.Attached([]byte(inPack("/N 1 /First 4", "2 0 <</AF []>>")), exchange.Attachment)
	require.NoError(t, err, "those below are wrong in one thing each")
	require.False(t, found)
	for _, c := range []struct {
		why, pdf string
		found    bool
		says     string
	}{
		{"no end", "%PDF-1.7\n", false, damaged},
		{"cut off", sound[:len(sound)-20], false, damaged},
		{"a section beyond the end", again("startxref\n", "startxref\n9"), false, damaged},
		{"a section before the beginning", again("startxref\n", "startxref\n-"), false, damaged},
		{"a section that is none", "%PDF-1.7\nstartxref\n0\n%%EOF", false, damaged},
		{"a section with letters in it", again("0000000000 65535", "000000000x 65535"), false, damaged},
		{"a section without end", again("0 4\n", "0 999999999999\n"), false, damaged},
		{"a section of negative numbers", again("xref\n0 4\n", "xref\n-1 4\n"), false, damaged},
		{"sections in a ring", "%PDF-1.7\nxref\n0 0\ntrailer\n<</Prev 9>>\nstartxref\n9\n%%EOF", false, damaged},
		{"no root", again("/Root 1 0 R", ""), false, damaged},
		{"a root that is not there", again("/Root 1 0 R", "/Root 8 0 R"), false, damaged},
		{"a root that is a number", again("/Root 1 0 R", "/Root 1"), false, damaged},
		{"another object in its place", again("1 0 obj", "8 0 obj"), false, damaged},
		{"an offset that is wrong", again("0000000009 ", "0000000010 "), false, damaged},
		{"an offset beyond the end", again("0000000009 ", "0999999999 "), false, damaged},
		{"a value that does not close", built("", "<</AF [(((((2 0 R]>>"), false, damaged},
		{"a dictionary without names", built("", "<<1 2>>"), false, damaged},
		{"a dictionary with an odd end", built("", "<</AF>>"), false, damaged},
		{"marks across each other", built("", "<</AF [>>]"), false, damaged},
		{"half a reference", built("", "<</AF [R]>>"), false, damaged},
		{"a reference of names", built("", "<</AF [/a /b R]>>"), false, damaged},
		{"hexadecimals that are none", built("", "<</AF <xx>>>"), false, damaged},
		{"names that are a number", built("", "<</Names 1>>"), false, damaged},
		{"an object that stands for itself", built("", "<</AF 2 0 R>>", "2 0 R"), false, damaged},
		{"values without end in each other", built("", "<</AF "+deep(100_000)+">>"), false, tooMuch},
		{"values without end", built("", "<</AF ["+strings.Repeat("0 ", 2_000_000)+"]>>"), false, tooMuch},
		{"a string without end", built("", "<</AF ("+strings.Repeat("x", 40<<20)+")>>"), false, tooMuch},
		{"hexadecimals without end", built("", "<</AF <"+strings.Repeat("0", 40<<20)+">>>"), false, tooMuch},
		{"blanks without end", built("", strings.Repeat(" ", 40<<20)+"<<>>"), false, tooMuch},
		{"a tree of names without end", deepTree(300), false, tooMuch},
		{"sections that are all of the file", manySections(100_000), false, tooMuch},

		{"no content", built("", "<</AF [2 0 R]>>", "<</F "+ourName+">>"), true, damaged},
		{"content that is no stream", plain("<<>>"), true, damaged},
		{"content that is not there", plain(), true, damaged},
		{"a stream without end", plain("<</Length 5>>\nstream\n{}"), true, damaged},
		{"content that is cut off", plain(stream(flate, packed(strings.Repeat("{}", 99))[:12])), true, damaged},
		{"content that is not packed", plain(stream(flate, "{}")), true, damaged},
		{"content whose sum is wrong", plain(stream(flate, packed("{}")[:8]+"abcd")), true, damaged},
		{"another way of packing", plain(stream("/Filter /LZWDecode", "{}")), true, unusual},
		{"two ways", plain(stream("/Filter [/ASCIIHexDecode /FlateDecode]", "{}")), true, unusual},
		{"a way that is a number", plain(stream("/Filter 1", "{}")), true, damaged},
		{"a bomb", plain(stream(flate, packed(nothings))), true, tooLarge},
		{"much that is not packed", plain(stream("", nothings[:5<<20])), true, tooLarge},
		{"two that differ", built("", "<</AF [2 0 R 4 0 R]>>", "<</F "+ourName+" /EF <</F 3 0 R>>>>", stream("", "{}"),
			"<</F "+ourName+" /EF <</F 5 0 R>>>>", stream("", "[]")), true, two},

		{"a section of rows without width", sectioned("/W [0 0 0] /Index [0 999999999]", ""), false, damaged},
		{"of rows that are not there", sectioned("/W [1 2 1] /Index [0 999999999]", "\x01\x00\x00\x00"), false, damaged},
		{"of negative width", sectioned("/W [1 -2 1] /Index [0 1]", "\x01\x00\x00\x00"), false, damaged},
		{"of numbers too wide", sectioned("/W [1 9 1] /Index [0 1]", strings.Repeat("\x01", 11)), false, damaged},
		{"of half a part", sectioned("/W [1 2 1] /Index [0]", "\x01\x00\x00\x00"), false, damaged},
		{"of more rows than any file", sectioned("/W [0 1 0] /Size 9999999 "+flate, packed(nothings)), false, tooMuch},
		{"of rows that are all of the file", sectioned("/W [0 1 0] /Size 2000000", nothings[:2_000_000]), false, tooMuch},
		{"predicted from columns without end", sectioned("/W [0 1 0] /Size 1 /DecodeParms <</Predictor 12 /Columns 999999999>> "+flate, packed("00")), false, unusual},
		{"predicted from no columns", sectioned("/W [0 1 0] /Size 1 /DecodeParms <</Predictor 12 /Columns 0>> "+flate, packed("00")), false, unusual},
		{"predicted in another way", sectioned("/W [0 1 0] /Size 1 /DecodeParms <</Predictor 2>> "+flate, packed("00")), false, unusual},
		{"predicted in no way", sectioned("/W [0 1 0] /Size 1 /DecodeParms <</Predictor 12>> "+flate, packed("\x09\x00")), false, damaged},
		{"half a row predicted", sectioned("/W [0 1 0] /Size 1 /DecodeParms <</Predictor 12 /Columns 3>> "+flate, packed("\x00\x00")), false, damaged},

		{"a pack without type", strings.Replace(inPack("/N 1 /First 4", "2 0 <<>>"), "/ObjStm", "/ObjStx", 1), false, damaged},
		{"a pack of more than there is", inPack("/N 999999999 /First 4", "2 0 <<>>"), false, damaged},
		{"a pack that begins beyond its end", inPack("/N 1 /First 999999999", "2 0 <<>>"), false, damaged},
		{"a pack of negative offsets", inPack("/N 1 /First 4", "2 -9 <<>>"), false, damaged},
		{"a pack that lacks it", inPack("/N 1 /First 4", "9 0 <<>>"), false, damaged},
		{"a pack whose length is in it", packInItself(), false, damaged},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		data, found, err := pdfdata.Attached([]byte(c.pdf), exchange.Attachment)
		runtime.ReadMemStats(&after)
		assert.ErrorContains(t, err, c.says, c.why)
		assert.Equal(t, c.found, found, c.why)
		assert.Nil(t, data, c.why)
		assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(300<<20), c.why)
	}
}

// deepTree is a tree of names in which each node has one below it.
func deepTree(n int) string {
	objects := []string{"<</Names <</EmbeddedFiles 2 0 R>>>>"}
	for i := range n {
		objects = append(objects, fmt.Sprintf("<</Kids [%d 0 R]>>", i+3))
	}
	return built("", objects...)
}

// manySections is a file of sections that each lists what all others list.
func manySections(n int) string {
	var out strings.Builder
	out.WriteString("%PDF-1.7\n")
	before := ""
	start := 0
	for range n {
		start = out.Len()
		fmt.Fprintf(&out, "xref\n0 12\n%strailer\n<<%s>>\n", strings.Repeat("0000000000 00000 n \n", 12), before)
		before = fmt.Sprintf("/Prev %d", start)
	}
	fmt.Fprintf(&out, "startxref\n%d\n%%%%EOF\n", start)
	return out.String()
}

// packInItself is a file whose pack has its length in itself.
func packInItself() string {
	head := "%PDF-1.7\n3 0 obj\n<</Type /ObjStm /N 1 /First 4 /Length 2 0 R>>\nstream\n2 0 8\nendstream\nendobj\n"
	return head + "1 0 obj\n" + stream("/Type /XRef /Root 2 0 R /W [1 2 1] /Index [2 2]", "\x02\x00\x03\x00\x01\x00\x09\x00") +
		fmt.Sprintf("\nendobj\nstartxref\n%d\n%%%%EOF\n", len(head))
}

// Whatever is read, nothing breaks, and what is handed on is within bounds.
func FuzzAttached(f *testing.F) {
	pdf, _ := pdfOf(f, sample.Report(f, "d-town-2020"), render.Options{})
	f.Add(pdf)
	f.Add([]byte(plain(stream(flate, packed("{}")))))
	f.Add([]byte(plain("<</Length 4 0 R /Filter [/FlateDecode]>>\nstream\n"+packed("{}")+"\nendstream", "9")))
	f.Add([]byte(sectioned("/W [1 2 1] /Size 2", "\x00\x00\x00\x00\x01\x00\x09\x00")))
	f.Add([]byte(sectioned("/W [0 1 0] /Size 1 /DecodeParms <</Predictor 12 /Columns 1>> "+flate, packed("\x02\x09"))))
	f.Add([]byte(packInItself()))
	f.Add([]byte(deepTree(3)))
	f.Add([]byte(manySections(3)))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, found, err := pdfdata.Attached(data, exchange.Attachment)
		if (err != nil || !found) && got != nil || len(got) > 4<<20 {
			t.Fatalf("%d bytes, %v, %v", len(got), found, err)
		}
	})
}

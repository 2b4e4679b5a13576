package xmlscan_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/sample"
	"nianbao/internal/xmlscan"
)

// scanned lists what a scanner gives, and what it stops at.
func scanned(s *xmlscan.Scanner) (tokens []string, stop error) {
	s.KeepSpaces()
	tokens = []string{}
	for {
		kind, err := s.Next()
		if err != nil {
			return tokens, err
		}
		var b strings.Builder
		switch kind {
		case xmlscan.Start:
			fmt.Fprintf(&b, "start %q %q %q", s.Space(), s.Prefix(), s.Name())
			for i := range s.Attrs() {
				prefix, name, value := s.AttrAt(i)
				fmt.Fprintf(&b, " %q %q %q", prefix, name, value)
			}
		case xmlscan.End:
			fmt.Fprintf(&b, "end %q %q %q", s.Space(), s.Prefix(), s.Name())
		case xmlscan.Text:
			fmt.Fprintf(&b, "text %q", s.Text())
		}
		tokens = append(tokens, b.String())
	}
}

// decoded lists what encoding/xml gives of the same, and what it stops at.
func decoded(data []byte) (tokens []string, stop error) {
	tokens = []string{}
	d, raw := xml.NewDecoder(bytes.NewReader(data)), xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.Token()
		if err != nil {
			return tokens, err
		}
		written, _ := raw.RawToken() // with prefixes as they stand
		var b strings.Builder
		switch t := token.(type) {
		case xml.StartElement:
			r := written.(xml.StartElement)
			fmt.Fprintf(&b, "start %q %q %q", t.Name.Space, r.Name.Space, t.Name.Local)
			for _, a := range r.Attr {
				fmt.Fprintf(&b, " %q %q %q", a.Name.Space, a.Name.Local, a.Value)
			}
		case xml.EndElement:
			fmt.Fprintf(&b, "end %q %q %q", t.Name.Space, written.(xml.EndElement).Name.Space, t.Name.Local)
		case xml.CharData:
			fmt.Fprintf(&b, "text %q", t)
		default:
			continue
		}
		tokens = append(tokens, b.String())
	}
}

// The scanner gives what encoding/xml gives, and stops where that does, whether the data are in hand or come in pieces.
func FuzzScanner(f *testing.F) {
	for _, text := range tricky {
		f.Add([]byte(text))
	}
	for _, data := range parts(f) {
		if len(data) < 4<<10 { // longer ones take long; TestRealParts has them
			f.Add(data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) { compare(t, data) })
}

func compare(t *testing.T, data []byte) {
	want, wantStop := decoded(data)
	got, stop := scanned(xmlscan.New(data, math.MaxInt))
	var syntax *xml.SyntaxError
	if errors.As(wantStop, &syntax) && strings.HasPrefix(syntax.Msg, "invalid XML name") && len(got) >= len(want) {
		got = got[:len(want)] // there are more names in the fifth edition
	} else {
		require.Equal(t, wantStop == io.EOF, stop == io.EOF, "%v", wantStop)
	}
	require.Equal(t, want, got)
	all, _ := scanned(xmlscan.New(data, math.MaxInt))
	for cut := 0; cut <= len(data); cut += 1 + len(data)*len(data)/100_000 {
		pieces, piecesStop := scanned(xmlscan.NewReader(bytes.Clone(data[:cut]), bytes.NewReader(data[cut:]), math.MaxInt))
		require.Equal(t, stop, piecesStop)
		require.Equal(t, all, pieces)
	}
	const most = 40
	short, shortStop := scanned(xmlscan.NewReader(nil, iotest.OneByteReader(bytes.NewReader(data)), most))
	require.LessOrEqual(t, len(short), len(all))
	require.Equal(t, all[:len(short)], short)
	again, againStop := scanned(xmlscan.New(data, most))
	require.Equal(t, short, again)
	require.Equal(t, shortStop, againStop)
	if shortStop != stop {
		require.Equal(t, xmlscan.ErrLong, shortStop)
		require.Greater(t, len(data), most-1)
	}
}

// parts are those of files that many programs wrote.
func parts(t testing.TB) (all [][]byte) {
	const root = "../../"
	for _, pattern := range []string{"testdata/workbooks/*.xlsx", "testdata/foreign/0*.xlsx", "testdata/published/*.docx", "internal/opc/testdata/*x", "templates/blank-2019.xlsx"} {
		files, err := filepath.Glob(root + pattern)
		require.NoError(t, err)
		require.NotEmpty(t, files, pattern)
		for _, file := range files {
			data, err := os.ReadFile(file)
			require.NoError(t, err)
			if strings.Contains(file, "locked") {
				continue
			}
			for name, content := range sample.Unzip(t, data) {
				if strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".rels") {
					all = append(all, []byte(content))
				}
			}
		}
	}
	return all
}

func TestRealParts(t *testing.T) {
	for _, data := range parts(t) {
		compare(t, data)
	}
}

// tricky is what readers of XML are told apart by.
var tricky = []string{
	"", "<a/>", "<a></a>", "<a>", "</a>", "<a></b>", "<a></a></a>", "<a/><b/>", "x<a/>y", "<", "<a", "<a b", "<a b=", "<a b='", "<a b=''", "<a/", "</", "</a", "<a></a ",
	"<a ></a >", "< a/>", "</ a>", "<a / >", "<a/x>", "<a b='1'c=\"2\"/>", "<a b = '1'/>", "<a b=1/>", "<a b/>", "<a b='<'/>", "<a b='>'/>", "<a b='\"' c=\"'\"/>", "<a b='1' b='2'/>",
	"<a>]]></a>", "<a b=']]>'/>", "<a>]]&gt;</a>", "<a>]&#93;></a>", "<a>]]></a", "]]>", "<a>]]]></a>", "<a>>]]<b/>></a>",
	"<a>&lt;&gt;&amp;&quot;&apos;</a>", "<a>&amp</a>", "<a>&;</a>", "<a>& </a>", "<a>&nbsp;</a>", "<a>&ltx;</a>", "<a>&lt", "<a>&#65;&#x41;&#x4e00;</a>", "<a>&#X41;</a>", "<a>&#;</a>", "<a>&#x;</a>",
	"<a>&#0;</a>", "<a>&#8;</a>", "<a>&#9;&#10;&#13;</a>", "<a>&#xD800;</a>", "<a>&#xFFFE;</a>", "<a>&#x10FFFF;</a>", "<a>&#x110000;</a>", "<a>&#18446744073709551681;</a>", "<a>&#0000000000000000000000065;</a>",
	"<a b='&lt;&#10;&#13;\r\n\t'/>", "<a b='&x;'/>", "<a b='&'/>", "<a>\r\n\r\r\n\n</a>", "<a>\r&#10;\n&#13;\n</a>", "<a>\r</a>", "<a>x\r", "<a b='\r\n'/>",
	"<a>\x00</a>", "<a>\x0b</a>", "<a>\x7f</a>", "<a>\xff</a>", "<a>\xe4\xb8</a>", "<a>\xed\xa0\x80</a>", "<a>\xef\xbf\xbe</a>", "<a>\xef\xbf\xbd</a>", "<a>\xf0\x9f\x98\x80中文\u00e9</a>", "<a>\xe0\x80\x80</a>", "<a b='\xff'/>", "<a b='\x01'/>",
	"\ufeff<a/>", "\ufeff<?xml version='1.0'?><a/>",
	"<![CDATA[]]>", "<a><![CDATA[<&>\r\n]] >]]]></a>", "<a><![CDATA[x]]", "<a><![CDATA[\x00]]></a>", "<a><![CDATA[\xff]]></a>", "<![CDAT[", "<![CDATAx", "<a><![cdata[x]]></a>", "<a>x<![CDATA[y]]>z</a>",
	"<!---->", "<!--->", "<!-->", "<!-- -- -->", "<!-- --->", "<!-- x\xff\x00 -->", "<!--", "<!-", "<!-x", "<a>x<!--y-->z</a>", "<a><!-- > < --></a>",
	"<!DOCTYPE a>", "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", "<!DOCTYPE a [<!ENTITY b '>'>]><a>&b;</a>", "<!x '>' \">\" >", "<!>", "<!>>", "<!'>", "<!<>", "<!<>>", "<!x <!-- > ' --> >", "<!x <!-x> >", "<!x <!>>", "<!x <", "<!x <!", "<!x <!-", "<!x <!--", "<!x <'>'>>", "<!x <!-->-->>", "<!\"x>",
	"<?xml version='1.0'?>", "<?xml version='1.1'?>", "<?xml version=\"1.0\" encoding='GBK'?>", "<?xml encoding='UTF-8'?>", "<?xml encoding='Utf-8'?>", "<?xml version=1.0?>", "<?xml version= version='2'?>", "<?xml version='1?>", "<?xml?>", "<?xml ?>", "<?xml >", "<?xml", "<?", "<??>", "<? x?>", "<?x?>", "<?x y", "<?x:y:z?>", "<?1?>", "<?XML version='2'?>", "<a/><?xml version='1.1'?>", "<?xml\tversion\t='2'?>", "<?xml version='' encoding=''?>", "<?é?>",
	"<a:b/>", "<a:/>", "<:a/>", "<:/>", "<a:b:c/>", "<a:b></a:b>", "<a:b></c:b>", "<a:b></b>", "<a: b='c'/>", "<a b:='c' :d='e' f:g:h='i'/>", "<-a/>", "<.a/>", "<1/>", "<a1-._:b/>", "<_/>", "<a b='1' 2='3'/>",
	"<é/>", "<中 文='1'></中>", "<\u00d7/>", "<\u00b7/>", "<a\u00b7/>", "<a\u0300/>", "<\u0300/>", "<a\xff/>", "<\U00010000/>", "<\u2070/>", "<a &é;='1'/>", "<a>&é;</a>", "<\ufffd/>",
	"<a xmlns='x'><b/></a><a/>", "<a xmlns:p='x'><p:b xmlns:p='y'><p:c/></p:b><p:b/></a><p:a/>", "<p:a xmlns:p='x'/>", "<a xmlns='x'><b xmlns=''/></a>", "<xmlns/>", "<xmlns xmlns='x'/>", "<xmlns:a xmlns='x'/>", "<xml:a xml:space='preserve'/>", "<a xmlns:xml='x'><xml:b/></a>", "<a xmlns:='x'/>", "<a xmlns:b='c'/><b:d/>", "<a xmlns:p='x'></a><p:b></p:b>", "<a xmlns:xmlns='x'><xmlns:b/></a>",
}

func TestTricky(t *testing.T) {
	for _, text := range tricky {
		t.Run(text, func(t *testing.T) { compare(t, []byte(text)) })
	}
}

// A token may have so many bytes and no more, wherever it ends.
func TestLongTokens(t *testing.T) {
	for text, want := range map[string]error{
		"<a>1234567</a>":                       io.EOF,
		"<a>12345678</a>":                      xmlscan.ErrLong,
		"<a>1234567":                           xmlscan.ErrSyntax,
		"12345678":                             xmlscan.ErrLong,
		"<a23456/>":                            xmlscan.ErrLong,
		"<a b=''/>":                            xmlscan.ErrLong,
		"<abcde/>":                             io.EOF,
		"<!--x-->":                             io.EOF,
		"<!--xx-->":                            xmlscan.ErrLong,
		"<!-x                    ":             xmlscan.ErrSyntax,
		"<a/>" + strings.Repeat("<!---->", 10): io.EOF,
	} {
		_, stop := scanned(xmlscan.New([]byte(text), 8))
		assert.Equal(t, want, stop, text)
		_, stop = scanned(xmlscan.NewReader(nil, strings.NewReader(text), 8))
		assert.Equal(t, want, stop, text)
	}
}

// What cannot be read on is told as it is, behind all that came before it.
func TestBrokenReader(t *testing.T) {
	for _, broken := range []error{errors.New("broken"), io.ErrUnexpectedEOF} {
		tokens, stop := scanned(xmlscan.NewReader([]byte("<a>"), io.MultiReader(strings.NewReader("<b/>text"), iotest.ErrReader(broken)), math.MaxInt))
		assert.Equal(t, broken, stop)
		assert.Len(t, tokens, 3)
	}
}

func TestManySpaces(t *testing.T) {
	declaring := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, " xmlns:a%d='x'", i)
		}
		return "<a" + b.String() + "/>"
	}
	_, stop := scanned(xmlscan.New([]byte(strings.Repeat(declaring(500), 3)), math.MaxInt))
	assert.Equal(t, io.EOF, stop)
	_, stop = scanned(xmlscan.New([]byte(declaring(501)), math.MaxInt))
	assert.Equal(t, xmlscan.ErrSyntax, stop)
}

// Going over tags and texts costs no memory.
func TestNoMemory(t *testing.T) {
	data := []byte("<a>" + strings.Repeat(`<b c="d" e='&lt;'>text &amp; more</b>`, 1000) + "</a>")
	allocations := testing.AllocsPerRun(5, func() {
		s := xmlscan.New(data, math.MaxInt)
		for {
			kind, err := s.Next()
			if err == io.EOF {
				return
			}
			require.NoError(t, err)
			if kind == xmlscan.Start && s.Name() == "b" && s.Attr("c") != "d" || kind == xmlscan.Text && len(s.Text()) != len("text & more") {
				t.Fail()
			}
		}
	})
	assert.Less(t, allocations, 15.0)
}

func BenchmarkScanner(b *testing.B) {
	data := parts(b)[0]
	for _, d := range parts(b) {
		if len(d) > len(data) {
			data = d
		}
	}
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		s := xmlscan.New(data, math.MaxInt)
		for {
			if _, err := s.Next(); err != nil {
				break
			}
		}
	}
}

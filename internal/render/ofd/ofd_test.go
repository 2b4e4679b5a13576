package ofd

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/fonts"
	"nianbao/internal/chinese"
	"nianbao/internal/model"
	"nianbao/internal/render/document"
	"nianbao/internal/render/layout"
	"nianbao/internal/sample"
)

var attachment = layout.Attachment{Name: "年报.json", Plain: "nianbao.json", Type: "application/json", About: "本报告的数据", Data: []byte(`{"a": 1}`)}

func composed(t testing.TB, d *document.Document) *layout.Pages {
	t.Helper()
	set, err := fonts.Embedded()
	require.NoError(t, err)
	pages, _ := layout.Set(d, set)
	return pages
}

// cases are the sample reports, one of them as a draft, too, and one with all that is hard.
func cases(t testing.TB) map[string]*layout.Pages {
	all := map[string]*layout.Pages{}
	for name, r := range sample.Reports(t) {
		all[name] = composed(t, document.Compose(r))
	}
	draft := document.Compose(sample.Report(t, "f-county-2023"))
	draft.Mark = document.Draft
	for i := range 40 {
		draft.Notes = append(draft.Notes, document.Note{Level: "核实", Place: "“总体情况”A5", Text: strings.Repeat("文中写的是“13件”，表中是12件。", 1+i%4)})
	}
	all["draft"] = composed(t, draft)
	odd := sample.Report(t, "e-town-2024")
	odd.Texts["narrative.overview"] = []model.Paragraph{{Text: "没有字形的😀，𬇹𫭼𬭚㙍㵲䢺，<b>&amp;\"'，Latin words  that run over the end of a line and are joined there。"}}
	all["odd"] = composed(t, document.Compose(odd))
	return all
}

func write(t testing.TB, p *layout.Pages) []byte {
	t.Helper()
	var file bytes.Buffer
	require.NoError(t, Write(&file, p, &attachment))
	return file.Bytes()
}

// unzipped are the parts of a file, and their names in order.
func unzipped(t testing.TB, data []byte) (parts map[string]string, names []string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	parts = map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		require.NoError(t, err)
		content, err := io.ReadAll(r)
		require.NoError(t, err)
		require.NotContains(t, parts, f.Name)
		parts[f.Name] = string(content)
		names = append(names, f.Name)
	}
	return parts, names
}

var (
	ids     = regexp.MustCompile(` ID="(\d+)"`)
	codes   = regexp.MustCompile(`<ofd:TextCode X="[\d.]+" Y="[\d.]+"(?: DeltaX="([^"]*)")?>([^<]*)</ofd:TextCode>`)
	refs    = regexp.MustCompile(`<ofd:ObjectRef PageRef="(\d+)">(\d+)</ofd:ObjectRef>`)
	written = regexp.MustCompile(`^-?\d+(\.\d{1,3})?$`)
)

func TestParts(t *testing.T) {
	for name, pages := range cases(t) {
		t.Run(name, func(t *testing.T) {
			data := write(t, pages)
			parts, names := unzipped(t, data)
			require.Equal(t, mainPart, names[0])
			last := 0
			order := []string{resourcesPart}
			for i := range pages.Pages {
				order = append(order, fmt.Sprintf("%sPages/Page_%d/Content.xml", folder, i))
			}
			byPage := map[string]map[string]string{}
			painted := map[string]bool{}
			for _, part := range order {
				text := ""
				objects := map[string]string{}
				for _, id := range ids.FindAllStringSubmatch(parts[part], -1) {
					n, err := strconv.Atoi(id[1])
					require.NoError(t, err)
					require.Greater(t, n, last, "numbers rise in painting order")
					last = n
				}
				for _, object := range strings.Split(parts[part], "<ofd:TextObject")[1:] {
					code := codes.FindStringSubmatch(object)
					require.NotNil(t, code, object)
					words := unescaped(t, code[2])
					require.Equal(t, strings.TrimSpace(words), words, "no blank at an end")
					require.Equal(t, len([]rune(words))-1, steps(t, code[1]), "a step for each character but the last: %s", words)
					objects[ids.FindStringSubmatch(object)[1]] = words
					text += words
				}
				if part != resourcesPart {
					n := len(byPage)
					page := regexp.MustCompile(` ID="(\d+)" BaseLoc="Pages/Page_` + fmt.Sprint(n) + `/`).FindStringSubmatch(parts[documentPart])
					require.NotNil(t, page)
					byPage[page[1]] = objects
					want := ""
					for _, r := range pages.Pages[n].Runs {
						want += r.Text
					}
					require.Equal(t, bare(want), bare(text))
				}
			}
			assert.Contains(t, parts[documentPart], fmt.Sprintf("<ofd:MaxUnitID>%d</ofd:MaxUnitID>", last))
			told := ""
			for _, ref := range refs.FindAllStringSubmatch(parts[structurePart], -1) {
				words, known := byPage[ref[1]][ref[2]]
				require.True(t, known, "a reference to nothing")
				require.False(t, painted[ref[2]], "an object told twice")
				painted[ref[2]] = true
				told += words
			}
			want := ""
			for _, page := range pages.Pages {
				for _, r := range page.Runs {
					if isOfDocument := r.Ref.Part < layout.RepeatedHead; isOfDocument {
						want += r.Text
					}
				}
			}
			assert.Equal(t, bare(want), bare(told), "the structure tells all that the document says, in order")
			for name, part := range parts {
				require.Regexp(t, `^[A-Za-z0-9_./]+$`, name)
				if strings.HasSuffix(name, ".xml") {
					require.NoError(t, wellFormed(part), name)
				}
			}
			assert.Equal(t, string(attachment.Data), parts[folder+"Attachments/"+dataPart])
		})
	}
}

func bare(text string) string { return chinese.Unspaced(text) }

func unescaped(t testing.TB, text string) string {
	var out struct {
		Text string `xml:",chardata"`
	}
	require.NoError(t, xml.Unmarshal([]byte("<a>"+text+"</a>"), &out))
	return out.Text
}

// steps is how many steps a list of them has, groups counted.
func steps(t testing.TB, list string) (count int) {
	fields := strings.Fields(list)
	for i := 0; i < len(fields); i++ {
		if fields[i] == "g" {
			n, err := strconv.Atoi(fields[i+1])
			require.NoError(t, err)
			count += n
			i += 2
			continue
		}
		require.Regexp(t, written, fields[i])
		count++
	}
	return count
}

func wellFormed(part string) error {
	d := xml.NewDecoder(strings.NewReader(part))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

func TestEqualBytes(t *testing.T) {
	pages := cases(t)["a-town-2022"]
	want := write(t, pages)
	assert.Equal(t, want, write(t, cases(t)["a-town-2022"]))
	pages.Pages[0].Runs[0].Text += "。"
	id := regexp.MustCompile(`<ofd:DocID>[0-9a-f]{32}</ofd:DocID>`)
	before, _ := unzipped(t, want)
	after, _ := unzipped(t, write(t, pages))
	require.Regexp(t, id, before[mainPart])
	assert.NotEqual(t, id.FindString(before[mainPart]), id.FindString(after[mainPart]), "other pages have the same name")
}

func TestWriteRefuses(t *testing.T) {
	song, _ := func() (*fonts.Font, bool) {
		set, err := fonts.Embedded()
		require.NoError(t, err)
		return set.Resolve(fonts.Song, '年')
	}()
	page := layout.Page{Width: 595, Height: 842}
	lacking := page
	lacking.Runs = []layout.Run{{X: 80, Y: 80, Font: song, Size: 16, Stretch: 1, Text: "年\U0001F600"}}
	for _, c := range []struct {
		says  string
		pages []layout.Page
	}{
		{"没有可以生成 OFD 的页面", nil},
		{"第2页纸张大小的数值无效", []layout.Page{page, {}}},
		{"U+1F600", []layout.Page{lacking}},
	} {
		var out bytes.Buffer
		assert.ErrorContains(t, Write(&out, &layout.Pages{Pages: c.pages}, nil), c.says)
		assert.Zero(t, out.Len())
	}
	assert.ErrorContains(t, Write(full{}, &layout.Pages{Pages: []layout.Page{page}}, nil), "disk full")
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func BenchmarkWrite(b *testing.B) {
	pages := composed(b, document.Compose(sample.Report(b, "a-town-2022")))
	b.ReportAllocs()
	for b.Loop() {
		require.NoError(b, Write(io.Discard, pages, nil))
	}
}

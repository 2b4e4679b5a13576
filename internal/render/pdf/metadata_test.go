package pdf

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/render/layout"
)

func TestCatalog(t *testing.T) {
	d := readBack(t, write(t, report(t)))
	catalog := d.catalog()
	assert.Contains(t, catalog, "/Lang (zh-CN)")
	assert.Contains(t, catalog, "/ViewerPreferences <</DisplayDocTitle true>>")
	assert.True(t, bytes.HasPrefix(d.file, []byte("%PDF-1.7\n")))
	intent := d.object(d.reference(catalog, "OutputIntents"))
	assert.Contains(t, intent, "/OutputConditionIdentifier (sRGB IEC61966-2.1)")
	profile := d.reference(intent, "DestOutputProfile")
	assert.Contains(t, d.object(profile), "/N 3")
	assert.Equal(t, sRGB(), d.stream(profile))
	metadata := d.reference(catalog, "Metadata")
	assert.NotContains(t, d.object(metadata), "/Filter", "programs that know no PDF look for it")
	assert.NotContains(t, string(d.file), "pdfaid", "pages without a structure are none for all, and claim nothing")
}

// properties reads the leaves of an XMP packet: element names down from the description, and their text.
func properties(t *testing.T, packet []byte) map[string]string {
	t.Helper()
	found := map[string]string{}
	decoder := xml.NewDecoder(bytes.NewReader(packet))
	var path []string
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return found
		}
		require.NoError(t, err)
		switch token := token.(type) {
		case xml.StartElement:
			name := token.Name.Local
			for _, a := range token.Attr {
				if a.Name.Local == "lang" {
					name += "@" + a.Value
				}
			}
			path = append(path, name)
		case xml.EndElement:
			path = path[:len(path)-1]
		case xml.CharData:
			if text := string(token); strings.TrimSpace(text) != "" {
				found[strings.Join(path[3:], "/")] = text
			}
		}
	}
}

func TestMetadata(t *testing.T) {
	tashkent := time.FixedZone("", 5*3600+30*60)
	for _, test := range []struct {
		why  string
		in   layout.Info
		want map[string]string // the document information
	}{
		{"a report", layout.Info{
			Title: "清溪镇人民政府2025年政府信息公开工作年度报告", Author: "清溪镇人民政府", Subject: "年度报告",
			Keywords: []string{"政府信息公开", "年度报告"}, Dated: time.Date(2026, 1, 20, 0, 0, 0, 0, time.UTC),
		}, map[string]string{
			"Title": "清溪镇人民政府2025年政府信息公开工作年度报告", "Author": "清溪镇人民政府", "Subject": "年度报告",
			"Keywords": "政府信息公开, 年度报告", "CreationDate": "D:20260120000000+00'00'", "ModDate": "D:20260120000000+00'00'",
		}},
		{"what is not known is not said", layout.Info{}, map[string]string{}},
		{"markup is text", layout.Info{Title: `<a>&"')(\`}, map[string]string{"Title": `<a>&"')(\`}},
		{"beyond U+FFFF", layout.Info{Author: "𬇹镇"}, map[string]string{"Author": "𬇹镇"}},
		{"what XML cannot hold is shown as such in both", layout.Info{Subject: "a\x00b\xffc\uFFFEd"}, map[string]string{"Subject": "a\uFFFDb\uFFFDc\uFFFDd"}},
		{"line breaks and tabs are kept", layout.Info{Title: "a\n\tb"}, map[string]string{"Title": "a\n\tb"}},
		{"a zone of half an hour", layout.Info{Dated: time.Date(2026, 12, 31, 23, 59, 58, 7, tashkent)},
			map[string]string{"CreationDate": "D:20261231235958+05'30'", "ModDate": "D:20261231235958+05'30'"}},
		{"a zone behind Greenwich", layout.Info{Dated: time.Date(2026, 3, 1, 1, 2, 3, 0, time.FixedZone("", -9*3600))},
			map[string]string{"CreationDate": "D:20260301010203-09'00'", "ModDate": "D:20260301010203-09'00'"}},
	} {
		t.Run(test.why, func(t *testing.T) {
			got := map[string]string{}
			for _, entry := range regexp.MustCompile(`/(\w+) (?:<FEFF([0-9A-F]+)>|\(([^)]*)\))`).FindAllStringSubmatch(information(test.in), -1) {
				got[entry[1]] = utf16Text(t, entry[2]) + entry[3]
			}
			test.want["Creator"], test.want["Producer"] = "nianbao", "nianbao"
			assert.Equal(t, test.want, got)

			packet := properties(t, xmp(test.in, false))
			assert.Equal(t, "application/pdf", packet["format"])
			assert.Equal(t, "zh-CN", packet["language/Bag/li"])
			for entry, property := range map[string]string{ // ISO 19005-1, 6.7.3: what must agree
				"Title": "title/Alt/li@x-default", "Author": "creator/Seq/li", "Subject": "description/Alt/li@x-default",
				"Keywords": "Keywords", "Creator": "CreatorTool", "Producer": "Producer",
			} {
				assert.Equal(t, got[entry], packet[property], entry)
			}
			assert.Equal(t, packet["CreateDate"], packet["ModifyDate"])
			if test.in.Dated.IsZero() {
				assert.NotContains(t, packet, "CreateDate")
				return
			}
			dated, err := time.Parse(time.RFC3339, packet["CreateDate"])
			require.NoError(t, err)
			assert.True(t, dated.Equal(test.in.Dated.Truncate(time.Second)))
		})
	}
}

package ofddata_test

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/fonts"
	"nianbao/internal/exchange"
	"nianbao/internal/published/ofddata"
	"nianbao/internal/render"
	"nianbao/internal/render/document"
	"nianbao/internal/sample"
)

func ofdOf(t testing.TB, o render.Options) []byte {
	t.Helper()
	r := sample.Report(t, "a-town-2022")
	set, err := fonts.Embedded()
	require.NoError(t, err)
	format, ok := render.ByName("ofd")
	require.True(t, ok)
	var file bytes.Buffer
	require.NoError(t, format.Write(&file, render.NewInput(r, nil, document.Compose(r), set, o)))
	return file.Bytes()
}

// changed is a zip with parts as a function gives them; nil leaves one out.
func changed(t testing.TB, file []byte, change func(name, data string) *string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	require.NoError(t, err)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		r, err := f.Open()
		require.NoError(t, err)
		data, err := io.ReadAll(r)
		require.NoError(t, err)
		if now := change(f.Name, string(data)); now != nil {
			part, err := w.Create(f.Name)
			require.NoError(t, err)
			part.Write([]byte(*now))
		}
	}
	require.NoError(t, w.Close())
	return out.Bytes()
}

func TestAttached(t *testing.T) {
	file := ofdOf(t, render.Options{})
	data, asWritten, err := ofddata.Attached(file, exchange.Attachment)
	require.NoError(t, err)
	assert.True(t, asWritten)
	_, err = exchange.Read(data)
	assert.NoError(t, err)

	_, _, err = ofddata.Attached(ofdOf(t, render.Options{NoData: true}), exchange.Attachment)
	assert.ErrorIs(t, err, ofddata.ErrNone)
	_, _, err = ofddata.Attached(file, "别的.json")
	assert.ErrorIs(t, err, ofddata.ErrNone)

	again := changed(t, file, func(_, data string) *string { return &data })
	_, asWritten, err = ofddata.Attached(again, exchange.Attachment)
	assert.NoError(t, err)
	assert.True(t, asWritten, "packed anew, with nothing changed")
	for why, part := range map[string]string{"a page": "Doc_0/Pages/Page_1/Content.xml", "the data": "Doc_0/Attachments/data.json", "a font": "Doc_0/Res/font0.ttf"} {
		touched := changed(t, file, func(name, data string) *string {
			if name == part {
				data = strings.Replace(data, "2022", "2023", 1) + " "
			}
			return &data
		})
		_, asWritten, err = ofddata.Attached(touched, exchange.Attachment)
		assert.NoError(t, err)
		assert.False(t, asWritten, why)
	}
}

func TestDamagedFiles(t *testing.T) {
	file := ofdOf(t, render.Options{})
	replace := func(part, old, other string) []byte {
		return changed(t, file, func(name, data string) *string {
			if name == part {
				require.Contains(t, data, old)
				data = strings.Replace(data, old, other, 1)
			}
			return &data
		})
	}
	for why, data := range map[string][]byte{
		"nothing":                     nil,
		"no zip":                      []byte("OFD"),
		"cut off":                     file[:len(file)/2],
		"no main part":                changed(t, file, func(name, data string) *string { return map[bool]*string{false: &data}[name == "OFD.xml"] }),
		"no document":                 changed(t, file, func(name, data string) *string { return map[bool]*string{false: &data}[name == "Doc_0/Document.xml"] }),
		"no list":                     replace("Doc_0/Document.xml", "Attachments/Attachments.xml", "Attachments/Other.xml"),
		"no data":                     replace("Doc_0/Attachments/Attachments.xml", "data.json", "other.json"),
		"a location out of the file":  replace("OFD.xml", "Doc_0/Document.xml", "../../../etc/passwd"),
		"a main part that is no XML":  replace("OFD.xml", "<ofd:DocBody>", "<"),
		"a list that ends in between": replace("Doc_0/Attachments/Attachments.xml", "</ofd:Attachments>", ""),
	} {
		_, _, err := ofddata.Attached(data, exchange.Attachment)
		assert.ErrorContains(t, err, "损坏", why)
	}
	bomb := changed(t, file, func(name, data string) *string {
		if name == "Doc_0/Attachments/data.json" {
			data = strings.Repeat(" ", 5<<20)
		}
		return &data
	})
	_, _, err := ofddata.Attached(bomb, exchange.Attachment)
	assert.ErrorContains(t, err, "损坏", "far too much")
}

func FuzzAttached(f *testing.F) {
	f.Add(ofdOf(f, render.Options{}))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, data []byte) {
		ofddata.Attached(data, exchange.Attachment)
	})
}

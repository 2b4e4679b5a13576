package workbook

import (
	"io"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"nianbao/internal/model"
	"nianbao/internal/sample"
)

func BenchmarkWrite(b *testing.B) {
	r := model.New(edition(b, "2021"))
	for b.Loop() {
		_, err := Write(io.Discard, r, Options{})
		require.NoError(b, err)
	}
}

// filled are workbooks as the program writes them, and as LibreOffice saves them, with shared strings.
func filled(b *testing.B, run func(b *testing.B, data []byte)) {
	for _, name := range []string{"b-district-2022", "g-stress-2025"} {
		data := written(b, sample.Report(b, name), Options{})
		b.Run(name, func(b *testing.B) { run(b, data) })
	}
	data, err := os.ReadFile("../../testdata/workbooks/libreoffice-b-district-2022.xlsx")
	require.NoError(b, err)
	b.Run("libreoffice", func(b *testing.B) { run(b, data) })
}

func BenchmarkRead(b *testing.B) {
	filled(b, func(b *testing.B, data []byte) {
		for b.Loop() {
			_, err := Read(data)
			require.NoError(b, err)
		}
	})
}

func BenchmarkPeek(b *testing.B) {
	filled(b, func(b *testing.B, data []byte) {
		for b.Loop() {
			_, err := Peek(data)
			require.NoError(b, err)
		}
	})
}

func BenchmarkEdit(b *testing.B) {
	filled(b, func(b *testing.B, data []byte) {
		r, err := Read(data)
		require.NoError(b, err)
		const figure, text = "requests.received.natural_person", "narrative.overview"
		changes := []Change{{Key: figure, Before: r.Figure(figure).Text, After: "77"}, {Key: text, Paragraph: 1, Before: r.Texts[text][0].Text, After: "改。"}}
		for b.Loop() {
			require.NoError(b, Edit(io.Discard, data, changes))
		}
	})
}

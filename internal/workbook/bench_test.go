package workbook

import (
	"io"
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

func BenchmarkRead(b *testing.B) {
	for _, name := range []string{"b-district-2022", "g-stress-2025"} {
		b.Run(name, func(b *testing.B) {
			data := written(b, sample.Report(b, name), Options{})
			for b.Loop() {
				_, err := Read(data)
				require.NoError(b, err)
			}
		})
	}
}

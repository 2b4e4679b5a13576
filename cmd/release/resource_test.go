package main

import (
	"bytes"
	"debug/pe"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/sample"
)

func TestNumericVersion(t *testing.T) {
	for _, c := range []struct{ why, version, want string }{
		{"a release", "1.2.3", "1.2.3.0"},
		{"before one", "1.2.0-rc1", "1.2.0.0"},
		{"whole", "2", "2.0.0.0"},
		{"no release", "devel", "0.0.0.0"},
		{"more than Windows compares", "1.2.3.4.5", "1.2.3.4"},
	} {
		assert.Equal(t, c.want, numeric(c.version), c.why)
	}
}

// The pictures have the sizes that their names say, and the colour of the drawing that they are made from.
func TestIcon(t *testing.T) {
	drawing := string(sample.Read(t, "templates/page/icon.svg"))
	require.Contains(t, drawing, `fill="#a8321f"`)
	files, err := fs.Glob(resources, "icon/*.png")
	require.NoError(t, err)
	var sizes []string
	for _, file := range files {
		data, err := resources.ReadFile(file)
		require.NoError(t, err)
		picture, err := png.Decode(bytes.NewReader(data))
		require.NoError(t, err)
		width, height := picture.Bounds().Dx(), picture.Bounds().Dy()
		require.Equal(t, width, height, file)
		sizes = append(sizes, strings.TrimSuffix(filepath.Base(file), ".png"))
		r, g, b, _ := picture.At(width/8, height/2).RGBA()
		assert.Equal(t, []uint32{0xa8, 0x32, 0x1f}, []uint32{r >> 8, g >> 8, b >> 8}, file)
		_, _, _, corner := picture.At(0, 0).RGBA()
		assert.Less(t, corner, uint32(0x8000), "%s: round, and nothing behind it", file)
	}
	assert.ElementsMatch(t, []string{"16", "20", "24", "32", "40", "48", "64", "128", "256"}, sizes, "from lists to tiles, at 100 to 250 %")
}

// A program gets its resources, the same bytes each time, and is else what it was.
func TestProgramIsDressed(t *testing.T) {
	sample.Long(t)
	sample.Need(t, "go", "wrestool", "icotool")
	folder := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(folder, "main.go"), []byte("package main\n\nfunc main() { println(\"年报\") }\n"), 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(folder, "go.mod"), []byte("module small\n"), 0o600))
	for _, machine := range []string{"amd64", "386", "arm64"} {
		bare, err := source{folder: folder}.compile("windows", machine, ".")
		require.NoError(t, err)
		s := source{folder: "../..", version: version{number: "1.2.0-rc1"}}
		program, err := s.dressed(bare)
		require.NoError(t, err)
		again, err := s.dressed(bare)
		require.NoError(t, err)
		require.True(t, bytes.Equal(program, again), "%s: the same bytes", machine)

		before, err := pe.NewFile(bytes.NewReader(bare))
		require.NoError(t, err)
		after, err := pe.NewFile(bytes.NewReader(program))
		require.NoError(t, err)
		assert.Equal(t, before.Machine, after.Machine)
		for _, section := range before.Sections {
			want, err := section.Data()
			require.NoError(t, err)
			got, err := after.Section(section.Name).Data()
			require.NoError(t, err)
			assert.Equal(t, want, got, "%s: %s", machine, section.Name)
		}
		path := filepath.Join(folder, machine+".exe")
		require.NoError(t, os.WriteFile(path, program, 0o600))
		checkResources(t, path)
	}
}

// checkResources looks at a program's resources as another program sees them.
func checkResources(t *testing.T, path string) {
	icon := filepath.Join(t.TempDir(), "icon.ico")
	sample.Run(t, "wrestool", "-x", "-t14", "-o", icon, path)
	var sizes []string
	for _, found := range regexp.MustCompile(`--width=(\d+)`).FindAllStringSubmatch(sample.Run(t, "icotool", "-l", icon), -1) {
		sizes = append(sizes, found[1])
	}
	assert.ElementsMatch(t, []string{"16", "20", "24", "32", "40", "48", "64", "128", "256"}, sizes)

	manifest := sample.Run(t, "wrestool", "-x", "--raw", "-t24", path)
	assert.Contains(t, manifest, `level="asInvoker"`)
	assert.Contains(t, manifest, ">true</longPathAware>")
	told := sample.Run(t, "wrestool", "-x", "--raw", "-t16", path)
	for name, text := range map[string]string{"FileDescription": "年报", "ProductName": "年报", "FileVersion": "1.2.0-rc1"} {
		assert.Contains(t, told, wide(name)+wide("\x00"), name)
		assert.Contains(t, told, wide(text)+wide("\x00"), name)
	}
	assert.Contains(t, told, "\xbd\x04\xef\xfe\x00\x00\x01\x00"+"\x02\x00\x01\x00\x00\x00\x00\x00", "1.2.0.0, as it is compared")
}

// wide is text as Windows keeps it.
func wide(text string) string {
	var b strings.Builder
	for _, unit := range utf16.Encode([]rune(text)) {
		b.Write([]byte{byte(unit), byte(unit >> 8)})
	}
	return b.String()
}

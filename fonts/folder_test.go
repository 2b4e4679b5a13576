package fonts

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestLoad(t *testing.T) {
	han := func(fsType uint16, chars string) []byte {
		d := drawn{chars: []rune(chars), fsType: fsType}
		for range chars {
			d.glyphs = append(d.glyphs, simple(triangle(0, 0)))
		}
		return d.file()
	}
	sound := han(0, "一中")
	collection := append([]byte("ttcf"), make([]byte, 40)...)
	postScript := append([]byte("OTTO"), make([]byte, 40)...)
	tests := []struct {
		why   string
		files map[string][]byte
		own   string   // the faces set in the folder's fonts
		notes []string // each in one of the notes
	}{
		{"nothing there", nil, "", []string{"正文字体：没有找到 simfang.ttf", "标题字体：没有找到 fzxbsjw.ttf"}},
		{"仿宋 is the body", map[string][]byte{"simfang.ttf": sound}, "song", []string{"正文字体：用 ", "simfang.ttf", "楷体：没有找到"}},
		{"all four, names in capitals", map[string][]byte{"SIMFANG.TTF": sound, "SimKai.ttf": sound, "simhei.TTF": sound, "FZXBSJW.TTF": sound}, "song hei kai title", nil},
		{"Chinese file names", map[string][]byte{"方正小标宋_GBK.ttf": sound, "楷体_GB2312.ttf": sound}, "kai title", nil},
		{"a folder within", map[string][]byte{"方正/FZXBSJW.TTF": sound}, "title", nil},
		{"other fonts are not ours to judge", map[string][]byte{"arial.ttf": sound, "simkai.txt": sound}, "", nil},
		{"a collection", map[string][]byte{"simhei.ttc": collection}, "", []string{"simhei.ttc，是字体集", "黑体：用程序自带的字体"}},
		{"PostScript outlines", map[string][]byte{"simkai.otf": postScript}, "", []string{"simkai.otf，是 PostScript"}},
		{"embedding forbidden", map[string][]byte{"simkai.ttf": han(2, "一中")}, "", []string{"simkai.ttf，它的版权设置不允许嵌入"}},
		{"no Chinese characters", map[string][]byte{"simkai.ttf": han(0, "ab")}, "", []string{"simkai.ttf，里面没有汉字"}},
		{"damaged", map[string][]byte{"simkai.ttf": sound[:99]}, "", []string{"simkai.ttf，已损坏"}},
		{"empty", map[string][]byte{"simkai.ttf": {}}, "", []string{"simkai.ttf，不是 TrueType"}},
		{"the next is taken for one that is refused", map[string][]byte{"simkai.ttf": sound[:99], "STKAITI.TTF": sound}, "kai", []string{"simkai.ttf，已损坏", "楷体：用 "}},
		{"a sound one of the same name in another folder", map[string][]byte{"a/simkai.ttc": collection, "b/simkai.ttf": sound}, "kai", nil},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			folder := t.TempDir()
			for name, data := range test.files {
				path := filepath.Join(folder, filepath.FromSlash(name))
				require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
				require.NoError(t, os.WriteFile(path, data, 0o644))
			}
			set, notes, err := Load(folder)
			require.NoError(t, err)

			var own []string
			names := map[string]bool{}
			for face := range Faces {
				if first := set.chains[face][0]; first.Name() != face.id() {
					own = append(own, face.id())
				}
				for _, font := range set.chains[face] {
					names[font.Name()] = true
				}
				font, ok := set.Resolve(face, '镇')
				require.True(t, ok)
				assert.Equal(t, face.id(), font.Name(), "what the user's font lacks is set in the program's own of the face")
			}
			assert.Equal(t, test.own, strings.Join(own, " "))
			assert.Len(t, names, 4+len(own), "no two fonts of the same name")
			assert.GreaterOrEqual(t, len(notes), 4, "one for each face")
			for _, want := range test.notes {
				assert.Contains(t, strings.Join(notes, "\n"), want)
			}
		})
	}
}

func TestWith(t *testing.T) {
	han := drawn{glyphs: [][]byte{simple(triangle(0, 0))}, chars: []rune("中")}.file()
	for _, c := range []struct {
		why   string
		files []File
		own   string
		notes []string // all of them, their beginnings
	}{
		{"none", nil, "", nil},
		{"by the file's name", []File{{"仿宋_GB2312.ttf", han}, {"方正小标宋简体.TTF", han}}, "song title", []string{"正文字体：用 仿宋_GB2312.ttf。", "标题字体：用 方正小标宋简体.TTF。"}},
		{"one that nobody knows", []File{{"我的字体.ttf", han}}, "", []string{"没有用 我的字体.ttf，认不出它是哪一种字体"}},
		{"one that is refused", []File{{"simkai.ttf", han[:99]}}, "", []string{"楷体：不能用 simkai.ttf，已损坏"}},
		{"no font at all", []File{{"simkai.ttf", []byte("照片")}, {"", nil}}, "", []string{"没有用 ，认不出", "楷体：不能用 simkai.ttf，不是 TrueType"}},
	} {
		t.Run(c.why, func(t *testing.T) {
			set, notes, err := With(c.files)
			require.NoError(t, err)
			var own []string
			for face := range Faces {
				if set.chains[face][0].Name() != face.id() {
					own = append(own, face.id())
				}
			}
			assert.Equal(t, c.own, strings.Join(own, " "))
			require.Len(t, notes, len(c.notes))
			for i, want := range c.notes {
				assert.True(t, strings.HasPrefix(notes[i], want), notes[i])
			}
		})
	}
}

func TestLoadFallsBackOnTheUsersBody(t *testing.T) {
	folder := t.TempDir()
	file := drawn{glyphs: [][]byte{simple(triangle(0, 0)), simple(triangle(0, 0))}, chars: []rune("㵲中")}.file()
	require.NoError(t, os.WriteFile(filepath.Join(folder, "simfang.ttf"), file, 0o644))
	set, _, err := Load(folder)
	require.NoError(t, err)
	font, ok := set.Resolve(Hei, '㵲')
	require.True(t, ok)
	assert.Equal(t, "song-song", font.Name())
}

func TestLoadErrors(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "simfang.ttf")
	require.NoError(t, os.WriteFile(file, nil, 0o644))

	_, _, err := Load(filepath.Join(folder, "没有"))
	assert.ErrorContains(t, err, "找不到字体文件夹")
	_, _, err = Load(file)
	assert.ErrorContains(t, err, "不是文件夹")
}

func TestLoadIgnoresWhatIsNoFile(t *testing.T) {
	folder := t.TempDir()
	require.NoError(t, os.Mkdir(filepath.Join(folder, "simfang.ttf"), 0o755))
	if err := os.Symlink(filepath.Join(folder, "nowhere"), filepath.Join(folder, "simkai.ttf")); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	require.NoError(t, os.Symlink(folder, filepath.Join(folder, "simhei.ttf")))
	_, notes, err := Load(folder)
	require.NoError(t, err)
	said := strings.Join(notes, "\n")
	assert.Contains(t, said, "正文字体：没有找到")
	assert.Contains(t, said, "simkai.ttf，打不开")
	assert.Contains(t, said, "simhei.ttf，不是普通文件")
}

func TestLoadFollowsALinkToTheFolder(t *testing.T) {
	folder := t.TempDir()
	file := drawn{glyphs: [][]byte{simple(triangle(0, 0))}, chars: []rune("中")}.file()
	require.NoError(t, os.Mkdir(filepath.Join(folder, "字体"), 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(folder, "字体", "simkai.ttf"), file, 0o644))
	if err := os.Symlink(filepath.Join(folder, "字体"), filepath.Join(folder, "link")); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	set, _, err := Load(filepath.Join(folder, "link"))
	require.NoError(t, err)
	assert.Equal(t, "kai-kai", set.chains[Kai][0].Name())
}

func TestSearchEnds(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"a.ttf", "b.ttf", "c.ttf"} {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), nil, 0o644))
	}
	found, notes := search([]string{folder}, 3) // the folder itself counts
	assert.Len(t, found, 2)
	require.Len(t, notes, 1)
	assert.Contains(t, notes[0], "太多")
	found, notes = search([]string{folder, filepath.Join(folder, "none")}, 4)
	assert.Len(t, found, 3)
	assert.Empty(t, notes)
}

func TestLoadSystem(t *testing.T) {
	set, notes, err := Load(System)
	require.NoError(t, err)
	assert.GreaterOrEqual(t, len(notes), 4)
	_, ok := set.Resolve(Title, '镇')
	assert.True(t, ok)
}

func TestSystemFolders(t *testing.T) {
	env := map[string]string{"WINDIR": "W", "LOCALAPPDATA": "L"}
	join := filepath.Join
	tests := []struct {
		why, system, home string
		want              []string
	}{
		{"the user's own come first", "windows", "H", []string{join("L", "Microsoft", "Windows", "Fonts"), join("W", "Fonts")}},
		{"what Word brings is found too", "darwin", "H", []string{
			join("H", "Library", "Fonts"), join("/Library/Fonts"), join("/System/Library/Fonts"),
			join("/Applications/Microsoft Word.app/Contents/Resources/DFonts"),
		}},
		{"Debian, UOS, Kylin", "linux", "H", []string{
			join("H", ".local", "share", "fonts"), join("H", ".fonts"), join("/usr/local/share/fonts"), join("/usr/share/fonts"),
		}},
		{"without a home, never the folder one happens to be in", "linux", "", []string{join("/usr/local/share/fonts"), join("/usr/share/fonts")}},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			assert.Equal(t, test.want, systemFolders(test.system, test.home, func(key string) string { return env[key] }))
		})
	}
}

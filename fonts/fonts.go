// Package fonts holds the program's typefaces, and cuts from a typeface the few characters that a document needs.
//
// Four TrueType fonts are embedded in the binary, one for each face of an official document; README.md tells where they come from.
// Load may put the user's own fonts in front of them. It is the one place besides cmd, job and web that opens files.
package fonts

import (
	"crypto/sha256"
	_ "embed" // the fonts
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"slices"
)

// Face is a role of type in an official document (GB/T 9704).
type Face int

// The faces. Song is the body, for which GB/T 9704 names 仿宋; it stands in for every character that another face lacks.
const (
	Song  Face = iota // 宋体 or 仿宋: body, tables, page numbers
	Hei               // 黑体: headings of the first level
	Kai               // 楷体: headings of the second level
	Title             // 小标宋: the title
	Faces             // how many there are
)

// String returns the Chinese name of the face.
func (f Face) String() string {
	return [Faces]string{Song: "正文字体", Hei: "黑体", Kai: "楷体", Title: "标题字体"}[f]
}

// id returns the short English name of the face, which the names of its fonts begin with.
func (f Face) id() string {
	return [Faces]string{Song: "song", Hei: "hei", Kai: "kai", Title: "title"}[f]
}

var (
	//go:embed song.ttf
	songData []byte
	//go:embed hei.ttf
	heiData []byte
	//go:embed kai.ttf
	kaiData []byte
	//go:embed title.ttf
	titleData []byte
)

// Set is the chain of fonts behind each face. It is safe for concurrent use.
type Set struct {
	chains [Faces][]*Font
}

// Embedded returns the program's own fonts. It reads only their tables of contents, in a few microseconds.
func Embedded() (*Set, error) {
	own, err := embedded()
	if err != nil {
		return nil, err
	}
	return newSet(own), nil
}

//go:embed SHA256SUMS
var sums []byte

// Digest is the SHA-256 of what the program's own fonts are, in hexadecimal digits: another one tells that pages come out otherwise.
func Digest() string {
	sum := sha256.Sum256(sums)
	return hex.EncodeToString(sum[:])
}

// embedded returns the program's own font of each face.
func embedded() (own [Faces]*Font, err error) {
	for face, data := range [Faces][]byte{Song: songData, Hei: heiData, Kai: kaiData, Title: titleData} {
		if own[face], err = Parse(Face(face).id(), data); err != nil {
			return own, fmt.Errorf("程序自带的字体已损坏，请重新下载本程序：%w", err)
		}
		own[face].proven = true
	}
	return own, nil
}

// newSet chains the fonts of each face, given in layers of which the first comes first, and behind them those of Song.
func newSet(layers ...[Faces]*Font) *Set {
	s := &Set{}
	for face := range s.chains {
		for _, role := range []Face{Face(face), Song} {
			for _, layer := range layers {
				if font := layer[role]; font != nil && !slices.Contains(s.chains[face], font) {
					s.chains[face] = append(s.chains[face], font)
				}
			}
		}
	}
	return s
}

// Resolve returns the font that sets the character in the face: the face's own, or else Song.
// ok is false when none of them has it.
func (s *Set) Resolve(face Face, r rune) (font *Font, ok bool) {
	for _, font := range s.chains[face] {
		if _, ok := font.Glyph(r); ok {
			return font, true
		}
	}
	return nil, false
}

// Digest is the same for sets that set every text alike: the SHA-256 of their fonts in the order in which they are asked.
func (s *Set) Digest() [sha256.Size]byte {
	all, known := sha256.New(), map[*Font][sha256.Size]byte{}
	for _, chain := range s.chains {
		for _, font := range chain {
			sum, ok := known[font]
			if !ok {
				sum = font.digest()
				known[font] = sum
			}
			all.Write(sum[:])
		}
		all.Write(make([]byte, sha256.Size)) // where a chain ends
	}
	return [sha256.Size]byte(all.Sum(nil))
}

// digest is the SHA-256 of a font's name and of the tables that are kept of it.
func (f *Font) digest() [sha256.Size]byte {
	all := sha256.New()
	for _, part := range [][]byte{[]byte(f.name), f.head, f.hhea, f.hmtx, f.maxp, f.os2, f.loca, f.glyf, f.post, f.names, f.control, f.program, f.preprogram,
		f.cmap.groups, f.cmap.segments} {
		all.Write(binary.BigEndian.AppendUint64(nil, uint64(len(part))))
		all.Write(part)
	}
	return [sha256.Size]byte(all.Sum(nil))
}

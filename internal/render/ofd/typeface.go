package ofd

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"nianbao/fonts"
)

// typeface is a font with the characters that the pages use.
type typeface struct {
	id     int
	font   *fonts.Font
	runes  []rune
	glyphs map[rune]int // the numbers in the subset of characters that have no code in it
}

func (f *file) face(font *fonts.Font) *typeface {
	return f.faces[slices.IndexFunc(f.faces, func(t *typeface) bool { return t.font == font })]
}

// embed writes the fonts that the pages use, of each the characters that they use, under their own names: programs that know fonts of
// these names would take theirs otherwise.
func (f *file) embed() error {
	used, err := f.pages.Fonts("OFD")
	if err != nil {
		return err
	}
	for _, u := range used {
		f.faces = append(f.faces, &typeface{id: f.next(), font: u.Font, runes: u.Runes})
	}
	x := begin("Res", namespace+` BaseLoc="`+fontFolder+`"`)
	x.open("Fonts")
	for i, t := range f.faces {
		data, codes, err := t.font.Subset(t.runes, nil)
		if err != nil {
			return fmt.Errorf("不能生成 OFD：%w", err)
		}
		t.number(codes)
		name := t.font.PostScriptName()
		family := strings.TrimSuffix(name, "-Regular") // of this face alone: some readers know fonts by their families
		x.openWith("Font", fmt.Sprintf(` ID="%d" FontName="%s" FamilyName="%s"`, t.id, escape(name), escape(family)))
		x.text("FontFile", fmt.Sprintf("font%d.ttf", i)).close()
		f.add(fmt.Sprintf("%s%s/font%d.ttf", folder, fontFolder, i), data)
	}
	f.add(resourcesPart, x.end())
	return nil
}

// number finds the glyphs of the characters beyond U+FFFF, for which the subset has no codes of their own. Its glyphs are numbered in the
// order of the codes, from 1, each once.
func (t *typeface) number(codes map[rune]uint16) {
	t.glyphs = map[rune]int{}
	runes := make([]rune, 0, len(codes))
	for r := range codes {
		runes = append(runes, r)
	}
	slices.SortFunc(runes, func(a, b rune) int { return cmp.Compare(codes[a], codes[b]) })
	numbers := map[uint16]int{}
	for _, r := range runes {
		glyph, _ := t.font.Glyph(r)
		if _, known := numbers[glyph]; !known {
			numbers[glyph] = len(numbers) + 1
		}
		if r > 0xFFFF {
			t.glyphs[r] = numbers[glyph]
		}
	}
}

//go:build !js

// Command lines measures how evenly the lines of the sample reports' paragraphs are filled, ours and, where it is given, those that
// Typst sets of the same text: how many have Han characters further apart than their pitch, by the median gap of each line.
//
//	go run ./bench/lines [-typst PROGRAM]     the command, or a Python that has the module of PyPI
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"nianbao/fonts"
	"nianbao/internal/exchange"
	"nianbao/internal/published/pdftext"
	"nianbao/internal/published/placed"
	"nianbao/internal/render/document"
	"nianbao/internal/render/layout"
	"nianbao/internal/render/paper"
	"nianbao/internal/render/pdf"
)

func main() {
	typst := flag.String("typst", "", "the command, or a Python that has the module")
	loose := flag.Bool("loose", false, "show the lines that are looser than 0.03 em")
	flag.Parse()
	if err := measure(*typst, *loose); err != nil {
		fmt.Fprintln(os.Stderr, "lines:", err)
		os.Exit(1)
	}
}

func measure(typst string, loose bool) error {
	texts, err := paragraphs()
	if err != nil {
		return err
	}
	ours, err := set(texts)
	if err != nil {
		return err
	}
	reader, err := pdftext.NewReader(pdftext.Options{})
	if err != nil {
		return err
	}
	defer reader.Close()
	fmt.Printf("%-40s %6s %6s %6s %6s %7s %9s %9s\n", "median gap beyond the pitch, in em", "lines", ">0.03", ">0.05", ">0.08", "<-0.012", "mean |…|", "short")
	tell := func(name string, file []byte, pitch float64) error {
		sheets, err := reader.Read(context.Background(), file)
		if err != nil {
			return err
		}
		lines, err := justified(sheets, texts)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		show(name, lines, pitch, loose)
		return nil
	}
	if err := tell("nianbao", ours, paper.BodyPitch); err != nil || typst == "" {
		return err
	}
	for _, way := range []struct{ name, limits string }{
		{"Typst", ""},
		{"Typst, tracking −0.012…+0.03 em", ", justification-limits: (tracking: (min: -0.012em, max: 0.03em))"},
	} {
		file, err := setByTypst(typst, texts, way.limits)
		if err != nil {
			return err
		}
		if err := tell(way.name, file, paper.BodySize); err != nil {
			return err
		}
	}
	return nil
}

// paragraphs are those of all sample reports.
func paragraphs() (texts []string, err error) {
	files, err := filepath.Glob("testdata/reports/*.json")
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("no sample reports: run this at the project's root (%v)", err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		r, err := exchange.Read(data)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		for _, b := range document.Compose(r).Blocks {
			switch b := b.(type) {
			case document.Paragraph:
				texts = append(texts, b.Lead+b.Text)
			case document.Heading:
				if !b.IsSection() {
					texts = append(texts, b.Text)
				}
			}
		}
	}
	return texts, nil
}

// set has the program set paragraphs.
func set(texts []string) ([]byte, error) {
	set, err := fonts.Embedded()
	if err != nil {
		return nil, err
	}
	d := &document.Document{Title: "lines"}
	for _, text := range texts {
		d.Blocks = append(d.Blocks, document.Paragraph{Text: text})
	}
	pages, _ := layout.Set(d, set)
	var file bytes.Buffer
	err = pdf.Write(&file, pages, nil)
	return file.Bytes(), err
}

// setByTypst has Typst set them: as many characters a line, in the same font.
func setByTypst(program string, texts []string, limits string) ([]byte, error) {
	folder, err := os.MkdirTemp("", "")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	var source strings.Builder
	fmt.Fprintf(&source, `#set page(width: %gpt, height: 297mm, margin: (x: 10mm, y: 35mm))
#set text(font: "Noto Serif SC", size: %gpt, lang: "zh", region: "cn")
#set par(justify: true, first-line-indent: (amount: 2em, all: true)%s)
`, paper.Characters*paper.BodySize+20*paper.Millimetre, float64(paper.BodySize), limits)
	for _, text := range texts {
		fmt.Fprintf(&source, "#par(%q)\n", text)
	}
	in, out := filepath.Join(folder, "lines.typ"), filepath.Join(folder, "lines.pdf")
	if err := os.WriteFile(in, []byte(source.String()), 0o600); err != nil {
		return nil, err
	}
	command := exec.Command(program, "compile", "--ignore-system-fonts", "--font-path", "fonts", in, out)
	if strings.HasPrefix(filepath.Base(program), "python") {
		command = exec.Command(program, "-c", "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=['fonts'], ignore_system_fonts=True)", in, out)
	}
	if said, err := command.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%w: %s", err, said)
	}
	return os.ReadFile(out)
}

// justified finds the lines of the paragraphs on the sheets, but for the last one of each.
func justified(sheets []placed.Sheet, texts []string) (lines [][]placed.Glyph, err error) {
	var all []placed.Glyph
	for _, s := range sheets {
		for _, g := range s.Glyphs {
			if s.Height-g.Y1 > 31*paper.Millimetre { // above the page number
				all = append(all, g)
			}
		}
	}
	for _, text := range texts {
		left := len([]rune(strings.Join(strings.Fields(text), "")))
		for left > 0 {
			n := 1
			for n < min(left, len(all)) && sameLine(all[0], all[n]) {
				n++
			}
			if n > len(all) || n > left {
				return nil, fmt.Errorf("the text ends too early, at %.20q", text)
			}
			if n < left {
				lines = append(lines, all[:n])
			}
			all, left = all[n:], left-n
		}
	}
	if len(all) > 0 {
		return nil, fmt.Errorf("%d characters too many, from %q on", len(all), all[0].Text)
	}
	return lines, nil
}

func sameLine(a, b placed.Glyph) bool {
	return b.Y0 < a.Y1 && a.Y0 < b.Y1 && b.X0 > a.X0-b.Size/2
}

// show tells how many lines are how loose.
func show(name string, lines [][]placed.Glyph, pitch float64, loose bool) {
	right := 0.0
	for _, line := range lines {
		right = max(right, line[len(line)-1].X1)
	}
	var beyond [3]int
	counted, tight, short, sum := 0, 0, 0, 0.0
	for _, line := range lines {
		var gaps []float64
		text := ""
		for i, g := range line {
			text += g.Text
			if i > 0 && isHan(line[i-1]) && isHan(g) {
				gaps = append(gaps, (g.X0-line[i-1].X0-pitch)/paper.BodySize)
			}
		}
		if len(gaps) == 0 {
			continue
		}
		slices.Sort(gaps)
		gap := gaps[len(gaps)/2]
		counted++
		sum += max(gap, -gap)
		if gap < -0.0125 {
			tight++
		}
		if right-line[len(line)-1].X1 > paper.BodySize {
			short++
		}
		for i, limit := range []float64{0.03, 0.05, 0.08} {
			if gap > limit {
				beyond[i]++
			}
		}
		if loose && gap > 0.03 {
			fmt.Printf("%+.3f %s\n", gap, text)
		}
	}
	fmt.Printf("%-40s %6d %6d %6d %6d %7d %9.4f %6d\n", name, counted, beyond[0], beyond[1], beyond[2], tight, sum/float64(counted), short)
}

func isHan(g placed.Glyph) bool {
	for _, r := range g.Text {
		return unicode.Is(unicode.Han, r)
	}
	return false
}

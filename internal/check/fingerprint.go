package check

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/chinese"
)

// A 编号 is what an explanation goes by: it is to lapse with what it was written for, and never to settle anything else. So the fingerprint
// that it is the beginning of is made of the rule, of what the finding speaks of, wherever that stands, of the unit and of the year.

// lastUnbound is the last report year of which findings were numbered by releases that knew neither year nor unit, nor what a finding holds its
// cells against. On it numbers stay what they are, so that what was explained by then holds; since all other years are in the numbers, no
// explanation gets from it into another year.
const lastUnbound = 2025

// mark gives a finding its fingerprint, and those that mean it as well.
func (in *Input) mark(f *Finding) {
	former := f.speaksOf(true)
	parts := slices.Clone(former)
	year, known := in.Report.Year()
	isBound := known && year != lastUnbound
	if f.whole != "" || isBound {
		parts = append(parts, f.whole, chinese.UnitKey(in.unit()))
	}
	if isBound {
		parts = append(parts, strconv.Itoa(year)+f.against)
	}
	paragraph := ""
	if f.Text != nil {
		paragraph = strconv.Itoa(f.Text.Paragraph)
	}
	f.Fingerprint, f.apart = digestOf(parts), digestOf(append(parts, "apart", f.kind, paragraph))
	f.was = []string{f.apart}
	switch {
	case f.whole != "":
		f.lapsed = digestOf(former)
	case year <= lastUnbound:
		f.was = append(f.was, digestOf(former), digestOf(f.speaksOf(false)))
	}
}

// speaksOf is what a finding speaks of. Before the second release cells without a key were not told apart.
func (f *Finding) speaksOf(apart bool) (parts []string) {
	parts = []string{f.Rule}
	for _, c := range f.Cells {
		parts = append(parts, string(c.Key), c.Value)
		if apart && c.of != "" {
			parts = append(parts, c.of)
		}
	}
	if f.Text != nil {
		parts = append(parts, f.Text.Section, f.Text.Words, f.Expected, f.Actual)
	}
	for _, part := range []string{f.between, f.among} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return parts
}

func digestOf(parts []string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:6])
}

// tellApart gives findings that have one number a number each: by what kind they are and which paragraph they are on, else by their order. The
// number that they shared means none of them alone any more, and the one that a finding has here means it also once the others are mended.
func tellApart(findings []Finding) {
	of := map[string][]int{}
	for i, f := range findings {
		of[f.Number()] = append(of[f.Number()], i)
	}
	for i, f := range findings {
		if len(of[f.Number()]) < 2 {
			continue
		}
		f.was = append(f.was, f.Fingerprint)
		f.Fingerprint = f.apart
		for n := 2; of[f.Number()] != nil; n++ {
			f.Fingerprint = digestOf([]string{f.apart, strconv.Itoa(n)})
		}
		of[f.Number()] = []int{i}
		findings[i] = f
	}
}

// Number is the short 编号 under which a clerk answers a finding.
func (f Finding) Number() string { return numberOf(f.Fingerprint) }

// Was lists other numbers that mean a finding as well: those that it has had, or that earlier versions gave it. They may mean others, too.
func (f Finding) Was() (numbers []string) {
	for _, fingerprint := range f.was {
		if number := numberOf(fingerprint); number != f.Number() && !slices.Contains(numbers, number) {
			numbers = append(numbers, number)
		}
	}
	return numbers
}

// ofNumber is how much of a fingerprint is a number.
const ofNumber = 6

func numberOf(fingerprint string) string { return strings.ToUpper(fingerprint[:ofNumber]) }

func isNumberOf(fingerprint, number string) bool {
	return strings.EqualFold(fingerprint[:ofNumber], number)
}

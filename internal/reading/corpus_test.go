package reading_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/model"
	"nianbao/internal/reading"
	"nianbao/internal/sample"
)

// allSound is the texts of the corpus on which nothing is due.
func allSound(t testing.TB) (list []sample.Sentence) {
	for _, file := range []string{"corpus.txt", "hands.txt"} {
		for _, s := range sample.Corpus(t, file) {
			if s.Due == nil {
				list = append(list, s)
			}
		}
	}
	return list
}

// sound is allSound, in short tests one in four.
func sound(t testing.TB) (list []sample.Sentence) {
	for i, s := range allSound(t) {
		if !testing.Short() || i%4 == 0 {
			list = append(list, s)
		}
	}
	return list
}

// read reads a report's texts, in the order of the form.
func read(r *model.Report) *reading.Reading {
	var texts []reading.Text
	for _, p := range r.Edition.Passages() {
		texts = append(texts, reading.Text{Section: p.Key, Paragraphs: r.Texts[p.Key]})
	}
	return reading.Read(texts, reading.UnitOf(r))
}

// disagrees says whether a claim is held against figures and fits none.
func disagrees(r *model.Report, c *reading.Claim) bool {
	fitting, compared := false, false
	for _, sum := range c.Sums {
		keys := sum.Keys(r.Edition)
		if keys == nil {
			continue
		}
		total := decimal.Zero
		for _, k := range keys {
			v := r.Figure(k)
			if !v.IsNumber() {
				return false
			}
			if cell, _ := r.Edition.Cell(k); cell != nil {
				if power, money := cell.Measure.Shift(v.Unit); money {
					v.Number = v.Number.Shift(power)
				}
			}
			total = total.Add(v.Number)
		}
		compared = true
		fitting = fitting || c.Agrees(total)
	}
	return compared && !fitting && !c.Hollow && isZero(r, c.Spare())
}

func isZero(r *model.Report, sum reading.Sum) bool {
	for _, k := range sum.Keys(r.Edition) {
		if !r.Figure(k).Number.IsZero() {
			return false
		}
	}
	return true
}

// count reads all reports, and counts the claims that are held against figures and those that fit none.
func count(reports []*model.Report) (compared, wrong int) {
	for _, r := range reports {
		claims := read(r).Claims
		for i := range claims {
			if c := &claims[i]; len(c.Sums) > 0 {
				compared++
				if disagrees(r, c) {
					wrong++
				}
			}
		}
	}
	return compared, wrong
}

// A reader who has forgotten words finds less, and is not wrong for it: what restricts a number must be known or silence it.
// It takes the whole corpus to count hundredths.
func TestForgottenWordsOnlySilence(t *testing.T) {
	var reports []*model.Report
	for _, s := range allSound(t) {
		reports = append(reports, s.Report())
	}
	compared, wrong := count(reports)
	t.Logf("with all words: %d claims compared, %d wrong", compared, wrong)
	require.Zero(t, wrong)
	claims, worse := 0, 0
	for seed := range uint64(sample.Times(5, 10)) {
		forget := rand.New(rand.NewPCG(seed, 1))
		reading.WithWords(func(string) bool { return forget.IntN(10) > 0 }, func() {
			less, wrong := count(reports)
			t.Logf("one word in ten forgotten: %d claims compared, %d wrong", less, wrong)
			assert.Less(t, less, compared)
			claims, worse = claims+less, worse+wrong
		})
	}
	assert.LessOrEqual(t, 100*worse, claims)
}

// Another place, another year or wider digits say the same.
func TestOtherNamesSayTheSame(t *testing.T) {
	texts := sound(t)
	var before [][]string
	for _, s := range texts {
		before = append(before, said(s.Report()))
	}
	for _, c := range []struct {
		why  string
		from string
		to   string
	}{
		{"another town", "清溪", "紫云"},
		{"a name of three characters", "清溪", "十里铺"},
		{"a name that ends in a word for a place", "清溪", "县前"},
		{"another town", "柳溪", "青山"},
		{"another county", "云泽", "安平"},
	} {
		for i, s := range texts {
			if !strings.Contains(s.Report().Unit(), c.from) {
				continue
			}
			assert.Equal(t, before[i], said(renamed(s, c.from, c.to)), "%s: line %d: %s", c.why, s.Line, s.Text)
		}
	}
}

// renamed is the report of a text with a name changed throughout.
func renamed(s sample.Sentence, from, to string) *model.Report {
	r := s.Report()
	unit := r.Fields["unit.name"]
	unit.Text = strings.ReplaceAll(unit.Text, from, to)
	r.Fields["unit.name"] = unit
	for k, paragraphs := range r.Texts {
		for i := range paragraphs {
			r.Texts[k][i].Text = strings.ReplaceAll(paragraphs[i].Text, from, to)
		}
	}
	return r
}

// said lists what is claimed, without the words.
func said(r *model.Report) (list []string) {
	claims := read(r).Claims
	for i := range claims {
		if c := &claims[i]; len(c.Sums) > 0 {
			list = append(list, c.Name+" "+c.Amount().String())
		}
	}
	return list
}

// A word that is not known, put before what is counted, may only silence a claim: 收到政府信息公开申请 and 收到某类政府信息公开申请.
func TestUnknownWordsOnlySilence(t *testing.T) {
	var inserted, wrong int
	for _, s := range sound(t) {
		known := map[string]bool{}
		for _, c := range said(s.Report()) {
			known[c] = true
		}
		for _, before := range []string{"政府信息公开申请", "行政复议", "规范性文件", "行政处罚", "自然人"} {
			if !strings.Contains(s.Text, before) {
				continue
			}
			for _, strange := range []string{"涉农", "重点领域", "跨区域"} {
				r := s.Report()
				for k, paragraphs := range r.Texts {
					for i := range paragraphs {
						r.Texts[k][i].Text = strings.ReplaceAll(paragraphs[i].Text, before, strange+before)
					}
				}
				inserted++
				for _, c := range said(r) {
					if !known[c] {
						wrong++
						t.Logf("line %d: %s is read as %s: %s", s.Line, strange+before, c, s.Text)
					}
				}
			}
		}
	}
	require.Positive(t, inserted)
	t.Logf("%d words inserted, %d new claims", inserted, wrong)
	assert.LessOrEqual(t, wrong, inserted/100)
}

package check

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

func TestLex(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"words, numbers and marks", "收到申请30件，办结29件。", "收到|申请|30件|，|办结|29件|。"},
		{"the longest word counts", "政府信息公开申请", "政府信息公开申请"},
		{"the unit's own name", "清溪镇共收到3件", "清溪镇|共|收到|3件"},
		{"unknown text is one run", "紫云英收到", "紫云英|收到"},
		{"quotation marks are no tokens", "“予以公开”3件", "予以公开|3件"},
		{"a title is one token", "《2025年要点》印发", "《2025年要点》|印发"},
		{"an article is no number", "第二十条", "第二十条"},
		{"nor an article in digits", "第36条规定", "第36条|规定"},
		{"nor a document's number", "〔2021〕30号", "〔|2021|〕|30号"},
		{"nor one in a Latin name", "A4纸5G网", "A4纸5G网"},
		{"each one is no count", "每一件申请", "每一件|申请"},
		{"together is no count", "一起推进", "一起推进"},
		{"one case is", "行政诉讼一起。", "行政诉讼|一起|。"},
		{"a dash is a mark", "公开——办结", "公开|——|办结"},
		{"a point inside a number is no mark", "占93.3%", "占|93.3%"},
		{"thousands", "共1,234件", "共|1,234件"},
		{"an open title", "《无尽", "《|无|尽"},
	} {
		var got []string
		for _, k := range lex(nil, c.text, []string{"清溪镇人民政府", "清溪镇"}) {
			got = append(got, c.text[k.start:k.end])
		}
		assert.Equal(t, c.want, strings.Join(got, "|"), c.why)
	}
}

func TestRangesAreRough(t *testing.T) {
	for _, text := range []string{"3—5件", "3-5件", "3至5件", "11～30件", "数十件", "几十件"} {
		for _, k := range lex(nil, text, nil) {
			if k.kind == numberToken {
				assert.True(t, k.num.Rough, text)
			}
		}
	}
	for _, text := range []string{"2023年至2025年", "1月1日至12月31日", "增加到30件", "办结数31件"} {
		for _, k := range lex(nil, text, nil) {
			if k.kind == numberToken && k.num.Unit != "年" {
				assert.False(t, k.num.Rough, text)
			}
		}
	}
}

// Every word stands once in the vocabulary: of two entries one would never be found.
func TestVocabularyNamesEachWordOnce(t *testing.T) {
	seen := map[string]bool{}
	for _, bucket := range vocabulary.buckets {
		for _, w := range bucket {
			assert.False(t, seen[w.text], w.text)
			seen[w.text] = true
		}
	}
}

// Every sum of every subject is one of figures that an edition has.
func TestSubjectsNameFiguresOfTheForm(t *testing.T) {
	fill := strings.NewReplacer("OBJECT", "normative", "BLOCK", "review")
	for _, s := range subjects {
		for _, sum := range s.sums {
			found := false
			for _, e := range form.Editions() {
				found = found || expand(e, fill.Replace(sum)) != nil
			}
			assert.True(t, found, "%s: %s", s.name, sum)
		}
		for _, column := range strings.Split(s.part, "+") {
			if s.class == applicant {
				assert.NotNil(t, expand(form.Editions()[1], "requests.received."+column), s.name)
			}
			if s.class == dispute {
				assert.NotNil(t, expand(form.Editions()[1], "disputes."+column+".total"), s.name)
			}
		}
	}
	for _, sum := range anyRequests {
		assert.NotNil(t, expand(form.Editions()[0], sum), sum)
	}
}

// Whatever the text, tokens cover it in order, and every finding quotes words that stand in it.
func FuzzText(f *testing.F) {
	for _, seed := range []string{
		"（二）依申请公开。收到申请30件，其中自然人28件（含上年结转2件）、企业2件，占93.3%。",
		"没有因政府信息公开引起的行政复议、行政诉讼，均获维持；新收、办结分别为3件、2件。",
		"公开320条，其中：A 120条；B 200条等。", "（（（其中3件、4件", "）））其中", "《2025年报告》", "一起一件两三件百件",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, k := range lex(nil, text, []string{"清溪镇"}) {
			require.True(t, k.start >= end && k.end > k.start && k.end <= len(text), "%q: token %d–%d behind %d", text, k.start, k.end, end)
			end = k.end
		}
		in := Case{}.Input()
		in.Report.Texts["narrative.overview"] = model.SplitParagraphs(text, model.Place{})
		for _, rule := range []Rule{textRequests, textOutcomes, textDisputes, textProactive, withdrawnCovered, textPartsSum, textPercentages, textContradictsItself, feesNotMixedUp} {
			for _, finding := range rule.Find(in) {
				require.Contains(t, text, finding.Text.Words, rule.ID)
				require.NotEmpty(t, finding.Text.Words, rule.ID)
			}
		}
	})
}

package check

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/chinese"
	"nianbao/internal/sample"
)

// rightPhrases are the phrases of the list, and those that are right though one character makes them of another.
func rightPhrases(t *testing.T) (phrases, exceptions []string) {
	list, rest, _ := strings.Cut(wordList(t, "phrases.txt"), "\n[末字]\n")
	_, except, _ := strings.Cut(rest, "\n[例外]\n")
	words := func(text string) []string { return strings.Fields(strings.Join(slices.Collect(wordLines(text)), " ")) }
	return words(list), words(except)
}

// No phrase is one of another that is written wrong, by itself or beside any word of the list.
func TestRightPhrasesAreRight(t *testing.T) {
	list, exceptions := rightPhrases(t)
	require.Greater(t, len(list), 5000)
	seen := map[string]bool{}
	for _, p := range append(list, exceptions...) {
		assert.False(t, seen[p], "%s stands twice", p)
		seen[p] = true
		assert.LessOrEqual(t, len([]rune(p)), longestPhrase, p)
		assert.Equal(t, chinese.Fold(p).Text, p, "%s would be read as something else", p)
		assert.Empty(t, phrases().in(p), p)
		assert.Empty(t, wrongWords().in(p), p)
		for _, w := range []string{"及时", "公开", "工作", "信息", "群众", "的", "不", "有关", "进一步", "条"} {
			assert.Empty(t, phrases().in(w+p), w+p)
			assert.Empty(t, phrases().in(p+w), p+w)
		}
	}
}

// Nothing is wrong with the phrases of sound texts: our own sentences, those of other hands, the sample reports, the cases of all
// rules, and what the program says of itself.
func TestNoWrongPhrasesInSoundText(t *testing.T) {
	quiet := func(text, where string) {
		for _, p := range phrases().in(text) {
			assert.Fail(t, "a phrase that is right", "%s: %s should be %s, in %s", where, p.wrong, p.right, text)
		}
	}
	for _, file := range []string{"README.md", "CONTRIBUTING.md", "CHANGELOG.md", "testdata/text/corpus.txt"} {
		for _, line := range strings.Split(string(sample.Read(t, file)), "\n") {
			if !strings.Contains(line, "错") { // some speak of wrong words
				quiet(line, file)
			}
		}
	}
	for _, s := range sample.Corpus(t, "hands.txt") {
		if s.Due["wrong-word"] == 0 {
			quiet(s.Text, "hands.txt")
		}
	}
	for name, r := range sample.Reports(t) {
		for _, paragraphs := range r.Texts {
			for _, p := range paragraphs {
				quiet(p.Text, name)
			}
		}
	}
	for _, rule := range Catalogue() {
		quiet(rule.Title, rule.ID)
		for _, c := range rule.Cases() {
			for _, e := range c.Set {
				if rule.ID != "wrong-word" && rule.ID != "repeated-word" {
					quiet(e.Typed, rule.ID)
				}
			}
		}
	}
}

func TestWrongPhrases(t *testing.T) {
	for typed, right := range map[string]string{
		"做到失责必究、尽职免则。":    "尽职免责",
		"未按规定公开的，严肃追纠责任。": "严肃追究责任",
		"让居民少跑腿、少走湾路。":    "少走弯路",
		"坚绝杜绝失泄密事件。":      "坚决杜绝",
		"健全保密审察机制。":       "保密审查",
		"把公开作为长态化工作。":     "常态化",
		"在窗口公布办理晴况。":      "办理情况",
		"答付时限为20个工作日。":    "答复时限",
	} {
		found := phrases().in(typed)
		if assert.Len(t, found, 1, typed) {
			assert.Equal(t, right, found[0].right)
			assert.Equal(t, found[0].wrong, typed[found[0].start:found[0].end])
		}
	}
	for why, sound := range map[string]string{
		"another word":             "对误删的栏目及时恢复，公示公告一并更新。",
		"the start of another":     "针对新用户的提问，安排专人解答；国际标准比对由县里负责。",
		"the end of another":       "调整和优化栏目，促进负责人落实要求。",
		"two words, one beside it": "对住房公积金管理、药品类易制毒化学品等信息及时公开。",
		"spoken of":                "提示各单位不要把“尽职免责”写成“尽职免则”。",
		"names":                    "柳溪镇与湾路村、成谷街道的公开栏同步更新。",
		"a word beside a unit":     "收到34宗新申请，民政工作连着千家万户，3件以申请公开之名行投诉之实。",
		"a mark between":           "完成政务，公凯歌。",
	} {
		assert.Empty(t, phrases().in(sound), "%s: %s", why, sound)
	}
}

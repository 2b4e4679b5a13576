package chinese_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/chinese"
)

func TestFoldTraditional(t *testing.T) {
	for _, c := range []struct{ why, typed, meant string }{
		{"letters", "政府信息公開條例規定，請對照報告", "政府信息公开条例规定，请对照报告"},
		{"readings behind them", "公開(kāi)條（tiáo）例", "公开条例"},
		{"readings behind every letter", "工(gong)作(zuo)", "工作"},
		{"two readings behind one letter", "公開(kāi)(kai)条", "公开条"},
		{"other words in brackets", "手机应用(App Store)、(kāi)、条（一）、乙(2024)", "手机应用(App Store)、(kāi)、条（一）、乙(2024)"},
		{"simplified text", "显著提高，乾县、著作，县政府网站（www.example.gov.cn）", "显著提高，乾县、著作，县政府网站（www.example.gov.cn）"},
		{"no text", "\xff開\xfe(", "\xff开\xfe("},
	} {
		t.Run(c.why, func(t *testing.T) {
			folded := chinese.FoldTraditional(c.typed)
			assert.Equal(t, c.meant, folded.Text)
			assert.Equal(t, folded.Text, meant(folded, c.typed, 0, len(c.typed)))
		})
	}
}

// In a text of simplified letters only those are read as others that no such text has, and names keep theirs.
func TestFoldStrayTraditional(t *testing.T) {
	for _, c := range []struct{ why, typed, meant, inNames string }{
		{"a whole sentence", "關於公開後續條例，於鎮政府", "关于公开后续条例，于镇政府", "關於公開后續條例，於鎮政府"},
		{"a word", "關於公开，最後公開", "关于公开，最後公开", "關於公开，最后公開"},
		{"a few letters", "公开補貼信息", "公开补贴信息", "公开補貼信息"},
		{"the standard has it: a family name, a place", "於陵的於某、祕某、濛阳街道、乾县", "於陵的於某、祕某、濛阳街道、乾县", "於陵的於某、祕某、濛阳街道、乾县"},
		{"a name may have it", "鍾某、陈傑", "鍾某、陈傑", "钟某、陈杰"},
		{"a name beside a letter that is surely traditional", "鍾某補助", "鍾某补助", "钟某補助"},
		{"no text", "\xff開\xfe(", "\xff开\xfe(", "\xff開\xfe("},
	} {
		t.Run(c.why, func(t *testing.T) {
			stray, inNames := chinese.FoldStrayTraditional(c.typed), chinese.FoldKeptInNames(c.typed)
			assert.Equal(t, []string{c.meant, c.inNames}, []string{stray.Text, inNames.Text})
			assert.Equal(t, stray.Text, meant(stray, c.typed, 0, len(c.typed)))
			assert.Equal(t, inNames.Text, meant(inNames, c.typed, 0, len(c.typed)))
		})
	}
}

// No letter is read as one that is read as a third: what was folded stays as it is.
func TestSimplifiedLettersAreNotTraditional(t *testing.T) {
	for r := chinese.FirstHan; r <= chinese.LastHan; r++ {
		if letter, ok := chinese.Simplified(r); ok {
			_, again := chinese.Simplified(letter)
			assert.False(t, again, "%c is read as %c", r, letter)
		}
	}
}

func TestCountTraditional(t *testing.T) {
	all, traditional, readings := chinese.CountTraditional("公開(kāi)信息，條(tiáo)例（试行）")
	assert.Equal(t, []int{8, 2, 2}, []int{all, traditional, readings})
}

func TestFoldMarks(t *testing.T) {
	for _, c := range []struct{ why, typed, meant string }{
		{"between characters", "收到申请,没有结转;见附件(一):无!有吗?有.", "收到申请，没有结转；见附件（一）：无！有吗？有。"},
		{"before numbers", "其中,2件予以公开(含1件部分公开),3件不予公开", "其中，2件予以公开（含1件部分公开），3件不予公开"},
		{"straight quotation marks", `实行"先审后发"制度`, "实行“先审后发”制度"},
		{"a comma before a straight quotation mark", `例,"申请",收`, "例，“申请”，收"},
		{"a name with a point", "由艾山.买买提负责", "由艾山.买买提负责"},
		{"numbers, times, addresses, Latin text", "1,200次，12:30，12.5%，https://www.example.gov.cn/a,b?c=(1)，(Please wait, thank you.)", "1,200次，12:30，12.5%，https://www.example.gov.cn/a,b?c=(1)，(Please wait, thank you.)"},
		{"full-width marks", "收到申请，没有结转（无）。", "收到申请，没有结转（无）。"},
	} {
		t.Run(c.why, func(t *testing.T) {
			folded := chinese.FoldMarks(c.typed)
			assert.Equal(t, c.meant, folded.Text)
			assert.Equal(t, folded.Text, meant(folded, c.typed, 0, len(c.typed)))
		})
	}
}

// However a text is folded, every stretch is found again in what was typed.
func FuzzFoldCopies(f *testing.F) {
	for _, seed := range []string{"公開(kāi)條例,收到\"申請\"(一)", "其中,2件.", "\xff開(\xfe"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		for _, fold := range []func(string) chinese.Folded{chinese.FoldTraditional, chinese.FoldMarks} {
			folded := fold(typed)
			assert.Equal(t, folded.Text, meant(folded, typed, 0, len(typed)))
			assert.Equal(t, folded.Text, fold(folded.Text).Text, "once is enough")
		}
	})
}

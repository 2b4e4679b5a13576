package check_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/check"
	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

func TestFix(t *testing.T) {
	for _, c := range []struct {
		why, before, after string
		changes            int
	}{
		{"half-width marks between Chinese characters", "公开信息,更新栏目;接受监督:好!", "公开信息，更新栏目；接受监督：好！", 1},
		{"brackets about Chinese text", "《条例》(以下简称条例)和(一)项", "《条例》（以下简称条例）和（一）项", 2},
		{"one bracket of a pair", "条例（以下简称条例)的规定", "条例（以下简称条例）的规定", 1},
		{"a point at the end", "未收取信息处理费.", "未收取信息处理费。", 1},
		{"a point inside may belong to a name", "代表买买提.艾力提出建议", "代表买买提.艾力提出建议", 0},
		{"doubled marks, one of them half-width", "更新12个栏目，,及时公开,，不漏项。", "更新12个栏目，及时公开，不漏项。", 1},
		{"doubled marks", "公开信息，，更新栏目。。", "公开信息，更新栏目。", 1},
		{"three full stops may stand for an ellipsis", "公开信息。。。", "公开信息。。。", 0},
		{"which of two marks is meant is not known", "公开信息，。", "公开信息，。", 0},
		{"brackets of a document's number", "国办函[2020]109号、国办发（2019）14号", "国办函〔2020〕109号、国办发〔2019〕14号", 2},
		{"a court case has round brackets", "（2024）晋01行终5号", "（2024）晋01行终5号", 0},
		{"a space between two characters", "清溪镇主动公开政 府信息一百条", "清溪镇主动公开政府信息一百条", 1},
		{"a space behind every character", "政 府 信 息 公 开", "政府信息公开", 1},
		{"a label and its value", "负责人 镇长", "负责人 镇长", 0},
		{"a list parted by spaces", "设有教育 医疗 社保三个专栏，按月更新", "设有教育 医疗 社保三个专栏，按月更新", 0},
		{"several spaces and ideographic ones in a sentence", "我镇   高度重视公开工作，全年主动　公开各类政府信息。", "我镇高度重视公开工作，全年主动公开各类政府信息。", 2},
		{"mixed ones, and one that looks like a space", "我镇\u3000\u00a0 高度重视公开工作。", "我镇高度重视公开工作。", 1},
		{"they part cells, where there is no sentence", "主动公开的主要渠道　　政府门户网站和公众号", "主动公开的主要渠道　　政府门户网站和公众号", 0},
		{"tabs do", "渠道\t主动公开　政府网站和政务公众号，公开栏", "渠道\t主动公开　政府网站和政务公众号，公开栏", 0},
		{"they end a heading without a number", "主动公开情况　　截至年底，公开信息。", "主动公开情况　　截至年底，公开信息。", 0},
		{"and one with a number", "（一）主动公开　　我镇全年公开信息。", "（一）主动公开　　我镇全年公开信息。", 0},
		{"they part what is told from the next label", "地址：清溪镇人民路政府大院一号楼　　电话：000-12345678。", "地址：清溪镇人民路政府大院一号楼　　电话：000-12345678。", 0},
		{"a signature on one line", "石桥镇人民政府办公室 二〇二六年一月二十日", "石桥镇人民政府办公室 二〇二六年一月二十日", 0},
		{"ideographic spaces are typed on purpose in short clauses", "第一　总则", "第一　总则", 0},
		{"addresses", "见https://www.example.gov.cn/a,b;c:(d)或a.b@example.gov.cn", "见https://www.example.gov.cn/a,b;c:(d)或a.b@example.gov.cn", 0},
		{"numbers and times", "12:30更新1,200条，占12.5%，2025.1.1起", "12:30更新1,200条，占12.5%，2025.1.1起", 0},
		{"Latin text", "采用CSV (comma, separated)格式", "采用CSV (comma, separated)格式", 0},
		{"placeholders", "收到{{本年新收}}件,其中{{本年新收 自然人}}件", "收到{{本年新收}}件，其中{{本年新收 自然人}}件", 1},
		{"look-alike characters", "⽆公⺠申请，公开信息1０O条，没有\u200b收费", "无公民申请，公开信息100条，没有收费", 2},
		{"traditional letters", "我鎮公開信息,關於補貼，最後答复", "我镇公开信息，关于补贴，最后答复", 1},
		{"but for those that may be a name's, or the place's", "鍾某于濛阳公開答复", "鍾某于濛阳公开答复", 1},
		{"no-break spaces", "政\u00a0府\u00a0信\u00a0息，见\u00a0PDF", "政府信息，见 PDF", 1},
		{"beside and in bold words", "**一是**,加强培训,**补齐短板,提高质量**。。", "**一是**，加强培训，**补齐短板，提高质量**。", 3},
		{"the asterisks around bold words stay", "公开信息，**，更新栏目**。", "公开信息，**，更新栏目**。", 0},
		{"sound text", "按照《关于印发〈办法〉的通知》（国办函〔2020〕109号），12件。", "按照《关于印发〈办法〉的通知》（国办函〔2020〕109号），12件。", 0},
	} {
		t.Run(c.why, func(t *testing.T) {
			r := check.Case{Set: []check.Entry{{Key: "narrative.other", Typed: c.before}}}.Input().Report
			fixed, changes := check.Fix(r)
			assert.Equal(t, c.after, fixed.Texts["narrative.other"][0].Text)
			assert.Equal(t, c.before, r.Texts["narrative.other"][0].Text, "the input stays")
			assert.Len(t, changes, c.changes)
		})
	}
}

func TestChangesAreListed(t *testing.T) {
	r := check.Case{Set: []check.Entry{{Key: "narrative.other", Typed: "未收取信息处理费。\n公开信息,更新栏目。。此外没有别的需要报告."}}}.Input().Report
	place := model.Place{Sheet: "六、其他", Ref: "A3"}
	r.Texts["narrative.other"][1].Place = place
	_, changes := check.Fix(r)
	assert.Equal(t, []check.Change{
		{Section: "六、其他需要报告的事项", Paragraph: 2, Before: "公开信息,更新栏目。。此外没有别", After: "公开信息，更新栏目。此外没有别", Place: place},
		{Section: "六、其他需要报告的事项", Paragraph: 2, Before: "的需要报告.", After: "的需要报告。", Place: place},
	}, changes)
}

// The report that comes out shares nothing with the one that went in.
func TestFixedReportIsACopy(t *testing.T) {
	r := check.Case{}.Input().Report
	fixed, changes := check.Fix(r)
	assert.Empty(t, changes)
	assert.Equal(t, r, fixed)
	fixed.Fields["unit.name"] = model.Field{Text: "石桥镇人民政府"}
	fixed.Texts["narrative.other"][0].Text = ""
	delete(fixed.Figures, "requests.received.total")
	assert.Equal(t, check.Case{}.Input().Report, r)
}

// Whatever the text: Fix touches marks, spaces and look-alikes only, and leaves nothing for a second time.
func FuzzFix(f *testing.F) {
	for _, seed := range []string{"公开,信息。。", "国办函[2020]109号", "（一)政 府", "{{本年,新收}},", "a,b。，，", "政 府 信 息", "(公开（信息)）", "〔2020)1号", "汉(字“,”汉", "**一是**,加强**培 训。。**", "一 **是** ，，**"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "")
		r := model.New(form.Editions()[1])
		r.Texts["narrative.other"] = model.SplitParagraphs(text, model.Place{})
		fixed, changes := check.Fix(r)
		require.Len(t, fixed.Texts["narrative.other"], len(r.Texts["narrative.other"]))
		for i, p := range fixed.Texts["narrative.other"] {
			require.Equal(t, lettersOf(r.Texts["narrative.other"][i].Text), lettersOf(p.Text))
		}
		if len(changes) == 0 {
			require.Equal(t, r.Texts, fixed.Texts)
		}
		again, rest := check.Fix(fixed)
		require.Empty(t, rest, "%q became %q, then %q", text, fixed.Texts, again.Texts)
	})
}

// meantAsDigits are what letters that look like them are meant for, as the marks beside them say, which Fix may change: I!04)?0o'.
var meantAsDigits = strings.NewReplacer("O", "0", "o", "0", "l", "1", "I", "1")

// lettersOf is a text as it is meant, without its marks and spaces.
func lettersOf(text string) string {
	for last := ""; last != text; {
		last, text = text, chinese.FoldTraditional(chinese.Fold(text).Text).Text
	}
	return meantAsDigits.Replace(strings.Map(func(r rune) rune {
		if unicode.IsPunct(r) || unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text))
}

// The unit's name and contacts are printed too, and mended where they stand, not in the texts that ask for them.
func TestFixMendsTheUnitsData(t *testing.T) {
	r := check.Case{Set: []check.Entry{
		{Key: "unit.name", Typed: "清溪镇 人民政府(经济开发区)"}, {Key: "unit.phone", Typed: "０00-12345678"}, {Key: "unit.email", Typed: "a.b@example.gov.cn"},
		{Key: "narrative.preface", Typed: "由{{单位}}编制。"},
	}}.Input().Report
	fixed, changes := check.Fix(r)
	assert.Equal(t, "清溪镇人民政府（经济开发区）", fixed.Field("unit.name"))
	assert.Equal(t, "000-12345678", fixed.Field("unit.phone"))
	assert.Equal(t, "a.b@example.gov.cn", fixed.Field("unit.email"), "nothing is wrong with it")
	assert.Equal(t, "清溪镇 人民政府(经济开发区)", r.Field("unit.name"), "the report that was given is not changed")
	for _, c := range changes {
		assert.Contains(t, []string{"“单位名称”", "“电话”"}, c.Where(), "texts hold none of it themselves")
	}
}

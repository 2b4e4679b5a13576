package published_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/published"
	"nianbao/internal/published/webpage"
	"nianbao/internal/render/document"
	"nianbao/internal/render/html"
)

const overview form.Key = "narrative.overview"

var emphatic = map[form.Key]string{
	overview: "**（一）主动公开。**全年公开**320**条。\n" +
		"**一是**加强培训，收到**{{本年新收}}件**申请；**二是**补齐短板。\n" +
		"**每季检查一次。**\n" +
		"隐去138**1234**，**没有成对。",
}

// Words in bold type come back as they were typed, and a page that nobody edited changes nothing: headings, and paragraphs that are bold
// throughout, keep what was typed.
func TestBoldWordsComeBack(t *testing.T) {
	r := report(t, emphatic)
	var page bytes.Buffer
	require.NoError(t, html.Write(&page, document.Compose(r), html.Options{}))
	fromPage, err := webpage.Read(page.Bytes())
	require.NoError(t, err)
	for from, p := range map[string]*published.Publication{"docx": read(t, asDocx(t, r)), "html": published.Read(fromPage, "")} {
		got, _ := p.Report(r.Edition)
		assert.Equal(t, []string{
			"（一）主动公开。全年公开**320**条。",
			"**一是**加强培训，收到**16件**申请；**二是**补齐短板。",
			"每季检查一次。",
			"隐去138**1234**，**没有成对。",
		}, textsOf(got), from)
		back, changes := published.TakeBack(r, got)
		assert.Empty(t, changes, from)
		assert.Equal(t, textsOf(r), textsOf(back), from)
	}
}

func textsOf(r *model.Report) (texts []string) {
	for _, p := range r.Texts[overview] {
		texts = append(texts, p.Text)
	}
	return texts
}

// Pages of others set words bold in many ways; what is a heading, or bold all over, stays plain.
func TestBoldWordsOfPages(t *testing.T) {
	const page = `<h1>清溪镇人民政府2024年政府信息公开工作年度报告</h1><p>一、总体情况</p>%<p>二、主动公开政府信息情况</p><p>三、收到和处理政府信息公开申请情况</p>`
	for _, c := range []struct{ why, paragraphs, want string }{
		{"elements", "<p><b>一是</b>加强培训，<strong>二是</strong>补齐短板。</p>", "**一是**加强培训，**二是**补齐短板。"},
		{"styles, and what undoes them", `<p><span style="font-weight:700">一是加<span style="FONT-WEIGHT: normal">强</span></span>培训。</p>`, "**一是加**强培训。"},
		{"pieces that touch", "<p><b>一</b><b>是</b>加强培训。</p>", "**一是**加强培训。"},
		{"blanks at the ends", "<p>全年<b> 公开 </b>信息。</p>", "全年 **公开** 信息。"},
		{"a heading that runs in", "<p><strong>（一）主动公开。</strong>全年公开。</p><p><strong>（二）依申请公开。</strong>收到3件。</p>", "（一）主动公开。全年公开。\n（二）依申请公开。收到3件。"},
		{"bold throughout, but for the mark", "<p><b>一是加强培训</b>。</p>", "一是加强培训。"},
		{"bold a letter apart from the next: it would hide letters", "<p>见<b>a</b>b页。</p>", "见ab页。"},
		{"asterisks that were typed there", "<p>见*<b>注</b>的说明。</p>", "见*注的说明。"},
	} {
		p, err := webpage.Read([]byte(strings.Replace(page, "%", c.paragraphs, 1)))
		require.NoError(t, err)
		e, _ := form.ByID("2021")
		got, _ := published.Read(p, "").Report(e)
		assert.Equal(t, strings.Split(c.want, "\n"), textsOf(got), c.why)
	}
}

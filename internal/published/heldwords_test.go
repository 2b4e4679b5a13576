package published_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/label"
	"nianbao/internal/model"
	"nianbao/internal/published"
	reader "nianbao/internal/published/docx"
	"nianbao/internal/published/page"
	"nianbao/internal/sample"
)

// shown is the page of a report's document, with a table of its own that may be changed.
func shown(t *testing.T, data []byte, change func(at int, table *page.Table)) *model.Report {
	t.Helper()
	p, err := reader.Read(data)
	require.NoError(t, err)
	at := 0
	for _, b := range p.Blocks {
		if b.Table != nil {
			change(at, b.Table)
			at++
		}
	}
	publication := published.Read(p, "")
	r, _ := publication.Report(publication.Edition())
	return r
}

// heads are the cells of the tables of a document in which no figure stands, by their table and their place in it.
func heads(t *testing.T, data []byte) (list [][2]int) {
	shown(t, data, func(at int, table *page.Table) {
		for i, c := range table.Cells {
			if strings.Trim(c.Text, "0123456789.-万元 ") != "" {
				list = append(list, [2]int{at, i})
			}
		}
	})
	return list
}

// areLeaves says whether two heads are both of rows, or both of columns, of the form: figures are told by them, so that where the same stand
// behind both nothing but their order is another.
func areLeaves(a, b string, table int) bool {
	in := []label.Table{label.Proactive, label.Requests, label.Disputes}[table]
	x, _ := label.Whole(a, in)
	y, _ := label.Whole(b, in)
	return x != nil && y != nil && x.Kind() == y.Kind() && (x.Kind() == label.Row || x.Kind() == label.Column)
}

// Whatever one head of a table becomes, and whichever two are exchanged: it is told, or told as unread, and the code is another one.
func TestCompareFindsEachHead(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 9))
	for name, r := range sample.Reports(t) {
		data := asDocx(t, r)
		code, ok := published.Code(r)
		require.True(t, ok, name)
		same := shown(t, data, func(int, *page.Table) {})
		assert.Empty(t, told(published.Compare(r, same)), name)
		assert.Empty(t, same.Printed.Besides, name)
		list := heads(t, data)
		differs := func(change func(at int, table *page.Table), why string) {
			t.Helper()
			edited := shown(t, data, change)
			c := published.Compare(r, edited)
			assert.NotEmpty(t, told(c), "%s: %s", name, why)
			assertMirrored(t, c, published.Compare(edited, r), why)
			now, ok := published.Code(edited)
			assert.False(t, ok && now == code, "%s: %s", name, why)
		}
		for _, h := range list {
			if random.IntN(sample.Times(8, 1)) > 0 {
				continue
			}
			for _, words := range []string{"另一个名称", "其他情况", "行政复议", "第二十条第（七）项"} {
				was := ""
				differs(func(at int, table *page.Table) {
					if c := &table.Cells[h[1]%len(table.Cells)]; at == h[0] {
						was, c.Text = c.Text, words
						if was == words {
							c.Text += "等"
						}
					}
				}, was+"→"+words)
			}
		}
		for range sample.Times(10, 60) {
			a, b := list[random.IntN(len(list))], list[random.IntN(len(list))]
			if a[0] != b[0] {
				continue
			}
			exchanged, why := false, ""
			change := func(at int, table *page.Table) {
				if x, y := &table.Cells[a[1]%len(table.Cells)], &table.Cells[b[1]%len(table.Cells)]; at == a[0] && x.Text != y.Text && !areLeaves(x.Text, y.Text, at) {
					x.Text, y.Text = y.Text, x.Text
					exchanged, why = true, x.Text+"↔"+y.Text
				}
			}
			if shown(t, data, change); exchanged {
				differs(change, why)
			}
		}
	}
}

// What stands in a document beside the form is told with its place, and changes the code; how a table is cut or merged does not.
func TestCompareBesides(t *testing.T) {
	r := report(t, threeParagraphs)
	whole := asDocx(t, r)
	all := sample.Unzip(t, whole)[documentPart]
	row := func(words string) string {
		at := strings.Index(all, words)
		require.Positive(t, at)
		start := strings.LastIndex(all[:at], " <w:tr>")
		return all[start : at+strings.Index(all[at:], "</w:tr>")+len("</w:tr>")]
	}
	secret, applicants, fees := row("1.属于国家秘密"), row("申请人情况"), row("行政事业性收费")
	last := secret[strings.LastIndex(secret, "<w:tc>") : strings.LastIndex(secret, "</w:tc>")+len("</w:tc>")]
	table := func(cells string) string { return `<w:tbl><w:tr>` + cells + `</w:tr></w:tbl>` }
	cell := func(text string) string { return `<w:tc>` + paragraph(run(text)) + `</w:tc>` }
	p1 := paragraph(run(first))
	box := func(text string) string {
		return paragraph(run(first) + `<w:r><w:pict><w:txbxContent>` + paragraph(run(text)) + `</w:txbxContent></w:pict></w:r>`)
	}
	for _, c := range []struct {
		why   string
		edits []string
		want  []string
	}{
		{"as it was written", nil, nil},
		{"the heads of table four exchanged", []string{">行政复议<", ">甲<", ">行政诉讼<", ">行政复议<", ">甲<", ">行政诉讼<"}, []string{"名称 行政复议→行政诉讼", "名称 行政诉讼→行政复议"}},
		{"the head of a group altered", []string{"三、本年度办理结果", "三、本年度处理情况"}, []string{"名称 三、本年度办理结果→三、本年度处理情况"}},
		{"a head with a letter less", []string{"不予</w:t><w:br/><w:t xml:space=\"preserve\">公开", "不</w:t><w:br/><w:t xml:space=\"preserve\">公开"}, []string{"名称 （三）不予公开→（三）不公开"}},
		{"the head of columns", []string{"法人或其他组织", "单位"}, []string{"名称 法人或其他组织→单位"}},
		{"a caption", []string{"第二十条第（一）项", "第二十条第（二）项"}, []string{"名称 第二十条第（一）项→第二十条第（二）项"}},
		{"a row that the form has not", []string{fees, fees + strings.Replace(fees, "行政事业性收费", "其他对外管理服务事项", 1)}, []string{"增 →其他对外管理服务事项 9"}},
		{"a row twice", []string{secret, secret + secret}, []string{"增 →1.属于国家秘密 38 39 40 41 42 43 44"}},
		{"a figure more in a row", []string{secret, strings.Replace(secret, last, last+last, 1)}, []string{"增 →44", "读不出 三、收到和处理政府信息公开申请情况1.属于国家秘密"}},
		{"a table", []string{p1, p1 + table(cell("举报投诉")+cell("23"))}, []string{"增 →举报投诉 23"}},
		{"a table that is blank", []string{p1, p1 + table(cell("")+cell(""))}, nil},
		{"another signature", []string{">清溪镇人民政府</w:t></w:r></w:p>", ">清溪镇党政办公室</w:t></w:r></w:p>"}, []string{"落款 清溪镇人民政府→清溪镇党政办公室"}},
		{"a text box", []string{p1, box("另收费300元。")}, []string{"增 →另收费300元。"}},
		{"a text box with the number of the page", []string{p1, box("— 3 —")}, nil},
		{"the heads of a table once more where it was cut", []string{secret, `</w:tbl>` + paragraph("") + `<w:tbl><w:tblPr/>` + applicants + secret}, nil},
	} {
		got, _ := read(t, edit(t, whole, documentPart, c.edits...)).Report(r.Edition)
		compared := published.Compare(r, got)
		assert.Equal(t, c.want, told(compared), c.why)
		assertMirrored(t, compared, published.Compare(got, r), c.why)
		assertCoded(t, compared, r, got, c.why)
		assert.Empty(t, published.Compare(got, got).Differences, c.why)
	}
}

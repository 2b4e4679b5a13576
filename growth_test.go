package nianbao_test

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/sample"
)

// Four times as much of anything takes about four times the steps, all in all and at each place of the code. Steps are the statements
// of ours that were executed, as a build of the program counts them, less those that the same call takes with none of it; so that the
// result is the same on every machine. What a library does within one call is not counted.
func TestWorkGrowsWithTheInput(t *testing.T) {
	sample.Long(t)
	const (
		more   = 4
		most   = 5   // times the steps: sorting takes a little more than four times, comparing each with each sixteen times
		trifle = 100 // what part of all steps a place may have beyond that: what begins with the second or the hundredth of a kind
	)
	c := newCounter(t)
	sound := string(sample.Read(t, "testdata/reports/e-town-2024.json"))
	for _, k := range slices.Concat(growing(t, c, sound), growingCopies(t, c, sound), growingLists(t, c, sound)) {
		t.Run(k.why, func(t *testing.T) {
			none := c.steps(t, k, 0)
			once, times := c.steps(t, k, k.size).less(none), c.steps(t, k, more*k.size).less(none)
			sum := once.sum()
			require.Greater(t, sum, k.size, "it was not looked at")
			assert.LessOrEqual(t, times.sum(), most*sum, "steps in all")
			for _, place := range slices.Sorted(maps.Keys(times)) {
				assert.LessOrEqual(t, times[place], most*once[place]+sum/trifle, "steps at %s, where a quarter takes %d", place, once[place])
			}
		})
	}
}

// kind is something of which an input may have much.
type kind struct {
	why  string
	size int
	// put puts n of it into the current folder, and gives the arguments of the call that reads it.
	put func(t *testing.T, n int) []string
}

// growing are the kinds that once took time out of all proportion, and those that are like them.
func growing(t *testing.T, c *counter, sound string) []kind {
	blank := soundWorkbook(t, c, sound)
	text := func(repeated func(i int) string) func(*testing.T, int) []string {
		return func(t *testing.T, n int) []string {
			write(t, "报告.json", withOverview(t, sound, each(n, repeated)))
			return []string{"校验", "报告.json"}
		}
	}
	same := func(repeated string) func(*testing.T, int) []string {
		return text(func(int) string { return repeated })
	}
	workbook := func(fill func(b *excelize.File, n int) error) func(*testing.T, int) []string {
		return func(t *testing.T, n int) []string {
			book, err := excelize.OpenFile(blank)
			require.NoError(t, err)
			for _, sheet := range book.GetSheetList() { // what was looked into is written anew, also where nothing is put
				_, err := book.GetCellValue(sheet, "A1")
				require.NoError(t, err)
			}
			require.NoError(t, fill(book, n))
			require.NoError(t, book.SaveAs("报告.xlsx"))
			require.NoError(t, book.Close())
			return []string{"校验", "报告.xlsx"}
		}
	}
	column := func(sheet, column string, from int, what func(i int) string) func(b *excelize.File, n int) error {
		return func(b *excelize.File, n int) error {
			for i := range n {
				if err := b.SetCellStr(sheet, fmt.Sprintf("%s%d", column, from+i), what(i)); err != nil {
					return err
				}
			}
			return nil
		}
	}
	ledgered := func(row func(i int) []string) func(*testing.T, int) []string {
		return workbook(func(b *excelize.File, n int) error {
			_, err := b.NewSheet("依申请台账")
			err = errors.Join(err, b.SetSheetRow("依申请台账", "A1", &[]string{"收到日期", "申请人类型", "办理结果", "办结日期", "是否延期"}))
			for i := range n {
				typed := row(i)
				err = errors.Join(err, b.SetSheetRow("依申请台账", fmt.Sprintf("A%d", 2+i), &typed))
			}
			return err
		})
	}
	foreign := func(row func(i int) []string) func(*testing.T, int) []string {
		return func(t *testing.T, n int) []string {
			write(t, "报告.json", sound)
			book := excelize.NewFile()
			require.NoError(t, book.SetSheetRow("Sheet1", "A1", &[]string{"单位", "本年新收自然人"}))
			require.NoError(t, book.SetSheetRow("Sheet1", "A2", &[]string{"望禾镇人民政府", ""}))
			for i := range n {
				typed := row(i)
				require.NoError(t, book.SetSheetRow("Sheet1", fmt.Sprintf("A%d", 4+i), &typed))
			}
			require.NoError(t, book.SaveAs("市里的表.xlsx"))
			require.NoError(t, book.Close())
			return []string{"转填", "市里的表.xlsx", "--from", "报告.json"}
		}
	}
	folder := func(file func(i int) (name, content string)) func(*testing.T, int) []string {
		return func(t *testing.T, n int) []string {
			write(t, "各镇/报告.json", sound) // one that is read, so that the call ends well with none of the others
			for i := range n {
				name, content := file(i)
				write(t, "各镇/"+name, content)
			}
			return []string{"校验", "各镇"}
		}
	}
	const title, first, last = "望禾镇人民政府2024年政府信息公开工作年度报告\n", "一、总体情况\n全年公开320条。\n", "六、其他需要报告的事项\n无。\n"
	behind := func(repeated string) func(*testing.T, int) []string { // a published report, behind its last section
		return func(t *testing.T, n int) []string {
			write(t, "年报.txt", title+first+last+strings.Repeat(repeated, n))
			return []string{"校验", "年报.txt"}
		}
	}
	return []kind{
		{"attachments behind a published report", 200, behind("附：名词\n")},
		{"sentences behind its signature", 200, behind("望禾镇人民政府\n2025年1月20日\n欢迎监督。\n")},
		{"titles and sections that stand again", 100, behind(title + first + last)},
		{"rows with tabs", 200, behind("行政复议\t\t\t1\n")},
		{"lines broken in a paragraph of a web page", 200, func(t *testing.T, n int) []string {
			write(t, "年报.html", "<h1>"+title+"</h1><p>一、总体情况</p><p>全年公开320条。"+strings.Repeat("我镇认真落实要求，把公开作为方便群众办事的基础工作<br>", n)+"</p>")
			return []string{"校验", "年报.html"}
		}},
		{"rows below a table of the form", 200, func(t *testing.T, n int) []string {
			write(t, "年报.html", "<h1>"+title+"</h1><p>一、总体情况</p><p>全年公开320条。</p><table><tr><td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数<tr><td>规章<td>0<td>0<td>0"+strings.Repeat("<tr><td colspan=4>注：不含派出所的。", n)+"</table>")
			return []string{"校验", "年报.html"}
		}},
		{"paragraphs", 200, text(func(i int) string { return fmt.Sprintf("第%d次会议研究了政务公开。\n", i) })},
		{"paragraphs that are the same", 200, same("全年召开会议四次，研究政务公开。\n")},
		{"headings", 200, same("（一）主动公开方面。\n")},
		{"sentences", 300, text(func(i int) string { return fmt.Sprintf("开展第%d次检查，整改问题%d个。", i, i) })},
		{"characters that are the same", 3000, same("公")},
		{"counters without a number", 500, same("参训人次，")},
		{"marks", 1000, same("，。")},
		{"spaces", 3000, same(" ")},
		{"numerals", 500, same("一百二十三万")},
		{"one numeral", 3000, same("九")},
		{"digits", 3000, same("7")},
		{"figures of the table", 200, same("收到申请3件，")},
		{"figures with parts", 200, same("收到申请3件，其中自然人2件，法人1件；")},
		{"figures with parts in one sentence", 200, same("收到3件，其中自然人2件、法人1件，")},
		{"disputes of which some are on disclosure", 200, same("复议6件，其中政府信息公开1件、维持1件，")},
		{"disputes in one sentence", 200, same("因政府信息公开引发行政复议1件，均获维持，")},
		{"disputes of all matters", 400, same("行政复议6件，")},
		{"documents cleaned up in one sentence", 200, same("清理规范性文件6件，继续有效5件，")},
		{"numbers told again", 200, text(func(i int) string {
			return fmt.Sprintf("召开第%d号座谈会会议3次。全年3次座谈会会议。", i)
		})},
		{"numbers that point back", 200, text(func(i int) string { return fmt.Sprintf("发放问卷%d份。上述%d份问卷已归档。", i, i+1) })},
		{"numbers in one clause that may point back", 200, text(func(i int) string { return fmt.Sprintf("上述%d份问卷、", i) })},
		{"views of applications", 200, same("从渠道看，网上申请3件；")},
		{"applications withdrawn", 200, same("3件由申请人撤回，")},
		{"lists in lists", 200, same("其中3件，包括2件、1件；")},
		{"percentages", 200, same("办结率为98.5%，增长3%。")},
		{"dates", 200, same("2024年1月1日至12月31日，")},
		{"enumerations", 200, same("一是加强领导；二是开展培训；")},
		{"nested brackets", 300, same("（其中自然人2件、法人1件")},
		{"brackets that only close", 1000, same("）")},
		{"quotation marks", 1000, same("“")},
		{"quotation marks that only close", 1000, same("”")},
		{"quotations that the last mark closes", 300, func(t *testing.T, n int) []string {
			write(t, "报告.json", withOverview(t, sound, strings.Repeat("“公开", n)+"”"))
			return []string{"校验", "报告.json"}
		}},
		{"paragraphs of a preface that are of nobody", 200, func(t *testing.T, n int) []string {
			write(t, "报告.json", strings.Replace(sound, `"preface": [`, `"preface": [`+strings.Repeat(`"现将2024年政府信息公开工作年度报告予以公布。",`, n), 1))
			return []string{"校验", "报告.json"}
		}},
		{"headings that run on", 200, same("（一）主动公开全年共公开信息3条\n")},
		{"manners without a mark", 300, same("较好的完成")},
		{"interests without a mark", 300, same("利益密切相关")},
		{"clauses that stand again in one sentence", 300, same("切实加强组织领导，")},
		{"clauses of one sentence", 300, text(func(i int) string { return fmt.Sprintf("%s加强组织领导，", strings.Repeat("又", i%50)) })},
		{"applications that are all settled", 200, same("收到公开申请3件，均已答复，结转下年度2件，")},
		{"applications under other names", 300, same("收到依申请公开申请情况，")},
		{"verbs and objects", 300, same("提高知情权、规范水平，")},
		{"verbs side by side", 500, same("健全完善")},
		{"what is done by one document", 200, same("按照《条例》")},
		{"titles of notices", 200, same("《关于印发格式》的通知")},
		{"names with numbers", 300, same("通知28、公告19条，")},
		{"titles of sections", 200, same("总体情况主动公开政府信息情况")},
		{"quotations with the unit behind", 200, same("坚持“公开”望禾镇")},
		{"sentences cut by a mark", 200, same("根据有关规定。围绕土地、公路等事项。")},
		{"years and days that run together", 200, same("20221月20221231日")},
		{"titles in a row", 200, same("《制度》")},
		{"things counted without a mark between", 200, same("专栏12条专栏9条")},
		{"quotations that end in a pause", 200, same("“公开，”和")},
		{"the unit as another", 200, same("结合该镇工作")},
		{"bases without 在", 200, same("更新栏目的基础上，")},
		{"angles", 300, same("<天>")},
		{"look-alikes", 300, same("1O⽆\u200b")},
		{"wrong words", 300, same("攻府末")},
		{"short names of documents", 200, same("《a》（以下简称《b》）")},
		{"short names that do not close", 200, same("《（以下简称《")},
		{"meetings", 200, same("十九届五中全会精神贯彻，")},
		{"counters without a number", 300, same("信息条，")},
		{"counters beside numbers", 200, same("办结8件、结转件，")},
		{"estimates", 200, same("约3余条左右")},
		{"years without 年", 200, same("2024本镇，")},
		{"clauses that end nowhere", 300, same("做到、")},
		{"telephones without a number", 300, same("电话")},
		{"names of the state cut short", 200, same("中华人民大")},
		{"parts of the report", 100, same("报告部分总体情况主动公开复议")},
		{"numbers of people", 200, same("13000000000 ")},
		{"enclosures", 300, same("见附件，")},
		{"periods", 300, same("日止如有")},
		{"numbers before years", 200, same("3件2024年，")},
		{"accents", 2000, same("e\u0301\u0302")},
		{"units", 300, text(func(i int) string { return fmt.Sprintf("石桥%d镇人民政府，", i) })},
		{"placeholders", 200, same("收到{{本年新收}}件。")},
		{"placeholders that name nothing", 200, text(func(i int) string { return fmt.Sprintf("{{收到的第%d件}}", i) })},
		{"braces", 500, same("{{")},
		{"a placeholder's name", 3000, func(t *testing.T, n int) []string {
			write(t, "报告.json", withOverview(t, sound, "{{"+strings.Repeat("某", n)+"}}"))
			return []string{"校验", "报告.json"}
		}},
		{"explanations", 400, workbook(func(b *excelize.File, n int) error {
			if err := column("校验", "B", 80, func(int) string { return "属实" })(b, n); err != nil {
				return err
			}
			return column("校验", "A", 80, func(i int) string { return fmt.Sprintf("%06X", i) })(b, n)
		})},
		{"explanations of one number", 400, workbook(func(b *excelize.File, n int) error {
			if err := column("校验", "B", 80, func(i int) string { return fmt.Sprint("属实", i) })(b, n); err != nil {
				return err
			}
			return column("校验", "A", 80, func(int) string { return "ABCDEF" })(b, n)
		})},
		{"strays", 400, workbook(column("二、主动公开", "H", 2, func(i int) string { return fmt.Sprintf("备注%d", i) }))},
		{"strays that share a string", 400, workbook(column("二、主动公开", "H", 2, func(int) string { return "清溪镇收到申请3件，办结3件。" }))},
		{"cells on a sheet of one's own", 400, workbook(func(b *excelize.File, n int) error {
			if _, err := b.NewSheet("台账"); err != nil {
				return err
			}
			return column("台账", "A", 1, func(i int) string { return fmt.Sprintf("申请%d", i) })(b, n)
		})},
		{"applications in a ledger", 300, ledgered(func(i int) []string {
			return []string{fmt.Sprintf("2024-%02d-%02d", 1+i%12, 1+i%28), []string{"自然人", "企业"}[i%2], "予以公开", "2024-12-30"}
		})},
		{"applications that are open", 300, ledgered(func(i int) []string { return []string{"2024-12-20", "自然人"} })},
		{"applications that cannot be counted", 300, ledgered(func(i int) []string { return []string{fmt.Sprintf("%d月%d日", 1+i%12, i), "某人", "公开"} })},
		{"units of a foreign form", 200, foreign(func(i int) []string { return []string{fmt.Sprintf("石桥%d镇人民政府", i), ""} })},
		{"labels of a foreign form", 200, foreign(func(int) []string { return []string{"总计", "", "其他", ""} })},
		{"texts of a foreign form", 200, foreign(func(i int) []string { return []string{fmt.Sprintf("本年新收其中第%d项本年本年", i), ""} })},
		{"sheets", 50, workbook(func(b *excelize.File, n int) error {
			for i := range n {
				if _, err := b.NewSheet(fmt.Sprintf("台账%d", i)); err != nil {
					return err
				}
			}
			return nil
		})},
		{"names", 200, workbook(func(b *excelize.File, n int) error {
			for i := range n {
				if err := b.SetDefinedName(&excelize.DefinedName{Name: fmt.Sprintf("名称%d", i), RefersTo: "校验!$A$1"}); err != nil {
					return err
				}
			}
			return nil
		})},
		{"comments on a sheet", 100, workbook(func(b *excelize.File, n int) error {
			for i := range n {
				if err := b.AddComment("三、依申请公开", excelize.Comment{Cell: fmt.Sprintf("M%d", i+1), Text: fmt.Sprintf("批注%d", i)}); err != nil {
					return err
				}
			}
			return nil
		})},
		{"text boxes", 100, workbook(func(b *excelize.File, n int) error {
			for i := range n {
				if err := b.AddShape("三、依申请公开", &excelize.Shape{Cell: fmt.Sprintf("M%d", i+1), Type: "rect", Paragraph: []excelize.RichTextRun{{Text: "一段"}}}); err != nil {
					return err
				}
			}
			return nil
		})},
		{"hidden rows", 200, workbook(func(b *excelize.File, n int) error {
			for i := range n {
				if err := b.SetRowVisible("一、总体情况", 200+i, false); err != nil {
					return err
				}
			}
			return column("校验", "A", 200, func(int) string { return "字" })(b, n)
		})},
		{"what is struck out", 300, workbook(func(b *excelize.File, n int) error {
			for i := range n {
				struck := []excelize.RichTextRun{{Text: fmt.Sprintf("第%d号。", i), Font: &excelize.Font{Strike: true}}}
				if err := b.SetCellRichText("前言", fmt.Sprintf("A%d", 30+i), struck); err != nil {
					return err
				}
			}
			return nil
		})},
		{"notes of a workbook without names", 200, workbook(func(b *excelize.File, n int) error {
			note, err := b.GetCellValue("一、总体情况", "A2")
			if err != nil {
				return err
			}
			return errors.Join(column("二、主动公开", "H", 2, func(int) string { return note })(b, n), dropNames(b))
		})},
		{"labels of a workbook without names", 200, workbook(func(b *excelize.File, n int) error {
			return errors.Join(column("三、依申请公开", "M", 60, func(int) string { return "自然人" })(b, n), dropNames(b))
		})},
		{"copies of a sheet without names", 10, workbook(func(b *excelize.File, n int) error {
			from, err := b.GetSheetIndex("三、依申请公开")
			for i := range n {
				to, more := b.NewSheet(fmt.Sprintf("副本%d", i))
				err = errors.Join(err, more, b.CopySheet(from, to))
			}
			return errors.Join(err, dropNames(b))
		})},
		{"copies of part of a large sheet", 20, workbook(func(b *excelize.File, n int) error {
			err := column("四、复议诉讼", "Z", 500, func(int) string { return " " })(b, 25*n) // blank, so that it is told of none
			for i := range n {
				name := fmt.Sprintf("副本%d", i)
				_, more := b.NewSheet(name)
				err = errors.Join(err, more, b.SetSheetRow(name, "A1", &[]string{"行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉", "结果维持"}))
			}
			return err
		})},
		{"reports in a folder", 10, folder(func(i int) (name, content string) {
			return fmt.Sprintf("%d.json", i), strings.ReplaceAll(sound, "望禾镇", fmt.Sprintf("第%d镇", i))
		})},
		{"reports that are alike in pairs", 10, folder(func(i int) (name, content string) {
			return fmt.Sprintf("%d.json", i), strings.NewReplacer("望禾镇", fmt.Sprintf("第%d镇", i), "。", "，"+string('愀'+rune(i/2))+"村也一样。").Replace(sound)
		})},
		{"reports of one unit", 10, folder(func(i int) (name, content string) { return fmt.Sprintf("%d.json", i), sound })},
		{"files of other kinds", 300, folder(func(i int) (name, content string) { return fmt.Sprintf("%d.png", i), "\x89PNG" })},
		{"folders", 100, folder(func(i int) (name, content string) { return fmt.Sprintf("%d/图.png", i), "\x89PNG" })},
		{"reports of last year", 10, func(t *testing.T, n int) []string {
			write(t, "报告.json", sound)
			for i := range n + 2 { // with none there would be nothing to compare with, and one is looked at whosever it is
				write(t, fmt.Sprintf("去年/%d.json", i), strings.NewReplacer("望禾镇", fmt.Sprintf("第%d镇", i), `"year": 2024`, `"year": 2023`).Replace(sound))
			}
			return []string{"校验", "报告.json", "--last", "去年"}
		}},
		{"explanations in a file", 400, func(t *testing.T, n int) []string {
			write(t, "报告.json", sound)
			write(t, "说明.csv", "编号,说明\n"+each(n, func(i int) string { return fmt.Sprintf("%06X,属实\n", i) }))
			return []string{"校验", "报告.json", "--explain", "说明.csv"}
		}},
		{"paragraphs of a document", 100, func(t *testing.T, n int) []string {
			write(t, "报告.json", withOverview(t, sound, each(n, func(i int) string { return fmt.Sprintf("第%d次会议研究了政务公开。\n", i) })))
			c.call(t, ".", t.TempDir(), "生成", "报告.json", "--draft", "--format", "docx", "-o", "报告")
			documents, err := filepath.Glob("报告/*.docx")
			require.NoError(t, err)
			require.Len(t, documents, 1)
			return []string{"校验", documents[0]}
		}},
		{"comments in a document", 200, func(t *testing.T, n int) []string {
			write(t, "报告.json", sound)
			c.call(t, ".", t.TempDir(), "生成", "报告.json", "--format", "docx", "-o", "报告")
			documents, err := filepath.Glob("报告/*.docx")
			require.NoError(t, err)
			data, err := os.ReadFile(documents[0])
			require.NoError(t, err)
			marks := each(n, func(i int) string { return fmt.Sprintf(`<w:r><w:commentReference w:id="%d"/></w:r>`, i) })
			write(t, documents[0], string(sample.Rezip(t, data, func(_, part string) string { return strings.Replace(part, "</w:p>", marks+"</w:p>", 1) })))
			return []string{"校验", documents[0]}
		}},
		{"merged cells over the room for a paragraph that comes back", 100, func(t *testing.T, n int) []string {
			const sheet = "一、总体情况"
			book, err := excelize.OpenFile(blank)
			require.NoError(t, err)
			for _, text := range book.GetDefinedName() {
				if text.Name == "narrative_overview" {
					require.NoError(t, book.DeleteDefinedName(&text))
					text.RefersTo = fmt.Sprintf("'%s'!$A$4:$A$%d", sheet, 200+n)
					require.NoError(t, book.SetDefinedName(&text))
				}
			}
			require.NoError(t, book.MergeCell(sheet, "A4", fmt.Sprintf("A%d", 200+n)))
			for i := range n {
				require.NoError(t, book.MergeCell(sheet, fmt.Sprintf("M%d", 1+2*i), fmt.Sprintf("M%d", 2+2*i)))
			}
			require.NoError(t, book.SaveAs("填报.xlsx"))
			require.NoError(t, book.Close())
			write(t, "报告.docx", string(sample.Rezip(t, printed(t, c, sound, "docx"), func(_, part string) string {
				return strings.Replace(part, behindOverview, "全年召开专题会议四次。</w:t></w:r></w:p><w:p><w:r><w:t>"+behindOverview, 1)
			})))
			return []string{"导入", "报告.docx", "--base", "填报.xlsx", "-o", "新.xlsx"}
		}},
		{"paragraphs that are printed", 50, func(t *testing.T, n int) []string {
			write(t, "报告.json", withOverview(t, sound, each(n, func(i int) string { return fmt.Sprintf("第%d次会议研究了政务公开。\n", i) })))
			return []string{"生成", "报告.json", "--draft", "--format", "pdf,txt,html,docx,json", "-o", "报告"}
		}},
		{"a paragraph that is printed", 100, func(t *testing.T, n int) []string {
			write(t, "报告.json", withOverview(t, sound, each(n, func(i int) string { return fmt.Sprintf("第%d次会议研究了政务公开，", i) })))
			return []string{"生成", "报告.json", "--draft", "--format", "pdf,txt,html,docx,json", "-o", "报告"}
		}},
	}
}

// dropNames drops the names of all cells, as online editors do.
func dropNames(b *excelize.File) error {
	for _, n := range b.GetDefinedName() {
		if n.Scope == "Workbook" {
			if err := b.DeleteDefinedName(&n); err != nil {
				return err
			}
		}
	}
	return nil
}

// each joins n pieces.
func each(n int, piece func(i int) string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(piece(i))
	}
	return b.String()
}

// withOverview is a report with more text in its first section, a paragraph for every line.
func withOverview(t *testing.T, report, text string) string {
	const overview = `"overview": [`
	require.Equal(t, 1, strings.Count(report, overview))
	var paragraphs strings.Builder
	for line := range strings.Lines(text) {
		fmt.Fprintf(&paragraphs, "\n\"%s\",", strings.TrimSuffix(line, "\n"))
	}
	return strings.Replace(report, overview, overview+paragraphs.String(), 1)
}

// soundWorkbook is the path of a workbook that a report was filled into.
func soundWorkbook(t *testing.T, c *counter, report string) string {
	folder := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(folder, "好.json"), []byte(report), 0o600))
	c.call(t, folder, t.TempDir(), "导入", "好.json", "-o", "好.xlsx")
	return filepath.Join(folder, "好.xlsx")
}

func write(t *testing.T, name, content string) {
	require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o700))
	require.NoError(t, os.WriteFile(name, []byte(content), 0o600))
}

package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/spf13/pflag"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/exchange"
	"nianbao/internal/model"
	"nianbao/internal/sample"
	"nianbao/internal/workbook"
)

// effects are calls in which an option does something: what is told or written is another with it than without. Each option of each
// command has its line, or some for several ways in which it works.
var effects = []struct{ without, option string }{
	{"template -o 新.xlsx", "--year 2022"},
	{"template -o 新.xlsx", "--unit 石桥镇人民政府"},
	{"template -o 新.xlsx", "--level 街道"},
	{"template -o 新.xlsx --year 2024", "--last 去年.json"},
	{"template -o 新.xlsx --year 2024 --unit 石桥镇人民政府 --last 去年.json", "--former"},
	{"template -o 新.xlsx", "--rules 本县设置.xlsx"},
	{"template -o 新.xlsx", "--zero"},
	{"template -o 新.xlsx --year 2024 --last 去年.json", "--zero"},
	{"template -o 新.xlsx", "--ledger"},
	{"template --year 2025 --unit 清溪镇人民政府 -o 新", "--slips"},
	{"template", "--output 新.xlsx"},
	{"template -o 填报.xlsx", "--force"},
	{"template -o 下发", "--members 本县设置.xlsx"},
	{"template -o 下发 --members 名单.csv", "--last 去年"},

	{"check 问题.json", "--format json"},
	{"check 问题.json", "--format csv"},
	{"check 问题.json", "--format xlsx"},
	{"check 问题.json", "--strict"},
	{"check 问题.json --format json", "--strict"},
	{"check 问题.json", "--fix"},
	{"check 问题.json --format json", "--fix"},
	{"check 台账.xlsx", "--take-ledger"},
	{"check 问题.json", "--explain-text"},
	{"check 问题.json --format xlsx", "--explain-text"},
	{"check 问题.json", "--output 结果.txt"},
	{"check 问题.json --fix", "--output 改正"},
	{"check 问题.json", "--files-from 名单.txt"},
	{"check 数据.json", "--last 去年.json"},
	{"check 问题.json --strict", "--explain 说明.csv"},
	{"check 问题.json", "--rules 本县.yaml"},
	{"check 问题.json", "--fonts 字库"},
	{"check 问题.json -o 结果.txt", "--resume"},

	{"render 数据.json", "--format txt"},
	{"render 数据.json --format txt", "--output 报告"},
	{"render 问题.json --format txt", "--draft"},
	{"render 问题.json --format txt", "--mark 送审稿"},
	{"render 错误.json --format txt", "--draft"},
	{"render 数据.json --format txt", "--text-tables tsv"},
	{"render 数据.json --format txt", "--encoding gb18030"},
	{"render 数据.json --format html", "--fragment"},
	{"render 数据.json --format html", "--no-title"},
	{"render 数据.json --format html", "--charts"},
	{"render 数据.json --format html --charts", "--last 去年.json"},
	{"render 数据.json --format pdf", "--no-data"},
	{"render 数据.json --format txt", "--last 去年.json"},
	{"render 数据.json --format txt", "--files-from 名单.txt"},
	{"render 问题.json --format txt", "--explain 说明.csv"},
	{"render 问题.json --format txt", "--rules 本县.yaml"},
	{"render 数据.json --format txt", "--fonts 字库"},
	{"render 数据.json --format txt -o 报告", "--resume"},

	{"import 修改稿.docx -o 新.xlsx", "--base 填报.xlsx"},
	{"import 数据.json -o 新.xlsx", "--ledger"},
	{"import 数据.json", "--output 新.xlsx"},
	{"import 数据.json -o 填报.xlsx", "--force"},
	{"import 取数单/取数单_财政所_望禾镇人民政府2024年.xlsx", "--into 填报.xlsx"},

	{"compare 数据.json 问题.json", "--format json"},
	{"compare 数据.json 问题.json", "--output 结果.txt"},
	{"compare 数据.json 问题.json", "--corrections 更正"},
	{"compare 数据.json 问题.json --corrections 写过的更正", "--force"},

	{"aggregate 数据.json -o 新.xlsx", "--unit 望禾县人民政府"},
	{"aggregate 数据.json -o 新.xlsx", "--level 县级政府"},
	{"aggregate 数据.json 去年.json -o 新.xlsx", "--year 2023"},
	{"aggregate 数据.json -o 新.xlsx", "--members 名单.csv"},
	{"aggregate 数据.json -o 新.xlsx", "--last 去年汇总.xlsx"},
	{"aggregate 数据.json -o 新.xlsx", "--own 汇总.xlsx"},
	{"aggregate 数据.json -o 新.xlsx", "--since 去年汇总.xlsx"},
	{"aggregate 数据.json -o 新.xlsx --since 去年汇总.xlsx", "--corrections 更正"},
	{"aggregate 数据.json -o 新.xlsx", "--long 清单.csv"},
	{"aggregate 数据.json --long 清单.csv", "--output 新.xlsx"},
	{"aggregate 数据.json -o 新.xlsx", "--register 登记.xlsx"},
	{"aggregate 数据.json -o 新.xlsx", "--returns 退回"},
	{"aggregate 错误.json -o 新.xlsx", "--only-passed"},
	{"aggregate 问题.json -o 新.xlsx --returns 退回", "--rules 本县.yaml"},
	{"aggregate 数据.json -o 汇总.xlsx", "--force"},
	{"aggregate 数据.json -o 新.xlsx", "--resume"},
	{"aggregate 数据.json -o 新.xlsx", "--files-from 名单.txt"},
	{"package 数据.json", "--output 包.zip"},
	{"package 数据.json -o 报送.zip", "--force"},
	{"package 数据.json", "--scan 盖章扫描件.pdf"},
	{"package 台账.xlsx", "--with-ledger"},
	{"package 数据.json", "--letter 清溪县人民政府办公室"},
	{"package 数据.json", "--last 去年.json"},
	{"package 问题.json", "--explain 说明.csv"},
	{"package 问题.json", "--rules 本县.yaml"},
	{"verify 报送.zip", "--files-from 名单.txt"},

	{"settings", "--output 新设置.xlsx"},
	{"settings -o 本县设置.xlsx", "--force"},
	{"settings -o 新设置.xlsx", "--rules 本县.yaml"},
	{"settings -o 新设置.xlsx", "--members 名单.csv"},
	{"check 问题.json", "--rules 本县设置.xlsx"},
	{"aggregate 问题.json -o 新.xlsx --returns 退回 --members 名单.csv", "--rules 本县设置.xlsx"},

	{"check 数据.json", "--year 2025"},
	{"explain 74F78F 数据.json", "--last 去年.json"},
	{"explain 4E9A9E 问题.json", "--explain 说明.csv"},
	{"explain 4E9A9E 问题.json", "--rules 本县.yaml"},
	{"explain 4E9A9E 问题.json", "--fonts 字库"},

	{"fill 市里的表.xlsx", "--from 数据.json"},
	{"fill 市里的表.xlsx --from 数据.json", "--output 填好.xlsx"},
	{"fill 市里的表.xlsx --from 数据.json -o 去年汇总.xlsx", "--force"},

	{"rules", "--format json"},
	{"", "--version"},
}

func TestEveryOptionDoesSomething(t *testing.T) {
	shown := map[string]bool{} // command and option
	desk := optionDesk(t)
	lay(t, desk)
	without := map[string]outcome{} // several options stand behind one call
	for _, e := range effects {
		plain, ok := without[e.without]
		if !ok {
			plain = comesOf(t, desk, e.without)
			without[e.without] = plain
		}
		with := comesOf(t, desk, e.without+" "+e.option)
		assert.False(t, assert.ObjectsAreEqual(plain, with), "%s: %s does nothing\n%s", e.without, e.option, plain.told)
		assert.NotContains(t, with.told, "没有用上")
		verb, _, _ := strings.Cut(e.without, " ")
		option, _, _ := strings.Cut(strings.TrimPrefix(e.option, "--"), " ")
		shown[verb+" "+option] = true
	}
	for _, cmd := range commands() {
		name := cmd.Name()
		if name == "serve" {
			continue // which goes on until nobody uses it: testdata/cli/serve.txtar and window_test.go
		}
		if !cmd.HasParent() {
			name = ""
		}
		cmd.LocalNonPersistentFlags().VisitAll(func(f *pflag.Flag) {
			assert.True(t, shown[name+" "+f.Name], "no line for --%s of %s", f.Name, name)
		})
	}
	for verb, options := range wants {
		for option := range options {
			assert.True(t, shown[verb+" "+option], "%s has no option --%s", verb, option)
		}
	}
}

// outcome is all that comes of a call: what is told, and the files that lie there then.
type outcome struct {
	told  string
	files map[string]string
}

// comesOf makes a call on a desk, which is the current folder, and leaves it as it was.
func comesOf(t *testing.T, desk map[string]string, call string) (of outcome) {
	t.Run(call, func(t *testing.T) {
		code, out, errs := called(strings.Fields(call)...)
		of = outcome{fmt.Sprint(code, "\n", out, errs), everything(t, ".")}
		tidy(t, desk, of.files)
	})
	return of
}

// tidy makes of what lies in the current folder what lay there: to write all of it each time takes longer than most calls.
func tidy(t *testing.T, desk, now map[string]string) {
	t.Helper()
	for name := range now {
		if _, ok := desk[name]; ok {
			continue
		}
		for err := os.Remove(name); err == nil && name != "."; err = os.Remove(name) { // and the folders that were made for it
			name = filepath.Dir(name)
		}
	}
	for name, data := range desk {
		if now[name] != data {
			require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o755))
			require.NoError(t, os.WriteFile(name, []byte(data), 0o644))
		}
	}
	require.Equal(t, len(desk), len(everything(t, ".")))
}

// optionDesk is what the calls above name: the files of the examples, and reports with findings.
func optionDesk(t *testing.T) (desk map[string]string) {
	t.Run("desk", func(t *testing.T) {
		font := sample.Read(t, "fonts/title.ttf")
		exampleDesk(t)
		require.NoError(t, os.Mkdir("字库", 0o755))
		require.NoError(t, os.WriteFile("字库/标题.ttf", font, 0o644))
		layReports(t)
		desk = everything(t, ".")
	})
	return desk
}

// layReports puts reports with findings and what answers them beside 数据.json.
func layReports(t *testing.T) {
	write := func(name string, change func(*model.Report)) {
		data, err := os.ReadFile("数据.json")
		require.NoError(t, err)
		r, err := exchange.Read(data)
		require.NoError(t, err)
		change(r)
		var b bytes.Buffer
		require.NoError(t, exchange.Write(&b, r))
		require.NoError(t, os.WriteFile(name, b.Bytes(), 0o644))
	}
	write("问题.json", func(r *model.Report) { // one to be explained, one that is mended by itself
		r.Figures["proactive.normative.issued"] = model.NumberValue(decimal.NewFromInt(5))
		r.Figures["proactive.normative.in_force"] = model.NumberValue(decimal.NewFromInt(3))
		text := r.Texts["narrative.overview"]
		text[0].Text = strings.Replace(text[0].Text, "，", ",", 1)
	})
	write("错误.json", func(r *model.Report) {
		r.Figures["requests.received.total"] = model.NumberValue(decimal.NewFromInt(999))
	})
	data, err := os.ReadFile("数据.json")
	require.NoError(t, err)
	r, err := exchange.Read(data)
	require.NoError(t, err)
	received := model.LedgerRow{}
	received.Cells[model.LedgerReceived].Text, received.Cells[model.LedgerApplicant].Text = r.YearText()+"-03-05", "自然人"
	r.Ledger = &model.Ledger{Rows: []model.LedgerRow{received}}
	var book bytes.Buffer
	_, err = workbook.Write(&book, r, workbook.Options{})
	require.NoError(t, err)
	require.NoError(t, os.WriteFile("台账.xlsx", book.Bytes(), 0o644))
	called("比对", "数据.json", "错误.json", "--corrections", "写过的更正")
	_, out, _ := called("校验", "问题.json")
	var answers strings.Builder
	answers.WriteString("编号,说明\n")
	for _, m := range regexp.MustCompile(`编号([0-9A-F]{6})`).FindAllStringSubmatch(out, -1) {
		answers.WriteString(m[1] + ",情况属实\n")
	}
	require.NoError(t, os.WriteFile("说明.csv", []byte(answers.String()), 0o644))
}

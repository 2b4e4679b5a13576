package main

import (
	"encoding/json"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/exchange"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/sample"
	"nianbao/internal/sample/members"
)

// january is the county's desk: a folder, and what is known of its members apart from it.
type january struct {
	t       *testing.T
	members []*member
	edition *form.Edition
	keys    map[string]string // of figures that are typed, by their names
	code    string            // of the copy that was signed

	writer   string            // the script that fills workbooks in by LibreOffice
	foreign  []byte            // a form that a higher office laid out
	expected map[string]string // the cells in which figures belong there, by their keys
}

// member is what one of them reports: what LibreOffice types, and what the test adds up.
type member struct {
	name, level, category string
	figures               map[string]int64 // by their keys, without totals and money
	fees                  string
	notices               int64 // of the county's own indicator
	texts                 map[string][]string
}

// abolished is a unit that was merged into the first member.
const abolished = "柏坞乡人民政府"

// ledgerRows are the applications that one member keeps: when each came, of whom, what came of it, and when.
var ledgerRows = [][4]string{
	{"2025-03-04", "自然人", "（一）予以公开", "2025-03-12"},
	{"2025-05-06", "自然人", "（一）予以公开", "2025-05-20"},
	{"2025-12-29", "自然人", "", ""},
}

func newJanuary(t *testing.T) *january {
	e, _ := form.ForYear(2025)
	j := &january{t: t, edition: e, keys: map[string]string{}, writer: sample.Path(t, "testdata/writers/fill_libreoffice.py"),
		foreign: sample.Read(t, "testdata/foreign/10_行列互换.xlsx")}
	var places struct{ Expected map[string]string }
	require.NoError(t, json.Unmarshal(sample.Read(t, "testdata/foreign/10_行列互换.json"), &places))
	j.expected = places.Expected
	for _, c := range e.Cells() {
		if !c.Total {
			j.keys[c.Name()] = string(c.Key)
		}
	}
	towns := []string{"清溪镇", "石桥镇", "望禾镇", "松坪乡", "柳河镇", "南沟乡", "禾江镇", "白石镇", "云台乡", "沙溪镇", "东岭乡", "杨树镇", "河湾镇", "双桥乡", "马厂镇",
		"新店镇", "古井乡", "长岗镇", "桃园乡", "西坡镇", "平原镇", "芦塘乡", "金沙镇", "红岩乡", "小河镇"}
	for number := 200; len(j.members) < 30; number++ { // those without the faults that made-up reports have now and then
		if number%members.FaultyEvery == members.FaultyEvery-1 || number%101 == 100 {
			continue
		}
		m := &member{level: "县级部门", category: "部门"}
		switch i := len(j.members); {
		case i < len(towns):
			m.name, m.level, m.category = towns[i]+"人民政府", "乡镇", "乡镇街道"
		case i == len(towns):
			m.name, m.category = theCounty+"办公室", "本级"
		default:
			m.name = "青垣县" + []string{"司法局", "财政局", "水务局", "民政局"}[i-len(towns)-1]
		}
		m.take(members.Report(number, 2025))
		m.notices = int64(number % 7)
		j.members = append(j.members, m)
	}
	for column, n := range map[string]int64{"natural_person": 4} { // what the two that became one left
		m := j.members[mergedOf]
		m.figures["requests.received."+column] += m.figures["requests.carried_in."+column] - n
		m.figures["requests.carried_in."+column] = n
		if less := m.figures["requests.received."+column]; less < 0 {
			m.figures["requests.received."+column], m.figures["requests.granted."+column] = 0, m.figures["requests.granted."+column]-less
		}
	}
	m := j.members[byLedger]
	for key := range m.figures {
		if strings.HasPrefix(key, "requests.") {
			m.figures[key] = 0
		}
	}
	m.figures["requests.received.natural_person"], m.figures["requests.granted.natural_person"], m.figures["requests.carried_out.natural_person"] = 3, 2, 1
	return j
}

// take takes figures and texts of a made-up report as those of the member.
func (m *member) take(r *model.Report) {
	m.figures, m.texts = map[string]int64{}, map[string][]string{}
	for _, c := range r.Edition.Cells() {
		switch key := string(c.Key); {
		case c.Total:
		case key == "proactive.fees.amount":
			m.fees = r.Figure(c.Key).Printed()
		case c.MakesRules():
			m.figures[key] = 0
		default:
			m.figures[key] = r.Figure(c.Key).Number.IntPart()
		}
	}
	for key, paragraphs := range r.Texts {
		for _, p := range paragraphs {
			text := strings.ReplaceAll(p.Text, r.Unit(), m.name)
			text = strings.ReplaceAll(text, strings.TrimSuffix(r.Unit(), "人民政府"), strings.TrimSuffix(m.name, "人民政府"))
			m.texts[string(key)] = append(m.texts[string(key)], text)
		}
	}
}

// printed is a figure as it is typed.
func (m *member) printed(key string) string {
	if key == "proactive.fees.amount" {
		return m.fees
	}
	return strconv.FormatInt(m.figures[key], 10)
}

// sums are the figures of a member, with the totals.
func (m *member) sums() map[string]*big.Rat {
	sums := map[string]*big.Rat{}
	m.addTo(sums)
	return sums
}

func (m *member) addTo(sums map[string]*big.Rat) {
	for _, key := range append(sortedKeys(m.figures), "proactive.fees.amount") {
		n, _ := new(big.Rat).SetString(m.printed(key))
		for _, k := range append(inTotals(key), key) {
			if sums[k] == nil {
				sums[k] = new(big.Rat)
			}
			sums[k].Add(sums[k], n)
		}
	}
}

// sums are those of all members, with the county's own indicator.
func (j *january) sums() map[string]*big.Rat {
	sums := map[string]*big.Rat{"indicator." + notice: new(big.Rat)}
	for _, m := range j.members {
		m.addTo(sums)
		sums["indicator."+notice].Add(sums["indicator."+notice], big.NewRat(m.notices, 1))
	}
	return sums
}

// turned are the figures that became others, as a list of corrections has them, in the order of the form.
func (j *january) turned(before, after map[string]*big.Rat) (told []string) {
	number := func(n *big.Rat) string { return strings.TrimSuffix(strings.TrimRight(n.FloatString(4), "0"), ".") }
	for _, c := range j.edition.Cells() {
		if was, is := before[string(c.Key)], after[string(c.Key)]; was.Cmp(is) != 0 {
			told = append(told, c.Name()+"由"+number(was)+"改为"+number(is))
		}
	}
	return told
}

// writeLastYear writes last year's reports, of which this year's go on: what was carried over, and the documents in force.
func (j *january) writeLastYear() {
	j.mkdir("去年")
	write := func(name string, m *member, part func(int64) int64) {
		r := model.New(j.edition)
		for key, text := range map[form.Key]string{"unit.name": name, "unit.level": "乡镇", "report.year": "2024", "report.date": "2025-01-20",
			"unit.address": "青垣县政府路1号", "unit.postcode": "000000", "unit.phone": "0000-5550000", "unit.email": "gk@example.gov.cn", "unit.website": "https://www.example.gov.cn"} {
			r.Fields[key] = model.Field{Text: text}
		}
		for _, c := range j.edition.Cells() {
			r.Figures[c.Key] = model.NumberValue(decimal.Zero)
		}
		set := func(key string, n int64) { r.Figures[form.Key(key)] = model.NumberValue(decimal.NewFromInt(n)) }
		for key, n := range m.figures {
			if column, ok := strings.CutPrefix(key, "requests.carried_in."); ok {
				set("requests.received."+column, part(n))
				set("requests.carried_out."+column, part(n))
			}
		}
		set("proactive.normative.in_force", part(max(0, m.figures["proactive.normative.in_force"]-m.figures["proactive.normative.issued"]+m.figures["proactive.normative.repealed"])))
		members.AddUp(r)
		var b strings.Builder
		require.NoError(j.t, exchange.Write(&b, r))
		j.write("去年/"+name+".json", []byte(b.String()))
	}
	for i, m := range j.members {
		part := func(n int64) int64 { return n }
		if i == mergedOf {
			part = func(n int64) int64 { return n / 2 }
			write(abolished, m, func(n int64) int64 { return n - n/2 })
		}
		write(m.name, m, part)
	}
}

func (j *january) ownTexts() map[string][]string {
	return map[string][]string{
		"narrative.preface":  {"根据《中华人民共和国政府信息公开条例》的规定，青垣县人民政府编制2025年政府信息公开工作年度报告。"},
		"narrative.overview": {"2025年，全县新收政府信息公开申请{{本年新收}}件，都在规定的期限内办理。", "全县制发行政规范性文件{{行政规范性文件·本年制发}}件，公布以后一并公开解读材料。"},
		"narrative.problems": {"有的单位公开不够及时，解读的形式还不够多样。", "2026年将加强对各单位的培训和检查，逐项改进。"},
		"narrative.other":    {"2025年没有收取信息处理费。"},
	}
}

// sent is the workbook that was made for a member, and arrived where it lies once it came back.
func (j *january) sent(m *member) string {
	files, err := filepath.Glob("下发/*_" + m.name + "_*.xlsx")
	require.NoError(j.t, err)
	require.Len(j.t, files, 1)
	return files[0]
}

func (j *january) arrived(m *member) string {
	return "各单位/" + strings.TrimPrefix(filepath.ToSlash(j.sent(m)), "下发/")
}

// filled is how LibreOffice fills one workbook in: see fill_libreoffice.py.
type filled struct {
	Blank  string      `json:"blank"`
	Out    string      `json:"out"`
	Cells  []typedCell `json:"cells"`
	Insert []struct{}  `json:"insert"`
	Move   []struct{}  `json:"move"`
	ODS    bool        `json:"ods"`
}

type typedCell struct {
	Sheet string `json:"sheet"`
	Cell  string `json:"cell"`
	Kind  string `json:"kind"`
	Value string `json:"value"`
}

func (f *filled) put(sheet, cell, kind, value string) {
	f.Cells = append(f.Cells, typedCell{sheet, cell, kind, value})
}

// formFilling is one that finds cells by the names that the workbook has for them.
type formFilling struct {
	filled
	t      *testing.T
	places map[string][2]string // sheet and cell, by the defined name
}

func (j *january) filling(m *member, from, to string) *formFilling {
	book, err := excelize.OpenFile(from)
	require.NoError(j.t, err, m.name)
	defer book.Close()
	f := &formFilling{filled{Blank: j.absolute(from), Out: j.absolute(to)}, j.t, map[string][2]string{}}
	for _, name := range book.GetDefinedName() {
		sheet, area, _ := strings.Cut(strings.ReplaceAll(name.RefersTo, "$", ""), "!")
		first, _, _ := strings.Cut(area, ":")
		f.places[name.Name] = [2]string{strings.Trim(sheet, "'"), first}
	}
	return f
}

// named types into the cell of a key.
func (f *formFilling) named(key, kind, value string) {
	place, ok := f.places[form.Key(key).DefinedName()]
	require.True(f.t, ok, key)
	f.put(place[0], place[1], kind, value)
}

func (f *formFilling) figure(key string, n int64) { f.named(key, "number", strconv.FormatInt(n, 10)) }

// figures types the figures of a member, but for those that were carried over from last year's.
func (f *formFilling) figures(m *member, isTyped func(key string) bool) {
	for _, key := range append(sortedKeys(m.figures), "proactive.fees.amount") {
		if isTyped(key) && !strings.HasPrefix(key, "requests.carried_in.") {
			f.named(key, "number", m.printed(key))
		}
	}
}

// texts types the texts of a member, a paragraph a cell, and the day of the report.
func (f *formFilling) texts(m *member) {
	for _, key := range sortedKeys(m.texts) {
		place := f.places[form.Key(key).DefinedName()]
		column, row, err := excelize.CellNameToCoordinates(place[1])
		require.NoError(f.t, err, key)
		for i, text := range m.texts[key] {
			cell, err := excelize.CoordinatesToCellName(column, row+i)
			require.NoError(f.t, err)
			f.put(place[0], cell, "text", text)
		}
	}
	f.named("report.date", "date", "2026-01-08")
}

// libreOffice has LibreOffice fill workbooks in, all in one go.
func (j *january) libreOffice(plan []filled) {
	for i := range plan {
		plan[i].Insert, plan[i].Move = []struct{}{}, []struct{}{}
	}
	text, err := json.Marshal(plan)
	require.NoError(j.t, err)
	j.write("plan.json", text)
	sample.Run(j.t, "uno", j.writer, sample.Program(j.t, "soffice"), j.absolute("plan.json"))
	require.NoError(j.t, os.Remove("plan.json"))
}

// types types texts into cells of a workbook, by sheet and cell.
func (j *january) types(file string, cells map[[2]string]string) {
	book, err := excelize.OpenFile(file)
	require.NoError(j.t, err)
	defer book.Close()
	for at, text := range cells {
		require.NoError(j.t, book.SetCellStr(at[0], at[1], text))
	}
	require.NoError(j.t, book.Save())
}

// settle writes into a register which file counts for units.
func (j *january) settle(register string, files map[string]string) {
	book, err := excelize.OpenFile(register)
	require.NoError(j.t, err)
	rows, err := book.GetRows("登记")
	book.Close()
	require.NoError(j.t, err)
	column, cells := -1, map[[2]string]string{}
	for i, row := range rows {
		if column < 0 {
			column = slices.Index(row, "采用文件")
			continue
		}
		if file, ok := files[row[0]]; ok {
			cell, err := excelize.CoordinatesToCellName(column+1, i+1)
			require.NoError(j.t, err)
			cells[[2]string{"登记", cell}] = file
		}
	}
	require.NotEmpty(j.t, cells)
	j.types(register, cells)
}

// column is what stands in a column of a sheet.
func (j *january) column(file, sheet string, column int) (texts []string) {
	book, err := excelize.OpenFile(file)
	require.NoError(j.t, err)
	defer book.Close()
	rows, err := book.GetRows(sheet)
	require.NoError(j.t, err)
	for _, row := range rows {
		text := ""
		if column < len(row) {
			text = row[column]
		}
		texts = append(texts, text)
	}
	return texts
}

// cells are those of a workbook, by sheet and cell with an exclamation mark between, as they stand there.
func (j *january) cells(file string) map[string]string {
	book, err := excelize.OpenFile(file)
	require.NoError(j.t, err)
	defer book.Close()
	all := map[string]string{}
	for _, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet, excelize.Options{RawCellValue: true})
		require.NoError(j.t, err)
		for i, row := range rows {
			for k, text := range row {
				cell, err := excelize.CoordinatesToCellName(k+1, i+1)
				require.NoError(j.t, err)
				all[sheet+"!"+cell] = text
			}
		}
	}
	return all
}

func (j *january) holds(file, words string) bool {
	return strings.Contains(string(j.read(file)), words)
}

func (j *january) read(file string) []byte {
	data, err := os.ReadFile(file)
	require.NoError(j.t, err)
	return data
}

func (j *january) write(file string, data []byte) {
	require.NoError(j.t, os.WriteFile(file, data, 0o644))
}
func (j *january) mkdir(name string) { require.NoError(j.t, os.MkdirAll(name, 0o755)) }

func (j *january) absolute(file string) string {
	path, err := filepath.Abs(file)
	require.NoError(j.t, err)
	return path
}

func sortedKeys[T any](m map[string]T) (keys []string) {
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

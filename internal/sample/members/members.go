// Package members makes up the reports of as many units as a benchmark or a test asks for. The same number and year make the same
// report on every machine.
package members

import (
	"fmt"
	"math/rand/v2"
	"path"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

// Units is how many units there are.
const Units = 40 * 1024

// Unit is a made-up unit: a town or an office of a county in a province, none of which are on any map.
type Unit struct {
	Name     string // 青河县石桥镇人民政府
	Level    string
	Province string
	County   string
	place    string // 石桥镇, 教育局
}

// perCounty is how many units a county has; the first of them are towns, the others its offices.
const (
	perCounty   = 40
	perProvince = 40 * perCounty
)

var (
	provinces = strings.Fields("东川 西岭 南浦 北原 中泽 云湖 沧江 平海 望岳 青原 长林 丰泽 安澜 宁川 永宁 昭阳 明山 松江 翠微 兴隆 临渊 广原 清源 嘉禾 泰和 和川")
	firsts    = strings.Fields("青 清 石 白 黑 红 金 银 龙 凤 虎 马 羊 鹿 松 柏 柳 桃 杏 梅 兰 竹 云 霞 雪 雨 风 星 日 月 大 小")
	seconds   = strings.Fields("溪 河 江 湖 泉 潭 塘 湾 滩 洲 岭 峰 岗 坡 坪 坝 桥 渡 埠 店 铺 集 屯 寨 堡 营 庄 坊 林 原 田 谷")
	offices   = strings.Fields("教育局 财政局 民政局 司法局 审计局 统计局 水务局 农业农村局 卫生健康局 应急管理局 交通运输局 自然资源局")
)

// UnitOf is the unit with a number, from 0 to Units-1.
func UnitOf(number int) Unit {
	county, at := number/perCounty, number%perCounty
	u := Unit{Province: provinces[number/perProvince] + "省", County: named(county*37) + "县", Level: "乡镇"}
	if towns := perCounty - len(offices); at >= towns {
		u.place, u.Level = offices[at-towns], "县级部门"
		u.Name = u.County + u.place
		return u
	}
	u.place = named(county*11+at*29) + "镇"
	u.Name = u.County + u.place + "人民政府"
	return u
}

// named is one of 1,024 names, which repeat.
func named(number int) string {
	number %= len(firsts) * len(seconds)
	return firsts[number%len(firsts)] + seconds[number/len(firsts)]
}

// Path is where the unit's report of a year lies in a folder of all, with slashes: province, county, and the file's name with this
// extension.
func (u Unit) Path(year int, extension string) string {
	return path.Join(u.Province, u.County, fmt.Sprintf("%s%d%s", u.place, year, extension))
}

// FaultyEvery is how many reports come to one whose first column does not balance, which is 强制.
const FaultyEvery = 23

// unreadEvery is how many come to one with a figure that is none.
const unreadEvery = 101

// Report is the report on a year of the unit with a number.
func Report(number, year int) *model.Report {
	e, _ := form.ForYear(year)
	u := UnitOf(number)
	w := &writer{Rand: rand.New(rand.NewPCG(uint64(year), uint64(number))), Report: model.New(e), unit: u}
	for k, text := range map[form.Key]string{
		"unit.name": u.Name, "unit.level": u.Level, "unit.address": u.County + fmt.Sprintf("政府路%d号", 1+number%300), "unit.postcode": "000000",
		"unit.phone": fmt.Sprintf("000-5%07d", number), "unit.email": fmt.Sprintf("dw%05d@example.gov.cn", number),
		"unit.website": fmt.Sprintf("https://www.example.gov.cn/dw%05d", number), "report.year": fmt.Sprint(year), "report.date": fmt.Sprintf("%d-01-%02d", year+1, 5+number%23),
	} {
		w.Fields[k] = model.Field{Text: text}
	}
	w.figures()
	if number%FaultyEvery == FaultyEvery-1 {
		w.set("requests.received.natural_person", w.Figure("requests.received.natural_person").Number.Add(decimal.NewFromInt(1)))
	}
	AddUp(w.Report)
	if number%unreadEvery == unreadEvery-1 {
		w.Figures["proactive.licensing.decisions"] = model.ParseFigure(form.Count, "若干")
	}
	w.texts()
	return w.Report
}

// AddUp fills in the totals; one with a part that is no number is blank.
func AddUp(r *model.Report) {
	for _, kind := range []form.RelationKind{form.ColumnTotal, form.RowTotal} {
		for _, relation := range r.Edition.Relations() {
			if relation.Kind != kind {
				continue
			}
			var sum decimal.Decimal
			known := true
			for _, k := range relation.Right {
				sum = sum.Add(r.Figure(k).Number)
				known = known && r.Figure(k).IsNumber()
			}
			r.Figures[relation.Subject] = model.Value{}
			if known {
				r.Figures[relation.Subject] = model.NumberValue(sum)
			}
		}
	}
}

// writer makes a report up.
type writer struct {
	*rand.Rand
	*model.Report
	unit Unit
}

func (w *writer) set(k form.Key, d decimal.Decimal) { w.Figures[k] = model.NumberValue(d) }

// figures fills in all figures but the totals, such that they balance.
func (w *writer) figures() {
	for _, c := range w.Edition.Cells() {
		switch {
		case c.Total || strings.HasPrefix(string(c.Key), "requests."):
		case c.MakesRules():
			w.set(c.Key, decimal.Zero)
		case c.Measure == form.Fee:
			w.set(c.Key, decimal.New(w.Int64N(900_000)*w.Int64N(2), -4))
		case c.Measure == form.Amount:
			w.Figures[c.Key] = model.ParseFigure(c.Measure, fmt.Sprintf("%d.%02d万元", w.IntN(500), w.IntN(100)))
		case strings.HasPrefix(string(c.Key), "disputes."):
			w.set(c.Key, decimal.NewFromInt(w.Int64N(3)*w.Int64N(2)))
		default:
			w.set(c.Key, decimal.NewFromInt(w.Int64N(120)*w.Int64N(2)))
		}
	}
	w.requests()
}

// requests shares out what each kind of applicant asked for.
func (w *writer) requests() {
	outcomes := map[string][]form.Key{} // by column
	var columns []string
	for _, c := range w.Edition.Cells() {
		row, found := strings.CutPrefix(string(c.Key), "requests.")
		if !found || c.Total {
			continue
		}
		row, column := row[:strings.LastIndex(row, ".")], row[strings.LastIndex(row, ".")+1:]
		if !slices.Contains(columns, column) {
			columns = append(columns, column)
		}
		w.set(c.Key, decimal.Zero)
		if row != "received" && row != "carried_in" && row != "carried_out" {
			outcomes[column] = append(outcomes[column], c.Key)
		}
	}
	for i, column := range columns {
		most := 40 / (1 + 3*i)
		received, carriedIn := w.IntN(most+1), w.IntN(3)*w.IntN(2)
		carriedOut := w.IntN(min(received+carriedIn, 3) + 1)
		for row, n := range map[string]int{"received": received, "carried_in": carriedIn, "carried_out": carriedOut} {
			w.set(form.Key("requests."+row+"."+column), decimal.NewFromInt(int64(n)))
		}
		for range received + carriedIn - carriedOut {
			k := outcomes[column][min(w.IntN(len(outcomes[column])), w.IntN(len(outcomes[column])))]
			w.set(k, w.Figure(k).Number.Add(decimal.NewFromInt(1)))
		}
	}
}

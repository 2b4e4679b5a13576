package exchange_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/exchange"
	"nianbao/internal/model"
	"nianbao/internal/sample"
)

func TestRoundTripOfTheSampleReports(t *testing.T) {
	for _, name := range sample.Names(t) {
		data := string(sample.Read(t, "testdata/reports/"+name+".json"))
		schema := `"schema": "nianbao/1",`
		signed := strings.Replace(data, schema, schema+"\n  "+`"writer": "nianbao",`, 1)
		assert.Equal(t, signed, write(t, read(t, data)), "%s: word for word, and who wrote it", name)
		assert.Equal(t, signed, write(t, read(t, signed)), "what was written is read")
	}
}

func read(t *testing.T, data string) *model.Report {
	t.Helper()
	r, err := exchange.Read([]byte(data))
	require.NoError(t, err)
	return r
}

func write(t *testing.T, r *model.Report) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, exchange.Write(&b, r))
	return b.String()
}

func TestRead(t *testing.T) {
	r := read(t, "\ufeff"+`{"schema": "nianbao/1", "edition": "2019", "year": 2020, "unit": {"name": "清溪镇\u0020"},
		"figures": {"requests.received.total": 3, "requests.received.other": "3件", "requests.carried_in.total": null,
			"proactive.procurement.amount": "5.2万元", "proactive.licensing.change": -2, "requests.other.total": "三件", "requests.granted.total": 2.50},
		"narrative": {"problems": ["　　一段。\n二段。", "{{本年新收}}"]}}`)
	assert.Equal(t, "清溪镇", r.Unit())
	year, ok := r.Year()
	assert.True(t, ok)
	assert.Equal(t, 2020, year)
	assert.Equal(t, "3", r.Figure("requests.received.total").Printed())
	assert.Empty(t, r.Figure("requests.received.total").Repairs)
	assert.Len(t, r.Figure("requests.received.other").Repairs, 2, "a unit, and text where a number belongs")
	assert.Equal(t, model.Blank, r.Figure("requests.carried_in.total").State)
	assert.Equal(t, model.Blank, r.Figure("requests.carried_out.total").State, "an absent key is blank")
	assert.Equal(t, "5.2万元", r.Figure("proactive.procurement.amount").Printed())
	assert.Equal(t, model.Unreadable, r.Figure("requests.other.total").State, "text stays text")
	assert.Equal(t, "三件", r.Figure("requests.other.total").Text)
	assert.Equal(t, "narrative.problems[1]", r.Texts["narrative.problems"][2].Place.Ref)
	assert.Equal(t, "{{本年新收}}", r.Texts["narrative.problems"][2].Text, "placeholders stay")
	assert.Equal(t, "figures.requests.received.total", r.Figure("requests.received.total").Place.Ref)
	assert.Equal(t, write(t, r), write(t, read(t, write(t, r))), "writing and reading again changes nothing")
}

func TestReadRefuses(t *testing.T) {
	sound := `{"schema": "nianbao/1", "edition": "2021", `
	for _, c := range []struct{ why, data, says string }{
		{"an unknown key at the top", sound + `"yaer": 2025}`, "yaer不是本表式的内容"},
		{"an unknown figure", sound + `"figures": {"requests.recieved.total": 3}}`, "figures.requests.recieved.total不是本表式的内容"},
		{"a figure of the other edition", sound + `"figures": {"proactive.procurement.items": 3}}`, "proactive.procurement.items"},
		{"an unknown part of the unit", sound + `"unit": {"fax": "1"}}`, "unit.fax"},
		{"an unknown text", sound + `"narrative": {"summary": []}}`, "narrative.summary"},
		{"a key twice: one of them would be lost", sound + `"year": 2025, "year": 2024}`, "year写了两次"},
		{"a figure twice", sound + `"figures": {"requests.received.total": 3, "requests.received.total": 4}}`, "写了两次"},
		{"a writer that has no name", sound + `"writer": 7}`, "writer应是文字"},
		{"another schema", `{"schema": "nianbao/2", "edition": "2021"}`, "nianbao/1"},
		{"another edition", `{"schema": "nianbao/1", "edition": "2022"}`, "edition“2022”不认识"},
		{"a list for a figure", sound + `"figures": {"requests.received.total": [3]}}`, "应是数字、文字或null"},
		{"true is no figure", sound + `"figures": {"requests.received.total": true}}`, "应是数字、文字或null"},
		{"one text instead of a list", sound + `"narrative": {"overview": "一段"}}`, "应是段落的列表"},
		{"a number for a paragraph", sound + `"narrative": {"overview": [3]}}`, "应是文字"},
		{"half a character", sound + `"unit": {"name": "\ud800"}}`, "残缺的字符"},
		{"the second half of one", sound + `"unit": {"name": "a\udc00"}}`, "残缺的字符"},
		{"not UTF-8", sound + "\"unit\": {\"name\": \"\xc7\xe5\"}}", "UTF-8"},
		{"a missing comma, named by its line", "{\n\"schema\": \"nianbao/1\"\n\"edition\": \"2021\"}", "第3行"},
		{"cut off", sound + `"figures": {`, "JSON"},
		{"something behind the end", sound + `"year": 2025} x`, "JSON"},
		{"not an object", `[]`, "JSON"},
		{"nothing", ``, "JSON"},
		{"nested without end", sound + `"figures": ` + strings.Repeat("[", 100000), "JSON"},
	} {
		_, err := exchange.Read([]byte(c.data))
		if assert.Error(t, err, c.why) {
			assert.Contains(t, err.Error(), c.says, c.why)
		}
	}
}

// All that is wrong is told at once, each fault once; long lists are shortened.
func TestAllFaultsAreTold(t *testing.T) {
	var many strings.Builder
	for i := range 25 {
		fmt.Fprintf(&many, `"abc%02d": 1,`, i)
	}
	for _, c := range []struct {
		why, data string
		says      string
	}{
		{"unknown keys, each with the nearest", `{"schema": "nianbao/1", "edition": "2021", "yaer": 2025, "unit": {"nmae": "清溪镇"}, "figures": {"requests.recieved.total": 3, "x": 1}}`,
			"有4个名称不是本表式的内容：yaer（是不是year？）、unit.nmae（是不是unit.name？）、figures.requests.recieved.total（是不是figures.requests.received.total？）、figures.x，请核对名称或删去"},
		{"what only another edition has", `{"schema": "nianbao/1", "edition": "2021", "figures": {"proactive.procurement.items": 3}}`,
			"figures.proactive.procurement.items不是本表式的内容（2019至2020年度的格式才有），请核对名称或删去"},
		{"a figure outside its object", `{"schema": "nianbao/1", "edition": "2021", "requests.received.total": 3}`,
			"requests.received.total不是本表式的内容（是不是figures.requests.received.total？），请核对名称或删去"},
		{"faults of several kinds", `{"schema": "nianbao/1", "edition": "2021", "writer": 7, "year": 2025, "year": 2024, "unit": [], "figures": {"requests.received.total": [3], "disputes.review.upheld": true}, "narrative": {"summary": [], "overview": "一段", "problems": ["甲", 3, 4]}}`,
			"narrative.summary不是本表式的内容，请核对名称或删去；year写了两次，请删去一处；writer应是文字，要加引号；unit应是{…}形式的JSON内容，请核对；figures.requests.received.total应是数字、文字或null；" +
				"figures.disputes.review.upheld应是数字、文字或null；narrative.overview应是段落的列表：[\"第一段\", \"第二段\"]；narrative.problems[1]应是文字，要加引号；narrative.problems[2]应是文字，要加引号"},
		{"an unknown edition, and what is wrong in all", `{"schema": "nianbao/1", "edition": "2022", "yaer": 2025, "figures": {"x": 1}}`,
			"yaer不是本表式的内容（是不是year？），请核对名称或删去；edition“2022”不认识，应为“2019”或“2021”"},
		{"many unknown keys", `{"schema": "nianbao/1", "edition": "2021", ` + many.String() + `"year": 2025}`, "有25个名称不是本表式的内容：abc00、abc01、abc02、abc03、abc04、abc05、abc06、abc07、abc08、abc09等，请核对名称或删去"},
		{"many faults", `{"schema": "nianbao/1", "edition": "2021", "narrative": {"overview": [1` + strings.Repeat(",1", 11) + `]}}`, "narrative.overview[9]应是文字，要加引号；还有2处也不对，改了这些以后再看"},
		{"a name longer than any", `{"schema": "nianbao/1", "edition": "2021", "` + strings.Repeat("长", 1000) + `": 1}`, strings.Repeat("长", 80) + "……不是本表式的内容，请核对名称或删去"},
	} {
		_, err := exchange.Read([]byte(c.data))
		if assert.Error(t, err, c.why) {
			assert.True(t, strings.HasSuffix(err.Error(), c.says), "%s:\n%s\n%s", c.why, c.says, err)
			assert.NotContains(t, err.Error(), "\n", c.why)
		}
	}
}

func TestPairOfSurrogates(t *testing.T) {
	r := read(t, `{"schema": "nianbao/1", "edition": "2021", "unit": {"name": "\ud870\uddf9水镇", "phone": "\\ud800"}}`)
	assert.Equal(t, "𬇹水镇", r.Unit())
	assert.Equal(t, `\ud800`, r.Field("unit.phone"), "an escaped backslash is a backslash")
}

// Whatever stands in a text is written so that it is read again.
func TestTextsAreQuoted(t *testing.T) {
	for _, text := range []string{`"引号"`, `a\b`, `"`, "a\tb", "a\x01b", "a\x7fb", "<&>", "𬇹", "a\u202eb", "plain"} {
		r := read(t, `{"schema": "nianbao/1", "edition": "2021"}`)
		r.Texts["narrative.other"] = []model.Paragraph{{Text: text}}
		assert.Equal(t, text, read(t, write(t, r)).Texts["narrative.other"][0].Text)
	}
	assert.Contains(t, write(t, read(t, `{"schema": "nianbao/1", "edition": "2021", "unit": {"name": "<a>&b"}}`)), `"<a>&b"`, "legible")
}

// An absent figure is blank, a total too, on every way: nobody adds it up.
func TestAbsentFiguresAreBlank(t *testing.T) {
	absent := read(t, `{"schema": "nianbao/1", "edition": "2021", "figures": {"disputes.review.upheld": 1}}`)
	null := read(t, `{"schema": "nianbao/1", "edition": "2021", "figures": {"disputes.review.upheld": 1, "disputes.review.total": null}}`)
	for _, c := range absent.Edition.Cells() {
		v, given := absent.Figures[c.Key]
		assert.True(t, given, c.Key)
		assert.Equal(t, null.Figure(c.Key).State, v.State, c.Key)
	}
	_, given := null.Figures["disputes.review.total"]
	assert.True(t, given)
}

// Data have no place for what is given beside the form: a text that names it says the figure, while those of the form stay as typed.
func TestPlaceholdersOfWhatIsNotInIt(t *testing.T) {
	r := read(t, `{"schema": "nianbao/1", "edition": "2021"}`)
	notices := model.Indicator{Name: "收费通知", Integer: true}
	r.Indicators = []model.Given{{Indicator: notices, Value: model.ParseFigure(notices, "46")}, {Indicator: model.Indicator{Name: "培训班", Integer: true}}}
	r.Texts["narrative.other"] = []model.Paragraph{{Text: "发出{{ 收费通知 }}件、｛｛收费通知｝｝份，收到{{本年新收}}件，办{{培训班}}期。"}, {Text: "{{收费通知}}", Unread: model.Unread{Fault: model.TruthValue}}}
	back := read(t, write(t, r)).Texts["narrative.other"]
	assert.Equal(t, "发出46件、46份，收到{{本年新收}}件，办{{培训班}}期。", back[0].Text)
	assert.Equal(t, "{{收费通知}}", back[1].Text)
	assert.True(t, back[1].IsUnread())
}

// What is unread in a workbook is no text in the data made of it either.
func TestUnreadText(t *testing.T) {
	r := read(t, `{"schema": "nianbao/1", "edition": "2021"}`)
	r.Fields["unit.phone"] = model.Field{Text: "1.23E+19", Unread: model.Unread{Fault: model.CutOff}}
	r.Fields["report.year"] = model.Field{Text: "1905", Unread: model.Unread{Fault: model.Disguised, Stored: "2025"}}
	r.Texts["narrative.overview"] = []model.Paragraph{{Text: "TRUE", Unread: model.Unread{Fault: model.TruthValue}}}
	r.Figures["disputes.review.upheld"] = model.Value{State: model.Unreadable, Text: "5", Stored: "5000"}
	back := read(t, write(t, r))
	assert.True(t, back.Fields["unit.phone"].IsUnread())
	assert.True(t, back.Fields["report.year"].IsUnread())
	assert.True(t, back.Texts["narrative.overview"][0].IsUnread())
	assert.Equal(t, model.Unreadable, back.Figure("disputes.review.upheld").State)
	assert.Equal(t, write(t, r), write(t, back))
}

// More text than any report has is refused with its place.
func TestBudget(t *testing.T) {
	report := func(narrative string) string {
		return `{"schema": "nianbao/1", "edition": "2021", "narrative": {"overview": [` + narrative + `]}}`
	}
	for _, c := range []struct{ why, data, says string }{
		{"one long text", report(`"` + strings.Repeat("长", 400_000) + `"`), "narrative.overview[0]"},
		{"many texts", report(`"a"` + strings.Repeat(`,"a"`, 20_000)), "narrative.overview["},
		{"many lines", report(`"` + strings.Repeat(`a\n`, 20_000) + `"`), "narrative.overview[0]"},
		{"many placeholders", report(`"` + strings.Repeat("{{单位}}", 20_000) + `"`), "narrative.overview[0]"},
		{"a long figure", `{"schema": "nianbao/1", "edition": "2021", "figures": {"disputes.review.upheld": ` + strings.Repeat("1", 3000) + `}}`, "figures.disputes.review.upheld太长"},
		{"a long name", `{"schema": "nianbao/1", "edition": "2021", "unit": {"name": "` + strings.Repeat("镇", 1000) + `"}}`, "unit.name太长"},
	} {
		_, err := exchange.Read([]byte(c.data))
		assert.ErrorContains(t, err, c.says, c.why)
		assert.ErrorContains(t, err, "请", c.why)
	}
	read(t, report(`"`+strings.Repeat("长", 300_000)+`"`))
}

func BenchmarkRead(b *testing.B) {
	data := sample.Read(b, "testdata/reports/b-district-2022.json")
	b.ReportAllocs()
	for b.Loop() {
		_, err := exchange.Read(data)
		require.NoError(b, err)
	}
}

// Whatever is read is written and read again without change.
func FuzzRead(f *testing.F) {
	f.Add(sample.Read(f, "testdata/reports/d-town-2020.json"))
	f.Add([]byte(`{"schema":"nianbao/1","edition":"2021","figures":{"requests.received.total":"x"}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := exchange.Read(data)
		peeked, writer, failed := exchange.Peek(data)
		assert.Equal(t, err, failed)
		if err != nil {
			return
		}
		assert.Equal(t, r.Fields, peeked.Fields, "a peek tells the same")
		_, identified := exchange.Identify(data)
		assert.Equal(t, identified, writer)
		first := write(t, r)
		if again := write(t, read(t, first)); again != first {
			t.Fatalf("%s\nbecomes\n%s", first, again)
		}
	})
}

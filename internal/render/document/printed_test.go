package document_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/exchange"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/render/document"
	"nianbao/internal/sample"
)

// What is printed of a report makes the same document, also when it was written as data and read again.
func TestPrintedIsWhatIsComposed(t *testing.T) {
	same := func(why string, r *model.Report) {
		want, printed := document.Compose(r), document.Printed(r)
		assert.Equal(t, want, document.Compose(printed), why)
		var b bytes.Buffer
		require.NoError(t, exchange.Write(&b, printed))
		again, err := exchange.Read(b.Bytes())
		require.NoError(t, err, why)
		assert.Equal(t, texts(want), texts(document.Compose(again)), why)
		assert.NotContains(t, b.String(), "{{", why)
		assert.NotContains(t, b.String(), "level", why)
	}
	for name, r := range sample.Reports(t) {
		same(name, r)
		delete(r.Fields, "report.date")
		same(name+" without a date", r)
		r.Fields["report.date"] = model.Field{Text: "年初"}
		same(name+" with a date that is none and is not printed", r)
	}
	for _, e := range form.Editions() {
		same(e.ID, sample.Full(e, map[form.Key]string{"narrative.overview": "{{单位}}{{年份}}年收到{{本年新收}}件。\n（一）主动公开。甲。",
			"narrative.proactive": "说明一。\n注：说明二。"}))
	}
}

// texts are what a document says, in order.
func texts(d *document.Document) (list []string) {
	for _, text := range d.Texts() {
		list = append(list, text.Text)
	}
	return list
}

func TestPrintedLeavesOutTheRest(t *testing.T) {
	r := sample.Report(t, "a-town-2022")
	r.Answers = []model.Answer{{Number: "F72EDA", Text: "情况属实"}}
	r.Strays = []model.Stray{{Text: "旁边的字"}}
	r.Extras = []model.Extra{{}}
	r.SavedBy = "某程序"
	r.Copy = &model.Copy{}
	p := document.Printed(r)
	want := model.New(r.Edition)
	want.Fields, want.Figures, want.Texts = p.Fields, p.Figures, p.Texts
	assert.Equal(t, want, p)
	for key, f := range p.Fields {
		assert.Equal(t, model.Place{}, f.Place, key)
	}
	for key, v := range p.Figures {
		assert.Equal(t, model.Place{}, v.Place, key)
	}
	assert.NotContains(t, p.Fields, form.Key("unit.level"))
}

func TestPrintedContacts(t *testing.T) {
	for _, c := range []struct {
		why, key, typed, text string
		kept                  bool
	}{
		{"a mobile number that stands nowhere", "unit.phone", "13000000000", "请与党政办公室联系。", false},
		{"a telephone that the text names", "unit.phone", "000-12345678", "联系电话：000-12345678。", true},
		{"by a placeholder", "unit.phone", "000-12345678", "联系电话：{{电话}}。", true},
		{"written otherwise", "unit.phone", "000-12345678", "联系电话：（000）12345678。", false},
		{"part of another number", "unit.phone", "12345678", "编号412345678。", false},
		{"part of a longer one", "unit.phone", "12345678", "编号123456789。", false},
		{"part of one, and by itself", "unit.phone", "12345678", "编号123456789，电话12345678", true},
		{"overlapping itself", "unit.phone", "1-1-1", "81-1-1-1。", true},
		{"an address", "unit.address", "清溪镇文昌路1号", "地址：清溪镇文昌路1号。", true},
		{"an address that stands nowhere", "unit.address", "清溪镇文昌路1号", "地址：清溪镇文昌路11号。", false},
		{"a postcode as a figure", "unit.postcode", "000000", "投入1000000元。", false},
		{"a word that says there is none", "unit.email", "无", "无上年结转。", false},
		{"a website", "unit.website", "www.example.gov.cn", "见www.example.gov.cn。", true},
		{"a website within a name", "unit.website", "example.gov.cn", "见theexample.gov.cn。", false},
		{"a blank", "unit.website", "", "见网站。", false},
	} {
		e := form.Editions()[1]
		r := sample.Full(e, map[form.Key]string{"narrative.other": c.text})
		r.Fields[form.Key(c.key)] = model.Field{Text: c.typed}
		var b bytes.Buffer
		require.NoError(t, exchange.Write(&b, document.Printed(r)))
		again, err := exchange.Read(b.Bytes())
		require.NoError(t, err)
		if c.kept {
			assert.Equal(t, c.typed, again.Field(form.Key(c.key)), c.why)
		} else {
			assert.NotContains(t, again.Fields, form.Key(c.key), c.why)
		}
	}
}

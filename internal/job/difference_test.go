package job

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/county"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/office"
	"nianbao/internal/sample"
)

// What somebody changed in a copy is told, beside the form as well; what marking filled in is no change.
func TestReplacedNote(t *testing.T) {
	given := func(value, remark string) func(r *model.Report) {
		return func(r *model.Report) {
			r.Indicators = []model.Given{{Indicator: model.Indicator{Name: "收费通知", Unit: "件"}, Value: model.ParseFigure(form.Count, value), Remark: model.Field{Text: remark}}}
		}
	}
	level := func(text string) func(r *model.Report) {
		return func(r *model.Report) { r.Fields["unit.level"] = model.Field{Text: text} }
	}
	inBook := func(r *model.Report) {
		f := r.Fields["unit.name"]
		f.Place.Sheet = "基本信息"
		r.Fields["unit.name"] = f
	}
	k := &Checker{}
	k.Lay(&office.County{Members: []county.Member{{Name: "望禾镇人民政府", Level: "乡镇"}}})
	for _, c := range []struct {
		why         string
		before, now []func(r *model.Report)
		told        string
	}{
		{"nothing", nil, nil, "内容相同"},
		{"the level that the list gave a published report", []func(*model.Report){level("")}, []func(*model.Report){level("乡镇")}, "内容相同"},
		{"another level", []func(*model.Report){level("")}, []func(*model.Report){level("街道")}, "改动有：“单位层级”由乡镇改为街道"},
		{"the level that was typed into a form", []func(*model.Report){inBook, level("")}, []func(*model.Report){inBook, level("乡镇")}, "改动有：“单位层级”由空白改为乡镇"},
		{"a figure beside the form", []func(*model.Report){inBook, given("", "")}, []func(*model.Report){inBook, given("2", "")}, "改动有：附表的“收费通知”由空白改为2"},
		{"a remark on it", []func(*model.Report){inBook, given("2", "")}, []func(*model.Report){inBook, given("2", "都已缴")}, "改动有：附表的“收费通知”的备注改了"},
		{"it is gone", []func(*model.Report){inBook, given("2", "")}, []func(*model.Report){inBook}, "改动有：附表的“收费通知”没有了"},
		{"a blank one more", []func(*model.Report){inBook}, []func(*model.Report){inBook, given("", "")}, "内容相同"},
	} {
		of := func(changes []func(*model.Report)) *model.Report {
			r := sample.Report(t, "e-town-2024")
			for _, change := range changes {
				change(r)
			}
			return r
		}
		assert.Equal(t, "“一.xlsx”已由改过的这一份代替，没有校验；"+c.told, k.ReplacedNote("一.xlsx", of(c.before), of(c.now)), c.why)
	}
}

package chinese

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// A number is read as it was written.
func TestMarkersAreReadBack(t *testing.T) {
	for level := 1; level <= 4; level++ {
		for n := 1; n < 100; n++ {
			m := Marker{level, n}
			read, rest, ok := ReadMarker(m.String() + "主动公开")
			assert.True(t, ok, m.String())
			assert.Equal(t, m, read)
			assert.Equal(t, "主动公开", rest)
		}
	}
}

func TestReadMarker(t *testing.T) {
	for _, c := range []struct {
		why, text string
		want      Marker
		ok        bool
	}{
		{"half-width brackets", "(一)主动公开", Marker{2, 1}, true},
		{"brackets of two widths", "（2)主动公开", Marker{4, 2}, true},
		{"a full-width point", "1．主动公开", Marker{3, 1}, true},
		{"as it is often typed", "1、主动公开", Marker{3, 1}, true},
		{"a number alone", "（一）", Marker{2, 1}, true},
		{"a year follows", "（一）2025年", Marker{2, 1}, true},
		{"an amount", "1.5万元", Marker{}, false},
		{"a list of numbers", "三、四月份", Marker{}, false},
		{"a year in brackets", "（2025）", Marker{}, false},
		{"a word in brackets", "（一期）工程", Marker{}, false},
		{"a month", "10月，公布", Marker{}, false},
		{"nothing", "", Marker{}, false},
	} {
		m, _, ok := ReadMarker(c.text)
		assert.Equal(t, c.ok, ok, c.why)
		assert.Equal(t, c.want, m, c.why)
	}
}

func TestIsNote(t *testing.T) {
	for text, want := range map[string]bool{
		"注：本年没有。": true, "注:含上年结转": true, "注1：口径": true, "注一、口径": true, "注（2）口径。": false, "注（2）：口径。": true, "注 ：口径": true, "注释：口径": true,
		"注重实效，逐件答复。": false, "注意事项一段。": false, "注册登记：3件": false, "备注：无": false, "": false, "注": false,
	} {
		assert.Equal(t, want, IsNote(text), text)
	}
}

func TestIsCaption(t *testing.T) {
	for text, want := range map[string]bool{
		"表2 收到和处理政府信息公开申请情况": true, "表1主动公开政府信息情况统计表": true, "表三：政府信息公开行政复议、行政诉讼情况": true, "附表2-1 申请人情况": true, "表　2": true,
		"图1 近三年申请量": true, "表彰先进": false, "表2份已收回": false, "表2显示，收到的申请比上年多。": false, "见表2": false, "一、总体情况": false, "": false, "表": false,
	} {
		assert.Equal(t, want, IsCaption(text), text)
	}
}

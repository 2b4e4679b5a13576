package chinese_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/chinese"
)

func TestUnitKey(t *testing.T) {
	for _, c := range []struct {
		why, one, other string
		same            bool
	}{
		{"brackets of half width", "望禾县档案局(馆)", "望禾县档案局（馆）", true},
		{"traditional characters", "柏塢鎮人民政府", "柏坞镇人民政府", true},
		{"spaces, also of full width", "清溪镇　人民 政府", "清溪镇人民政府", true},
		{"what stands in brackets tells units apart", "清溪镇人民政府（本级）", "清溪镇人民政府", false},
	} {
		assert.Equal(t, c.same, chinese.UnitKey(c.one) == chinese.UnitKey(c.other), c.why)
	}
}

func TestSameUnit(t *testing.T) {
	for _, c := range []struct {
		why, a, b string
		same      bool
	}{
		{"in short", "清溪镇", "青垣县清溪镇人民政府", true},
		{"the same", "青垣县财政局", "青垣县财政局", true},
		{"the office of another county", "青垣县财政局", "云屏县财政局", false},
		{"a town of the same name in another county", "青垣县城关镇人民政府", "云屏县城关镇人民政府", false},
		{"a longer name", "大石桥镇", "石桥镇", false},
		{"nobody", "", "", false},
		{"brackets of another width", "清溪县教育局（体育局）", "清溪县教育局(体育局)", true},
		{"another part in them", "清溪县教育局（体育局）", "清溪县教育局（文化局）", false},
	} {
		assert.Equal(t, c.same, chinese.IsSameUnit(c.a, c.b), c.why)
		assert.Equal(t, c.same, chinese.IsSameUnit(c.b, c.a), c.why)
	}
}

func TestOfficeOfATown(t *testing.T) {
	for _, c := range []struct {
		why, office, town string
		is                bool
	}{
		{"an office of the town's", "青禾镇便民服务中心", "青禾镇人民政府", true},
		{"one of a subdistrict's", "新城街道综合行政执法队", "云河县新城街道办事处", true},
		{"by the county as well", "云河县青禾镇便民服务中心", "青禾镇人民政府", true},
		{"of a town of the same name in another county", "云河县青禾镇便民服务中心", "丰原县青禾镇人民政府", false},
		{"of another town", "石门镇便民服务中心", "青禾镇人民政府", false},
		{"the town itself, in short", "青禾镇", "云河县青禾镇人民政府", false},
		{"the other way round", "青禾镇人民政府", "青禾镇便民服务中心", false},
		{"an office of the county's reports for itself", "云河县财政局", "云河县人民政府", false},
		{"a town of the county's", "云河县青禾镇人民政府", "云河县人民政府", false},
		{"nobody", "", "青禾镇人民政府", false},
	} {
		assert.Equal(t, c.is, chinese.IsOfTown(c.office, c.town), c.why)
	}
}

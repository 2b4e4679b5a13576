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

func TestMaySignFor(t *testing.T) {
	for _, c := range []struct {
		why, signer, unit string
		may               bool
	}{
		{"the unit itself", "清溪镇人民政府", "清溪镇人民政府", true},
		{"with its county", "青垣县清溪镇人民政府", "清溪镇人民政府", true},
		{"its government in short", "清溪镇政府", "清溪镇人民政府", true},
		{"its kind alone", "县人民政府", "青垣县人民政府", true},
		{"an office of the town", "清溪镇党政办公室", "清溪镇人民政府", true},
		{"the office of the county's government", "青垣县人民政府办公室", "青垣县人民政府", true},
		{"that in short", "青垣县政府办公室", "青垣县人民政府", true},
		{"the same, as the unit that reports", "县政府办", "青垣县人民政府办公室", true},
		{"an office of the bureau", "青垣县财政局办公室", "青垣县财政局", true},
		{"the bureau without its place", "财政局", "青垣县财政局", true},
		{"the bureau in short", "青垣县市监局", "青垣县市场监督管理局", true},
		{"a commission in short", "青垣县卫健委", "青垣县卫生健康委员会", true},
		{"a zone in short", "青垣经济开发区管委会", "青垣经济开发区管理委员会", true},
		{"an office of the zone", "青垣经济开发区党政办公室", "青垣经济开发区管理委员会", true},
		{"the office for openness", "青垣县政务公开领导小组办公室", "青垣县人民政府", true},
		{"without its second name", "青垣县教育局", "青垣县教育局（体育局）", true},
		{"with a word for its seal", "清溪镇人民政府(盖章)", "清溪镇人民政府", true},
		{"another town", "石桥镇人民政府", "清溪镇人民政府", false},
		{"another zone", "青垣高新技术产业开发区管理委员会", "青垣经济开发区管理委员会", false},
		{"a town that is called nearly the same", "石桥镇人民政府", "大石桥镇人民政府", false},
		{"a bureau for a town", "青垣县财政局", "清溪镇人民政府", false},
		{"a bureau for its county", "青垣县财政局", "青垣县人民政府", false},
		{"a town for its county", "青垣县清溪镇人民政府", "青垣县人民政府", false},
		{"another bureau", "青垣县教育局", "青垣县财政局", false},
		{"the bureau of another county", "北原县财政局", "青垣县财政局", false},
		{"the county for its bureau", "青垣县人民政府", "青垣县财政局", false},
		{"the county for its office", "青垣县人民政府", "青垣县人民政府办公室", false},
		{"a town of the same name in another county", "北原县城关镇人民政府", "青垣县城关镇人民政府", false},
		{"another centre", "青垣县融媒体中心", "青垣县政务服务中心", false},
	} {
		assert.Equal(t, c.may, chinese.MaySignFor(c.signer, c.unit), c.why)
	}
}

package chinese

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestTitleAround(t *testing.T) {
	for _, c := range []struct {
		why   string
		text  string // ^ is the byte asked for
		title string
	}{
		{"inside a title", "落实《2024^年工作要点》，", "2024年工作要点"},
		{"at its end", "落实《工作要点^》，", "工作要点"},
		{"behind it", "落实《工作要点》^，", ""},
		{"before it", "落^实《工作要点》，", ""},
		{"between two", "《条例》和^《办法》", ""},
		{"that does not close", "落实《工作^要点，", ""},
		{"that never opened", "工作^要点》，", ""},
		{"too far from its beginning", "《" + strings.Repeat("长", Farthest) + "^》", ""},
	} {
		at := strings.Index(c.text, "^")
		text := c.text[:at] + c.text[at+1:]
		title, start := TitleAround(text, at)
		assert.Equal(t, c.title, title, c.why)
		if title != "" {
			assert.Equal(t, strings.Index(text, "《"), start, c.why)
		}
	}
}

func TestNamesOfAUnitAreCut(t *testing.T) {
	town := ParseUnitName("青垣县清溪镇人民政府")
	for _, c := range []struct {
		why, text, rest string
		found           bool
	}{
		{"its own name", "清溪镇收到3件", "收到3件", true},
		{"as it speaks of itself", "我镇收到3件", "收到3件", true},
		{"the whole place", "全镇公开3条", "公开3条", true},
		{"another's", "石桥镇收到3件", "石桥镇收到3件", false},
		{"not at the beginning", "在我镇", "在我镇", false},
	} {
		rest, found := town.Cut(c.text)
		assert.Equal(t, c.rest, rest, c.why)
		assert.Equal(t, c.found, found, c.why)
		assert.Equal(t, c.found, town.Begins(c.text), c.why)
	}
	rest, found := UnitName{}.Cut("我收到3件")
	assert.False(t, found, "a name of another make has none")
	assert.Equal(t, "我收到3件", rest)
}

func TestIsOneOf(t *testing.T) {
	const set = "a，。é一𬇹％"
	for _, r := range set {
		assert.True(t, IsOneOf(r, set), "%c", r)
	}
	for _, r := range "b、ê二𬇺\u0800\uffff\ufffd" {
		assert.False(t, IsOneOf(r, set), "%c", r)
	}
}

// What stands above a unit is no part of its own name; 城市 and 市场 name no place.
func TestOwnPart(t *testing.T) {
	for _, c := range []struct{ stem, want string }{
		{"青垣县清溪", "清溪"},
		{"市中", "市中"},
		{"青岚市城市管理", "城市管理"},
		{"青岚市市场监督管理", "市场监督管理"},
		{"城市管理", "城市管理"},
	} {
		assert.Equal(t, c.want, OwnPart(c.stem))
	}
}

package county_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/check"
	"nianbao/internal/county"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/sample"
)

// report is a report whose section five says some sentences.
func report(unit string, year int, sentences ...string) *model.Report {
	e, ok := form.ForYear(year)
	if !ok {
		e = form.Editions()[0]
	}
	r := model.New(e)
	r.Fields["unit.name"] = model.Field{Text: unit}
	if ok {
		r.Fields["report.year"] = model.Field{Text: fmt.Sprint(year)}
	}
	r.Texts["narrative.problems"] = model.SplitParagraphs(strings.Join(sentences, ""), model.Place{})
	return r
}

// index is of reports, whose files are called 0, 1 and so on.
func index(reports ...*model.Report) *county.LikenessIndex {
	var l county.Likeness
	for i, r := range reports {
		l.Add(county.NewSketch(r, fmt.Sprint(i)))
	}
	return l.Index()
}

// own are sentences that nobody else writes, of a kind and so many.
func own(kind string, n int) (list []string) {
	for i := range n {
		list = append(list, fmt.Sprintf("%s里%s一类的材料由专人送到村口的小卖部。", kind, strings.Repeat("甲乙丙丁戊己庚辛壬癸"[3*(i%10):3*(i%10)+3], 1+i/10)))
	}
	return list
}

func TestLikes(t *testing.T) {
	three := own("山上", 3)
	problems := form.Key("narrative.problems")
	for _, c := range []struct {
		why    string
		others []*model.Report // 1, 2 and so on; the report asked about is 0
		want   []county.Like
	}{
		{"alone", nil, nil},
		{"another unit says the same", []*model.Report{report("石桥镇人民政府", 2025, three...)}, []county.Like{{problems, "1", 3, 3}}},
		{"another unit says two of three", []*model.Report{report("石桥镇人民政府", 2025, three[:2]...)}, []county.Like{{problems, "1", 2, 3}}},
		{"the one that says most", []*model.Report{report("石桥镇人民政府", 2025, three[:1]...), report("柏坞乡人民政府", 2025, three...)}, []county.Like{{problems, "2", 3, 3}}},
		{"the first of two that say as much", []*model.Report{report("石桥镇人民政府", 2025, three...), report("柏坞乡人民政府", 2025, three...)}, []county.Like{{problems, "1", 3, 3}}},
		{"another year", []*model.Report{report("石桥镇人民政府", 2024, three...)}, nil},
		{"no year", []*model.Report{report("石桥镇人民政府", 0, three...)}, nil},
		{"a second file of the unit", []*model.Report{report("清溪镇人民政府", 2025, three...)}, nil},
		{"the unit by a shorter name", []*model.Report{report("清溪镇", 2025, three...)}, nil},
		{"the unit by a longer name", []*model.Report{report("青垣县清溪镇人民政府", 2025, three...)}, nil},
		{"an office of the unit's", []*model.Report{report("清溪镇便民服务中心", 2025, three...)}, nil},
		{"an office of another town", []*model.Report{report("石桥镇便民服务中心", 2025, three...)}, []county.Like{{problems, "1", 3, 3}}},
		{"a town whose name holds the unit's", []*model.Report{report("大清溪镇人民政府", 2025, three...)}, []county.Like{{problems, "1", 3, 3}}},
		{"a unit without a name", []*model.Report{report("", 2025, three...)}, []county.Like{{problems, "1", 3, 3}}},
	} {
		t.Run(c.why, func(t *testing.T) {
			asked := report("清溪镇人民政府", 2025, three...)
			x := index(append([]*model.Report{asked}, c.others...)...)
			assert.Equal(t, c.want, x.Likes(county.NewSketch(asked, "0")))
		})
	}
}

// An office of a town that reports for itself by the list may have copied from the town.
func TestLikesOfAnOfficeOnTheList(t *testing.T) {
	three := own("山上", 3)
	town, office := report("清溪镇人民政府", 2025, three...), report("清溪镇便民服务中心", 2025, three...)
	for why, c := range map[string]struct {
		listed []county.Member
		likes  int
	}{
		"the list has both":           {[]county.Member{{Name: "清溪镇人民政府"}, {Name: "清溪镇便民服务中心"}}, 1},
		"the list has the town alone": {[]county.Member{{Name: "清溪镇人民政府"}}, 0},
	} {
		l := county.Likeness{List: county.NewList(c.listed)}
		l.Add(county.NewSketch(town, "0"))
		l.Add(county.NewSketch(office, "1"))
		x := l.Index()
		assert.Len(t, x.Likes(county.NewSketch(town, "0")), c.likes, why)
		assert.Len(t, x.Likes(county.NewSketch(office, "1")), c.likes, why)
	}
}

// A unit of which nothing is known but its file is not like itself, and a sentence that another says twice is one.
func TestWhatCountsOnce(t *testing.T) {
	text := own("山上", 3)
	nameless := report("", 2025, text...)
	assert.Empty(t, index(nameless, report("石桥镇人民政府", 2025, own("山下", 3)...)).Likes(county.NewSketch(nameless, "0")))
	twice := report("石桥镇人民政府", 2025, text[0], text[0], text[1])
	likes := index(nameless, twice).Likes(county.NewSketch(nameless, "0"))
	require.Len(t, likes, 1)
	assert.Equal(t, 2, likes[0].Same)
	assert.Equal(t, "1", likes[0].File)
}

// Towns of one name in two counties are two units.
func TestTownsOfOneNameAreTwo(t *testing.T) {
	text := own("山上", 5)
	a, b := report("甲县城关镇人民政府", 2025, text...), report("乙县城关镇人民政府", 2025, text...)
	assert.Len(t, index(a, b).Likes(county.NewSketch(a, "0")), 1)
}

// What more units say than copy from each other came from above. It counts neither as the same nor as their own.
func TestUsualStatements(t *testing.T) {
	for _, c := range []struct {
		why            string
		units, sharing int
		usual          bool
	}{
		{"five of six may have copied", 6, 5, false},
		{"six of six were told to", 6, 6, true},
		{"a tenth of a hundred", 100, 10, false},
		{"more than a tenth", 100, 11, true},
		{"thirty of a thousand", 1000, 30, false},
		{"more than thirty, however many there are", 1000, 31, true},
	} {
		t.Run(c.why, func(t *testing.T) {
			shared := own("县里", 1)[0]
			var reports []*model.Report
			for i := range c.units {
				said := own(fmt.Sprintf("第%s处", strings.Repeat("石桥", i%7)+string('愀'+rune(i))), 1)
				if i < c.sharing {
					said = append(said, shared)
				}
				reports = append(reports, report(fmt.Sprintf("%c%c镇人民政府", '愀'+rune(i), '憀'+rune(i)), 2025, said...))
			}
			x := index(reports...)
			statement := check.Statements(report("某镇人民政府", 2025, shared))
			require.Len(t, statement, 1)
			assert.Equal(t, c.usual, x.IsUsual(2025, statement[0]))
			assert.False(t, x.IsUsual(2024, statement[0]), "in another year nobody says it")
			likes := x.Likes(county.NewSketch(reports[0], "0"))
			if c.usual {
				assert.Empty(t, likes)
			} else if assert.Len(t, likes, 1) {
				assert.Equal(t, 1, likes[0].Same)
			}
		})
	}
}

// Twenty files of one unit are one unit: they make nothing usual.
func TestFilesOfOneUnitMakeNothingUsual(t *testing.T) {
	text := own("山上", 5)
	var reports []*model.Report
	for i := range 20 {
		reports = append(reports, report([]string{"清溪镇（景区）人民政府", "清溪镇(景区)人民政府"}[i%2], 2025, text...))
	}
	copied := report("石桥镇人民政府", 2025, text...)
	likes := index(append(reports, copied)...).Likes(county.NewSketch(copied, "20"))
	require.Len(t, likes, 1)
	assert.Equal(t, "0", likes[0].File)
}

// A copy in which name, figures, years, marks and the order of paragraphs were replaced stays found; the sample reports, which were
// written one by one, are not alike.
func TestACopyIsFoundAndOthersAreNot(t *testing.T) {
	draw := rand.New(rand.NewPCG(15, 0))
	var names []string
	var all []*model.Report
	for name, r := range sample.Reports(t) {
		r.Fields["report.year"] = model.Field{Text: "2025"} // as if they came in together
		names, all = append(names, name), append(all, r)
	}
	none := check.Settings{}
	for i, r := range all {
		for _, like := range index(all...).Likes(county.NewSketch(r, fmt.Sprint(i))) {
			assert.False(t, none.IsLike(like.Same, like.All), "%s is like %s", names[i], like.File)
			assert.Zero(t, like.Same, "%s has a sentence of %s", names[i], like.File)
		}
		copied := copyOf(draw, r)
		for _, like := range index(append([]*model.Report{copied}, all...)...).Likes(county.NewSketch(copied, "0")) {
			assert.Equal(t, fmt.Sprint(i+1), like.File, names[i])
			assert.GreaterOrEqual(t, 10*like.Same, 9*like.All, "%s: %d of %d in %s", names[i], like.Same, like.All, like.Section)
		}
		assert.Len(t, index(copied, r).Likes(county.NewSketch(copied, "0")), 2, names[i])
	}
}

// copyOf is a report as another unit hands it in that copied it.
func copyOf(draw *rand.Rand, r *model.Report) *model.Report {
	c := model.New(r.Edition)
	place := strings.TrimSuffix(r.Unit(), "人民政府")
	town := strings.TrimRight(place, "镇乡县区市")
	kind := strings.TrimPrefix(place, town)
	as := "石桥" + kind
	if kind == "乡" {
		as = "石桥镇" // towns copy from townships
	}
	c.Fields["unit.name"], c.Fields["report.year"] = model.Field{Text: as + "人民政府"}, r.Fields["report.year"]
	replace := strings.NewReplacer(place, as, town, "石桥", "乡政府", "镇政府", "我乡", "我镇", "全乡", "全镇", "，", ",", "”", "\"", "“", "\"", "2024年", "今年", "2023年", "2025年")
	for _, key := range check.LikenessSections() {
		var paragraphs []string
		for _, p := range r.Texts[key] {
			text, _ := r.FillIn(p.Text)
			paragraphs = append(paragraphs, strings.Map(func(d rune) rune {
				if d >= '0' && d <= '9' {
					return '0' + rune(draw.IntN(10))
				}
				return d
			}, replace.Replace(text)))
		}
		draw.Shuffle(len(paragraphs), func(i, j int) { paragraphs[i], paragraphs[j] = paragraphs[j], paragraphs[i] })
		c.Texts[key] = model.SplitParagraphs(strings.Join(paragraphs, "\n"), model.Place{})
	}
	return c
}

// A unit's own earlier file, in which its name has a slip or is a former one, is no other unit's where the office's list tells.
func TestLikesByAList(t *testing.T) {
	three := own("山上", 3)
	list := county.NewList([]county.Member{{Name: "清溪镇人民政府", Former: []string{"大河乡人民政府"}}, {Name: "石桥镇人民政府"}})
	for _, c := range []struct {
		why, unit, file string
		list            *county.List
		likes           bool
	}{
		{"a slip, in a file that is called after the unit", "清奚镇人民政府", "清溪镇旧.xlsx", list, false},
		{"without a list nobody can tell", "清奚镇人民政府", "清溪镇旧.xlsx", nil, true},
		{"a slip, in a file that is called after nobody: it may be a unit that the list lacks", "清奚镇人民政府", "年报.xlsx", list, true},
		{"a former name", "大河乡人民政府", "年报.xlsx", list, false},
		{"another member", "石桥镇人民政府", "清溪镇旧.xlsx", list, true},
		{"no name at all", "", "清溪镇旧.xlsx", list, true},
	} {
		l := county.Likeness{List: c.list}
		now, old := county.NewSketch(report("清溪镇人民政府", 2025, three...), "新.xlsx"), county.NewSketch(report(c.unit, 2025, three...), c.file)
		l.Add(now)
		l.Add(old)
		x := l.Index()
		assert.Equal(t, c.likes, x.Likes(now) != nil, c.why)
		assert.Equal(t, c.likes, x.Likes(old) != nil, c.why)
	}
}

// Which reports are alike hangs on no order of adding.
func TestLikesHangOnNoOrder(t *testing.T) {
	draw := rand.New(rand.NewPCG(15, 1))
	pool := own("山上", 40)
	var reports []*model.Report
	for i := range 30 {
		draw.Shuffle(len(pool), func(i, j int) { pool[i], pool[j] = pool[j], pool[i] })
		reports = append(reports, report(fmt.Sprintf("%c%c镇人民政府", '愀'+rune(i), '憀'+rune(i)), 2025, pool[:8]...))
	}
	same := func(order []int) (counts []int) {
		var l county.Likeness
		for _, i := range order {
			l.Add(county.NewSketch(reports[i], fmt.Sprint(i)))
		}
		x := l.Index()
		for i, r := range reports {
			for _, like := range x.Likes(county.NewSketch(r, fmt.Sprint(i))) {
				counts = append(counts, i, like.Same, like.All)
			}
		}
		return counts
	}
	order := draw.Perm(len(reports))
	first := same(order)
	assert.NotEmpty(t, first)
	for range 5 {
		assert.Equal(t, first, same(draw.Perm(len(reports))))
	}
}

func BenchmarkSketch(b *testing.B) {
	r := sample.Report(b, "f-county-2023")
	for b.Loop() {
		county.NewSketch(r, "a")
	}
}

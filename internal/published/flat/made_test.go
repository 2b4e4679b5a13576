package flat

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"nianbao/internal/form"
	"nianbao/internal/label"
)

// sort is what is put into a made report.
type sort struct{ large, blanks, faults, notes bool }

// made is a report that is known: the text of every cell, nil for a blank one.
type made struct {
	*rand.Rand
	edition *form.Edition
	cells   map[form.Key]*string
	sort    sort
}

func seeded(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 7)) }

func choice[T any](r *rand.Rand, of ...T) T { return of[r.IntN(len(of))] }

// chance is true that often.
func (m *made) chance(p float64) bool { return m.Float64() < p }

func (m *made) number() int {
	switch {
	case m.sort.large && m.chance(0.4), !m.sort.large && m.chance(0.85):
		return 0
	case m.sort.large:
		return 1 + m.IntN(choice(m.Rand, 9, 99, 999, 20000))
	}
	return choice(m.Rand, 1, 2, 3, 5, 9, 10, 12, 20, 37, 71, 100, 110, 305)
}

// makeReport makes a report that adds up, but for faults.
func makeReport(r *rand.Rand, e *form.Edition, s sort) *made {
	m := &made{r, e, map[form.Key]*string{}, s}
	set := func(key form.Key, text string) { m.cells[key] = &text }
	for _, c := range e.Cells() {
		if c.Table != label.Proactive.Key() {
			continue
		}
		text := fmt.Sprint(m.number())
		switch {
		case c.Measure == form.Change && m.chance(0.4):
			text = choice(r, "-15", "增加5", "+19", "增", "-1", "0/0")
		case c.Measure == form.Fee:
			text = choice(r, "0", "0.0000", "12.5", "5949.088667", "3")
		case c.Measure == form.Amount:
			text = choice(r, "0", "251000元", "113.96万元", "8040")
		}
		set(c.Key, text)
	}
	m.fillRequests(set)
	for _, block := range []string{"review", "litigation_direct", "litigation_after_review"} {
		sum := 0
		for _, part := range []string{"upheld", "corrected", "other", "pending"} {
			n := m.number() % 50
			sum += n
			set(form.Key("disputes."+block+"."+part), fmt.Sprint(n))
		}
		if s.faults && m.chance(0.1) {
			sum++
		}
		set(form.Key("disputes."+block+".total"), fmt.Sprint(sum))
	}
	if s.blanks {
		m.blankOut()
	}
	return m
}

func (m *made) fillRequests(set func(form.Key, string)) {
	rows := map[string][]int{}
	keys := rowKeys(m.edition, label.Requests)
	total := make([]int, 6)
	for _, key := range keys[2 : len(keys)-2] {
		rows[key] = make([]int, 6)
		for i := range rows[key] {
			if m.chance(0.4) {
				rows[key][i] = m.number()
			}
			total[i] += rows[key][i]
		}
	}
	in, out, received := make([]int, 6), make([]int, 6), make([]int, 6)
	for i := range total {
		out[i] = choice(m.Rand, 0, 0, 1)
		in[i] = min(choice(m.Rand, 0, 0, 0, 2), total[i]+out[i])
		received[i] = total[i] + out[i] - in[i]
	}
	rows["total"], rows["carried_out"], rows["carried_in"], rows["received"] = total, out, in, received
	for _, key := range keys {
		numbers := slices.Clone(rows[key])
		sum := 0
		for _, n := range numbers {
			sum += n
		}
		numbers = append(numbers, sum)
		if m.sort.faults && m.chance(0.08) {
			numbers[m.IntN(7)] += choice(m.Rand, 1, 2, 10)
		}
		for i, n := range numbers {
			set(form.Key("requests."+key+"."+requestKeys()[i]), fmt.Sprint(n))
		}
	}
}

func (m *made) blankOut() {
	how := choice(m.Rand, "some", "noughts", "totals", "all", "last")
	for _, c := range m.edition.Cells() {
		key := string(c.Key)
		last := key[strings.LastIndexByte(key, '.')+1:]
		if how == "all" || how == "some" && m.chance(0.07) || how == "noughts" && *m.cells[c.Key] == "0" || how == "totals" && last == "total" ||
			how == "last" && slices.Contains([]string{"in_force", "other", "total"}, last) {
			m.cells[c.Key] = nil
		}
	}
}

// box is a cell of a made table, over some columns.
type box struct {
	text   string
	wide   int
	figure bool
}

// tables lays a report out as the form does, with notes in labels and a row that the form has not.
func (m *made) tables() [][][]box {
	var tables [][][]box
	for _, t := range m.edition.Tables() {
		grid := t.Grid()
		rows := make([][]box, grid.Rows)
		for _, s := range grid.Slots {
			b := box{text: s.Label, wide: s.ColSpan}
			switch {
			case s.Cell != nil:
				b.figure = true
				b.text = ""
				if text := m.cells[s.Cell.Key]; text != nil {
					b.text = *text
				}
			case s.Label == "行政规范性文件" && m.chance(0.2):
				b.text = "规范性文件"
			}
			if t.Key == label.Proactive.Key() && m.sort.notes && (s.Role == form.ColumnHeadSlot || s.Role == form.RowHeadSlot) {
				b.text += choice(m.Rand, "(设区的市、自治州人民政府应提供相关数据)", "(指2019年事项数)", "", "", "", "(设区的市某某官网登录2022下载应提供 3 个数据)")
			}
			rows[s.Row] = append(rows[s.Row], b)
		}
		if t.Key == label.Proactive.Key() && m.sort.notes && m.chance(0.5) {
			extra := []box{{"其他主动公开文件(含以本单位名义签发的)", 1, false}}
			for range 3 {
				extra = append(extra, box{fmt.Sprint(m.IntN(10)), 1, true})
			}
			rows = slices.Insert(rows, 4, extra)
		}
		tables = append(tables, rows)
	}
	return tables
}

// shape flattens a table.
type shape struct {
	name string
	flat func(r *rand.Rand, rows [][]box) string
}

func joined(rows [][]box, between, behind string) string {
	var lines []string
	for _, row := range rows {
		var cells []string
		for _, b := range row {
			cells = append(cells, b.text)
		}
		lines = append(lines, strings.Join(cells, between))
	}
	return strings.Join(lines, behind)
}

func bars(rows [][]box, before string, more int) string {
	var lines []string
	for _, row := range rows {
		line, wide := before, more
		for _, b := range row {
			line += b.text + " | "
			wide += b.wide - 1
		}
		lines = append(lines, line+strings.Repeat("|", wide))
	}
	return strings.Join(lines, "\n")
}

// tabs has as many tabs in every line, as tables pasted from a spreadsheet.
func tabs(rows [][]box) string {
	widths := make([]int, len(rows))
	for i, row := range rows {
		for _, b := range row {
			widths[i] += b.wide
		}
	}
	var lines []string
	for i, row := range rows {
		line := strings.Repeat("\t", slices.Max(widths)-widths[i])
		for _, b := range row {
			line += b.text + strings.Repeat("\t", b.wide)
		}
		lines = append(lines, strings.TrimSuffix(line, "\t"))
	}
	return strings.Join(lines, "\n")
}

func cellLines(rows [][]box, before string) string {
	var lines []string
	for _, row := range rows {
		if before != "" {
			lines = append(lines, before)
		}
		for _, b := range row {
			line := b.text + " |"
			if b.wide > 1 && before == "" {
				line += " " + strings.Repeat("|", b.wide-1)
			}
			lines = append(lines, strings.TrimSpace(line))
		}
	}
	return strings.Join(lines, "\n")
}

func spaced(rows [][]box) string {
	var lines []string
	for _, row := range rows {
		var cells []string
		for _, b := range row {
			if b.text != "" {
				cells = append(cells, b.text)
			}
		}
		lines = append(lines, strings.Join(cells, " "))
	}
	return strings.Join(lines, "\n")
}

// inserted puts lines between those of a text.
func inserted(r *rand.Rand, text string, lines ...string) string {
	all := strings.Split(text, "\n")
	for _, line := range lines {
		all = slices.Insert(all, r.IntN(len(all)+1), line)
	}
	return strings.Join(all, "\n")
}

func pageNumbers(r *rand.Rand, text string) string {
	var lines []string
	for range 3 {
		lines = append(lines, choice(r, "- 4 -", "-4-", "P. 9", "Page 9 - 2020年报_审计局", "\f", "5", "— 3 —"))
	}
	return inserted(r, text, lines...)
}

func markdown(rows [][]box) string {
	var lines []string
	for i, row := range rows {
		lines = append(lines, "| "+joined([][]box{row}, " | ", "")+" |")
		if i == 0 {
			lines = append(lines, "|"+strings.Repeat(" --- |", len(row)))
		}
	}
	return strings.Join(lines, "\n")
}

// wrapped breaks long labels over lines round their figures, as text of PDF files does.
func wrapped(r *rand.Rand, rows [][]box) string {
	var lines []string
	for _, row := range rows {
		at := slices.IndexFunc(row, func(b box) bool { return b.figure })
		if at < 1 || len(row)-at != 7 || len([]rune(row[at-1].text)) <= 9 {
			lines = append(lines, joined([][]box{row}, "   ", ""))
			continue
		}
		letters := []rune(row[at-1].text)
		half := 5 + r.IntN(len(letters)-7)
		first := strings.TrimSpace(joined([][]box{row[:at-1]}, " ", "") + "  " + string(letters[:half]))
		second, figures := "      "+string(letters[half:]), "   "+joined([][]box{row[at:]}, "   ", "")
		if r.IntN(2) == 0 {
			lines = append(lines, first+figures, second)
		} else {
			lines = append(lines, first, second+figures)
		}
	}
	return strings.Join(lines, "\n")
}

// dropped leaves out lines that were there before.
func dropped(text string) string {
	seen := map[string]bool{}
	var lines []string
	for _, line := range strings.Split(text, "\n") {
		if strings.TrimSpace(line) == "" || !seen[line] {
			lines = append(lines, line)
		}
		seen[line] = true
	}
	return strings.Join(lines, "\n")
}

var wide = strings.NewReplacer("0", "０", "1", "１", "2", "２", "3", "３", "4", "４", "5", "５", "6", "６", "7", "７", "8", "８", "9", "９", "(", "（", ")", "）", ".", "．", ",", "，", ":", "：")

var shapes = []shape{
	{"markdown", func(_ *rand.Rand, rows [][]box) string { return markdown(rows) }},
	{"wrapped", wrapped},
	{"full width", func(_ *rand.Rand, rows [][]box) string { return wide.Replace(joined(rows, "\n\n", "\n\n")) }},
	{"bars and prose", func(_ *rand.Rand, rows [][]box) string {
		return bars(rows, "", 0) + "\n行政许可 77 件。\n规章 5 件,行政处罚 9 件。"
	}},
	{"bars", func(_ *rand.Rand, rows [][]box) string { return bars(rows, "", 0) }},
	{"bars of five columns", func(_ *rand.Rand, rows [][]box) string { return bars(rows, "", 1) }},
	{"bars in front", func(_ *rand.Rand, rows [][]box) string { return bars(rows, "| ", 0) }},
	{"bars on lines", func(_ *rand.Rand, rows [][]box) string { return joined(rows, "\n|\n", "\n|\n") + "\n|" }},
	{"bars behind cells", func(_ *rand.Rand, rows [][]box) string { return cellLines(rows, "") }},
	{"bars before rows", func(_ *rand.Rand, rows [][]box) string { return cellLines(rows, "|") }},
	{"empty lines", func(_ *rand.Rand, rows [][]box) string { return joined(rows, "\n\n", "\n\n") }},
	{"padded", func(r *rand.Rand, rows [][]box) string {
		for _, row := range rows {
			for i := range row {
				if row[i].figure {
					row[i].text = choice(r, "", " ", "  ") + row[i].text
				}
			}
		}
		return joined(rows, "\n\n", "\n\n")
	}},
	{"lines", func(_ *rand.Rand, rows [][]box) string { return joined(rows, "\n", "\n") }},
	{"tabs", func(_ *rand.Rand, rows [][]box) string { return joined(rows, "\t", "\t") }},
	{"tabs and lines", func(_ *rand.Rand, rows [][]box) string { return joined(rows, "\t", "\n") }},
	{"together", func(_ *rand.Rand, rows [][]box) string { return joined(rows, "", "") }},
	{"together in rows", func(_ *rand.Rand, rows [][]box) string { return joined(rows, "", "\n    ") }},
	{"together, blanks between rows", func(_ *rand.Rand, rows [][]box) string { return joined(rows, "", " ") }},
	{"blanks", func(_ *rand.Rand, rows [][]box) string { return spaced(rows) }},
	{"layout", func(_ *rand.Rand, rows [][]box) string { return joined(rows, "     ", "\n") }},
	{"dropped", func(_ *rand.Rand, rows [][]box) string { return dropped(joined(rows, "\n", "\n")) }},
	{"blanks and pages", func(r *rand.Rand, rows [][]box) string { return pageNumbers(r, spaced(rows)) }},
	{"lines and pages", func(r *rand.Rand, rows [][]box) string { return pageNumbers(r, joined(rows, "\n", "\n")) }},
	{"upright", func(r *rand.Rand, rows [][]box) string {
		return inserted(r, spaced(rows), strings.Split(upright, "")...)
	}},
	{"torn", torn},
	{"tabs by columns", func(_ *rand.Rand, rows [][]box) string { return tabs(rows) }},
}

// text is the report, its tables flattened. Figures that are padded are the same.
func (m *made) text(s shape) string {
	end := "\n"
	if s.name == "together" && m.IntN(2) == 0 {
		end = ""
	}
	var b strings.Builder
	b.WriteString("某镇人民政府2023年政府信息公开工作年度报告\n一、总体情况\n全年主动公开行政许可 12 件,规章 3 件。\n")
	headings := []string{"二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况"}
	for i, rows := range m.tables() {
		b.WriteString(headings[i] + end + s.flat(m.Rand, rows) + end)
	}
	b.WriteString("五、存在的主要问题及改进情况\n2023年,处理 5 件。\n六、其他需要报告的事项\n无。")
	return b.String()
}

package workbook

import (
	"strconv"
	"strings"

	"nianbao/internal/cellref"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

// readStrays finds what was typed on the form's sheets outside the cells that were read: all that is there, less what
// the template itself prints; and what was typed on the sheets that explain and check. Other sheets are none of its business.
func (in *reader) readStrays() error {
	printed, err := in.printed()
	if err != nil {
		return err
	}
	for i := range in.book.Sheets {
		sheet := &in.book.Sheets[i]
		taken, ours := in.taken[sheet.Part]
		if !ours {
			continue
		}
		if home := in.homes[sheet.Part][0]; home == guideHome || home == checkHome {
			if err := in.readAsides(sheet, printed[home]); err != nil {
				return err
			}
			continue
		}
		expected := map[string]int{}
		for _, home := range in.homes[sheet.Part] {
			for _, text := range printed[home] {
				expected[text]++
			}
		}
		g, err := in.book.Grid(sheet.Part)
		if err != nil {
			return err
		}
		for _, c := range g.Cells {
			text := strings.TrimSpace(in.book.Text(c))
			if text == "" || taken[c.At] || isTextCount(text) {
				continue
			}
			if !in.book.SpendText(text) {
				return MuchTextError{sheet.Name}
			}
			if expected[text] > 0 {
				expected[text]--
				continue
			}
			in.report.Strays = append(in.report.Strays, model.Stray{Text: text, Place: span{sheet: sheet}.place(c.At)})
		}
	}
	return nil
}

// isTextCount tells how much of a text is written, as the form says it beside each: values that were pasted elsewhere have it as text.
func isTextCount(text string) bool {
	number, ok := strings.CutPrefix(text, textCountBegins)
	number, ends := strings.CutSuffix(number, textCountEnds)
	if !ok || !ends {
		return false // what does not parse takes memory to say so
	}
	_, err := strconv.Atoi(number)
	return err == nil
}

// printed lists what the template prints on each of the form's sheets, by the sheet's passage: as the workbook itself says it,
// since another version of the program may have other words, or else as this one prints it.
func (in *reader) printed() (map[form.Key][]string, error) {
	if in.prints != nil {
		return in.prints, nil
	}
	texts := map[form.Key][]string{}
	in.prints = texts
	if spans := in.named[textsName]; len(spans) > 0 {
		list := spans[0]
		g, err := in.book.Grid(list.sheet.Part)
		if err != nil {
			return nil, err
		}
		for _, c := range g.Cells {
			if c.At.Col == list.area.To.Col && list.area.Contains(c.At) {
				home := g.At(cellref.At(list.area.From.Col, c.At.Row))
				if !in.book.SpendText(home.Value) || !in.book.SpendText(c.Value) {
					return nil, MuchTextError{list.sheet.Name}
				}
				texts[form.Key(home.Value)] = append(texts[form.Key(home.Value)], strings.TrimSpace(c.Value))
			}
		}
	}
	if len(texts) > 0 {
		return texts, nil
	}
	p, err := draw(model.New(in.report.Edition), false)
	if err != nil {
		return nil, err
	}
	for _, s := range p.sheets {
		if s.home == guideHome || s.home == checkHome {
			continue // whose words change more than the form's
		}
		for _, text := range s.texts() {
			texts[s.home] = append(texts[s.home], strings.TrimSpace(text))
		}
	}
	return texts, nil
}

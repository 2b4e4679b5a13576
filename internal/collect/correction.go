package collect

import (
	"errors"
	"fmt"
	"path"
	"strconv"
	"strings"

	"nianbao/internal/job"
	"nianbao/internal/letter"
	"nianbao/internal/line"
	"nianbao/internal/model"
	"nianbao/internal/published"
	"nianbao/internal/render/document"
	"nianbao/internal/verdict"
)

// The files of a correction.
const (
	correctionName = "更正说明"
	correctionList = "更正清单.txt"
)

// correction is what must be replaced of one unit's report on a year, which was published.
type correction struct {
	unit    string
	year    int
	figures []turned
	texts   []string // other places than figures, each a sentence without its end
	doubts  []string // what could not be compared, the same
}

// Corrections are what is needed once reports were published and then mended: for each unit whose report changed a notice of it (更正说明), one
// for the office's own report if sums changed with them, and a list of all, with what stands online and must be replaced. A file's name has its
// unit's folder before it, but for those of the office. Without changes there is none.
func (a *Aggregated) Corrections(m Amended) (files []job.File, err error) {
	var list []string
	add := func(folder string, c correction) error {
		letters, err := c.notice()
		for _, f := range letters {
			files = append(files, job.File{Name: path.Join(folder, f.Name), Data: f.Data})
		}
		list = append(list, c.listed()...)
		return err
	}
	for _, u := range m.Units {
		if u.IsNew {
			list = append(list, u.Name+"：以前没有加，这次加上了。")
		} else if u.Figures == nil && u.Texts == nil {
			list = append(list, u.Name+"：改的只是附表，网上的不用换。")
		} else if err := add(ReturnFolder(u.Name, ""), correction{unit: u.Name, year: a.Year, figures: u.Figures, texts: u.Texts}); err != nil {
			return nil, err
		}
	}
	for _, unit := range m.Gone {
		list = append(list, unit+"：上次加了，这次没有。")
	}
	if len(m.Sums) > 0 || m.Texts != nil {
		if err := add("", correction{unit: a.Report.Unit(), year: a.Year, figures: m.Sums, texts: m.Texts}); err != nil {
			return nil, err
		}
	}
	if list == nil {
		return nil, nil
	}
	for _, left := range m.left {
		list = append(list, left+"。")
	}
	return append([]job.File{correctionsListed(a.Year, list)}, files...), nil
}

// Correction is what is needed once one report was published and then mended: a notice of what differs between the published version, which is
// A, and the mended one, and a list of what stands online and must be replaced. Without differences there is none. Versions that are not of
// one unit and one year are an error.
func Correction(c verdict.Compared) (files []job.File, err error) {
	year, ok := c.B.Report.Year()
	switch {
	case c.MayBeTwoReports():
		return nil, errors.New("两份的单位或年度不同，不能写更正说明，请核对是不是选错了文件")
	case c.B.Report.Unit() == "" || !ok:
		return nil, fmt.Errorf("“%s”里读不出单位或年度，写不出更正说明；请用改好的填报表", c.B.File)
	case len(c.Differences) == 0:
		return nil, nil
	}
	one := correction{unit: c.B.Report.Unit(), year: year}
	texts, doubts := verdict.Told(&c.Comparison, "原来", "更正后")
	for i, d := range c.Differences {
		if d.Kind == published.FigureDiffers && !d.A.Gone && !d.B.Gone {
			cell, _ := c.B.Report.Edition.Cell(d.Key)
			one.figures = append(one.figures, turned{label(c.B.Report.Edition, d.Key), cell.Label(), saidIn(cell.Measure, d.A.Text), saidIn(cell.Measure, d.B.Text)})
		} else {
			one.texts = append(one.texts, wordedText(d, texts[i])...)
		}
	}
	one.doubts = doubts
	if files, err = one.notice(); err != nil {
		return nil, err
	}
	return append([]job.File{correctionsListed(year, one.listed())}, files...), nil
}

// wordedText words for a notice how a text was corrected, in whole sentences, place by place; what is no text of a part keeps the words of
// the comparison.
func wordedText(d published.Difference, told string) (places []string) {
	where := "“" + d.Part.Title() + "”"
	quoted := func(text string) string { return "“" + line.Single(text) + "”" }
	switch d.Kind {
	case published.TextAltered:
		for _, r := range replacedSentences(d.A.Text, d.B.Text) {
			switch {
			case r.was == "":
				places = append(places, where+"：增加"+quoted(r.is))
			case r.is == "":
				places = append(places, where+"：删去"+quoted(r.was))
			default:
				places = append(places, where+"：原为"+quoted(r.was)+"，更正为"+quoted(r.is))
			}
		}
		return places
	case published.TextAdded:
		return []string{where + "：增加一段" + quoted(d.B.Text)}
	case published.TextRemoved:
		return []string{where + "：删去一段" + quoted(d.A.Text)}
	}
	return []string{told}
}

// notice is what the unit publishes: what was wrong, and what is right. It dates it itself.
func (c correction) notice() ([]job.File, error) {
	var places []string
	for _, f := range c.figures {
		places = append(places, fmt.Sprintf("%s：原为%s，更正为%s", f.Label, f.Was, f.Is))
	}
	places = append(places, c.texts...)
	for i, p := range places {
		places[i] = fmt.Sprintf("%d．%s。", i+1, p)
	}
	content := map[string]any{"Unit": line.Single(c.unit), "Year": c.year, "Title": c.title(), "What": c.what(), "Places": places}
	d, err := letter.Compose("correction", content, document.Signature{Unit: line.Single(c.unit)}, letter.DatedBy(c.year))
	if err != nil {
		return nil, err
	}
	return letterFiles(correctionName, d)
}

// what counts what was wrong: 3处数字、1处文字.
func (c correction) what() string {
	var parts []string
	if n := len(c.figures); n > 0 {
		parts = append(parts, fmt.Sprintf("%d处数字", n))
	}
	if n := len(c.texts); n > 0 {
		parts = append(parts, fmt.Sprintf("%d处文字", n))
	}
	return strings.Join(parts, "、")
}

func (c correction) title() string { return model.TitleOf(line.Single(c.unit), strconv.Itoa(c.year)) }

// listed are the lines of the list of corrections.
func (c correction) listed() []string {
	list := []string{fmt.Sprintf("%s：更正%d处。网上的《%s》（网页、PDF和附件）换成更正后的，同时发更正说明；报过上级的，重新报一次。",
		orOffice(c.unit), len(c.figures)+len(c.texts), c.title())}
	for _, f := range c.figures {
		list = append(list, "　　"+f.String())
	}
	for _, t := range c.texts {
		list = append(list, "　　"+t)
	}
	for _, d := range c.doubts {
		list = append(list, "　　没有比到，请对照原件："+d)
	}
	return list
}

func correctionsListed(year int, list []string) job.File {
	text := fmt.Sprintf("%d年度年报更正清单\n\n%s\n", year, strings.Join(list, "\n"))
	return job.File{Name: correctionList, Data: []byte("\ufeff" + strings.ReplaceAll(text, "\n", "\r\n"))}
}

func orOffice(unit string) string {
	if unit == "" {
		return "本级"
	}
	return unit
}

package web

import (
	"net/http"
	"slices"

	"nianbao/fonts"
	"nianbao/internal/job"
)

// placeFont takes a font file in hand, and sets all reports with it.
func (d *desk) placeFont(f job.File) (answer, error) {
	given := append(slices.DeleteFunc(slices.Clone(d.given), func(one fonts.File) bool { return one.Name == f.Name }), fonts.File{Name: f.Name, Data: f.Data})
	return answer{view: "/start", told: "字库“" + f.Name + "”已经放好"}, d.setFonts(given)
}

func (d *desk) setFonts(given []fonts.File) error {
	set, notes, err := fonts.With(given)
	if err != nil {
		return err
	}
	d.fonts, d.given, d.notes = set, given, notes
	d.checkAgain()
	return nil
}

// ownFonts goes back to the program's own fonts.
func (d *desk) ownFonts(*http.Request) (answer, error) {
	defer d.lock()()
	return answer{view: "/start", told: "改用自带的字体"}, d.setFonts(nil)
}

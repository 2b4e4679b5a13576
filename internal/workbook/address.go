package workbook

import (
	"strings"

	"nianbao/internal/cellref"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

// Address is where a key stands.
type Address struct {
	Sheet string
	Key   form.Key
}

// KeysAt lists what stands at a reference such as D8 in a fresh template. The sheet is given by its name (三、依申请公开), the
// name without its numeral or the numeral alone; "" means every sheet. A text stands in all cells of its column, a figure in all
// cells that are merged with its own. The error is never due to the reference, at which nothing may stand.
func KeysAt(e *form.Edition, sheet, ref string) ([]Address, error) {
	at, ok := cellref.Parse(ref)
	if !ok {
		return nil, nil
	}
	p, err := draw(model.New(e), false)
	if err != nil {
		return nil, err
	}
	var found []Address
	for _, s := range p.sheets {
		if !s.isCalled(sheet) {
			continue
		}
		first := at
		for _, m := range s.merged {
			if m.Contains(at) {
				first = m.From
			}
		}
		for _, k := range allKeys(e) {
			if p.places[k].sheet == s && p.places[k].area.Contains(first) {
				found = append(found, Address{s.name, k})
			}
		}
	}
	return found, nil
}

// isCalled tells whether a sheet goes by a name; every sheet goes by none.
func (s *sheet) isCalled(name string) bool {
	numeral, title, _ := strings.Cut(s.name, "、")
	return name == "" || name == s.name || name == numeral || name == title
}

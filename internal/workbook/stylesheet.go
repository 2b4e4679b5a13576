package workbook

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"nianbao/internal/spreadsheet"
	"nianbao/internal/xmlcut"
)

// stylesheet is the styles of a workbook that another program wrote. Styles are added; none is changed.
type stylesheet struct {
	root    *xmlcut.Element
	lists   map[string]*xmlcut.Element
	painted map[paintedStyle]int
	looks   map[look]int
	guesses bool // what a mark covered was not kept by the program that saved the workbook last
}

// paintedStyle is a style with a mark's colour over it.
type paintedStyle struct {
	style  int
	colour Colour
}

// styleLists are the lists in which styles are put together, with the entries that each must begin with, and in their order.
var styleLists = []struct{ name, seed string }{
	{"fonts", `<font><sz val="11"/></font>`},
	{"fills", `<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>`},
	{"borders", `<border/>`},
	{"cellStyleXfs", `<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`},
	{"cellXfs", `<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`},
}

// behind lists what follows cellXfs in a stylesheet (CT_Stylesheet, ECMA-376 part 1, 18.8.39).
var behind = []string{"cellStyles", "dxfs", "tableStyles", "colors", "extLst"}

func parseStyles(data []byte) (*stylesheet, error) {
	root, err := cut(data)
	if err != nil {
		return nil, err
	}
	s := &stylesheet{root: root, lists: map[string]*xmlcut.Element{}, painted: map[paintedStyle]int{}, looks: map[look]int{}}
	for i, l := range styleLists {
		at := root.Child(l.name)
		if at < 0 {
			followers := append([]string{}, behind...)
			for _, later := range styleLists[i+1:] {
				followers = append(followers, later.name)
			}
			tag := root.Qualified(l.name)
			root.Insert(l.name, "<"+tag+` xmlns="`+root.Namespace()+`">`+l.seed+"</"+tag+">", followers...)
			at = root.Child(l.name)
		}
		if s.lists[l.name], err = cut(root.Children[at].Raw); err != nil {
			return nil, err
		}
		s.lists[l.name].Remove(func(c xmlcut.Piece) bool { return c.Name == "" })
	}
	return s, nil
}

func (s *stylesheet) bytes() []byte {
	for _, l := range styleLists {
		list := s.lists[l.name]
		list.Set("count", strconv.Itoa(len(list.Children)))
		s.root.Children[s.root.Child(l.name)].Raw = list.Bytes()
	}
	return s.root.Bytes()
}

// add adds an entry to a list, unless the list has it, and returns its number. The entry is without prefixes.
func (s *stylesheet) add(list, raw string) int {
	if s.root.Name.Prefix != "" {
		name, rest := cutName(raw)
		raw = "<" + name + ` xmlns="` + s.root.Namespace() + `"` + rest
	}
	l := s.lists[list]
	for i, c := range l.Children {
		if string(c.Raw) == raw {
			return i
		}
	}
	l.Children = append(l.Children, xmlcut.Piece{Name: list, Raw: []byte(raw)})
	return len(l.Children) - 1
}

// cutName cuts a start tag behind its name.
func cutName(raw string) (name, rest string) {
	end := strings.IndexAny(raw, " />")
	return raw[1:end], raw[end:]
}

// xf is a cell style as it stands.
func (s *stylesheet) xf(style int) (*xmlcut.Element, error) {
	list := s.lists["cellXfs"].Children
	if style < 0 || style >= len(list) {
		return nil, spreadsheet.ErrDamaged
	}
	return cut(list[style].Raw)
}

// fillColour is the attributes of the colour that a style fills a cell with, and of the one kept below it; nil for none.
func (s *stylesheet) fillColour(x *xmlcut.Element) (colour, below *xmlcut.Element) {
	id, err := strconv.Atoi(x.Get("fillId"))
	fills := s.lists["fills"].Children
	if err != nil || id < 0 || id >= len(fills) {
		return nil, nil
	}
	fill, err := cut(fills[id].Raw)
	if err != nil || fill.Child("patternFill") < 0 {
		return nil, nil
	}
	pattern, err := cut(fill.Children[fill.Child("patternFill")].Raw)
	if err != nil || pattern.Get("patternType") != "solid" {
		return nil, nil
	}
	named := func(name string) *xmlcut.Element {
		if i := pattern.Child(name); i >= 0 {
			if e, err := cut(pattern.Children[i].Raw); err == nil {
				return e
			}
		}
		return nil
	}
	return named("fgColor"), named("bgColor")
}

// paint is a style with a mark's colour for its fill. Below the mark's colour, where no program shows it, the fill keeps the
// colour that was there, so that the mark can be taken off again.
func (s *stylesheet) paint(style int, c Colour) (int, error) {
	if id, ok := s.painted[paintedStyle{style, c}]; ok {
		return id, nil
	}
	x, err := s.xf(style)
	if err != nil {
		return 0, err
	}
	below := ` indexed="64"`
	if colour, _ := s.fillColour(x); colour != nil {
		below = colourAttributes(colour)
	}
	id := s.refill(x, s.add("fills", solid(` rgb="`+c.argb()+`"`, below)))
	s.painted[paintedStyle{style, c}] = id
	return id, nil
}

// marked tells whether there are styles of an earlier marking.
func (s *stylesheet) marked() bool {
	for _, fill := range s.lists["fills"].Children {
		for c := range colours {
			if strings.Contains(strings.ToUpper(string(fill.Raw)), `FGCOLOR RGB="`+c.argb()+`"`) {
				return true
			}
		}
	}
	return false
}

// unpaint is the style below a mark's; marked is false for a style that is no mark's.
func (s *stylesheet) unpaint(style int) (id int, marked bool) {
	x, err := s.xf(style)
	if err != nil {
		return style, false
	}
	colour, below := s.fillColour(x)
	if colour == nil || !isMark(colour.Get("rgb")) {
		return style, false
	}
	switch {
	case s.guesses:
		return s.refill(x, s.add("fills", solid(` rgb="FF`+guessFill(x)+`"`, ` indexed="64"`))), true
	case below == nil || below.Get("indexed") == "64":
		return s.refill(x, 0), true
	}
	return s.refill(x, s.add("fills", solid(colourAttributes(below), ` indexed="64"`))), true
}

// guessFill is the fill that the template gives a cell: yellow to those for typing, grey to the others that it marks, the totals.
func guessFill(x *xmlcut.Element) string {
	if i := x.Child("protection"); i >= 0 {
		if p, err := cut(x.Children[i].Raw); err == nil && (p.Get("locked") == "0" || p.Get("locked") == "false") {
			return yellow
		}
	}
	return grey
}

func (s *stylesheet) refill(x *xmlcut.Element, fill int) int {
	x.Set("fillId", strconv.Itoa(fill))
	x.Set("applyFill", "1")
	return s.addXf(x)
}

// reformat is a style with a built-in number format in the place of its own.
func (s *stylesheet) reformat(style, format int) (int, error) {
	x, err := s.xf(style)
	if err != nil {
		return 0, err
	}
	x.Set("numFmtId", strconv.Itoa(format))
	x.Set("applyNumberFormat", "1")
	return s.addXf(x), nil
}

func (s *stylesheet) addXf(x *xmlcut.Element) int {
	raw := string(x.Bytes())
	list := s.lists["cellXfs"]
	for i, c := range list.Children {
		if string(c.Raw) == raw {
			return i
		}
	}
	list.Children = append(list.Children, xmlcut.Piece{Name: "xf", Raw: []byte(raw)})
	return len(list.Children) - 1
}

func solid(colour, below string) string {
	return `<fill><patternFill patternType="solid"><fgColor` + colour + `/><bgColor` + below + `/></patternFill></fill>`
}

func colourAttributes(e *xmlcut.Element) string {
	out := ""
	for _, a := range e.Attr {
		if a.Prefix == "" && a.Local != "xmlns" {
			out += " " + a.Local + `="` + xmlcut.AttributeText(a.Value) + `"`
		}
	}
	return out
}

// look adds one of the template's looks and returns its number.
func (s *stylesheet) look(l look) int {
	id, ok := s.looks[l]
	if !ok {
		id = s.addStyle(l.style())
		s.looks[l] = id
	}
	return id
}

// addStyle adds a style as far as the template's looks make use of one.
func (s *stylesheet) addStyle(style *excelize.Style) int {
	if style == nil {
		return 0
	}
	font, fill, border := 0, 0, 0
	if f := style.Font; f != nil {
		raw := "<font>"
		if f.Bold {
			raw += "<b/>"
		}
		if f.Italic {
			raw += "<i/>"
		}
		if f.Underline != "" {
			raw += `<u val="` + f.Underline + `"/>`
		}
		raw += fmt.Sprintf(`<sz val="%g"/>`, f.Size)
		if f.Color != "" {
			raw += `<color rgb="FF` + f.Color + `"/>`
		}
		font = s.add("fonts", raw+`<name val="`+f.Family+`"/><family val="2"/></font>`)
	}
	if len(style.Fill.Color) > 0 {
		fill = s.add("fills", solid(` rgb="FF`+style.Fill.Color[0]+`"`, ` indexed="64"`))
	}
	if len(style.Border) > 0 {
		side := `style="thin"><color rgb="FF` + style.Border[0].Color + `"/></`
		border = s.add("borders", `<border><left `+side+`left><right `+side+`right><top `+side+`top><bottom `+side+`bottom></border>`)
	}
	raw := fmt.Sprintf(`<xf numFmtId="%d" fontId="%d" fillId="%d" borderId="%d" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1">`,
		style.NumFmt, font, fill, border)
	if a := style.Alignment; a != nil {
		raw += "<alignment"
		if a.Horizontal != "" {
			raw += ` horizontal="` + a.Horizontal + `"`
		}
		raw += fmt.Sprintf(` vertical="%s" wrapText="1" indent="%d"/>`, a.Vertical, a.Indent)
	}
	if p := style.Protection; p != nil {
		locked := map[bool]string{true: "1", false: "0"}[p.Locked]
		raw += `<protection locked="` + locked + `"/>`
	}
	return s.add("cellXfs", raw+"</xf>")
}

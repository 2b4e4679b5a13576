package workbook

import (
	"bytes"
	"slices"

	"github.com/xuri/excelize/v2"

	"nianbao/internal/pattern"
)

// Chart shows columns of a list, of which each row is a category. It stands on the list's sheet and reads its cells.
type Chart struct {
	Title      string
	Lying      bool   // bars that lie, for many categories with long names; else they stand
	Stacked    bool   // the columns of one row on each other
	Categories string // the cells with their names, as Range gives them
	Series     []Series
	At         string // the cell of its upper left corner
	Wide, High uint   // in pixels
}

// Series is one column of figures in a chart.
type Series struct {
	Name   string // the cell with its name
	Values string
}

// seriesColours are those of a chart's series, in their order. They can be told apart in grey, too.
var seriesColours = []string{blue, "9DC3E6", leaf, "F4B183"}

// How tall rows are in pixels: those that excelize reckons with, which it has no other rows to go by, and those that lists have.
const (
	usualRow = 20
	listRow  = 32
)

// excelize gives the chart as excelize takes it.
func (c Chart) excelize() *excelize.Chart {
	kind := map[[2]bool]excelize.ChartType{{false, false}: excelize.Col, {false, true}: excelize.ColStacked, {true, false}: excelize.Bar, {true, true}: excelize.BarStacked}[[2]bool{c.Lying, c.Stacked}]
	font := excelize.Font{Family: typeface, Size: 9, Color: darkGrey}
	gap := uint(60)
	chart := &excelize.Chart{
		Type: kind, GapWidth: &gap, Dimension: excelize.ChartDimension{Width: c.Wide, Height: c.High * usualRow / listRow},
		Title:    excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: c.Title, Font: &excelize.Font{Family: typeface, Size: 12, Bold: true, Color: blue}}}},
		Legend:   excelize.ChartLegend{Position: "bottom", Font: &font},
		XAxis:    excelize.ChartAxis{ReverseOrder: c.Lying, Font: font}, // the first category above
		YAxis:    excelize.ChartAxis{MajorGridLines: true, Font: font},
		PlotArea: excelize.ChartPlotArea{ShowVal: !c.Stacked},
		Format:   excelize.GraphicOptions{AltText: c.Title, Name: c.Title},
	}
	if len(c.Series) == 1 {
		chart.Legend.Position = "none"
	}
	for i, s := range c.Series {
		chart.Series = append(chart.Series, excelize.ChartSeries{Name: s.Name, Categories: c.Categories, Values: s.Values,
			Fill: fillOf(seriesColours[i%len(seriesColours)])})
	}
	return chart
}

// contentTypes is the part that lists the kinds of all others.
const contentTypes = "[Content_Types].xml"

var contentType = pattern.New(`<(?:Default|Override) [^<>]*?(?:/>|></(?:Default|Override)>)`)

// sortedTypes puts the entries of the list of content types in one order, which excelize leaves to chance where there are charts.
func sortedTypes(types []byte) []byte {
	entries := contentType.Compiled().FindAll(types, -1)
	sorted := slices.Clone(entries)
	slices.SortFunc(sorted, bytes.Compare)
	i := -1
	return contentType.Compiled().ReplaceAllFunc(types, func([]byte) []byte {
		i++
		return sorted[i]
	})
}

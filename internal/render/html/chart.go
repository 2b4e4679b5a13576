package html

import (
	"fmt"

	"nianbao/internal/render/document"
)

// chart is a chart of the page: a table whose figures have bars beside them, so that it is read, printed and pasted like any other.
type chart struct {
	Title, Of, By, Unit string
	Groups              []barGroup
}

type barGroup struct {
	Label string
	Bars  []bar
}

type bar struct {
	Name, Value, Length string // Length in hundredths of the width that there is
	Last                bool   // of its group
}

func newChart(c document.Chart) *chart {
	out := &chart{Title: oneLine(c.Title), Of: oneLine(c.Of), By: oneLine(c.By), Unit: oneLine(c.Unit)}
	for _, g := range c.Groups {
		group := barGroup{Label: oneLine(g.Label)}
		for i, b := range g.Bars {
			length := fmt.Sprintf("%d.%d%%", b.PerMille/10, b.PerMille%10)
			group.Bars = append(group.Bars, bar{oneLine(b.Name), oneLine(b.Value), length, i == len(g.Bars)-1})
		}
		out.Groups = append(out.Groups, group)
	}
	return out
}

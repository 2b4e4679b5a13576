package published

import (
	"fmt"

	"nianbao/internal/published/page"
)

// tellRemarks quotes what hangs on the page, with its place in the report.
func (p *Publication) tellRemarks(from *page.Page, items []item) {
	if len(from.Remarks) == 0 {
		return
	}
	places := placesIn(items, p.headings, len(from.Blocks))
	for _, r := range from.Remarks[:min(page.MostRemarks, len(from.Remarks))] {
		where := "文档里"
		if len(places) > 0 {
			where = places[min(r.Block, len(places)-1)]
		}
		if r.Row > 0 {
			where += fmt.Sprintf("第%d行", r.Row)
		}
		p.Asides = append(p.Asides, fmt.Sprintf("%s没有读进来：%s%s", r.What, where, r.Words))
	}
	if more := len(from.Remarks) - page.MostRemarks; more > 0 {
		p.Asides = append(p.Asides, page.MoreRemarks(more))
	}
}

// placesIn says of each block of a page where it stands in the report, as its paragraphs are counted there.
func placesIn(items []item, headings []landmark, blocks int) []string {
	places := make([]string, len(items))
	end := len(items)
	for i := len(headings) - 1; i >= 0; i-- {
		h := headings[i]
		heading := "“" + sections()[h.section].Heading() + "”"
		from := h.at
		if items[h.at].table == "" {
			places[h.at] = "标题" + heading
			from++
		}
		count(items[from:end], places[from:end], heading)
		end = h.at
	}
	from, to := findTitle(items[:end])
	for i := range to {
		places[i] = "标题"
		if i < from {
			places[i] = "标题前面"
		}
	}
	count(items[to:end], places[to:end], "“前言”")
	ofBlocks := make([]string, blocks)
	last := 0
	for i, it := range items {
		for ; last < it.block; last++ {
			ofBlocks[last] = places[i] // an empty one, before what it stands before
		}
		if ofBlocks[it.block] == "" {
			ofBlocks[it.block] = places[i]
		}
		last = it.block + 1
	}
	return ofBlocks
}

// count counts the paragraphs of a section.
func count(items []item, places []string, heading string) {
	n := 0
	for i, it := range items {
		switch {
		case it.table != "":
			places[i] = heading + "的表格"
		case it.kind == page.Unit || it.kind == page.Date:
			places[i] = "落款"
		default:
			if it.isText() {
				n++
			}
			places[i] = fmt.Sprintf("%s第%d段", heading, max(1, n))
		}
	}
}

package layout

import "math"

// Link is where on a page readers may point to follow an address. One that runs over the end of a line is there once for each line.
type Link struct {
	X, Y, Width, Height float64 // from its top left corner on
	Element             int     // the index of its element, which knows the address
}

// Links are the links on a page, in the order of reading.
func (p *Pages) Links(page int) []Link {
	const ascent, descent = 0.88, 0.2 // of the letters of an address, in em
	var links []Link
	baseline := math.NaN()
	for _, r := range p.Pages[page].Runs {
		leaf, ok := p.Structure.Leaf(r.Ref)
		if !ok || p.Structure.Elements[leaf].Kind != LinkElement || r.Text == "" {
			continue
		}
		if n := len(links); n > 0 && links[n-1].Element == leaf && r.Y == baseline {
			links[n-1].Width = r.X + r.Width() - links[n-1].X
			continue
		}
		baseline = r.Y
		links = append(links, Link{r.X, r.Y - ascent*r.Size, r.Width(), (ascent + descent) * r.Size, leaf})
	}
	return links
}

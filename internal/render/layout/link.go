package layout

// Link is where on a page readers may point to follow an address. One that runs over the end of a line is there once for each line.
type Link struct {
	X, Y, Width, Height float64 // from its top left corner on
	Element             int     // the index of its element, which knows the address
}

// Links are the links on a page, in the order of reading.
func (p *Pages) Links(page int) []Link {
	const descent = 0.2 // of the letters of an address, in em
	var links []Link
	for _, r := range p.Pages[page].Runs {
		leaf, ok := p.Structure.Leaf(r.Ref)
		if !ok || p.Structure.Elements[leaf].Kind != LinkElement || r.Text == "" {
			continue
		}
		top := r.Y - ascent*r.Size
		if n := len(links); n > 0 && links[n-1].Element == leaf && links[n-1].Y == top {
			links[n-1].Width = r.X + r.Width() - links[n-1].X
			continue
		}
		links = append(links, Link{r.X, top, r.Width(), (ascent + descent) * r.Size, leaf})
	}
	return links
}

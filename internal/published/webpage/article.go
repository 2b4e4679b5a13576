package webpage

import (
	"slices"

	"nianbao/internal/published/page"
)

// sums answer how much of something begins in the elements from one number to another.
type sums []int32

func newSums(elements int) sums { return make(sums, elements+1) }

func (s sums) add(element, n int) { s[element+1] += int32(n) }

func (s sums) close() {
	for i := 1; i < len(s); i++ {
		s[i] += s[i-1]
	}
}

func (s sums) in(from, to int) int { return int(s[to] - s[from]) }

// terrain is what tells where in the page the report is.
type terrain struct {
	telling, prose, plain sums   // pieces that tell a report, paragraphs of prose, characters that are no links
	site, named, leads    []bool // by the number of an element: whether it is in one that is of the site, is named so, leads elsewhere
	article               span   // the zero one where no element clearly is the article
	first, last           int    // the pieces that tell a report: between them all is of it but what its words tell
}

// tell says which pieces are not of the report, and which is its title; it counts the pictures that may belong to it.
func (r *reader) tell() (pictures int) {
	t := r.survey()
	title := -1
	for i := range r.out {
		p := &r.out[i]
		if p.known {
			continue
		}
		beside := i > 0 && r.out[i-1].Kind == page.Furniture
		isInside := i > t.first && i < t.last
		if isInside && (p.isOfSite(beside) || p.isIndex()) || !isInside && t.isFurniture(p, beside) {
			p.Kind = page.Furniture
		} else if t.article.to > 0 && p.to < t.article.from && isTitle(p.Text) {
			title = i
		}
	}
	r.markLinks(t)
	r.markTitle(title)
	for _, number := range r.pictures {
		if !t.site[number] && !t.named[number] && (t.article.to == 0 || number >= t.article.from && number < t.article.to) {
			pictures++
		}
	}
	return pictures
}

// survey takes the measure of all pieces and elements.
func (r *reader) survey() terrain {
	size := r.count + 2
	t := terrain{telling: newSums(size), prose: newSums(size), plain: newSums(size)}
	t.first, t.last = len(r.out), -1
	for i := range r.out {
		p := &r.out[i]
		if p.isTelling() || p.known {
			t.telling.add(p.from, 1)
			t.first, t.last = min(t.first, i), i
		}
		if p.Table == nil && isProse(p.Text) {
			t.prose.add(p.from, 1)
		}
		t.plain.add(p.from, p.runes-p.linked)
	}
	for _, s := range []sums{t.telling, t.prose, t.plain} {
		s.close()
	}
	const fewProse = 2 // paragraphs, such as a site's footer may have
	isOf := func(s span) bool {
		return s.site && t.telling.in(s.from, s.to) == 0 && t.prose.in(s.from, s.to) <= fewProse
	}
	t.site = covered(r.spans, size, isOf)
	t.leads = covered(r.spans, size, func(s span) bool { return s.leads && isOf(s) })
	t.named = covered(r.spans, size, func(s span) bool {
		return s.named && t.telling.in(s.from, s.to) == 0 && t.prose.in(s.from, s.to) == 0
	})
	t.findArticle(r.spans, size)
	return t
}

// covered says of each element whether it is in one of some.
func covered(spans []span, size int, is func(span) bool) []bool {
	depth := make([]int, size+1)
	for _, s := range spans {
		if is(s) {
			depth[s.from]++
			depth[s.to]--
		}
	}
	in := make([]bool, size)
	for i, n := 0, 0; i < size; i++ {
		n += depth[i]
		in[i] = n > 0
	}
	return in
}

// findArticle finds the innermost element that is named like an article, and holds all that tells a report and most of the text.
func (t *terrain) findArticle(spans []span, size int) {
	all, text := t.telling.in(0, size), t.plain.in(0, size)
	if all == 0 {
		return
	}
	for _, s := range spans {
		if s.article && t.telling.in(s.from, s.to) == all && 2*t.plain.in(s.from, s.to) > text {
			t.article = s
		}
	}
}

func (t *terrain) isInArticle(p *piece) bool { return p.from >= t.article.from && p.to < t.article.to }

// isFurniture says of a piece whether it is certainly none of the report.
func (t *terrain) isFurniture(p *piece, beside bool) bool {
	isLikeTitle := p.linked == 0 && p.Table == nil && isTitle(p.Text)
	within := func(in []bool) bool { return in[p.from] && in[p.to] }
	switch {
	case isLikeTitle && p.rank > 0:
		return false
	case p.isOfSite(beside), p.isIndex(), within(t.leads):
		return true
	case t.isInArticle(p):
		return false
	case within(t.site):
		return true
	case isLikeTitle:
		return false
	case within(t.named):
		return true
	case t.article.to == 0:
		return false
	}
	const half = 2
	return p.Table != nil || !isProse(p.Text) || p.linked*half > p.runes
}

// markLinks marks links that follow each other: lists of what else a site has, or a table of contents.
func (r *reader) markLinks(t terrain) {
	const least = 3
	for i := 0; i < len(r.out); {
		end, links := i, 0
		for end < len(r.out) && r.out[end].isLinks() && !r.out[end].known {
			links += r.out[end].links
			end++
		}
		if links >= least {
			for ; i < end; i++ {
				if p := &r.out[i]; sectionStart.MatchString(squeeze(p.Text)) {
					p.Kind = page.Contents
				} else if !t.isInArticle(p) && (i < t.first || i > t.last) {
					p.Kind = page.Furniture
				}
			}
		}
		i = max(end, i+1)
	}
}

// markTitle marks the title before the article, or else the only heading of the first rank, of those that read like a title if any do;
// or the only heading that reads like one. A paragraph that does so is more than a heading that does not.
func (r *reader) markTitle(before int) {
	if before >= 0 {
		r.out[before].Kind = page.Title
	}
	hasTitle := slices.ContainsFunc(r.out, func(p piece) bool { return p.Kind == page.Plain && p.linked == 0 && isTitle(p.Text) })
	anyText := func(string) bool { return !hasTitle }
	for _, which := range []struct {
		rank int // the highest that counts
		fits func(string) bool
	}{{1, isTitle}, {1, anyText}, {lowestRank, isTitle}} {
		found, n := -1, 0
		for i, p := range r.out {
			if p.Kind == page.Title {
				return
			}
			if p.Kind == page.Heading && p.rank <= which.rank && which.fits(p.Text) && !sectionStart.MatchString(squeeze(p.Text)) {
				found = i
				n++
			}
		}
		if n == 1 {
			r.out[found].Kind = page.Title
		}
		if n > 0 {
			return
		}
	}
}

const lowestRank = 6 // of a heading

package document

import (
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// Piece is a stretch of a paragraph's text that looks one way and leads to one place.
type Piece struct {
	Text string
	Bold bool
	Link string // the address that it leads to, "" for none
}

// Pieces are the pieces of the paragraph's text behind its lead, in order; none without text.
func (p Paragraph) Pieces() []Piece {
	bold, links := p.Bold, findLinks(p.Text)
	var pieces []Piece
	for start := 0; start < len(p.Text); {
		for len(bold) > 0 && bold[0].End <= start {
			bold = bold[1:]
		}
		for len(links) > 0 && links[0].End <= start {
			links = links[1:]
		}
		end, piece := len(p.Text), Piece{}
		if len(bold) > 0 {
			piece.Bold, end = next(bold[0], start, end)
		}
		if len(links) > 0 {
			var linked bool
			if linked, end = next(links[0].Range, start, end); linked {
				piece.Link = links[0].to
			}
		}
		piece.Text = p.Text[start:end]
		pieces = append(pieces, piece)
		start = end
	}
	return pieces
}

// next says whether a place lies in a range, which does not end before it, and where that changes; at the latest at an end.
func next(r chinese.Range, at, end int) (inside bool, changes int) {
	if r.Start <= at {
		return true, min(r.End, end)
	}
	return false, min(r.Start, end)
}

// link is an address in a text.
type link struct {
	chinese.Range
	to string
}

// addresses are those of pages and of mail (RFC 3986, RFC 5322), as far as they stand in Latin letters. Without http:// a page is told by
// www. or by the domain that Chinese authorities have to themselves.
var addresses = pattern.New(`(?i)https?://[a-z0-9][!#-;=?-~]*|\b(?:www\.|(?:[a-z0-9-]+\.)+gov\.cn\b)[!#-;=?-~]*|[a-z0-9][a-z0-9._%+-]*@(?:[a-z0-9-]+\.)+[a-z]{2,}\b`)

// findLinks finds the addresses in a text. A mark at the end of one belongs to the sentence, and so does a bracket that it does not open.
func findLinks(text string) (links []link) {
	if !strings.Contains(text, ".") {
		return nil
	}
	for _, m := range addresses.FindAllStringIndex(text, -1) {
		address := text[m[0]:m[1]]
		for {
			trimmed := strings.TrimRight(address, `.,;:!?'"*`+"`")
			for _, pair := range []string{"()", "[]", "{}"} {
				if strings.HasSuffix(trimmed, pair[1:]) && strings.Count(trimmed, pair[1:]) > strings.Count(trimmed, pair[:1]) {
					trimmed = trimmed[:len(trimmed)-1]
				}
			}
			if trimmed == address {
				break
			}
			address = trimmed
		}
		to := address
		switch lower := strings.ToLower(address); {
		case strings.HasPrefix(lower, "http"):
		case strings.Contains(address, "@") && !strings.ContainsAny(address[:strings.Index(address, "@")], "/?"):
			to = "mailto:" + address
		default:
			to = "http://" + address
		}
		if hasHost(to) {
			links = append(links, link{chinese.Range{Start: m[0], End: m[0] + len(address)}, to})
		}
	}
	return links
}

// hasHost says whether an address names a computer: www. alone does not.
func hasHost(address string) bool {
	_, rest, _ := strings.Cut(address, ":")
	rest = strings.TrimPrefix(rest, "//")
	host, _, _ := strings.Cut(rest, "/")
	return strings.Contains(strings.TrimPrefix(strings.ToLower(host), "www."), ".")
}

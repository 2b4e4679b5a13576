package document

import (
	"regexp"
	"strings"
)

// Piece is a stretch of a paragraph's text that looks one way and leads to one place.
type Piece struct {
	Text string
	Bold bool
	Link string // the address that it leads to, "" for none
}

// Pieces are the pieces of the paragraph's text behind its lead, in order; none without text.
func (p Paragraph) Pieces() []Piece {
	links := findLinks(p.Text)
	ends := []int{len(p.Text)}
	for _, b := range p.Bold {
		ends = append(ends, b.Start, b.End)
	}
	for _, l := range links {
		ends = append(ends, l.start, l.end)
	}
	var pieces []Piece
	for start := 0; start < len(p.Text); {
		end := len(p.Text)
		for _, e := range ends {
			if e > start {
				end = min(end, e)
			}
		}
		piece := Piece{Text: p.Text[start:end]}
		for _, b := range p.Bold {
			piece.Bold = piece.Bold || b.Start <= start && start < b.End
		}
		for _, l := range links {
			if l.start <= start && start < l.end {
				piece.Link = l.to
			}
		}
		pieces = append(pieces, piece)
		start = end
	}
	return pieces
}

// link is an address in a text.
type link struct {
	start, end int // bytes of the text
	to         string
}

// addresses are those of pages and of mail (RFC 3986, RFC 5322), as far as they stand in Latin letters. Without http:// a page is told by
// www. or by the domain that Chinese authorities have to themselves.
var addresses = regexp.MustCompile(`(?i)https?://[a-z0-9][!#-;=?-~]*|\b(?:www\.|(?:[a-z0-9-]+\.)+gov\.cn\b)[!#-;=?-~]*|[a-z0-9][a-z0-9._%+-]*@(?:[a-z0-9-]+\.)+[a-z]{2,}\b`)

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
			links = append(links, link{m[0], m[0] + len(address), to})
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

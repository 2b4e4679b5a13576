package published

import (
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// What the heads and feet of sheets say that is nobody's, beside pageNumber: numbers of pages that stand in fields, what browsers print, and the marks of our own drafts and review copies.
var (
	fieldNumber  = pattern.New(`^[\s\d\pP\pS第共页]*$`)
	ofBrowser    = pattern.New(`^(?:https?|file)://|^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?[\s\p{Z}]+\d{1,2}:\d{2}`)
	ofReviewCopy = pattern.New(`(?:^|\s)(\S{2,8})，第\d+稿，内容码[0-9A-Z]{8}(?:\s|$)`)
)

// takeRunning takes what the heads and feet of the sheets say, and tells of it. The report's own title, or a part of it, is nothing to tell.
func (p *Publication) takeRunning(lines []string) {
	own := map[string]bool{"草稿": true}
	for _, line := range lines {
		if m := ofReviewCopy.FindStringSubmatch(line); m != nil {
			own[m[1]], own[line] = true, true
		}
	}
	title := squeeze(p.Title)
	var told []string
	for _, line := range lines {
		bare := squeeze(line)
		if own[line] || pageNumber.MatchString(line) || fieldNumber.MatchString(line) || ofBrowser.MatchString(line) || isTitleAgain(line) || strings.Contains(title, bare) || bare == squeeze(p.Unit) {
			continue
		}
		told = append(told, line)
	}
	if len(told) > 0 {
		const longest = 100
		p.margins = append(p.margins, told...)
		p.Asides = append(p.Asides, "页眉页脚没有读进来：“"+chinese.Shortened(strings.Join(told, " "), longest)+"”")
	}
}

package reading

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// isOfOwnBusiness says whether a paragraph tells of the disputes that the unit decides, not of those it is a party of: it says so of those that it counted
// last before a result, in its heading, or behind them: 作为行政复议机构，收到复议申请186件。受理案件中审结158件，其中维持61件.
func (m *measurer) isOfOwnBusiness(q *Quantity) bool {
	if !isDispute(q.thing) || q.Statement.isOnDisclosure() || isAParty.In(q.Statement.Words(q.Statement.Span)) {
		return false
	}
	if m.ownBusiness {
		return true
	}
	for _, z := range slices.Backward(m.all[:m.at]) {
		if isDispute(z.own.thing) && z.ruling == "" {
			return z.isDecidedHere() || decidedFor.MatchString(z.saidSoFar())
		}
	}
	return false
}

// isDecidedHere says whether disputes are told that the unit decides, not that it is a party of: 作为全县复议机构，审理复议案件5件.
func (q *Quantity) isDecidedHere() bool {
	_, as, found := strings.Cut(q.saidSoFar(), "作为")
	return found && isDispute(q.thing) && chinese.ContainsAny(as, []string{"复议机构", "复议机关"}) && !chinese.ContainsAny(as, []string{"作为被", "本局为被", "我局为被", "本机关为被", "我单位为被"})
}

// saysOwnBusiness says whether a paragraph tells in its heading, or anywhere, that its disputes are those that the unit decides.
func saysOwnBusiness(paragraph string) bool {
	const longest = 24 // characters of a heading
	heading := chinese.Clip(paragraph, longest)
	heading = heading[:max(0, strings.IndexAny(heading, "。：，"))]
	return headsOwnBusiness.In(heading) || OwnBusiness.MatchString(paragraph)
}

// OwnBusiness finds that disputes told before are such as the unit decides, and not such as it is a party of: 均不属于以本局为被申请人的案件.
var OwnBusiness = pattern.New(`(?:不属于|不是|并非|均非|非)以(?:本|我)[局机关单位委办县区市镇]+[^，。；]{0,6}为被申请人|(?:均|都|全部)?[为是系](?:本|我)[局机关单位]+(?:办理|承办|审理)的行?政?复议(?:业务|案件)`, "为被申请人", "复议业务", "复议案件")

// headsOwnBusiness are words of a heading that says so, decidedFor are those of the office that decides for its government; isAParty are words of a
// sentence that tells of others.
var (
	headsOwnBusiness = pattern.NewWords("行政复议业务 复议业务 行政复议办案 复议办案")
	decidedFor       = pattern.New(`代(?:表|理)?[^，。；]{0,4}(?:县|区|市|旗|州|省)?(?:人民)?政府(?:共|依法|全年)*(?:收到|受理|办理|审理|承办)`, "政府")
	isAParty         = pattern.NewWords("以本局为被申请人的复议 以我局为被申请人的复议 以本局为被申请人的行政复议 以我局为被申请人的行政复议 以本机关为被申请人的行政复议 以我单位为被申请人的行政复议 涉及我局的行政复议 涉及本局的行政复议 针对我局 针对本局 本局被申请行政复议 我局被申请行政复议 本局被提起 我局被提起")
)

// goesOnDeciding says whether disputes are told behind others that the unit decides, in the same sentence: 承办复议案件15件，审结14件.
func (q *Quantity) goesOnDeciding() bool {
	at := slices.Index(q.Statement.Quantities, q)
	return at > 0 && isDispute(q.thing) && q.own.thing == "" && q.Statement.Quantities[at-1].isDecidedHere()
}

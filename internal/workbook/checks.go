package workbook

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/cellref"
	"nianbao/internal/form"
)

// Columns of the sheet 校验.
const (
	checkTable = iota + 1
	checkWhat
	checkLeft
	checkRight
	checkDifference
	checkMark
	checkHint
)

const (
	rightMark = "✓"
	wrongMark = "✗"
	openMark  = "—"

	incompleteHint = "有格未填或不是数字"
	columnsHint    = "先改各列"
)

const firstCheck = 5 // row

// checks is the sheet 校验 while it is drawn, row by row, with what its formulas come to.
type checks struct {
	*plan
	sheet  *sheet
	row    int
	blank  int // figures not filled in
	faults int // cells and equations to be put right
}

// drawChecks draws the sheet that shows live whether the figures are complete and agree.
func (p *plan) drawChecks() {
	s := p.addSheet(checkSheet, checkHome, 16, 52, 10, 10, 10, 8, 28)
	s.tab = leaf
	wide := func(row int) cellref.Area {
		return cellref.Between(cellref.At(1, row), cellref.At(checkHint, row))
	}
	s.spread(wide(1), titleLook, content{text: checkSheet})
	s.setHeight(1, 30)
	s.setHeight(2, 28)
	s.putNote(wide(3), "以放进“年报”的校验为准：这里只看数字填全没有、相符没有，不看文字，"+p.lastYearTold()+"；存成文本的数字，这里不算数字。填完后请把这份文件放进“年报”（nianbao.html、nianbao.exe都行）再校验。对核实问题的说明，写在这张表的最下面。")
	for i, head := range []string{"表", "核对什么", "左边", "右边", "相差", "结果", "提示"} {
		s.putText(cellref.At(1+i, 4), headLook, head)
	}
	s.setHeight(4, 22)
	s.frozen, s.repeated = cellref.At(1, firstCheck), firstCheck-1

	d := &checks{plan: p, sheet: s, row: firstCheck}
	d.drawCounts()
	equations := d.row
	d.drawRelations()
	d.drawStocks()
	d.drawVerdict(wide(2), equations)
	s.printed = cellref.Between(cellref.At(1, 1), cellref.At(checkHint, d.row-1))
	d.drawAnswers()
}

func (d *checks) at(col int) cellref.Position { return cellref.At(col, d.row) }

// drawCounts draws the rows that count cells: the blank ones first.
func (d *checks) drawCounts() {
	formula, blank := d.tallyBlanks()
	d.drawCount(blanks, formula, blank)
	d.blank = blank
	for _, c := range counts {
		formula, faulty := d.tally(c)
		d.drawCount(c, formula, faulty)
		d.faults += faulty
	}
	formula, faulty := d.tallyRules()
	d.drawCount(rulesCount, formula, faulty)
	d.faults += faulty
}

func (d *checks) drawCount(c count, formula string, faulty int) {
	s, found := d.sheet, d.at(checkLeft).String()
	s.putText(d.at(checkTable), checkLook, "各表")
	s.putText(d.at(checkWhat), checkLook, c.what)
	s.put(d.at(checkLeft), sideLook, content{formula: formula, text: strconv.Itoa(faulty), number: true})
	s.put(d.at(checkRight), sideLook, content{text: "0", number: true})
	s.put(d.at(checkDifference), sideLook, content{formula: found + "-" + d.at(checkRight).String(), text: strconv.Itoa(faulty), number: true})
	mark, hint := rightMark, ""
	if faulty > 0 {
		mark, hint = wrongMark, c.hint
	}
	s.put(d.at(checkMark), markLook, content{formula: `IF(` + found + `=0,"` + rightMark + `","` + wrongMark + `")`, text: mark})
	s.put(d.at(checkHint), checkLook, content{formula: `IF(` + found + `=0,"","` + c.hint + `")`, text: hint})
	s.setHeight(d.row, 20)
	d.row++
}

// equation is a relation's row on the sheet.
type equation struct {
	form.Relation
	row    int
	known  bool // both sides are numbers
	broken bool
}

// drawRelations draws a row for each arithmetic rule of the form. The total column of a rule that goes down the columns
// stays silent while a column that it sums breaks the same rule: what is wrong is there.
func (d *checks) drawRelations() {
	var drawn []equation
	for _, r := range d.report.Edition.Relations() {
		var parts []equation
		subject, _ := d.report.Edition.Cell(r.Subject)
		if r.Kind != form.RowTotal && subject.Column[len(subject.Column)-1].Total {
			for _, e := range drawn {
				if e.Kind == r.Kind && e.Table == r.Table {
					parts = append(parts, e)
				}
			}
		}
		e := d.drawSides(r)
		d.drawMark(e, parts)
		d.sheet.setHeight(d.row, 20)
		d.row++
		drawn = append(drawn, e)
	}
}

// drawSides draws what is compared: both sides and their difference.
func (d *checks) drawSides(r form.Relation) equation {
	s := d.sheet
	left, leftKnown := d.figures.all(r.Left)
	right, rightKnown := d.figures.all(r.Right)
	s.putText(d.at(checkTable), checkLook, d.places[r.Subject].sheet.name)
	s.putText(d.at(checkWhat), checkLook, d.describe(r))
	s.put(d.at(checkLeft), sideLook, d.side(r.Left, left, leftKnown))
	s.put(d.at(checkRight), sideLook, d.side(r.Right, right, rightKnown))

	e := equation{Relation: r, row: d.row, known: leftKnown && rightKnown}
	l, rt := d.at(checkLeft).String(), d.at(checkRight).String()
	difference := content{formula: fmt.Sprintf(`IF(OR(%s="",%s=""),"",ROUND(%s-%s,8))`, l, rt, l, rt)}
	if e.known {
		apart := left.Sub(right)
		difference.text, difference.number = apart.String(), true
		e.broken = apart.IsPositive() || r.Kind != form.Within && apart.IsNegative()
	}
	s.put(d.at(checkDifference), sideLook, difference)
	return e
}

// drawMark draws what comes of the comparison. Parts are the equations of which a broken one silences this.
func (d *checks) drawMark(e equation, parts []equation) {
	silent := slices.ContainsFunc(parts, func(part equation) bool { return part.broken })
	mark, hint := rightMark, ""
	switch {
	case !e.known:
		mark, hint = openMark, incompleteHint
	case e.broken && silent:
		mark, hint = openMark, columnsHint
	case e.broken:
		mark = wrongMark
		d.faults++
	}
	difference := d.at(checkDifference).String()
	holds := difference + "=0"
	if e.Kind == form.Within {
		holds = difference + "<=0"
	}
	broken := `"` + wrongMark + `"`
	if len(parts) > 0 {
		marks := cellref.Between(cellref.At(checkMark, parts[0].row), cellref.At(checkMark, e.row-1))
		broken = fmt.Sprintf(`IF(COUNTIF(%s,"%s")>0,"%s","%s")`, marks, wrongMark, openMark, wrongMark)
	}
	d.sheet.put(d.at(checkMark), markLook, content{text: mark,
		formula: fmt.Sprintf(`IF(%s="","%s",IF(%s,"%s",%s))`, difference, openMark, holds, rightMark, broken)})
	d.sheet.put(d.at(checkHint), checkLook, content{text: hint,
		formula: fmt.Sprintf(`IF(%s="%s",IF(%s="","%s","%s"),"")`, d.at(checkMark), openMark, difference, incompleteHint, columnsHint)})
}

// side is the sum of an equation's one side, blank while one of its terms is no number.
func (d *checks) side(keys []form.Key, sum decimal.Decimal, known bool) content {
	list := join(d.areas(keys), quoted(d.places[keys[0]].sheet.name))
	c := content{formula: fmt.Sprintf(`IF(COUNT(%s)<%d,"",SUM(%s))`, list, len(keys), list)}
	if known {
		c.text, c.number = sum.String(), true
	}
	return c
}

// describe puts a relation into words, left and right of its sign as the two sides stand on the sheet.
func (d *checks) describe(r form.Relation) string {
	e := d.report.Edition
	subject, _ := e.Cell(r.Subject)
	row := func(k form.Key) string {
		c, _ := e.Cell(k)
		return c.Row[len(c.Row)-1].Name
	}
	rows := func(keys []form.Key) string {
		var names []string
		for _, k := range keys {
			names = append(names, row(k))
		}
		return strings.Join(names, "＋")
	}
	switch r.Kind {
	case form.RowTotal:
		return subject.Name() + "：总计 ＝ 各列相加"
	case form.ColumnTotal:
		return subject.ColumnLabel() + "：" + row(r.Subject) + " ＝ 各项办理结果相加"
	case form.Balanced:
		return subject.ColumnLabel() + "：" + rows(r.Left) + " ＝ " + rows(r.Right)
	default:
		upper, _ := e.Cell(r.Right[0])
		return subject.RowLabel() + "：" + subject.ColumnLabel() + " 不大于 " + upper.ColumnLabel()
	}
}

// drawVerdict draws the line that sums up all rows. Rows whose own cells were deleted hold error values, which are told and not added.
func (d *checks) drawVerdict(at cellref.Area, equations int) {
	s := d.sheet
	blank := cellref.At(checkLeft, firstCheck).String()
	counted := cellref.Between(cellref.At(checkLeft, firstCheck+1), cellref.At(checkLeft, equations-1))
	marks := cellref.Between(cellref.At(checkMark, equations), cellref.At(checkMark, d.row-1))
	faults := fmt.Sprintf(`(SUMIF(%s,">0")+COUNTIF(%s,"%s"))`, counted, marks, wrongMark)
	unfilled := fmt.Sprintf(`SUMIF(%s,">0")`, blank)
	all := cellref.Between(cellref.At(checkLeft, firstCheck), cellref.At(checkMark, d.row-1))
	torn := fmt.Sprintf(`SUMPRODUCT(ISERROR(%s)*1)`, all)
	const agree, zeros = rightMark + " 数字全部相符", rightMark + " 数字全部相符，但是全部是0，请确认没有漏填"
	squares, nothing := d.sumOfSquares()
	verdict := content{
		formula: fmt.Sprintf(`IF(%s>0,"%s 有格被删掉了，请撤销删除（下面有#的行）"&IF(%s=0,"","；还有 "&%s&" 处要改")&IF(%s=0,"","；还有 "&%s&" 格未填"),`+
			`IF(%s+%s>0,"%s 还有 "&IF(%s=0,"",%s&" 处要改")&IF(%s*%s=0,"","，")&IF(%s=0,"",%s&" 格未填"),IF(%s=0,"%s","%s")))`,
			torn, wrongMark, faults, faults, unfilled, unfilled,
			faults, unfilled, wrongMark, faults, faults, faults, unfilled, unfilled, unfilled, squares, zeros, agree),
		text: agree,
	}
	switch {
	case d.faults == 0 && d.blank > 0:
		verdict.text = fmt.Sprintf("%s 还有 %d 格未填", wrongMark, d.blank)
	case d.blank == 0 && d.faults > 0:
		verdict.text = fmt.Sprintf("%s 还有 %d 处要改", wrongMark, d.faults)
	case d.faults > 0:
		verdict.text = fmt.Sprintf("%s 还有 %d 处要改，%d 格未填", wrongMark, d.faults, d.blank)
	case nothing:
		verdict.text = zeros
	}
	s.spread(at, verdictLook, verdict)
	starts := func(mark string) string { return "LEFT(" + at.From.Absolute() + `,1)="` + mark + `"` }
	every := cellref.Between(cellref.At(checkMark, firstCheck), cellref.At(checkMark, d.row-1))
	is := func(mark string) string { return every.From.String() + `="` + mark + `"` }
	s.alerts = append(s.alerts,
		alert{[]cellref.Area{at}, starts(wrongMark), red}, alert{[]cellref.Area{at}, starts(rightMark), green},
		alert{[]cellref.Area{every}, is(wrongMark), red}, alert{[]cellref.Area{every}, is(rightMark), green})
}

// sumOfSquares is 0 where no figure is anything but 0, and says whether that is so.
func (d *checks) sumOfSquares() (formula string, nothing bool) {
	var lists []string
	nothing = true
	for _, section := range d.tableSections() {
		var keys []form.Key
		for _, c := range d.report.Edition.Cells() {
			if c.Table != section.Table.Key {
				continue
			}
			keys = append(keys, c.Key)
			if n, ok := d.figures.numbers[c.Key]; ok && !n.IsZero() {
				nothing = false
			}
		}
		lists = append(lists, join(d.areas(keys), quoted(sectionSheet(section))))
	}
	return "SUMSQ(" + strings.Join(lists, ",") + ")", nothing
}

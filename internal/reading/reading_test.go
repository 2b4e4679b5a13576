package reading

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/sample"
)

// readAs reads a text as the overview of a unit's report for 2025.
func readAs(name, level, text string) *Reading {
	e, _ := form.ByID("2021")
	r := model.New(e)
	r.Fields["unit.name"] = model.Field{Text: name}
	r.Fields["unit.level"] = model.Field{Text: level}
	r.Fields["report.year"] = model.Field{Text: "2025"}
	return Read([]Text{{"narrative.overview", model.SplitParagraphs(text, model.Place{})}}, UnitOf(r))
}

func readTown(text string) *Reading { return readAs("清溪镇人民政府", "乡镇", text) }

// told is what a reading claims: “收到的申请 30件”, a part in brackets.
func told(r *Reading) string {
	var list []string
	for i := range r.Claims {
		c := &r.Claims[i]
		how := map[Form]string{Number: c.Amount().String(), None: "没有", All: "均"}[c.Form]
		if c.Form == Number && !c.IsMoney() {
			how += c.Unit
		}
		words := c.Name + " " + how
		if c.IsPart() {
			words = "（" + words + "）"
		}
		list = append(list, words)
	}
	return strings.Join(list, "；")
}

// sentence is a text of a town and what is claimed there.
type sentence struct{ why, text, want string }

func assertTold(t *testing.T, all []sentence) {
	t.Helper()
	for _, c := range all {
		assert.Equal(t, c.want, told(readTown(c.text)), "%s: %s", c.why, c.text)
	}
}

func TestClaims(t *testing.T) {
	assertTold(t, []sentence{
		{"numbers of two verbs", "全年收到政府信息公开申请30件，办结29件。", "收到的申请 30件；办结的申请 29件"},
		{"a number in characters", "收到政府信息公开申请三十件。", "收到的申请 30件"},
		{"the words behind the number", "收到政府信息公开申请30件，其中28件予以公开。", "收到的申请 30件；（予以公开的申请 28件）"},
		{"what was handed on to the next year", "当年已经办结71件，转接下年办理6件。", "办结的申请 71件；结转下年度的申请 6件"},
		{"the whole year, from its first day to its last", "2025年1月1日至2025年12月31日期间共收到政府信息公开申请3件。", "收到的申请 3件"},
		{"what was answered of this year's and last year's", "2025年共答复公开申请22件，其中完成当年申请的答复20件，完成上年结转申请的答复2件。", "办结的申请 22件；（办结的申请 20件）；上年结转的申请 2件"},
		{"the reason in brackets", "收到政府信息公开申请18件，其中不予公开（属于三类内部事务信息）1件，无法提供（本机关不掌握相关政府信息）17件。", "收到的申请 18件；（属于三类内部事务信息的申请 1件）；（本机关不掌握的申请 17件）"},
		{"all of those that were answered", "收到政府信息公开申请12件，办结11件，均严格按规定答复。", "收到的申请 12件；办结的申请 11件"},
		{"those that lapsed and those that were repealed", "清理行政规范性文件，宣布失效2件，废止4件。", "废止、失效的规范性文件 4件"},
		{"done before words that are not known", "已作处理的申请11件。", "办结的申请 11件"},
		{"none, said behind what there is none of", "行政处罚没有，行政强制也没有。", "行政处罚决定 没有；行政强制决定 没有"},
		{"penalties of a kind that is not known are some of them, or all", "农业执法处罚31件，没有采取过强制措施。", "行政处罚决定 31件；行政强制决定 没有"},
		{"but not those of other organs", "应急、消防等部门作出行政处罚31件。", ""},
		{"decided as the first of a list is, though posts are counted", "作出行政许可48件、行政处罚6件，发布警情提示259条。", "行政许可决定 48件；行政处罚决定 6件；“警情提示” 259条"},
		{"publications are asked for, and not counted", "收到申请15件。不予处理3件，其中重复申请1件、要求提供公开出版物2件；其他处理11件。", "收到的申请 15件；不予处理的申请 3件；（重复申请 1件）；（要求提供公开出版物的申请 2件）；其他处理的申请 11件"},
		{"ways divide what was received", "收到申请71件。从事由看，问质量验收的11件，其他60件。从渠道看，邮寄40件、网络31件。", "收到的申请 71件；（收到的申请 40件）；（收到的申请 31件）"},
		{"what is excepted", "受理公开申请317件，受理的申请除6件结转外，都已答复。", "收到的申请 317件"},
		{"what is denied", "未收到政府信息公开申请。", "收到的申请 没有"},
		{"two denied at once", "没有因政府信息公开引起的行政复议、行政诉讼。", "行政复议 没有；行政诉讼 没有"},
		{"all of them", "收到政府信息公开申请2件，均予以公开。", "收到的申请 2件；予以公开的申请 均"},
		{"a part of what was counted", "收到政府信息公开申请30件，其中自然人28件、企业2件。", "收到的申请 30件；（自然人的申请 28件）；（商业企业的申请 2件）"},
		{"one for each outcome, behind another word for the deed", "收到政府信息公开申请12件。处理结果上，予以公开、部分公开、本机关不掌握分别为7件、3件、2件。", "收到的申请 12件；予以公开的申请 7件；部分公开的申请 3件；本机关不掌握的申请 2件"},
		{"a figure for each", "政府信息公开申请新收、办结分别为3件、2件。", "收到的申请 3件；办结的申请 2件"},
		{"one of each", "自然人、企业各提出1件政府信息公开申请。", "自然人的申请 1件；商业企业的申请 1件"},
		{"one of each outcome, though they share a word", "收到政府信息公开申请2件，予以公开和部分公开各1件。", "收到的申请 2件；予以公开的申请 1件；部分公开的申请 1件"},
		{"all of each is not all of one", "办理自然人和社会组织申请各1件，均予公开。", "自然人办理的申请 1件；社会公益组织办理的申请 1件"},
		{"who applied is not what the application is about", "收到政府信息公开申请3件，均为查询1998年前后企业改制文件。", "收到的申请 3件"},
		{"all of them villagers are all natural persons", "收到政府信息公开申请3件，均为村民当面提出。", "收到的申请 3件；自然人以外的申请 均"},
		{"one of them, by when it came", "新收政府信息公开申请3件：1件予以公开；1件不掌握；1件于年底收到。", "收到的申请 3件；（予以公开的申请 1件）；（本机关不掌握的申请 1件）"},
		{"what is left", "收到政府信息公开申请10件，予以公开7件，逾期不补正1件，其他2件为申请人自愿撤销。", "收到的申请 10件；予以公开的申请 7件；逾期不补正的申请 1件"},
		{"together with others", "上年结转的政府信息公开申请1件与今年的11件一并办理。", "上年结转的申请 1件"},
		{"a list of days", "两件申请分别用时6个和8个工作日。", ""},
		{"a list has one figure", "作出行政许可、行政处罚决定12件。", "行政许可决定和行政处罚决定 12件"},
		{"unless it is 0", "行政许可、行政处罚决定均为0件。", "行政许可决定 0件；行政处罚决定 0件"},
		{"money in 元", "收取行政事业性收费12.35万元。", "行政事业性收费 123500"},
		{"the document comes from before", "行政规范性文件：制发3件，废止1件。", "制发的规范性文件 3件；废止的规范性文件 1件"},
		{"the dispute comes from before", "因政府信息公开引发行政复议3件，其中维持2件、纠正1件。", "行政复议 3件；（行政复议的“结果维持” 2件）；（行政复议的“结果纠正” 1件）"},
		{"a number outside the tables is claimed too", "主动公开政府信息320条。", "主动公开的信息 320条"},
		{"last year's is none of this report", "2024年收到政府信息公开申请25件，2025年收到30件。", "收到的申请 30件"},
		{"last year's year alone is one that was left", "2024年收到政府信息公开申请25件。", "收到的申请 25件"},
		{"nor is a difference", "政府信息公开申请较上年增加5件。", ""},
		{"an estimate", "收到政府信息公开申请约30件。", "收到的申请 30件"},
		{"less than so many says too little", "收到政府信息公开申请不到30件。", ""},
		{"nor another's", "县教育局收到政府信息公开申请30件。", ""},
		{"nor that of one named before", "据县水利局反馈，该局当年收到政府信息公开申请5件。", ""},
		{"one each, of how many is not said", "收到政府信息公开申请21件，其余8人各1件，企业各1件。", "收到的申请 21件"},
		{"what came late and is carried over", "（二）依申请公开。收到申请7件，另有2件在年底收到，结转下年度继续办理。", "收到的申请 7件；结转下年度的申请 2件"},
		{"all of what a share was told of", "办结申请29件，其中无法提供6件，占20.7%，全部为本机关不掌握。", "办结的申请 29件；（无法提供的申请 6件）"},
		{"what was taken for none", "办结的申请20件，18件予以公开，2件属投诉而未按申请处理。", "办结的申请 20件；予以公开的申请 18件"},
		{"one held against the other", "收到政府信息公开申请12件，自然人与企业之比为三比一，即9件对3件。", "收到的申请 12件"},
		{"none again is not none", "（二）依申请公开。撤回复议后，没有再起诉。", ""},
		{"none past a review is not none at all", "（二）依申请公开。没有申请人绕过复议直接起诉。", "未经复议直接起诉的行政诉讼 没有"},
		{"documents of which only some are those of the table", "建立规范性文件数据库，共收录有效文件110件，其中规章14件、行政规范性文件96件。", ""},
		{"what came of one case is told again", "因政府信息公开被申请行政复议3件，维持2件，纠正1件；复议后起诉1件，维持。被纠正的1件是引用条款不准。", "行政复议 3件；行政复议的“结果维持” 2件；行政复议的“结果纠正” 1件；复议后起诉的行政诉讼 1件；复议后起诉的行政诉讼“结果维持”以外的结果 均"},
		{"a result of disputes that it does not name may be of either kind", "因政府信息公开被申请行政复议3件，维持2件，纠正1件；复议后起诉2件。被纠正的2件是引用条款不准。", "行政复议 3件；行政复议的“结果维持” 2件；行政复议的“结果纠正” 1件；复议后起诉的行政诉讼 2件；行政复议和行政诉讼的“结果纠正” 2件"},
		{"of one kind, all that are decided", "因政府信息公开发生行政诉讼合计11件（上年13件）：直接提起5件，已判的3件均支持我局，2件待判。", "行政诉讼 11件；未经复议直接起诉的行政诉讼 5件；行政诉讼的“结果维持” 3件；未经复议直接起诉的行政诉讼“结果维持”以外的结果 均；行政诉讼的“尚未审结” 2件"},
		{"kinds of lawsuits by whether there was a review first", "因政府信息公开发生行政复议17件，诉讼12件，其中未先行复议的5件，维持3件；先复议的7件，维持5件。", "行政复议 17件；行政诉讼 12件；（未经复议直接起诉的行政诉讼 5件）；（未经复议直接起诉的行政诉讼的“结果维持” 3件）；复议后起诉的行政诉讼 7件；复议后起诉的行政诉讼的“结果维持” 5件"},
		{"settled out of court is no result of the table", "因政府信息公开发生行政复议17件，维持17件。开展答前沟通，促成和解撤回38件。", "行政复议 17件；行政复议的“结果维持” 17件"},
		{"not one, with an outcome", "（二）依申请公开。收到申请3件，没有一件是以不予公开作答的。", "收到的申请 3件；不予公开的申请 没有"},
		{"of the years since there is a window", "（二）依申请公开。自2020年设立依申请公开窗口至2025年底，累计收到申请57件。", ""},
		{"a span within the year is the year's", "（二）依申请公开。自2025年1月1日起至2025年12月31日，收到申请57件。", "收到的申请 57件"},
		{"what is decided by answering is answered", "收到政府信息公开申请10件，9件出具了书面答复。", "收到的申请 10件；办结的申请 9件"},
		{"what came of the one dispute that was counted before", "有1名申请人申请复议，截至年底，这1件复议案件尚在审理之中。", "行政复议的“尚未审结” 1件"},
		{"but not of last year's", "（二）依申请公开。上年发生行政复议1件，这1件复议案件被纠正。", ""},
		{"last year's, clause after clause", "上年收到政府信息公开申请19件，办结18件，其中予以公开12件。本年收到申请24件，办结23件。", "收到的申请 24件；办结的申请 23件"},
		{"last year's and this year's in one sentence", "去年收到政府信息公开申请19件，今年收到24件，办结23件。", "收到的申请 24件；办结的申请 23件"},
		{"not one, before its verb", "处罚一件没开。规范性文件，一件未发；行政许可，一件未办。", "行政处罚决定 没有；制发的规范性文件 没有；行政许可决定 没有"},
		{"not one, without 也", "当年涉及信息公开的行政复议案件一宗未有，行政诉讼案件一宗也没有。", "行政复议 没有；行政诉讼 没有"},
		{"a heading that names the answers", "（二）依申请公开。申请办理数据：收申请36件。答复类别：全部公开13件。", "收到的申请 36件；予以公开的申请 13件"},
		{"one of them, by what it asks for", "收到政府信息公开申请2件，都由自然人提出：一件想看征收补偿方案，一件想看低保名单。", "收到的申请 2件；“想看低保” 1件"},
		{"what came of them, behind a colon and before its word", "收到政府信息公开申请4件。处理情况为：2件予以公开，2件不予公开。", "收到的申请 4件；予以公开的申请 2件；不予公开的申请 2件"},
		{"one by each of two organisations", "收到政府信息公开申请9件，自然人7件，商业企业和法律服务机构各1件。", "收到的申请 9件；自然人的申请 7件；商业企业的申请 1件；法律服务机构的申请 1件"},
		{"what is left is not done, though it is done in time", "收到政府信息公开申请9件，答复7件，还有2件在法定期限内办理。", "收到的申请 9件；办结的申请 7件；尚未办结的申请 2件"},
		{"at the beginning of the year", "收到政府信息公开申请9件，年初没有结转。", "收到的申请 9件；上年结转的申请 没有"},
		{"nothing was carried in, told behind who applied", "（二）依申请公开。新收20件，自然人18件，企业2件；上年没有结转申请。", "收到的申请 20件；自然人的申请 18件；商业企业的申请 2件；上年结转的申请 没有"},
		{"people who came are no applications", "没有收到政府信息公开申请；大厅设了公开专席，共接待93人次。", "收到的申请 没有"},
		{"nor are questions", "没有收到政府信息公开申请。对口头询问实行登记，累计登记48件。", "收到的申请 没有"},
		{"a reason with its outcome", "（二）依申请公开。法律、行政法规禁止公开而不予公开1件，行政查询1件。", "其他法律行政法规禁止公开的申请 1件；属于行政查询事项的申请 1件"},
		{"no one came, whoever that might have been", "（二）依申请公开。没有一位村民、一家企业来要求公开政府信息。", "收到的申请 没有"},
		{"no application at all", "（二）依申请公开。全年一件申请都没收到。", "收到的申请 没有"},
		{"none, in quotation marks", "依申请公开继续保持“零申请”。", "收到的申请 没有"},
		{"which it was not", "（二）依申请公开。不是“零申请”，新收2件。", "收到的申请 2件"},
		{"what is left is carried over", "收到政府信息公开申请18件，已办结17件。余下1件结转2026年。", "收到的申请 18件；办结的申请 17件；结转下年度的申请 1件"},
		{"in force, of the documents spoken of", "出台行政规范性文件2件，没有废止文件，现行有效文件由上年末7件增至9件。", "制发的规范性文件 2件；废止的规范性文件 没有；现行有效的规范性文件 9件"},
		{"none of them was lost", "行政许可批了9件，批一件公开一件，一件没落下。", "行政许可决定 9件"},
		{"but what a slogan says is none", "提升服务，努力做到“零投诉”“零收费”。", ""},
		{"blank, below the heading", "（二）依申请公开。当年这项业务仍是空白。", "收到的申请 没有"},
		{"but not the business of another", "（二）依申请公开。收到申请3件。信访件这项工作仍是空白。", "收到的申请 3件"},
		{"nobody came with one", "（二）依申请公开。尚无申请人登门或来函。", "收到的申请 没有"},
		{"nobody came about those that were answered", "（二）依申请公开。收到申请3件。没有申请人来函催办。", "收到的申请 3件"},
		{"none from some is not none", "（二）依申请公开。收到申请3件，予以公开3件，没有一件来自企业。", "收到的申请 3件；予以公开的申请 3件"},
		{"from the web alone", "（二）依申请公开。仅网站申请平台转来的公开申请就有14件。", "收到的申请 14件"},
		{"addressed to the unit itself", "全年有9人次向清溪镇政府提出信息公开申请。", "收到的申请 9人次"},
		{"by an office of its own", "收到政府信息公开申请3件，承办科室先后办出书面答复3件。", "收到的申请 3件；办结的申请 3件"},
		{"each and every one", "收到政府信息公开申请6件，做到件件办结、件件有回音。", "收到的申请 6件；结转下年度的申请 均"},
		{"what came of all that came", "收到自然人提出的政府信息公开申请3件。经研究，这3件都决定不向申请人公开。", "自然人的申请 3件；不予公开的申请 3件"},
		{"fees of two, added up", "其中一件收取信息处理费700元，另一件收取信息处理费550元，合计1250元。", "信息处理费 1250"},
		{"those that a fee was charged for are some", "（二）依申请公开。收到申请8件。收取信息处理费60元，涉及2件申请。", "收到的申请 8件；信息处理费 60；收到的申请 2件"},
		{"the price of a page is no fee", "信息处理费每页收费10元，收取150元。", "信息处理费 150"},
		{"fees among those of the table", "收取行政事业性收费862.45万元，其中不动产登记费312.45万元、土地复垦费等550万元。", "行政事业性收费 8624500"},
		{"in force when the year began", "年初有效的行政规范性文件8件，年末有效6件。", "现行有效的规范性文件 6件"},
		{"in force, from one number to another", "规范性文件现行有效由4件变为3件。", "现行有效的规范性文件 3件"},
		{"charges for sewage are none for processing", "行政处罚66件。污水处理费等收费960万元。", "行政处罚决定 66件；行政事业性收费 9600000"},
		{"all of one outcome are not all", "收到申请8件，均已办结，其中予以公开6件，无法提供2件。无法提供的，皆系资料在档案馆、本机关不掌握。", "收到的申请 8件；结转下年度的申请 均；（予以公开的申请 6件）；（无法提供的申请 2件）"},
		{"all are those that were received, though none were carried in", "收到政府信息公开申请4件，3件来自自然人，1件来自企业，上年结转0件，全部办结，其中公开3件、部分公开1件。", "收到的申请 4件；自然人的申请 3件；商业企业的申请 1件；上年结转的申请 0件；结转下年度的申请 均；（予以公开的申请 3件）；（部分公开的申请 1件）"},
		{"scenes are no licences", "作出行政许可决定30件，“高效办成一件事”15个场景的流程公开上墙。", "行政许可决定 30件"},
		{"a reason in other words", "（二）依申请公开。办结3件，1件予以公开，1件因没有制作也没有保存而无法提供，1件因没有现成信息需要另行制作而无法提供。", "办结的申请 3件；予以公开的申请 1件；本机关不掌握的申请 1件；需要另行制作的申请 1件"},
		{"those that somebody applied for were received", "收到政府信息公开申请12件，8件予以公开，不予处理1件；企业所申请的8件当中，6件予以公开。", "收到的申请 12件；予以公开的申请 8件；不予处理的申请 1件；商业企业的申请 8件；予以公开的申请 6件"},
		{"a scale is no number of applications", "收到政府信息公开申请9件，其中1件申请1:1万地形图。", "收到的申请 9件"},
		{"who applied for a part of a part", "不予公开申请9件，其中2件（自然人、企业各1件）为论证中的方案，属过程性信息。", "不予公开的申请 9件"},
		{"who applied for what is told in a reason", "（二）依申请公开。不予公开4件，另4件要求查询登记资料，已告知途径，其中自然人3件、律师事务所1件。", "不予公开的申请 4件；属于行政查询事项的申请 4件；（自然人属于行政查询事项的申请 3件）；（法律服务机构属于行政查询事项的申请 1件）"},
		{"kinds that are added up are none of them", "作出行政处罚20件、行政强制3件、行政许可12件，三类合计35件。", "行政处罚决定 20件；行政强制决定 3件；行政许可决定 12件"},
		{"more than another number is a difference", "制发行政规范性文件64件，废止103件，废止数比制发数多39件。", "制发的规范性文件 64件；废止的规范性文件 103件"},
		{"none before is not none", "新制发规范性文件2件，此前没有有效的规范性文件，现行有效即为此2件。", "制发的规范性文件 2件；现行有效的规范性文件 2件"},
		{"whose reasons were not told is no outcome of applications", "因政府信息公开引发行政复议3件，1件维持；另2件因未告知不予公开的具体理由被纠正。", "行政复议 3件；行政复议的“结果维持” 1件；行政复议的“结果纠正” 2件"},
		{"none of one outcome is not none", "收到政府信息公开申请25件，全年没有不予处理的申请。", "收到的申请 25件；不予处理的申请 没有"},
		{"by whom were those that were carried in", "收到政府信息公开申请27件。结转自上年2件，自然人和商业企业各1件。", "收到的申请 27件；上年结转的申请 2件；自然人上年结转的申请 1件；商业企业上年结转的申请 1件"},
		{"carried out, with a reason", "（二）依申请公开。答复41件，1件法律服务机构的申请因征求第三方意见结转2026年。", "办结的申请 41件；法律服务机构结转下年度的申请 1件"},
		{"the way a lawsuit came is told behind it", "因政府信息公开被提起行政诉讼1件，由申请人未经复议直接向法院提起，结果为维持。", "未经复议直接起诉的行政诉讼 1件；未经复议直接起诉的行政诉讼“结果维持”以外的结果 均"},
		{"a way that no lawsuit came", "因政府信息公开被提起行政诉讼1件，没有未经复议直接起诉的。", "行政诉讼 1件；未经复议直接起诉的行政诉讼 没有"},
		{"of both kinds of litigation", "因政府信息公开被提起行政诉讼15件，直接起诉7件、复议后起诉8件；其中未审结的共5件。", "行政诉讼 15件；未经复议直接起诉的行政诉讼 7件；复议后起诉的行政诉讼 8件；（行政诉讼的“尚未审结” 5件）"},
		{"none by some is not none", "没有自然人、科研机构、社会组织、律师事务所申请公开政府信息。", ""},
		{"an idiom counts nothing", "依申请公开一件一档。", ""},
		{"documents that a clause began to tell of", "作出行政处罚决定23件；规范性文件全年不增不减，有效的为4件。", "行政处罚决定 23件；现行有效的规范性文件 4件"},
		{"nor what else is counted in 件", "受理12345热线工单56件，办结56件。", ""},
		{"a unit that the subject is not counted in", "收到政府信息公开申请30页。", ""},
	})
}

func TestClaimsKnowTheirFiguresAndWords(t *testing.T) {
	r := readTown("（二）依申请公开。申请人撤回1件，收到申请2件，均予以公开。")
	require.Len(t, r.Claims, 3)
	withdrawn, received, others := &r.Claims[0], &r.Claims[1], &r.Claims[2]
	assert.True(t, withdrawn.Counts(Outcome|Withdrawal))
	assert.False(t, received.Counts(Outcome|Withdrawal))
	assert.True(t, withdrawn.Most, "the figure counts other cases as well")
	assert.False(t, received.Most)
	assert.Equal(t, []Sum{{requests("received")}, {requests("received"), requests("carried_in")}}, received.Sums)
	assert.Equal(t, "收到申请2件", received.Words)
	assert.Equal(t, "2件", received.Statement.Words(received.Span))
	assert.Equal(t, "均予以公开", others.Statement.Words(others.Span))
	assert.True(t, others.Least, "those that were carried in may be granted as well")
}

// Which words leave a number to the report depends on whose report it is.
func TestScopeIsTheOwnUnits(t *testing.T) {
	for _, c := range []struct {
		why, name, level, who string
		own                   bool
	}{
		{"no one is named", "清溪镇人民政府", "乡镇", "", true},
		{"by its name", "青垣县清溪镇人民政府", "乡镇", "青垣县清溪镇", true},
		{"by its territory", "清溪镇人民政府", "乡镇", "我镇", true},
		{"a higher territory", "清溪镇人民政府", "乡镇", "全县", false},
		{"a town's office acts for it", "清溪镇人民政府", "乡镇", "党政办公室", true},
		{"a sub-district's, too", "柳林街道办事处", "街道", "党政办公室", true},
		{"the territory of a sub-district", "柳林街道办事处", "街道", "本街道", true},
		{"its office and departments, told with it", "青垣县人民政府", "县级政府", "县政府及县政府办公室、县直部门", true},
		{"departments, told with it", "青垣县人民政府", "县级政府", "县政府及部门", true},
		{"a county's office is one of many", "青垣县人民政府", "县级政府", "县政府办公室", false},
		{"unless it is its report", "青垣县人民政府办公室", "县级部门", "办公室", true},
		{"a government reports for its territory", "青垣县人民政府", "县级政府", "全县", true},
		{"a department does not", "青垣县教育局", "县级部门", "全县", false},
		{"a government itself is a part of that", "青垣县人民政府", "县级政府", "县本级", false},
		{"a department without its place", "青垣县教育局", "县级部门", "县教育局", true},
		{"another department", "青垣县教育局", "县级部门", "县财政局", false},
	} {
		claims := readAs(c.name, c.level, c.who+"收到政府信息公开申请30件。").Claims
		assert.Equal(t, c.own, len(claims) == 1 && !claims[0].Most, "%s: %s of %s", c.why, c.who, c.name)
	}
	for _, office := range []string{"县政府办公室", "县政府本级"} {
		claims := readAs("青垣县人民政府", "县级政府", office+"收到政府信息公开申请30件，均已答复。").Claims
		assert.True(t, len(claims) == 1 && claims[0].Most, "%s received no more than all did", office)
	}
}

func TestLists(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"parts of a whole", "公开信息320条，其中工作动态120条、惠民政策150条。", "320条 = 120条+150条"},
		{"the rest is named", "公开信息320条，其中工作动态120条、其他200条。", "320条 = 120条+200条 closed"},
		{"in brackets", "公开信息320条（其中网站200条、公众号120条），解读5篇。", "320条 = 200条+120条"},
		{"in the next sentence", "公开信息320条。其中：网站200条，公众号120条。", "320条 = 200条+120条"},
		{"behind a colon", "公开信息320条：网站200条，公众号120条。", "320条 = 200条+120条"},
		{"seen from one side", "公开信息320条。从渠道看，网站200条，公众号120条。", "320条 = 200条+120条"},
		{"numbered", "公开信息320条。一是公开动态200条；二是公开政策120条。", "320条 = 200条+120条"},
		{"within another", "公开信息320条，其中网站200条（动态150条、政策50条），公众号120条。", "320条 = 200条+120条; 200条 = 150条+50条 also 0"},
		{"in the halves of the year", "全年更新信息50条，上半年更新20条，下半年更新40条。", "50条 = 20条+40条 closed"},
		{"in its quarters, one behind another", "一至四季度分别公开9条、8条、7条、6条，全年共公开31条。", "31条 = 9条+8条+7条+6条 closed"},
		{"other things in the halves", "上半年检查12家，下半年整改15家，全年走访30家。", ""},
		{"numbers without their unit", "公示32条：低保11，危房改造9，补贴13。", "32条 = 11+9+13"},
		{"one view behind another, of what was received", "（二）依申请公开。本镇共登记申请9件。按来路分，直接提交的7件，误投后重新提交的2件；按申请人分，自然人8件、企业1件。", "9件 = 7件+2件; 9件 = 8件+1件"},
		{"as many kinds as there are", "公开信息20条，内容只有两类：动态12条、政策7条。", "20条 = 12条+7条"},
		{"an open end", "公开信息320条，其中工作动态120条、惠民政策150条等。", "320条 = 120条+150条 open"},
		{"of which it is made up", "公开信息320条，由三大块组成，政策法规52条、财政财务61条、民生实事88条。", "320条 = 52条+61条+88条"},
		{"what a share is of is no part", "来电84件（占信息类来电210件的40%）。", ""},
		{"in front of 组成", "公开信息1220条，由网站信息486条、微信推文715条、媒体稿件119条组成。", "1220条 = 486条+715条+119条"},
		{"but not another year's", "公开信息160条，其中政策解读24条；2024年公开128条。", "160条 = 24条"},
		{"two units", "公开信息320条，其中图文300条、视频3期。", "320条 = 300条+3期 unlike"},
		{"outcomes", "收到申请30件，其中予以公开20件、不予公开10件。", "30件 = 20件+10件 outcomes"},
		{"outcomes of those answered are all told", "办结申请30件，其中予以公开20件、不予公开10件。", "30件 = 20件+10件"},
		{"what follows behind a comma", "公开信息320条，其中动态120条、政策200条，比上年多20条。", "320条 = 120条+200条"},
		{"two ways of dividing", "收到申请30件，其中自然人20件、企业10件，予以公开30件。", "30件 = 20件+10件; 30件 = 30件 outcomes"},
		{"seen from one side, behind who applied", "新收政府信息公开申请40件。自然人37件；科研机构、社会公益组织、法律服务机构各1件。从提出方式看，网络29件、信函11件。", ""},
		{"a sum of what was received and carried in, behind who applied", "新收申请46件，自然人40件、商业企业6件，上年结转1件，共47件；办结45件。", "47件 = 46件 also 48"},
		{"information on reviews is information", "公开信息236条，其中法治宣传91条、公共法律服务105条、行政复议40条。", "236条 = 91条+105条+40条"},
		{"seen from one side, behind a part of the year", "公开信息320条。第四季度公开信息70条。从渠道看，网站200条，公众号120条。", ""},
		{"what was withdrawn may be among them", "办结申请30件，其中予以公开29件，申请人撤回1件。", "30件 = 29件 also 29"},
		{"reasons are told behind what they are for", "办结申请10件，其中予以公开6件，不予公开4件，占40%，理由分别为第三方合法权益3件、行政查询事项1件。", "10件 = 6件+4件; 4件 = 3件+1件 also 0"},
		{"one of them in the office's own words", "办结申请17件，其中予以公开9件，部分公开2件，不掌握4件，信访投诉类2件。", "17件 = 9件+2件+4件+2件"},
		{"what it is among comes behind it", "补录信息23条，已含在全年185条之内。", ""},
		{"what became of last year's number is divided", "政务新媒体由2024年底的51个压减到46个，其中微信公众号33个、政务微博6个、视频号5个、抖音号2个。", "46个 = 33个+6个+5个+2个"},
		{"last year's number is not what is divided", "收到政府信息公开申请14件，比2024年的20件减少6件。按申请内容分，村医补助9件、宅基地5件。", "14件 = 9件+5件"},
		{"numbers that are called are none", "12345、110非警务分流工单中涉信息公开咨询的223单全部回访。", ""},
		{"what it was sent to opens no list", "收到申请9件，弄不清所指的1件，按信访渠道分流的2件，没补正的3件。", ""},
		{"ways divide what was received, whatever is told between", "收到申请71件，上年结转2件。从事由看，问征收补偿的34件，问物业的37件。从渠道看，邮寄40件、网络31件。", "71件 = 34件+37件 also 73; 71件 = 40件+31件 also 73"},
		{"ways divide nothing that is told in another paragraph", "按事由统计，补贴5件，其他2件；按方式统计，邮寄6件，网络1件。", ""},
		{"what is left out divides nothing", "收到申请20件，除1件由企业提出外，其余19件来自居民。按结果分：给了的6件，不予处理的14件。", "20件 = 6件+14件 outcomes"},
		{"one of a place in a report", "不公开3件：有2件查他人档案，1件为地名成果中禁止公开的数据；不能给的计4件。", "3件 = 2件+1件"},
		{"reasons of the last item", "答复申请55件：予以公开33件；无法提供17件，其中不掌握15件、需要另行制作2件；不予处理5件。", "55件 = 33件+17件+5件; 17件 = 15件+2件 also 0"},
		{"what was granted is divided by no other results", "收到申请58件。决定公开23件，其中面向高校2件；不予公开5件；无法提供19件。", "23件 = 2件"},
		{"those of all, behind who applied", "收到申请5份，个人4份，环保公益社团1份；其中3份走网站，2份当面递交。", "5份 = 3份+2份"},
		{"what all were divided by in the sentence before", "收到申请47件。平台提交的26件，信件14件，走进大厅交的7件。其中，予以公开24件，不予公开23件。", "47件 = 24件+23件 outcomes"},
		{"those who applied divide no outcome", "全年4件。不予公开1件。从主体上看，个人3件、其他组织1件。", ""},
		{"no whole", "其中工作动态120条、惠民政策150条。", ""},
	} {
		var got []string
		r := readTown(c.text)
		for i := range r.Lists {
			l := &r.Lists[i]
			var parts []string
			for _, q := range l.Parts {
				parts = append(parts, q.Statement.Words(q.Span))
			}
			s := l.Whole.Statement.Words(l.Whole.Span) + " = " + strings.Join(parts, "+")
			if len(l.Also) > 0 {
				s += fmt.Sprint(" also ", l.Also[0])
			}
			for _, flag := range []struct {
				set  bool
				name string
			}{{l.Open, " open"}, {l.Closed, " closed"}, {l.Outcomes, " outcomes"}, {l.Unlike, " unlike"}} {
				if flag.set {
					s += flag.name
				}
			}
			got = append(got, s)
		}
		assert.Equal(t, c.want, strings.Join(got, "; "), "%s: %s", c.why, c.text)
	}
}

func TestPercentages(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"a share of the one whole", "收到来信30件，其中建议28件，占93.3%。", "93.3%: 28/30"},
		{"of the whole that is named", "办结28件，占全部办结数31件的90.3%。", "90.3%: 28/31"},
		{"of what was received, though it is a part of all", "新收政府信息公开申请176件、上年结转8件，共184件，新收件中自然人140件，占79.5%。", "79.5%: 140/184 140/176 140/140"},
		{"shares of a row of numbers are not all of the last of them", "公开信息400条，四项业务依次为160条、120条、80条、40条，占总数的40%、30%、20%、10%。", ""},
		{"what is missing to last year's", "2025年新收申请45件，比2024年少9件，下降16.7%。", "16.7%: 45/54"},
		{"more than last year's", "全年公开信息450条，较上年增加90条，增长25%。", "25%: 450/360"},
		{"of the whole, where parts stand between", "处罚368件，其中普通程序341件、简易程序27件，涉及食品的152件，占41.3%，案件总数较上年的402件减少34件，下降8.5%。", "41.3%: 152/368 152/152; 8.5%: 368/402 368/402 152/402 152/186"},
		{"a growth of something else", "全年公开信息450条，较上年增加90条，浏览量增长25%。", "25%:"},
		{"a rate", "发放问卷300份，收回286份，回收率95.3%。", "95.3%: 286/300"},
		{"of a whole that is not told", "收到来信31件，答复28件，占全县的90.3%。", ""},
		{"a rate of applications, of which one was carried over", "（二）依申请公开。收到公开申请9件，办结8件，结转下年度1件，办结率100%。", "100%: 8/9 8/1"},
		{"a rate of something else", "收到留言35条，办结35条，满意率98%。", ""},
		{"one for each of two", "收到申请136件，律师事务所12件，企业6件，各占8.8%和4.4%。", "8.8%: 12/136 12/18; 4.4%: 6/136 6/18"},
		{"rates of what is not told", "全年办复建议311件、提案406件，公开率分别为98.7%和97.8%。", ""},
		{"an earlier year's growth", "2025年新收535件，较2024年的506件增5.7%，而2024年较2023年曾增27.5%。", "5.7%: 535/506"},
		{"a rate of documents that are made public unasked", "公文备案237份，收到申请21件，公开4件，主动公开率41.8%。", ""},
		{"a rate of those that were decided", "行政复议162件，纠错19件，已审结案件纠错率12.84%。", ""},
		{"an estimate", "收到来信30件，其中建议28件，占约93%。", "93%: 28/30"},
		{"last year's number behind the growth", "全年公开信息512条，同比增长8.0%，上年为474条。全年公开信息330条，同比增长10%，2024年同期为300条。", "8.0%: 512/474; 10%: 330/300"},
		{"by how many, and last year's, behind the growth", "收到来信20件，同比下降16.7%，减少4件（2024年为24件）。", "16.7%: 20/24 20/24"},
		{"against last year's, by how many and by which share", "新收来信70件。与2024年来信56件相比，增加14件，增幅25%。", "25%: 70/56"},
		{"of a number that is added to another behind", "新收来信250件，同比增长11.1%（2024年为225件），上年结存15件，合计265件。", "11.1%: 250/225"},
		{"of those whose number is not told", "新收申请中，自然人19件（76%）、企业6件（24%）。予以公开17件，占办结总数的58.6%。", "76%: untold; 24%: untold; 58.6%: untold"},
		{"of others, in which it is not told", "公开信息21条（76%）为图解。同意公开188条，占全县的8%。", "76%: untold"},
		{"of the only number of the sentence before", "全年发布信息60条。抽检结果有18条，占36%，为历年最多。", "36%: 18/60 18/18"},
		{"of one of several in the sentence before, or of something else", "全年发布信息60条、解读12篇。抽检结果有18条，占36%。全年发布信息60条。举办培训4期，抽检结果18条，占36%。", "36%: untold; 36%: untold"},
		{"in tenths", "收到来信30件，其中建议28件，超过九成。收到来信30件，其中建议28件，所占比重超过九成。要求三成立即整改。", "九成: 28/30 28/30"},
	} {
		var got []string
		for _, p := range readTown(c.text).Percentages {
			s := p.Statement.Words(p.Span) + ":"
			for _, share := range p.Shares {
				s += fmt.Sprintf(" %s/%s", share.Part, share.Whole)
			}
			if p.Untold {
				s += " untold"
			}
			got = append(got, s)
		}
		assert.Equal(t, c.want, strings.Join(got, "; "), "%s: %s", c.why, c.text)
	}
}

func TestAverages(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"the counter of one number names what the other is divided by", "推送文章240篇，总阅读量36万次，平均每篇阅读量1500次。", "1500次: 360000/240"},
		{"so does the word behind a counter", "12个村公开信息240条，每个村平均20条。", "20条: 240/12"},
		{"a year has twelve months", "全年公开信息412条，月均34条。", "34条: 412/12"},
		{"of two totals", "网站发布120条，公众号发布240条，3名编辑平均每名120条。", "120条: 240/3 120/3"},
		{"a total that is not told", "推送文章240篇，平均每篇阅读量1500次。", ""},
		{"what it is divided by is not told", "公开信息412条，平均每周8条。", ""},
	} {
		var got []string
		for _, a := range readTown(c.text).Averages {
			s := a.Statement.Words(a.Span) + ":"
			for _, share := range a.Of {
				s += fmt.Sprintf(" %s/%s", share.Part, share.Whole)
			}
			got = append(got, s)
		}
		assert.Equal(t, c.want, strings.Join(got, "; "), "%s: %s", c.why, c.text)
	}
}

func TestRankings(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"in one clause", "申请人以自然人为主。", "自然人"},
		{"then the next", "申请人以自然人最多，其次是商业企业。", "自然人, then 商业企业"},
		{"more than half", "从申请主体看，绝大多数是企业。", "企业, over half"},
		{"the form has no column for villagers", "申请人以村民为主。", ""},
		{"whom the office serves", "服务对象以企业为主，申请人有自然人和企业。", ""},
		{"all of them", "提出申请的都是公民个人，内容涉及征地。", "公民个人, all"},
		{"who applied most", "申请最多的是商业企业。收到申请6件，其中商业企业申请最多。", "商业企业; 商业企业"},
		{"where they came from", "收到申请6件，主要来自商业企业。", "商业企业"},
		{"where something else came from", "收到申请6件，网站信息主要来自企业。收到意见6条，主要来自商业企业。", ""},
		{"the year before", "2024年申请人以自然人为主。", ""},
	} {
		var got []string
		for _, r := range readTown(c.text).Rankings {
			s := r.Most.Name
			if r.Then.Name != "" {
				s += ", then " + r.Then.Name
			}
			if r.Half {
				s += ", over half"
			}
			if r.All {
				s += ", all"
			}
			got = append(got, s)
		}
		assert.Equal(t, c.want, strings.Join(got, "; "), "%s: %s", c.why, c.text)
	}
}

func TestRetellings(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"another number", "主动公开政府信息320条。\n主动公开政府信息330条。", "320条/330条"},
		{"none, and one", "未收到政府信息公开申请。\n收到政府信息公开申请1件。", "未收到政府信息公开申请/1件"},
		{"the first is held against all others", "行政许可决定1件。行政许可决定2件。行政许可决定3件。", "1件/2件 1件/3件"},
		{"one that points back", "向群众发放问卷120份。\n上述100份问卷已归档。", "120份/100份"},
		{"what was done all year", "年内关停账号1个。\n全年关停的2个账号已备份。", "1个/2个"},
		{"a shorter name of the same", "开展政府信息公开业务培训3次。\n全年举办的2次培训都有测试。", "3次/2次"},
		{"all of those there are", "收录惠企政策63项。\n全部68项惠企政策都能查询。", "63项/68项"},
		{"what the same account did", "“云泽健康”公众号推送科普文章265篇。\n该公众号推送的256篇科普文章以慢病防治为主。", "265篇/256篇"},
		{"applications are held against the tables", "上年结转的2件申请已办结。本年新收的14件申请中，办结13件。", ""},
		{"a longer noun", "常用的40个指标各有说明。\n全年公布的2500个指标值都能查询。", ""},
		{"either may be meant", "自办培训3次，参加县里培训4次。\n全年举办的2次培训都有测试。", ""},
		{"one of them agrees", "自办培训3次，参加县里培训2次。\n全年参加的2次培训都有测试。", ""},
		{"what was handed out", "向企业发放问卷90份。\n发出的80份问卷都已回收。", "90份/80份"},
		{"what came back of it", "向企业发放问卷90份。\n收回的80份问卷都很满意。", ""},
		{"the website, which the sentence begins with", "本镇通过县政府网站专栏发布信息95条。\n县政府网站本镇专栏由专人维护，全年在该专栏发布信息85条。", "95条/85条"},
		{"the website, behind a heading", "在县政府网站发布信息95条。\n平台建设情况：县政府网站由专人维护，全年发布信息85条。", "95条/85条"},
		{"the villages that there are", "我镇下辖17个行政村。\n全镇16个行政村都有公开栏。", "17个/16个"},
		{"some of them", "我镇下辖17个行政村。\n全镇6个行政村示范点都有公开栏。", ""},
		{"another unit of counting", "向群众发放问卷120份。\n上述5类问卷已归档。", ""},
		{"the same number", "行政许可决定1件。行政许可决定一件。", ""},
		{"money, rounded", "收取行政事业性收费123456元。收取行政事业性收费12.35万元。", ""},
		{"what was withdrawn may be told in parts", "（二）依申请公开。申请人撤回1件。申请人撤回2件。", ""},
		{"结转 alone may be either way", "（二）依申请公开。结转1件。结转2件。", ""},
	} {
		var got []string
		for _, r := range readTown(c.text).Retellings() {
			got = append(got, r.Earlier.Statement.Words(r.Earlier.Span)+"/"+r.Later.Statement.Words(r.Later.Span))
		}
		assert.Equal(t, c.want, strings.Join(got, " "), "%s: %s", c.why, c.text)
	}
}

func TestStatements(t *testing.T) {
	r := readTown("行政事业性收费（信息处理费）为0元。未收取信息处理费等行政事业性收费\n行政事业性收费、信息处理费分开写！")
	require.Len(t, r.Statements, 3)
	for i, want := range []struct {
		paragraph     int
		words         string
		amount, equal bool
	}{
		{0, "行政事业性收费（信息处理费）为0元", true, true},
		{0, "未收取信息处理费等行政事业性收费", true, true},
		{1, "行政事业性收费、信息处理费分开写", false, false},
	} {
		s := r.Statements[i]
		assert.Equal(t, form.Key("narrative.overview"), s.Section)
		assert.Equal(t, want.paragraph, s.Paragraph)
		assert.Equal(t, want.words, s.Words(s.Span))
		assert.True(t, s.Names("fees") && s.Names("handling_fee"), want.words)
		assert.Equal(t, want.amount, s.TellsAmount(), want.words)
		assert.Equal(t, want.equal, s.Equates("handling_fee", "fees"), want.words)
	}
}

// A paragraph is read whatever stands above it: short clauses are put behind whole sentences, so that what is looked up in the one lies beyond the
// end of the other.
func TestParagraphsStandByThemselves(t *testing.T) {
	var sentences, clauses []string
	for _, s := range sample.Corpus(t, "hands.txt") {
		sentences = append(sentences, s.Text)
		clauses = append(clauses, strings.FieldsFunc(s.Text, func(r rune) bool { return strings.ContainsRune(chinese.ClauseEnds, r) })...)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 6000 {
		text := sentences[random.IntN(len(sentences))] + "\n" + clauses[random.IntN(len(clauses))] + "。"
		require.NotPanics(t, func() { readTown(text) }, text)
	}
}

// Whatever the text, tokens cover it in order, and what is read of it stands in it.
func FuzzText(f *testing.F) {
	for _, seed := range []string{
		"（二）依申请公开。收到申请30件，其中自然人28件（含上年结转2件）、企业2件，占93.3%。",
		"没有因政府信息公开引起的行政复议、行政诉讼，均获维持；新收、办结分别为3件、2件。",
		"公开320条，其中：A 120条；B 200条等。", "（（（其中3件、4件", "）））其中", "《2025年报告》", "一起一件两三件百件",
		"行政规范性文件：制发3件，废止1件。现行有效0件。",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, k := range lex(nil, text) {
			require.True(t, k.Start >= end && k.End > k.Start && k.End <= len(text), "%q: token %d–%d behind %d", text, k.Start, k.End, end)
			end = k.End
		}
		r := readTown(text)
		within := func(s *Statement, span Span) {
			require.True(t, s.Start <= span.Start && span.Start < span.End && span.End <= s.End, "%q: %v of %v", text, span, s.Span)
		}
		for i := range r.Claims {
			c := &r.Claims[i]
			within(c.Statement, c.Span)
			require.NotEmpty(t, c.Words)
			require.Contains(t, c.Statement.Words(c.Statement.Span), c.Words)
		}
		for i := range r.Lists {
			l := &r.Lists[i]
			require.True(t, l.Span().Start < l.Span().End && l.Span().End <= len(l.Whole.Statement.Text), "%q: %v", text, l.Span())
			require.NotEmpty(t, l.Parts)
		}
		for _, p := range r.Percentages {
			within(p.Statement, p.Span)
		}
	})
}

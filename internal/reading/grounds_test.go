package reading

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// What was decided, and what there was none of, in the office's own words.
func TestDecisionsAndDocuments(t *testing.T) {
	assertTold(t, []sentence{
		{"licences of several trades", "民办学校设立、教师资格等行政许可决定84项。", "行政许可决定 84项"},
		{"handed out at a window", "户政、交管等窗口办结行政许可276件。", "行政许可决定 276件"},
		{"kinds of them in brackets", "行政许可决定318件（“一书三证”204件，采矿类114件）；违法用地等行政处罚76件。", "行政许可决定 318件；行政处罚决定 76件"},
		{"cases that were opened are not decided", "行政处罚立案11起，作出处罚决定9件。", "行政处罚决定 9件"},
		{"another year's in brackets, as some words elsewhere say", "行政许可640件（711件），行政处罚37件（29件）。", "行政许可决定 640件；行政处罚决定 37件"},
		{"by the town's own team, whatever it is called", "镇综合行政执法局作出处罚决定412个，施行强制5次；镇级许可96个。", "行政处罚决定 412个；行政强制决定 5次；行政许可决定 96个"},
		{"one kind of charges is at most all of them", "作出行政许可276件；证照工本类收费512.76万元。", "行政许可决定 276件；行政事业性收费 5127600"},
		{"none, word by word", "本镇不收取任何行政事业性费用，行政强制措施未使用，行政处罚、行政许可都是空白。", "行政事业性收费 没有；行政强制决定 没有；行政处罚决定 没有；行政许可决定 没有"},
		{"none of one after the other", "作出行政处罚3件，此外无许可、无强制、无收费。", "行政处罚决定 3件；行政许可决定 没有；行政强制决定 没有；行政事业性收费 没有"},
		{"papers that were marked, behind which a collection of documents is named", "标注失效文件2209份；建成规范性文件库。", ""},
		{"documents behind what explains them", "新制发行政规范性文件7件，配发解读材料19篇，宣布失效和废止4件，截至年底继续施行的共63件。",
			"制发的规范性文件 7件；“配发解读材料” 19篇；废止的规范性文件 4件；现行有效的规范性文件 63件"},
		{"nought of each, charges with them", "行政许可、行政处罚、行政强制及收费的数据均为0。", "行政许可决定 0；行政处罚决定 0；行政强制决定 0；行政事业性收费 0"},
		{"none that are new", "现行有效规范性文件2件，今年没有新发，未废止。", "现行有效的规范性文件 2件；制发的规范性文件 没有；废止的规范性文件 没有"},
		{"none that are new or repealed", "全年无新制发、废止的行政规范性文件。", "制发的规范性文件 没有；废止的规范性文件 没有"},
		{"none that are new, before those repealed", "规范性文件方面未制定新件，废止2件。", "制发的规范性文件 没有；废止的规范性文件 2件"},
		{"none of them repealed", "新发规范性文件3件，没有废止或失效的文件，期末有效文件14件。", "制发的规范性文件 3件；废止的规范性文件 没有；现行有效的规范性文件 14件"},
	})
}

// What came of applications is read out of reasons in the office's own words, as long as it is results that are counted.
func TestGrounds(t *testing.T) {
	assertTold(t, []sentence{
		{"reasons before their numbers, below a heading that names results",
			"（三）处理情况。公开5件，遮盖他人信息后公开2件；不公开3件，涉及企业商业秘密1件、应循不动产登记渠道查询2件；本局没有保存的4件，要重新加工数据的1件；反映的其实是邻里纠纷投诉的1件，同一个人就同一内容再次申请的1件；未按期补正的1件。",
			"予以公开的申请 5件；部分公开的申请 2件；不予公开的申请 3件；保护第三方合法权益的申请 1件；属于行政查询事项的申请 2件；本机关不掌握的申请 4件；需要另行制作的申请 1件；信访举报投诉类申请 1件；重复申请 1件；逾期不补正的申请 1件"},
		{"reasons behind their numbers", "（二）依申请公开。予以公开6件，2件牵涉邻居的隐私不公开，1件尚在会商材料阶段，3件查无此信息。",
			"予以公开的申请 6件；保护第三方合法权益的申请 2件；属于四类过程性信息的申请 1件；本机关不掌握的申请 3件"},
		{"numbers in brackets behind their reasons", "（二）依申请公开。不予公开4件，分属第三方（1件）、过程性（2件）、执法案卷（1件）。",
			"不予公开的申请 4件；（保护第三方合法权益的申请 1件）；属于四类过程性信息的申请 2件；属于行政执法案卷的申请 1件"},
		{"numbers that are told in the order of their reasons", "（二）依申请公开。因不掌握、需要加工、补正后仍不明的分别为14件、5件和2件。",
			"本机关不掌握的申请 14件；需要另行制作的申请 5件；补正后仍不明确的申请 2件"},
		{"a reason for all of them", "（二）依申请公开。予以公开2件，无法提供11件，都是因为本镇不掌握。", "予以公开的申请 2件；无法提供的申请 11件；本机关不掌握的申请 均"},
		{"what may happen is a reason, and no plan", "收到申请9件，拒绝公开2件：国家秘密1件，可能危及公共安全的1件。", "收到的申请 9件；不予公开的申请 2件；（属于国家秘密的申请 1件）；（危及“三安全一稳定”的申请 1件）"},
		{"two reasons that share their outcome are counted together", "收到申请36件，因不掌握或内容经补正仍不明确而无法提供5件，信访投诉和重复申请不予处理3件。",
			"收到的申请 36件；本机关不掌握、补正后仍不明确的申请 5件；信访举报投诉类申请、重复申请的申请 3件"},
		{"what was done before the outcome", "收到申请6件，隐去学生个人信息后部分公开2件。", "收到的申请 6件；部分公开的申请 2件"},
		{"two reasons for one number are none", "（二）依申请公开。两件申请未予处理，一件是信访诉求，一件是重复申请。", "不予处理的申请 2件；信访举报投诉类申请 1件；重复申请 1件"},
		{"examples tell less than what they are examples of", "（二）依申请公开。予以公开3件，不予公开2件，案件讨论记录等案卷材料1件。",
			"予以公开的申请 3件；不予公开的申请 2件；属于行政执法案卷的申请 1件"},
		{"the firm whose secret it is did not apply", "（二）依申请公开。予以公开3件，企业商业秘密2件。", "予以公开的申请 3件；保护第三方合法权益的申请 2件"},
		{"what applications are about is no result", "（二）依申请公开。收到申请15件，内容涉及征地补偿12件、信访事项3件。", "收到的申请 15件；“内容涉及征地补偿” 12件"},
		{"what was covered makes no third party of it", "（二）依申请公开。全部公开9件，遮盖个人信息后部分提供4件，不公开2件。", "予以公开的申请 9件；部分公开的申请 4件；不予公开的申请 2件"},
		{"in plain words", "（二）依申请公开。答复40件：给了21件，给了一部分7件，没法给的12件。", "办结的申请 40件；（予以公开的申请 21件）；（部分公开的申请 7件）；（无法提供的申请 12件）"},
		{"one kind of applicants after the other", "（二）依申请公开。先看自然人，予以公开8件、不予公开3件、其余2件；再看总体，予以公开12件、不予公开5件。",
			"自然人予以公开的申请 8件；自然人不予公开的申请 3件；予以公开的申请 12件；不予公开的申请 5件"},
		{"what both were about is said of neither", "（二）依申请公开。同意公开3件，剩下两件，一件问路灯，一件问河堤，均非本镇职责。", "予以公开的申请 3件"},
		{"single applications that are told one by one are some of those that were refused", "（二）依申请公开。予以公开3件；1件要看别人的病历，当事人不同意，决定不公开。", "予以公开的申请 3件；不予公开的申请 1件"},
		{"no longer handled, which may be any that were not", "（二）依申请公开。予以公开3件，不再处理4件。", "予以公开的申请 3件；不再处理的申请 4件"},
		{"the secrets of firms that are a third party's", "（二）依申请公开。予以公开3件，部分公开2件，企业商业秘密等第三方权益4件。", "予以公开的申请 3件；部分公开的申请 2件；保护第三方合法权益的申请 4件"},
		{"items that are numbered, one of them behind what the office did", "（二）依申请公开。①全部公开9件；②检索后本局未掌握4件；③不予处理2件。", "予以公开的申请 9件；本机关不掌握的申请 4件；不予处理的申请 2件"},
		{"published among results is granted", "答复申请85件：逾期未补正的2件，公开50件，部分公开33件。", "办结的申请 85件；（逾期不补正的申请 2件）；（予以公开的申请 50件）；（部分公开的申请 33件）"},
		{"behind kinds that were added up", "收到申请210件：公开83件、部分公开31件，两项合计114件，占54.3%；不予公开96件。",
			"收到的申请 210件；（予以公开的申请 83件）；（部分公开的申请 31件）；不予公开的申请 96件"},
		{"none for two of the reasons", "（二）依申请公开。不予公开14件。以国家秘密、三安全一稳定为由不公开的均为零。", "不予公开的申请 14件；属于国家秘密的申请 没有；危及“三安全一稳定”的申请 没有"},
		{"none by some", "（二）依申请公开。收到申请47件，来自群众个人44件、公司3件，而科研机构一件也没有。", "收到的申请 47件；自然人的申请 44件；商业企业的申请 3件；科研机构的申请 没有"},
		{"taken for what it is counted as", "（二）依申请公开。收到申请1件，算作予以公开1件。", "收到的申请 1件；予以公开的申请 1件"},
		{"all of one kind", "（二）依申请公开。收到申请3件，申请人清一色为自然人，3件。", "收到的申请 3件；自然人的申请 3件"},
		{"the first fall in three years, and who applied", "（二）依申请公开。收到申请212件，此为三年来首次回落；由自然人提出的190件，由企业提出的22件。", "收到的申请 212件；自然人的申请 190件；商业企业的申请 22件"},
		{"all year, and not of many years", "（二）依申请公开。全年来了5份申请，个人提的4份，企业提的1份。", "收到的申请 5份；自然人的申请 4份；商业企业的申请 1份"},
		{"documents by their attribute are no results", "全年制发公文62件，主动公开40件、依申请公开12件、不予公开10件。", "“制发公文” 62件；“主动公开” 40件"},
		{"answers to proposals are none", "全年答复人大代表建议和政协提案32件，予以公开18件、部分公开9件、不予公开5件。", "“予以公开” 18件"},
		{"faults that were found are none", "检查发现问题9项，其中1项因涉及商业秘密不予公开。", "“检查发现问题” 9项"},
		{"the rest behind results", "（三）办理结果。予以公开3件，部分公开2件。其他1件。", "予以公开的申请 3件；部分公开的申请 2件；其他处理的申请 1件"},
	})
}

// Every phrase is found in itself, as its own row or as another that says more, and every row is one of the form.
func TestGroundsAreRows(t *testing.T) {
	for _, g := range grounds() {
		assert.True(t, isOutcome(g.row), g.row)
		assert.NotEmpty(t, groundIn(strings.Join(g.parts, "某"), ""), g.parts)
		assert.False(t, slices.Contains(g.parts, ""), g.parts)
	}
}

// What was carried from one year into the next is told in many words.
func TestCarried(t *testing.T) {
	assertTold(t, []sentence{
		{"out of the year before", "（二）依申请公开。收到申请35件，从2024年带过来的有7件。", "收到的申请 35件；上年结转的申请 7件"},
		{"left from last year", "（二）依申请公开。收到申请35件，还有去年剩下的2件。", "收到的申请 35件；上年结转的申请 2件"},
		{"left of the year before, named by its number", "（二）依申请公开。收到申请35件，2024年遗留2件。", "收到的申请 35件；上年结转的申请 2件"},
		{"into the next", "（二）依申请公开。办结申请33件，2026年接着办的有2件。", "办结的申请 33件；结转下年度的申请 2件"},
		{"none that came into this year", "（二）依申请公开。收到申请6件，没有转到今年来的，结转2026年1件。", "收到的申请 6件；上年结转的申请 没有；结转下年度的申请 1件"},
		{"neither in nor out", "（二）依申请公开。收到申请2件，2024年未遗留，也未向2026年遗留申请。", "收到的申请 2件；上年结转的申请 没有；结转下年度的申请 没有"},
		{"under way when last year ended, and dealt with as well", "（二）依申请公开。收到申请28件；上年未结3件一并办理。", "收到的申请 28件；上年结转的申请 3件"},
		{"received when last year ended", "（二）依申请公开。收到申请8件；2024年底收到、今年答复的1件。", "收到的申请 8件；上年结转的申请 1件"},
		{"not one, which is none", "（二）依申请公开。收到申请8件，没有一件留到2026年。", "收到的申请 8件；结转下年度的申请 没有"},
		{"none, in plain words", "（二）依申请公开。收到申请8件，头年没有剩下的。", "收到的申请 8件；上年结转的申请 没有"},
		{"of disputes, which are no applications", "（三）复议诉讼。复议方面，2024年结转3件、新受理11件；诉讼方面，直接起诉7件（上年转来2件）。", "未经复议直接起诉的行政诉讼 7件"},
		{"of some applicants, behind what was answered", "（二）依申请公开。答复申请21件；自然人的2件还在征求意见，转结2026年。", "办结的申请 21件；自然人结转下年度的申请 2件"},
		{"all were done, and none put off", "（二）依申请公开。公开6件，部分公开2件。总计8件，不向下一年度结转。", "予以公开的申请 6件；部分公开的申请 2件；结转下年度的申请 没有"},
		{"received late in the year, and put off", "（二）依申请公开。收到申请3件。12月下旬收到的1件顺延至2026年答复。", "收到的申请 3件；结转下年度的申请 1件"},
		{"a number before 到 and a year is no range", "（二）依申请公开。收到申请30件，留2件到2026年。", "收到的申请 30件；结转下年度的申请 2件"},
		{"on the last day", "（二）依申请公开。收到申请3件，到12月31日还有1件在办。", "收到的申请 3件；结转下年度的申请 1件"},
		{"not done, whenever that was", "（二）依申请公开。收到申请3件，还有1件没办完。", "收到的申请 3件；结转下年度的申请 1件"},
		{"but not in the middle of the year", "（二）依申请公开。收到申请3件，6月底还有1件没办完。", "收到的申请 3件"},
		{"of which year was said before", "（二）依申请公开。收到申请3件。后一件按规定放到2026年1月答复，结转1件。", "收到的申请 3件；结转下年度的申请 1件；结转下年度的申请 1件"},
		{"what came over counts by that word", "（二）依申请公开。收到申请3件，再加上年底跨过来的1件。", "收到的申请 3件；上年结转的申请 1件"},
		{"none left at either end", "收到申请3件。年初无结转，年末无未结。", "收到的申请 3件；上年结转的申请 没有；结转下年度的申请 没有"},
		{"none left, among words of other things", "（二）依申请公开。一件要养老项目的招标文件。上年没有遗留未办的申请，也没有转到下年的。", "上年结转的申请 没有；结转下年度的申请 没有"},
		{"none brought in, none taken out", "申请都在年内答结，既无上年带入，亦无带出。", "结转下年度的申请 均；上年结转的申请 没有；结转下年度的申请 没有"},
		{"what there was at both ends", "（二）依申请公开。收到申请3件。存量：年初2件，年底1件。", "收到的申请 3件；上年结转的申请 2件；结转下年度的申请 1件"},
		{"below a heading, whatever was spoken of before", "（二）依申请公开。承办代表建议3件。期初无结转，7件留待2026年。", "上年结转的申请 没有；结转下年度的申请 7件"},
		{"by the last day is the whole year", "（二）依申请公开。到12月31日，作出答复28件，其余4件顺延到下一年度。", "办结的申请 28件；结转下年度的申请 4件"},
		{"applications are concluded as cases are", "（二）依申请公开。收到申请905件，审结850件。", "收到的申请 905件；办结的申请 850件"},
		{"not one of them", "收到申请6件，没有一件留到2026年。", "收到的申请 6件；结转下年度的申请 没有"},
		{"what is not counted as such", "收到申请6件。热线派单8件，前述派单均不作为信息公开申请统计。", "收到的申请 6件；“热线派单” 8件"},
		{"what was received before the year", "收到申请2件。此前2024年收到申请5份。", "收到的申请 2件"},
		{"no money left is no application", "收到申请3件。公开专项经费年末无结转。", "收到的申请 3件"},
		{"a firm of villagers is one of the others", "收到申请11件，其中企业9件、村集体等其他组织2件。", "收到的申请 11件；（商业企业的申请 9件）；（其他组织的申请 2件）"},
		{"to be answered in the next", "（二）依申请公开。办结申请33件，还有1件将于2026年1月底前答复。", "办结的申请 33件；结转下年度的申请 1件"},
		{"left at the end of the year", "（二）依申请公开。办结申请33件，年末在办2件。", "办结的申请 33件；结转下年度的申请 2件"},
		{"what is planned for the next year carries nothing", "（二）依申请公开。办结申请33件，明年将继续规范答复。", "办结的申请 33件"},
		{"last year's number is not carried", "（二）依申请公开。收到申请35件，较去年的32件多3件。", "收到的申请 35件"},
		{"what is divided behind it was received", "（二）依申请公开。全年收到申请37件。有1件自2024年结转。其中个人30件，企业7件。", "收到的申请 37件；上年结转的申请 1件；自然人的申请 30件；商业企业的申请 7件"},
		{"none, in words", "（二）依申请公开。收到申请35件，没有结转到2026年的，也没有往年积压。", "收到的申请 35件；结转下年度的申请 没有；上年结转的申请 没有"},
	})
}

// Disputes of other years and of one kind only are told apart.
func TestDisputesBesideOthers(t *testing.T) {
	assertTold(t, []sentence{
		{"a result behind lawsuits of one kind is of that kind", "行政诉讼共5件：直接起诉3件，维持2件、其他1件；复议后起诉2件，胜诉1件、未判1件。", "行政诉讼 5件；（未经复议直接起诉的行政诉讼 3件）；（未经复议直接起诉的行政诉讼的“结果维持” 2件）；（未经复议直接起诉的行政诉讼的“其他结果” 1件）；复议后起诉的行政诉讼 2件；复议后起诉的行政诉讼的“结果维持” 1件；复议后起诉的行政诉讼的“尚未审结” 1件"},
		{"none of one kind, below the word for both", "诉讼：直接向法院起诉的没有；先经复议、后又起诉的1件。", "未经复议直接起诉的行政诉讼 没有；复议后起诉的行政诉讼 1件"},
		{"none after a review, said again", "因政府信息公开引发行政诉讼1件，系当事人直接起诉；经过复议再起诉的没有。", "未经复议直接起诉的行政诉讼 1件；复议后起诉的行政诉讼 没有"},
		{"received by those who decide", "因政府信息公开引发的争议：复议机关收案31件，维持17件，纠正14件。", "行政复议 31件；行政复议的“结果维持” 17件；行政复议的“结果纠正” 14件"},
		{"against our answer", "不服我局答复而申请行政复议2件，复议机关维持1件，审理中1件。", "行政复议 2件；行政复议的“结果维持” 1件；行政复议的“尚未审结” 1件"},
		{"settled, and no result yet", "因政府信息公开引发行政复议6件，维持4件，调解后撤回1件，年底没有结论1件。", "行政复议 6件；行政复议的“结果维持” 4件；行政复议的“其他结果” 1件；行政复议的“尚未审结” 1件"},
		{"decided, and upheld", "因政府信息公开引发行政复议4起，已决3起均获维持，1起待决。", "行政复议 4起；已审结的行政复议 3起；行政复议“结果维持”以外的结果 均；行政复议的“尚未审结” 1起"},
		{"not taken up, which is another result", "因政府信息公开引发行政复议3起，被驳回2起、因超期不予受理1起。", "行政复议 3起；行政复议的“结果维持” 2起；行政复议的“其他结果” 1起"},
		{"lawsuits behind a review that was lost", "因政府信息公开引发行政复议6件，维持3件；复议维持后又告的1件，法院驳回了1件。", "行政复议 6件；行政复议的“结果维持” 3件；复议后起诉的行政诉讼 1件；复议后起诉的行政诉讼的“结果维持” 1件"},
		{"answers are no disputes", "因政府信息公开被申请行政复议4件。有1件答复在复议中被纠正。", "行政复议 4件"},
		{"of both kinds", "因政府信息公开引发的复议、诉讼中被纠正的共3件。", "行政复议和行政诉讼的“结果纠正” 3件"},
		{"a lawsuit behind a review is what is pending", "因政府信息公开引发行政复议1件（结果维持），该申请人随后提起行政诉讼，尚未审结。", "行政复议 1件"},
		{"some of those with one result", "因政府信息公开引发行政复议14件。复议其他结果5件中，1件是复议机关终止审理。", "行政复议 14件；行政复议的“其他结果” 5件"},
		{"two of one year, compared", "因政府信息公开引发行政复议11件。与2024年复议16件、诉讼13件比，总体走低。", "行政复议 11件"},
		{"those that were put right, spoken of again", "因政府信息公开引发行政复议9件，纠正2件；直接起诉2件，维持2件。两件被纠正的案件均因送达有误。",
			"行政复议 9件；行政复议的“结果纠正” 2件；未经复议直接起诉的行政诉讼 2件；未经复议直接起诉的行政诉讼的“结果维持” 2件"},
		{"who went to court withdrew nothing", "因政府信息公开引发行政复议2件，维持1件、撤回1件；一名企业主直接起诉1件。", "行政复议 2件；行政复议的“结果维持” 1件；行政复议的“其他结果” 1件；未经复议直接起诉的行政诉讼 1件"},
		{"behind both kinds it may be of either", "直接起诉2件，复议后起诉4件；已审结5件。", "未经复议直接起诉的行政诉讼 2件；复议后起诉的行政诉讼 4件；已审结的行政诉讼 5件"},
		{"results behind their numbers", "政府信息公开行政复议3件，2件获得维持，1件被责令重新答复。", "行政复议 3件；行政复议的“结果维持” 2件；行政复议的“结果纠正” 1件"},
		{"none, said last", "与信息公开有关的行政复议没有，行政诉讼方面没有案件。", "行政复议 没有；行政诉讼 没有"},
		{"who decides it does not count it", "申请行政复议1件，复议机关以其他结果结案；行政诉讼案件未有发生。", "行政复议 1件；行政诉讼 没有"},
		{"but a court counts its own", "县法院受理行政诉讼案件19件。", ""},
		{"by the way they took, after a review or without one", "行政诉讼5件：2件不经复议；3件经过复议，1件维持。", "行政诉讼 5件；（未经复议直接起诉的行政诉讼 2件）；（复议后起诉的行政诉讼 3件）；（复议后起诉的行政诉讼的“结果维持” 1件）"},
		{"not one", "经复议后再起诉的行政诉讼8件，没有一件被纠正。", "复议后起诉的行政诉讼 8件；复议后起诉的行政诉讼的“结果纠正” 没有"},
		{"none of a kind, which is named first", "不经复议直接打官司的没有。", "未经复议直接起诉的行政诉讼 没有"},
		{"going to court after a review is no review", "与信息公开有关的行政复议4个；复议完了再去法院告的有1个。", "行政复议 4个；复议后起诉的行政诉讼 1个"},
		{"an answer that a review set aside", "有1件信息公开答复被复议机关撤销。", "行政复议的“结果纠正” 1件"},
		{"of the year before, which the sentence names first", "因政府信息公开引发行政复议4件、诉讼3件，2024年复议7件、诉讼4件。", "行政复议 4件；行政诉讼 3件"},
		{"of the year before, in a row", "因政府信息公开引发行政复议2件。上年度分别为复议4件（其中纠正1件）、诉讼2件。", "行政复议 2件"},
		{"none of the year before", "因政府信息公开引发行政复议1件。2024年复议、诉讼均为零。", "行政复议 1件"},
		{"withdrawn, which the form counts as another result", "因政府信息公开引发行政复议8件，维持5件、撤销1件、申请人撤回2件。", "行政复议 8件；行政复议的“结果维持” 5件；行政复议的“结果纠正” 1件；行政复议的“其他结果” 2件"},
		{"closed with another result", "因政府信息公开引发行政复议3件，维持1件，以其他结果结案2件。", "行政复议 3件；行政复议的“结果维持” 1件；行政复议的“其他结果” 2件"},
		{"one of two kinds", "因政府信息公开引发行政诉讼51件，未经复议21件、经过复议30件。前者维持12件、纠正1件；后者维持21件。", "行政诉讼 51件；未经复议直接起诉的行政诉讼 21件；复议后起诉的行政诉讼 30件"},
		{"none of one kind is not none", "因政府信息公开被提起行政诉讼2件，无复议后诉讼案件。", "行政诉讼 2件；复议后起诉的行政诉讼 没有"},
		{"one more or less than the year before", "因政府信息公开引发行政复议9件。比2024年，复议增3件，诉讼减5件。", "行政复议 9件"},
		{"behind review, though nothing says so but the word before the number", "因政府信息公开被提起行政诉讼7件，直接起诉3件，经复议4件（驳回3件，未结1件）。",
			"行政诉讼 7件；未经复议直接起诉的行政诉讼 3件；复议后起诉的行政诉讼 4件；（复议后起诉的行政诉讼的“结果维持” 3件）；（复议后起诉的行政诉讼的“尚未审结” 1件）"},
		{"another one that was told by itself", "因政府信息公开引发行政复议7件，维持6件。另一件复议由企业提出，被责令重新答复。", "行政复议 7件；行政复议的“结果维持” 6件"},
		{"the one that was corrected", "因政府信息公开引发行政复议7件，纠正1件。被撤销的那1件，镇里已重新答复。", "行政复议 7件；行政复议的“结果纠正” 1件"},
		{"those that were told before", "因政府信息公开引发行政复议9件，被纠正7件。对被纠错的7件逐案复盘。", "行政复议 9件；行政复议的“结果纠正” 7件"},
	})
}

// What a sentence does not say is not read into it.
func TestNothingMoreIsSaid(t *testing.T) {
	assertTold(t, []sentence{
		{"the number of a heading behind a blank", "（二）依申请公开 1.受理。新收申请10件。", "收到的申请 10件"},
		{"a question", "有没有发过规范性文件，办没办过许可和处罚？作出行政许可21件。", "行政许可决定 21件"},
		{"one, of which there is none", "作出行政许可21件，行政处罚一件都没有。", "行政许可决定 21件；行政处罚决定 没有"},
		{"what some of them ask for", "（二）依申请公开。新收申请30件。申请中有17件针对询问笔录、现场执法视频。", "收到的申请 30件；“申请中有” 17件"},
		{"residents beside a firm are natural persons, all or some of them", "（二）依申请公开。收到申请11件：本镇居民8件，企业3件。", "收到的申请 11件；（自然人的申请 8件）；（商业企业的申请 3件）"},
		{"nothing but who applied, behind the number", "（二）依申请公开。收到申请16件。申请人有15件是自然人，1件是律师事务所。", "收到的申请 16件；自然人的申请 15件；法律服务机构的申请 1件"},
		{"organisations, and among them firms", "（二）依申请公开。个人申请20件，单位申请46件，单位申请中企业31件、律师事务所15件。", "自然人的申请 20件；法人或其他组织的申请 46件；商业企业的申请 31件；法律服务机构的申请 15件"},
		{"numbers alone in brackets behind their names, and what they are of in the next", "（二）依申请公开。新收申请92件：自然人（86件）、商业企业（6件）。上年结转（4件）一并办理（自然人3件，企业1件）。全年办理完毕（88件），结转2026年（8件）。", "收到的申请 92件；（自然人的申请 86件）；（商业企业的申请 6件）；上年结转的申请 4件；自然人上年结转的申请 3件；商业企业上年结转的申请 1件；办结的申请 88件；结转下年度的申请 8件"},
		{"what a bracket opens with, and its parts", "（二）依申请公开。不予公开（15件，即国家秘密1件、第三方合法权益14件），其他处理（4件，主要是申请人撤回）。", "不予公开的申请 15件；（属于国家秘密的申请 1件）；（保护第三方合法权益的申请 14件）；其他处理的申请 4件"},
		{"halves of the year", "（二）依申请公开。看申请人，上半年个人4件、企业1件，下半年个人6件、企业2件，于是个人共10件、企业共3件。", "自然人的申请 10件；商业企业的申请 3件"},
		{"items headed by who applied", "（二）依申请公开。收到申请114件。\n1.自然人。进件96件，另有往年转入5件。自然人的办结数为97件：12件拿到一部分；转入2026年4件。\n2.商业企业。进件18件，无往年转入。3件部分公开，4件不掌握。", "收到的申请 114件；自然人上年结转的申请 5件；自然人办结的申请 97件；自然人结转下年度的申请 4件；商业企业上年结转的申请 没有；商业企业部分公开的申请 3件；商业企业本机关不掌握的申请 4件"},
		{"channels behind other applicants", "（二）依申请公开。新收申请由自然人提出171件，企业18件，其他8件；线上139件、邮寄58件。", "自然人的申请 171件；商业企业的申请 18件；其他组织的申请 8件"},
		{"last year's beside what is added up", "（二）依申请公开。一年收进341件申请，上年是318件；连同上年结转12件，手上共353件。", "（收到的申请 341件）；（上年结转的申请 12件）；办理的申请 353件"},
		{"the latter, divided", "（二）依申请公开。自然人31件，法人和其他组织合计7件，后者细分为企业4件、法律服务机构3件。", "自然人的申请 31件；法人或其他组织的申请 7件；（商业企业的申请 4件）；（法律服务机构的申请 3件）"},
		{"a comparison with other years before the colon", "（二）依申请公开。收到申请9件。申请主体比往年多元：自然人8件，企业1件。", "收到的申请 9件；自然人的申请 8件；商业企业的申请 1件"},
		{"entered in a register", "（二）依申请公开。登记申请13件，已办12件，跨年在办1件。", "收到的申请 13件；办结的申请 12件；结转下年度的申请 1件"},
		{"the former and the latter", "（二）依申请公开。收到申请428件，自然人与法人各占八成和二成，前者341件、后者87件。", "收到的申请 428件"},
		{"documents of many years", "对2015年以来的文件开展清理，废止规范性文件12件。", "废止的规范性文件 12件"},
		{"what was not made by the office itself", "收到申请34件。无法提供34件，主要是本机关未制作亦未获取，计29件；逾期不补正10件。", "收到的申请 34件；无法提供的申请 34件；逾期不补正的申请 10件"},
		{"a register's entries", "（二）依申请公开。收到申请2件。修订《三审登记本》，登记137次。", "收到的申请 2件"},
		{"what a judgment found wrong", "（二）依申请公开。收到申请2件，不予公开1件。被纠正的两案皆因答复书没有写明不公开的具体依据。", "收到的申请 2件；不予公开的申请 1件"},
		{"a word that was used wrong", "（二）依申请公开。收到申请9件，予以公开8件。1件是把“过程性”用到了已经生效的批复上。", "收到的申请 9件；予以公开的申请 8件"},
		{"received before this year", "（二）依申请公开。有两份申请寄到镇里。此前2024年收到5份。", ""},
		{"rules that others made", "省政府规章库收录现行规章177部。", "“省政府规章库收录现行规章” 177部"},
		{"none of either", "信息公开类复议、诉讼皆无。", "行政复议 没有；行政诉讼 没有"},
		{"someone who did not, told otherwise", "因政府信息公开引发行政诉讼1件，当事人没有先去复议。", "未经复议直接起诉的行政诉讼 1件"},
		{"someone who did not", "因政府信息公开引发行政复议3件；有1位申请人没走复议就起诉了。", "行政复议 3件"},
		{"carried across the year, in or out", "（二）依申请公开。收到申请82件，另有跨年办理4件。", "收到的申请 82件"},
		{"other fees than those told", "收取行政事业性收费3万元，无其他行政事业性收费。", "行政事业性收费 30000"},
		{"who applied divides what was received, wherever that was told", "（二）依申请公开。收到申请748件，上年为680件。答复735件，其余依法延至2026年。从谁在申请看，自然人677件，企业71件。", "收到的申请 748件；办结的申请 735件；（自然人的申请 677件）；（商业企业的申请 71件）"},
		{"none came in one way", "（二）依申请公开。收到申请7件，网络5件、信函2件，无人当面申请。", "收到的申请 7件；收到的申请 5件；收到的申请 2件"},
		{"all were answered, and none carried", "（二）依申请公开。收到申请7件，今年全部办结、结转0件。", "收到的申请 7件；结转的申请 0件"},
		{"how many kinds are added up", "因政府信息公开被提起行政诉讼，直接起诉8件，复议后起诉7件；两项诉讼相加15件。", "未经复议直接起诉的行政诉讼 8件；复议后起诉的行政诉讼 7件；“两项诉讼相加” 15件"},
		{"asked by telephone, and not counted", "（二）依申请公开。收到申请15件。有7名家长来电询问，当场告知，未计入申请量。", "收到的申请 15件"},
		{"none after a review, though there were reviews", "因政府信息公开被申请复议3次，没有复议之后再诉讼的情形。", "行政复议 3次；复议后起诉的行政诉讼 没有"},
		{"lawsuits by whether a review went before", "因政府信息公开引发诉讼5件，没走复议的3件、走过复议的2件。", "行政诉讼 5件；未经复议直接起诉的行政诉讼 3件；复议后起诉的行政诉讼 2件"},
		{"disputes that we decide", "本局作为全县复议机构，全年审理涉政府信息公开的复议案件5件。", ""},
		{"disputes that are not ours to report", "因政府信息公开引发诉讼1件。与征收补偿有关的诉讼另有7件，不在本报告统计范围。", "行政诉讼 1件"},
		{"what was done about those told before", "因政府信息公开被申请复议6件，被纠正4件。针对4次纠错逐案剖析。", "行政复议 6件；行政复议的“结果纠正” 4件"},
		{"the same time of last year", "因政府信息公开被申请复议3件。同期2024年为复议13起、诉讼4起。", "行政复议 3件"},
		{"the rest, named 其他", "（二）依申请公开。收到申请6件，除1件来自企业外，其他5件来自自然人。", "收到的申请 6件；商业企业的申请 1件"},
		{"granted in whole or in part", "（二）依申请公开。收到申请37件，全部或部分公开的共18件，重复提交不再处理2件。", "收到的申请 37件；予以公开和部分公开的申请 18件；重复申请 2件"},
		{"under way when the year began and ended", "（二）依申请公开。收到申请79件，期初在办4件，期末在办6件。", "收到的申请 79件；上年结转的申请 4件；结转下年度的申请 6件"},
		{"a number that looks like one that is called", "作出行政许可、行政处罚分别为12345、678件。", "行政许可决定 12345；行政处罚决定 678件"},
		{"nothing besides what was told", "（二）依申请公开。收到申请1件。除此之外再无其他申请。", "收到的申请 1件"},
		{"who applied, where one speaks of handling", "（二）在申请办理上，收到申请82件，由74件自然人申请、8件企业申请构成。", "收到的申请 82件；自然人的申请 74件；商业企业的申请 8件"},
		{"how many are told one by one", "作出许可、处罚、强制三项分别为2145件、873件、12件。", "行政许可决定 2145件；行政处罚决定 873件；行政强制决定 12件"},
		{"a word that begins like 零", "危险化学品经营、烟花爆竹零售等许可公开透明。", ""},
		{"applicants among others", "（二）依申请公开。收到家长、教师和企业的公开申请13件。", ""},
		{"no longer handled, being uncorrected", "（二）依申请公开。收到申请100件，逾期不补正而不再处理3件。", "收到的申请 100件；逾期不补正的申请 3件"},
		{"letters that are no applications", "（二）依申请公开。收到申请2件，公开邮箱，邮箱全年收到邮件57封。", "收到的申请 2件"},
		{"the number of another year is an aside", "因政府信息公开引发行政复议5件，2024年是1件，结果维持5件。", "行政复议 5件；行政复议的“结果维持” 5件"},
		{"licences that were done", "全年办结行政许可642件，许可事项办结12件。", "行政许可决定 642件"},
		{"what stands behind last year's number divides this year's", "因政府信息公开引发行政复议11件，上年为8件：维持8件，纠正3件。", "行政复议 11件；（行政复议的“结果维持” 8件）；（行政复议的“结果纠正” 3件）"},
		{"last year's in brackets with a colon", "公布许可683件（2024年：751件），处罚35件（2024年：28件）。", "行政处罚决定 35件"},
		{"what a part of the governments received", "（二）依申请公开。全镇收到申请1204件，市直部门收到366件，镇政府收到57件。", "收到的申请 1204件"},
		{"reasons of an outcome that is named again", "（二）依申请公开。办结23件，其中予以公开18件，不予公开5件。细分来看，不予公开包括第三方权益3件、行政查询2件。",
			"办结的申请 23件；（予以公开的申请 18件）；（不予公开的申请 5件）；（保护第三方合法权益的申请 3件）；（属于行政查询事项的申请 2件）"},
		{"not obtained, and so not given", "（二）依申请公开。予以公开3件，本镇未获取、无法提供1件。", "予以公开的申请 3件；本机关不掌握的申请 1件"},
	})
}

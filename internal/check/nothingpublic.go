package check

import (
	"fmt"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

var (
	// issuedDocuments is how many documents or pieces of information a text says were made, nothingPublic how it says that none are public.
	issuedDocuments = pattern.NewWith("印发 制发 制作 制定 形成 产生 下发 发文",
		`(?:印发|制发|制作|制定|形成|产生|下发|发文)[^，。；：0-9]{0,16}?([0-9]+)(?:件|条|份|篇|个)`, "件", "条", "份", "篇", "个")
	nothingPublic = pattern.New(`(?:历年累计|历年|累计|其中|本年度|全年|本年)?[^，。；：0-9]{0,6}(?:公开|公布|发布)(?:了|的|为|数|数量|总数|数为|数是|数量为|数量是|政府信息|信息|公文|文件)?0(?:件|条|份|篇|个)|(?:历年累计|历年|累计)[^，。；：0-9]{0,6}(?:公开|公布|发布)[^，。；：0-9]{0,4}(?:为|是)(?:零|〇|0(?:[，；、]|$))|(?:历年|累计)(?:也|都|一件|一条|一份)?(?:都|也)?(?:没有?|未)(?:对外|向社会)?(?:公开|公布|发布)`,
		"开0", "布0", "了0", "的0", "为0", "息0", "文0", "件0", "数0", "量0", "是0", "为零", "是零", "为〇", "是〇", "累计没", "累计未", "累计也", "累计都", "累计一", "历年没", "历年未", "历年都", "历年也", "历年一")
	// allYears tell how many are public since ever.
	allYears = pattern.NewWords("累计 历年")
	// meantToBePublic are words of documents that are for all, kept of those that are not.
	meantToBePublic = pattern.NewWords("可公开 可以公开 应公开的 应当公开 拟公开")
	kept            = pattern.NewWords("内部 涉密 不公开 不予公开 不宜公开 密件 依申请公开类 会议纪要 请示 上报")
	// undecided are words on what is to be decided of documents, that hold one of kept.
	undecided   = pattern.NewWords("公开不公开 公开还是不公开 公开或者不公开 公开或不公开 公开、不公开 公开与不公开 能公开不能公开")
	otherCounts = pattern.NewWords("申请 部分公开 不予公开 处罚 许可 规范性文件 复议 诉讼 投诉 举报 差错")
)

// findIssuedUnseen finds sentences by which documents were made and nothing was ever made public, or nothing of what was meant for it:
// 印发可公开的公文132件，公开0件，历年累计公开0件.
func findIssuedUnseen(in *Input) []Finding {
	var found []Finding
	for _, s := range in.filled() {
		for i, p := range s.paragraphs {
			if !allYears.In(p.Text) && !meantToBePublic.In(p.Text) {
				continue
			}
			for _, sentence := range strings.FieldsFunc(p.Text, func(r rune) bool { return chinese.IsOneOf(r, "。！？\n") }) {
				if issued, none := issuedAndNothingPublic(sentence); none != "" {
					found = append(found, s.finding(i, none, fmt.Sprintf("文字写“%s”，又写“%s”，请核对公开的数；没有公开的，请写明原因。", excerpt(issued), excerpt(none))))
				}
			}
		}
	}
	return found
}

// issuedAndNothingPublic are what a sentence says of the documents that were made, and that none are public; "" if it does not say both.
func issuedAndNothingPublic(sentence string) (issued, none string) {
	if !nothingPublic.MatchString(sentence) {
		return "", ""
	}
	m := issuedDocuments.FindStringSubmatchIndex(sentence)
	if m == nil || strings.Trim(sentence[m[2]:m[3]], "0") == "" || kept.In(undecided.Without(sentence)) {
		return "", ""
	}
	issued = strings.TrimSpace(sentence[m[0]:m[1]])
	meant := meantToBePublic.In(issued)
	for _, place := range nothingPublic.FindAllStringIndex(sentence[m[1]:], -1) {
		words := strings.TrimRight(sentence[m[1]:][place[0]:place[1]], "，；、")
		if (meant || allYears.In(words)) && !otherCounts.In(words) {
			none = words
		}
	}
	return issued, none
}

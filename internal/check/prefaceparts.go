package check

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/pattern"
)

var prefaceParts = Rule{
	ID: "preface-parts", Level: Query, Title: "前言里说的部分就是规定的六个部分，不用2019年以前的体例；编制依据、统计期限的话写得通", Citation: "年度报告格式",
	Find: findPrefaceParts,
	Cases: func() []Case {
		return []Case{
			{Why: "少列了一个部分", Set: []Entry{{"narrative.preface", "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在问题及改进情况、其他需要报告的事项等六部分组成。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "列了五个，后面说“等六个部分”", Set: []Entry{{"narrative.preface", "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况等六个部分组成。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "说是五个部分", Set: []Entry{{"narrative.preface", "本报告包括总体情况，主动公开政府信息情况，政府信息公开行政复议、行政诉讼情况，存在的主要问题及改进情况五个部分。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "2019年以前的体例", Set: []Entry{{"narrative.preface", "全文包括概述，主动公开情况，依申请公开和不予公开情况，政务公开的收费及减免情况，存在的主要问题等7个部分。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "旧的说法，没有说几个部分", Set: []Entry{{"narrative.preface", "本年度报告由政府信息公开工作的基本概况、主动公开政府信息情况、依申请公开政府信息情况、因政府信息公开申请行政复议、提起行政诉讼的情况、政府信息公开工作存在的主要问题及改进措施等方面内容组成。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "六个部分齐全", Set: []Entry{{"narrative.preface", "本报告由总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议、行政诉讼情况，存在的主要问题及改进情况，其他需要报告的事项六部分组成。"}}},
			{Why: "只说六个部分", Set: []Entry{{"narrative.preface", "报告由文字和表格六个部分组成。"}}},
			{Why: "举几个，后面有“等”", Set: []Entry{{"narrative.preface", "本报告包括总体情况、主动公开政府信息情况等六个部分。"}}},
			{Why: "说的是别的部分", Set: []Entry{{"narrative.overview", "（一）主动公开。政策解读分为背景、要点、问答三个部分，专栏分四个部分。"}}},
			{Why: "从六个方面展开，说成七个", Set: []Entry{{"narrative.preface", "全文从总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项等七个方面展开。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "内容有旧的各部分，没有说几个", Set: []Entry{{"narrative.preface", "本报告依据条例编制，内容有概述、主动公开情况、依申请公开办理情况、收费和减免情况、复议诉讼和申诉情况、存在的不足及改进措施，并附统计表。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "由旧的各部分构成", Set: []Entry{{"narrative.preface", "年报由概况、主动公开、依申请公开、收费与减免、存在问题构成。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "从六个方面报告，主要内容、工作从几个方面做", Set: []Entry{{"narrative.preface", "本报告从总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个方面进行报告。"}, {"narrative.overview", "年报公布后，从主动公开、依申请公开、平台建设、监督保障四个方面总结工作。年度报告的主要内容做成图解，涵盖主动公开和依申请公开。"}}},
			{Why: "说分六块，列了五块", Set: []Entry{{"narrative.preface", "全文分六块：总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况、其他需要报告的事项。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "说是五章", Set: []Entry{{"narrative.preface", "报告共五章，依次是总体情况、主动公开、依申请公开、复议诉讼、问题和改进。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "六块齐全，提到条例第五章", Set: []Entry{{"narrative.preface", "全文分六块：总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项。"}, {"narrative.overview", "报告按照条例第五章编写，包括总体情况、主动公开、收到和处理申请、复议诉讼、问题和改进、其他需要报告的事项。"}}},
			{Why: "目录里有一个标题不一样", Set: []Entry{{"narrative.preface", "目录：一、总体情况；二、主动公开政府信息情况；三、收到和处理政府信息公开申请情况；四、政府信息公开行政复议、行政诉讼情况；五、存在的问题和下一步工作计划；六、其他需要报告的事项。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "全文由五部分组成", Set: []Entry{{"narrative.preface", "本报告全文由五部分组成，所列数据的统计期限自2025年1月1日起至12月31日止。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "全文由六部分组成，报告由正文和附表两部分组成", Set: []Entry{{"narrative.preface", "本报告全文由六部分组成，报告由正文和附表两部分组成。"}}},
			{Why: "目录里的标题都一样", Set: []Entry{{"narrative.preface", "目录：一、总体情况；二、主动公开政府信息情况；三、收到和处理政府信息公开申请情况；四、政府信息公开行政复议、行政诉讼情况；五、存在的主要问题及改进情况；六、其他需要报告的事项。"}}},
			{Why: "“包括”和“组成”混在一起", Set: []Entry{{"narrative.preface", "报告包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。"}}, Finds: []form.Key{"narrative.preface"}, Level: Info},
			{Why: "“共有”和“构成”混在一起", Set: []Entry{{"narrative.preface", "全文共有总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议、行政诉讼情况，存在的主要问题及改进情况，其他需要报告的事项六部分构成。"}}, Finds: []form.Key{"narrative.preface"}, Level: Info},
			{Why: "“分为”和“组成”混在一起", Set: []Entry{{"narrative.preface", "本报告分为六个部分组成。"}}, Finds: []form.Key{"narrative.preface"}, Level: Info},
			{Why: "“由”后面少了“组成”", Set: []Entry{{"narrative.preface", "本报告由总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议、行政诉讼情况，存在的主要问题及改进情况，其他需要报告的事项六部分。"}}, Finds: []form.Key{"narrative.preface"}, Level: Info},
			{Why: "“部分”前面没有数", Set: []Entry{{"narrative.preface", "全文由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项部分组成。"}}, Finds: []form.Key{"narrative.preface"}, Level: Info},
			{Why: "两个部分之间少了标点", Set: []Entry{{"narrative.preface", "内容包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况其他需要报告的事项，共六个部分。"}}, Finds: []form.Key{"narrative.preface"}, Level: Info},
			{Why: "“诉讼”写成了“处罚”", Set: []Entry{{"narrative.preface", "全文分为总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议、行政处罚情况，存在的主要问题及改进情况，其他需要报告的事项六个部分。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "一个部分列了两次", Set: []Entry{{"narrative.preface", "报告分六部分：总体情况；主动公开政府信息情况；收到和处理政府信息公开申请情况；政府信息公开行政复议、行政诉讼情况；存在的主要问题及改进情况；存在的主要问题及改进情况；其他需要报告的事项。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "《条例》里的话没有删", Set: []Entry{{"narrative.preface", "内容包括：年度报告应当包括下列内容，总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "别的形式的各部分", Set: []Entry{{"narrative.preface", "报告由工作概况、通知公告类，信息数量和附表情况组成。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "标题少了一个字", Set: []Entry{{"narrative.preface", "报告由总体情况、主动公开政府信情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。"}}, Finds: []form.Key{"narrative.preface"}, Level: Info},
			{Why: "编制的单位在前面，“包括”后面没有“组成”，等部分组成", Set: []Entry{{"narrative.preface", "本报告由清溪镇人民政府编制，包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分。本报告由文字说明、统计表、附件组成。"}}},
			{Why: "标题写得简，有序号，先说六部分", Set: []Entry{{"narrative.preface", "全文由以下六部分组成：一、总体情况；二、主动公开政府信息的情况；三、收到、处理政府信息公开申请情况；四、政府信息公开行政复议及行政诉讼情况；五、存在的问题和改进措施；六、其他需报告的事项。"}}},
			{Why: "列完写“等部分”", Set: []Entry{{"narrative.preface", "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项等部分组成。"}}},
			{Why: "“本报告根据”和“现发布”混在一起", Set: []Entry{{"narrative.preface", "本报告根据《中华人民共和国政府信息公开条例》和县政府办公室的要求，现发布清溪镇2025年政府信息公开工作年度报告。"}}, Finds: []form.Key{"narrative.preface"}, Level: Info},
			{Why: "同一部法规写了两次依据", Set: []Entry{{"narrative.preface", "按照《中华人民共和国政府信息公开条例》规定，清溪镇结合实际，依照《中华人民共和国政府信息公开条例》编制了2025年政府信息公开工作年度报告。"}}, Finds: []form.Key{"narrative.preface"}, Level: Info},
			{Why: "两句话里的依据是同一部法规", Set: []Entry{{"narrative.preface", "本报告根据《中华人民共和国政府信息公开条例》编制，向社会公布清溪镇的工作情况。按照《中华人民共和国政府信息公开条例》要求，编制本年度报告。"}}, Finds: []form.Key{"narrative.preface"}, Level: Info},
			{Why: "少了“编制”", Set: []Entry{{"narrative.preface", "根据《中华人民共和国政府信息公开条例》第五十条规定，清溪镇2025年政府信息公开工作年度报告，并在县政府网站向社会公布。"}}, Finds: []form.Key{"narrative.preface"}, Level: Info},
			{Why: "统计期限后面少了“自”", Set: []Entry{{"narrative.preface", "本报告所列数据的统计期限2025年1月1日起至2025年12月31日止。"}}, Finds: []form.Key{"narrative.preface"}, Level: Info},
			{Why: "没有写是哪个单位的报告", Set: []Entry{{"narrative.preface", "根据《中华人民共和国政府信息公开条例》的要求，现将2025年政府信息公开工作年度报告予以公布。"}}, Finds: []form.Key{"narrative.preface"}, Level: Info},
			{Why: "单位在别的话里写了", Set: []Entry{{"narrative.preface", "根据《中华人民共和国政府信息公开条例》的要求，现公布2025年政府信息公开工作年度报告。如有疑问，请与清溪镇党政办公室联系。"}}},
			{Why: "写得通的依据、期限", Set: []Entry{{"narrative.preface", "本报告根据《中华人民共和国政府信息公开条例》编制，现予公布。清溪镇编制了2025年政府信息公开工作年度报告，并在县政府网站公布，统计期限为2025年1月1日至2025年12月31日。清溪镇按照《中华人民共和国政府信息公开条例》办理申请。"}}},
			{Why: "列的是第一部分的五个方面", Set: []Entry{{"narrative.preface", "本报告由主动公开、依申请公开、政府信息管理、平台建设、监督保障五个部分组成。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "以前的格式里的部分", Set: []Entry{{"narrative.preface", "本报告包括总体情况、主动公开情况、政府信息公开的收费及减免情况。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "报告由报告编制，报告要更新", Set: []Entry{{"narrative.preface", "本报告由清溪镇人民政府的政府信息公开年度报告编制。\n本报告根据职责变化适时更新。"}}, Finds: []form.Key{"narrative.preface", "narrative.preface"}, Level: Info},
			{Why: "列的是别的报告的部分", Set: []Entry{{"narrative.preface", "本报告包括2025年工作情况、2026年工作计划、存在问题三个部分。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "依据的是政府网站年度报表的通知", Set: []Entry{{"narrative.preface", "按照《县政府办公室关于做好2025年政府网站工作年度报表编制工作的通知》要求，清溪镇编制本报告。"}}, Finds: []form.Key{"narrative.preface"}, Level: Info},
			{Why: "工作日联系、在大厅咨询", Set: []Entry{{"narrative.preface", "公众如有疑问，可于工作日与清溪镇党政办公室联系，请于每周一到办公室联系，可于县政府网站查阅。第一部分包括主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面。"}}},
			{Why: "“包括”和“由”一起用", Set: []Entry{{"narrative.preface", "本报告包括由总体情况等六个部分组成。"}}, Finds: []form.Key{"narrative.preface"}, Level: Info},
			{Why: "报告编制报告", Set: []Entry{{"narrative.preface", "本报告依据《条例》编制本报告。"}}, Finds: []form.Key{"narrative.preface"}, Level: Info},
			{Why: "镇政府的报告写成办公室的", Set: []Entry{{"narrative.preface", "公布清溪镇人民政府办公室2025年政府信息公开工作年度报告，清溪镇人民政府办公室电话不变。"}}, Finds: []form.Key{"narrative.preface"}, Level: Info},
			{Why: "统计期限没有起始的日子", Set: []Entry{{"narrative.preface", "统计期限至2025年12月31日止。"}}, Finds: []form.Key{"narrative.preface"}, Level: Info},
			{Why: "第四部分的名称后面多了字", Set: []Entry{{"narrative.preface", "本报告包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况要求、存在的主要问题及改进情况、其他需要报告的事项。"}}, Finds: []form.Key{"narrative.preface"}, Level: Info},
		}
	},
}

// partWords are words by which a preface names the form's sections, in their order.
var partWords = [][]string{
	{"总体情况"},
	{"主动公开"},
	{"收到和处理", "收到、处理", "处理政府信息公开申请", "依申请公开", "申请办理情况"},
	{"复议", "诉讼"},
	{"主要问题", "存在的问题", "存在问题", "问题和改进", "问题及改进", "改进情况", "改进措施"},
	{"其他需要", "其它需要", "其他需报告", "其它需报告", "其他事项", "需要报告的事项", "其他报告事项"},
}

// oldParts are sections of reports before 2019.
var oldParts = pattern.New(`概述|概况|收费(?:情况)?[及和与、]减免|(?:复议|诉讼)[^，。；]{0,4}申诉|不予公开(?:政府信息)?的?情况`, "概述", "概况", "收费", "申诉", "不予公开")

var (
	ofTheReport = pattern.NewWords("报告 全文 年报")
	partsSaid   = pattern.New(`(?:^|[^第0-9一二三四五六七八九十])(?:([0-9一二三四五六七八九十]{1,2})(?:个|大)?(?:部分|方面内容|方面)|([3-9三四五六七八九])(?:个|大)?(?:板块|章节|章|块|节|项内容))`, "部分", "方面", "板块", "章", "块", "节", "项内容")
	// wholeOfParts is what the whole report is said to be made of. 正文和附表两部分 is said of another division.
	wholeOfParts = pattern.New(`(?:全文|本报告|报告|年报)(?:共|由|分为|分成|包括)(?:[四五七八九]|[45789])(?:个|大)?部分(?:组成|构成|，|。|；|：)`, "部分")
	parting      = pattern.NewWords("部分 组成 构成 包括 包含 涵盖 分为 共分 分成 方面内容 内容为 内容是 内容有 内容含 内容依次 主要内容 设有 列有 依次 全文分 全文共 全文有 报告分 报告共 报告有 年报分 年报共 年报有 由以下 由下列 块内容 章内容 块是 章是 节是")
	// toldFrom is a count of aspects from which a report tells: 从……六个方面展开.
	toldFrom = pattern.New(`(?:个|大)方面(?:分别|依次|逐一|进行|来)*(?:展开|报告|编写|编制|撰写|编撰|反映|介绍|总结|阐述|说明|公布)`, "方面")
)

func findPrefaceParts(in *Input) []Finding {
	var found []Finding
	for _, s := range in.filled() {
		if s.passage.Key != "narrative.preface" && s.passage.Key != "narrative.overview" {
			continue
		}
		isPreface := s.passage.Key == "narrative.preface"
		isOfNobody := isPreface && in.namesNobody(s)
		for i, p := range s.paragraphs {
			if quoted, due := in.headingMisquoted(p.Text); quoted != "" {
				f := s.finding(i, quoted, "目录里写的“"+excerpt(quoted)+"”，和这一部分的标题不一样，请改正。")
				f.Expected = due
				found = append(found, f)
				continue
			}
			if statement := partsStatement(p.Text); statement != "" {
				if message := in.faultOfParts(statement); message != "" {
					found = append(found, s.finding(i, strings.TrimSpace(statement), message))
					continue
				}
			}
			faults := in.faultsOfFrame(p.Text)
			if isPreface {
				faults = slices.Concat(faults, wordingOfPreface(p.Text), in.ownOfficeInstead(p.Text))
			}
			if isOfNobody {
				faults = append(faults, withoutUnit(p.Text)...)
			}
			found = append(found, s.tellByLevel(i, faults)...)
		}
	}
	return found
}

// headingMisquoted is the one heading of a list of contents that is not the form's, and the form's, where most of the others are word by word.
func (in *Input) headingMisquoted(text string) (quoted, due string) {
	sections := in.Report.Edition.Sections
	same := 0
	for _, section := range sections {
		heading := section.Heading()
		if strings.Contains(text, heading) {
			same++
			continue
		}
		at := strings.Index(text, section.Numeral+"、")
		if at < 0 || quoted != "" {
			return "", ""
		}
		end := strings.IndexAny(text[at:], "；。，\n")
		if end < 0 {
			end = len(text) - at
		}
		quoted, due = text[at:at+end], heading
	}
	if same < len(sections)-1 {
		return "", ""
	}
	return quoted, due
}

// partsStatement is the sentence of a paragraph that tells the report's parts, "" if there is none; a list of parts may have
// been parted by ；.
func partsStatement(text string) string {
	if !ofTheReport.In(text) || !parting.In(text) && !strings.Contains(text, "方面") {
		return ""
	}
	for statement := range strings.SplitAfterSeq(text, "。") {
		if ofTheReport.In(statement) && (parting.In(statement) || toldFrom.MatchString(statement)) && (partsSaid.MatchString(statement) || len(partsNamed(statement)) > 2) {
			return statement
		}
	}
	return ""
}

// partsNamed lists the sections, counted from 0, that a sentence names.
func partsNamed(statement string) []int {
	var named []int
	for k, words := range partWords {
		if chinese.ContainsAny(statement, words) {
			named = append(named, k)
		}
	}
	return named
}

func (in *Input) faultOfParts(statement string) string {
	sections := in.Report.Edition.Sections
	named := partsNamed(statement)
	old := oldParts.FindAllString(statement, -1)
	six := "应是" + chinese.NumberWord(len(sections)) + "个部分：" + titles(sections)
	said := 0
	if m := partsSaid.FindStringSubmatch(statement); m != nil {
		_, said = chinese.ReadPlaces(m[1] + m[2])
	}
	isList := len(named)+len(old) > 2
	switch {
	case said > 0 && said != len(sections) && wholeOfParts.MatchString(statement):
		return fmt.Sprintf("文字说有%d个部分，%s。", said, six)
	case len(named) < 2 && len(old) < 2:
		return ""
	case isList && len(old) > 0 && (len(old) > 1 || len(named) < len(sections)):
		return "“" + old[0] + "”是2019年以前的体例，现在" + six + "。"
	case said != 0 && said != len(sections) && isList:
		return fmt.Sprintf("文字说有%d个部分，%s。", said, six)
	case len(named) > 3 && len(named) < len(sections) && (slices.Contains(named, len(sections)-1) || !strings.Contains(statement, "等") || len(named) == len(sections)-1):
		var missing []form.Section
		for k, section := range sections {
			if !slices.Contains(named, k) {
				missing = append(missing, section)
			}
		}
		return "列出的部分里没有“" + titles(missing) + "”，" + six + "。"
	}
	return ""
}

// titles are the titles of sections, as a text lists them.
func titles(sections []form.Section) string {
	var list []string
	for _, section := range sections {
		list = append(list, section.Title)
	}
	return strings.Join(list, "，")
}

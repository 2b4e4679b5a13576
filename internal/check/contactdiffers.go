package check

import (
	"fmt"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/pattern"
)

var contactDiffers = Rule{
	ID: "contact-differs", Level: Query, Title: "文字里的电话、地址、邮编、邮箱、网址与“基本信息”一致；同一个办公室的电话、地址、邮编、邮箱前后一致", Citation: "填报说明",
	Find: findContactDiffers,
	Cases: func() []Case {
		return []Case{
			{Why: "电话不同", Set: []Entry{{"unit.phone", "000-12345678"}, {"narrative.preface", "如有疑问，请联系镇办公室，电话：000-12345679。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "电话少了一位", Set: []Entry{{"unit.phone", "000-12345678"}, {"narrative.preface", "联系电话：000-1234567。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "电话多了一位", Set: []Entry{{"unit.phone", "000-32345678"}, {"narrative.preface", "联系电话：000-323456789。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "门牌号不同", Set: []Entry{{"unit.address", "清溪镇文昌路1号"}, {"narrative.preface", "下载地址：https://www.example.gov.cn/1。联系地址：清溪镇文昌路3号镇办公室。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "网址还是旧的", Set: []Entry{{"unit.website", "https://www.example.gov.cn/qingxi"}, {"narrative.preface", "网址：http://www.old.gov.cn/"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "邮编、邮箱不同", Set: []Entry{{"unit.postcode", "000000"}, {"unit.email", "a@example.gov.cn"}, {"narrative.preface", "邮编：000001，电子邮箱：b@example.gov.cn。"}}, Finds: []form.Key{"narrative.preface", "narrative.preface"}},
			{Why: "写法不同，号码一样", Set: []Entry{{"unit.phone", "（000）12345678"}, {"unit.website", "https://www.example.gov.cn/qingxi"}, {"narrative.preface", "网址：www.example.gov.cn，电话：000－12345678。"}}},
			{Why: "填了几个电话、分机", Set: []Entry{{"unit.phone", "000-12345678、000-87654321-801"}, {"narrative.preface", "电话：000-87654321。"}}},
			{Why: "热线", Set: []Entry{{"unit.phone", "000-12345678"}, {"narrative.preface", "服务电话：000-963456，举报电话：000-12345。"}}},
			{Why: "地址写得详细些", Set: []Entry{{"unit.address", "清溪镇文昌路1号"}, {"narrative.preface", "地址：青垣县清溪镇文昌路1号镇政府三楼。"}}},
			{Why: "还有别的电话", Set: []Entry{{"unit.phone", "000-12345678"}, {"narrative.preface", "联系电话：000-12345678，监督电话：000-87654321。"}}},
			{Why: "别人的网站", Set: []Entry{{"unit.website", "https://www.example.gov.cn/qingxi"}, {"narrative.preface", "接口说明见https://data.other.gov.cn/api。"}}},
			{Why: "私人的手机号另有一条规则", Set: []Entry{{"unit.phone", "000-12345678"}, {"narrative.other", "未收取信息处理费。联系人张某，电话13800000000。"}}},
			{Why: "没有填基本信息", Set: []Entry{{"narrative.preface", "电话：000-12345678，邮编：000000。"}}},
			{Why: "党政办公室的电话，前言与第六部分不同", Set: []Entry{{"narrative.preface", "如有疑问，请联系镇党政办公室，电话：000-6671203。"}, {"narrative.other", "未收取信息处理费。对本报告有意见建议的，请与清溪镇党政办联系，电话：000-6671230。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "没有写哪个办公室，联系电话前后不同", Set: []Entry{{"narrative.preface", "对本报告有疑问的，联系电话：000-6671203。"}, {"narrative.other", "未收取信息处理费。联系电话：000-6671204。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "邮箱差一个字符", Set: []Entry{{"narrative.preface", "联系方式：镇办公室，电子邮箱qxbgs@example.com。"}, {"narrative.other", "未收取信息处理费，受理邮箱（qx_bgs@example.com）已经公布。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "邮箱的域名差一个字符", Set: []Entry{{"narrative.preface", "电子邮箱：qxbgs@example.com。"}, {"narrative.other", "未收取信息处理费，电子邮箱为qxbgs@exmple.com。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "同一个号码有没有区号，几个号码里的一个", Set: []Entry{{"narrative.preface", "如有疑问，请联系镇党政办公室，电话：000-6671203。镇党政办公室的另一部电话：000-6671207。"}, {"narrative.other", "未收取信息处理费。意见建议请与镇党政办公室联系，电话6671203。"}}},
			{Why: "监督电话、受理申请的电话、别的办公室和各村的电话、几个邮箱", Set: []Entry{{"narrative.preface", "如有疑问，请联系镇党政办公室，电话：000-6671203，邮箱qxzf1@example.com。"}, {"narrative.other", "未收取信息处理费。镇党政办公室的监督电话：000-6671204。受理申请的是镇党政办公室，电话：000-6671205，邮箱qxzf2@example.com。县政府办公室，联系电话：000-6670001。镇便民服务中心，联系电话：000-6671206。各村的联系电话：东岭村000-6671301。"}}},
			{Why: "办公室的邮编，前言与第六部分不同", Set: []Entry{{"narrative.preface", "联系单位：镇党政办公室，地址：清溪镇文昌路66号，邮编：000310。"}, {"narrative.other", "需要纸质报告的，可来信索取（清溪镇党政办公室，清溪镇文昌路66号，邮编：000301）。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "同一个地址，邮编不同", Set: []Entry{{"narrative.preface", "来信请寄清溪镇文昌路66号，邮政编码000310。"}, {"narrative.other", "申请书邮寄至清溪镇文昌路66号，邮编：000301。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "两个地方的邮编，邮编写两遍", Set: []Entry{{"narrative.preface", "地址：清溪镇文昌路66号，邮编：000310。查阅点：县档案馆（县城建设路2号，邮编000300），县图书馆，邮编000301。"}, {"narrative.other", "未收取信息处理费。地址：清溪镇文昌路66号，邮编：000310。复议机关地址：县城人民路1号，邮编：000300。"}}},
			{Why: "受理公众意见的办公室，电话前后不同", Set: []Entry{{"unit.name", "石梁县交通运输局"}, {"unit.level", "县级部门"}, {"narrative.preface", "公众如对报告有疑问，请与本局办公室联系，联系电话：000-6231145。"}, {"narrative.other", "（五）监督保障：由办公室统一受理公众意见，办公室联系电话为000-6231154。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "致函的是同一个办公室，邮箱不同", Set: []Entry{{"unit.name", "瑶城区望湖街道办事处"}, {"unit.level", "街道"}, {"narrative.preface", "如对本报告有意见建议，可向瑶城区望湖街道办事处党政办公室反映，电子邮箱：whjd@example.com。"}, {"narrative.other", "如需查询本报告，可致函望湖街道办事处党政办公室，电子邮箱：whbsc@example.com。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "受理群众投诉的电话，寄给区政府办公室的邮箱", Set: []Entry{{"unit.name", "瑶城区望湖街道办事处"}, {"unit.level", "街道"}, {"narrative.preface", "如有疑问，请与街道党政办公室联系，联系电话：000-6231145，电子邮箱：whjd@example.com。"}, {"narrative.other", "党政办公室受理群众投诉，联系电话：000-6231188。意见也可致函瑶城区人民政府办公室，电子邮箱：qzf@example.com。党政办公室受理公众申请，联系电话：000-6231166。"}}},
			{Why: "办公室的电话，请拨、可打的不一样", Set: []Entry{{"unit.phone", ""}, {"unit.address", ""}, {"narrative.preface", "对报告有疑问的，请拨党政办公室电话000-66201570。"}, {"narrative.other", "有意见可打党政办公室000-66207510。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "同一条路上的门牌号不一样", Set: []Entry{{"unit.phone", ""}, {"unit.address", ""}, {"narrative.preface", "联系地址：城关镇文昌路18号，党政办公室。"}, {"narrative.other", "有意见的，可寄信到城关镇文昌路81号。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "前后的电话，一处少了一位", Set: []Entry{{"narrative.preface", "如有疑问，请联系镇党政办公室，电话：000-6671203。"}, {"narrative.other", "未收取信息处理费。意见建议请与镇党政办公室联系，电话：000-667120。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "前后的电话，一处是热线", Set: []Entry{{"narrative.preface", "如有疑问，请联系镇党政办公室，电话：000-6671203。"}, {"narrative.other", "未收取信息处理费。意见建议请与镇党政办公室联系，电话：000-963456。"}}},
			{Why: "查阅点、以前的地址、别处的门牌", Set: []Entry{{"unit.phone", ""}, {"unit.address", ""}, {"narrative.preface", "联系地址：城关镇文昌路18号。"}, {"narrative.overview", "（四）平台建设。查阅点地址在文昌路81号县档案馆。文昌路20号居民的来信意见已在村公开栏答复。"}, {"narrative.other", "申请可寄到人民路3号政务服务中心，原办公地址文昌路81号已停用。"}}},
		}
	},
}

// contact is a part of the unit's data that texts repeat.
type contact struct {
	key    form.Key
	name   string
	labels *pattern.Words              // one of which stands before it
	tail   string                      // may stand behind a label
	said   *pattern.Pattern            // its label, and the value as a group
	same   func(said, own string) bool // whether both are one
	usual  func(own string) bool       // true of a value of which all is said where it stands in a text before a mark
}

var contacts = []contact{
	{"unit.phone", "电话", pattern.NewWords("电话 联系方式"), "号码",
		pattern.New(`(?:电话|联系方式)(?:号码)?(?:[：:为是]|\s)*(`+toldNumber+`)(?:[^0-9]|$)`, "电话", "联系方式"),
		samePhone, isUsualPhone},
	{"unit.address", "地址", pattern.NewWords("地址"), "",
		pattern.New(`地址(?:[：:为是]|\s)*([^：:，。；、）)\s]*\p{Han}[0-9]+号[^：:，。；、）)\s]*)`, "地址"),
		sameAddress, isUsualAddress},
	{"unit.postcode", "邮编", pattern.NewWords("邮编 邮政编码"), "",
		toldPostcode,
		func(said, own string) bool { return said == strings.TrimSpace(own) }, isPostcode},
	{"unit.email", "邮箱", pattern.NewWords("邮箱 邮件 mail"), "地址",
		pattern.New(`(?:邮箱|邮件|[Ee]-?mail)(?:地址)?(?:[：:为是]|\s)*([A-Za-z0-9._+-]+@[A-Za-z0-9.-]+[A-Za-z0-9])`, "邮箱", "邮件", "mail"),
		func(said, own string) bool { return strings.EqualFold(said, strings.TrimSpace(own)) }, isUsualEmail},
	{"unit.website", "网址", pattern.NewWords("网址 下载地址 查阅地址 访问地址"), "",
		pattern.New(`(?:网址|(?:下载|查阅|访问)地址)(?:[：:为是]|\s)*((?:https?://)?[A-Za-z0-9.-]+\.[a-z]{2,}[^\p{Han}，。；）)\s]*)`, "网址", "地址"),
		sameSite, isUsualSite},
}

// isPlainlyOwn says whether the only contact of a kind in a text is the unit's own, written as it is in its data.
func (c contact) isPlainlyOwn(text, own string) bool {
	before, behind, found := strings.Cut(text, own)
	if !found || behind != "" && !chinese.StartsWithAny(behind, []string{"，", "。", "；", "）"}) || !c.usual(own) {
		return false
	}
	before = strings.TrimSuffix(strings.TrimRight(before, "：:为是 "), c.tail)
	labels := 0
	for _, label := range c.labels.List() {
		labels += strings.Count(text, label)
	}
	return labels == 1 && c.labels.Ends(before)
}

func findContactDiffers(in *Input) []Finding {
	var found []Finding
	for _, c := range contacts {
		own := chinese.Fold(in.Report.Field(c.key)).Text // as the texts are read
		if strings.TrimSpace(own) == "" {
			continue
		}
		if f, differs := in.otherContact(c, own); differs {
			found = append(found, f)
		}
	}
	if found == nil {
		return in.contactsAtOdds()
	}
	return found
}

// otherContact is a finding on the first contact of a kind that a text names and that is not the unit's own. Of phones and
// addresses there may be others (监督电话, 查阅点地址) beside it.
func (in *Input) otherContact(c contact, own string) (f Finding, differs bool) {
	for _, s := range in.filled() {
		for i, p := range s.paragraphs {
			if c.isPlainlyOwn(p.Text, own) {
				if c.key == "unit.phone" || c.key == "unit.address" {
					return Finding{}, false
				}
				continue
			}
			for _, m := range c.said.FindAllStringSubmatch(p.Text, -1) {
				same := c.same(m[1], own)
				if same && (c.key == "unit.phone" || c.key == "unit.address") {
					return Finding{}, false
				}
				before, _, _ := strings.Cut(p.Text, m[1])
				if private := c.key == "unit.phone" && isMobile(m[1]) && !in.isOwnPhone(s, before, m[1]); same || differs || private {
					continue
				}
				differs = true
				f = s.finding(i, m[1], fmt.Sprintf("文字写的%s是“%s”，“基本信息”里是“%s”，请核对哪个对。", c.name, told(m[1]), told(own)))
				f.Expected, f.Compared = own, comparedTo("“基本信息”里")
				f.Cells = append(f.Cells, Cell{Key: c.key, Role: Term, Label: "“" + c.name + "”", Value: own, Place: in.Report.Fields[c.key].Place})
			}
		}
	}
	return f, differs
}

// samePhone compares digits with each of the unit's numbers. One of the two may lack the area code, and only ours may have an
// internal number behind it; a digit or two that are missing at the end are a slip.
func samePhone(said, own string) bool {
	const internal = 3 // digits of an internal number at least
	a := onlyDigits(said)
	for _, p := range phonesIn(own) {
		at := strings.Index(p.digits, a)
		behind := len(p.digits) - at - len(a)
		if a != "" && (at >= 0 && (behind == 0 || behind >= internal) || strings.HasSuffix(a, p.digits)) {
			return true
		}
	}
	return false
}

var houseNumber = pattern.New(`\p{Han}{1,3}[0-9]+号`, "号")

// sameAddress compares street and number, where there are: the places above may be left out, and a building may be added.
func sameAddress(said, own string) bool {
	street := houseNumber.FindString(own)
	return street == "" || houseNumber.FindString(said) == street
}

// sameSite compares the domains, but for what stands before the last three parts (zwgk.example.gov.cn).
func sameSite(said, own string) bool {
	return domain(said) == domain(own)
}

func domain(address string) string {
	_, rest, found := strings.Cut(address, "://")
	if !found {
		rest = address
	}
	host := strings.ToLower(strings.TrimRight(rest[:strings.IndexAny(rest+"/", "/:?#")], "."))
	parts := strings.Split(host, ".")
	return strings.Join(parts[max(0, len(parts)-3):], ".")
}

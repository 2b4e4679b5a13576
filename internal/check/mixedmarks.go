package check

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

var (
	// sameKind finds two of a flat list that a comma parts: 知情权，参与权、表达权; 执行公开、管理公开，服务公开、结果公开.
	sameKind = pattern.NewWith("权 公开、", `、\p{Han}{2,4}权，\p{Han}{2,4}权(?:[、，。；”等]|得到|和|与|及|以及|$)|\p{Han}{2,4}权，\p{Han}{2,4}权(?:[、和与及]|以及)\p{Han}{2,4}权(?:[、，。；”等]|得到|和|与|及|以及|$)|`+
		`、\p{Han}{2}公开，\p{Han}{2}公开、\p{Han}{2}公开`, "权，", "公开，")
	// mediaListed finds a list of ways by which something is published, media what its items end in.
	mediaListed = pattern.New(`(?:依托|通过|利用|借助|运用|采取|采用)((?:[\p{Han}“”]{2,10}[，、]){2,6}[\p{Han}“”]{2,10})等(?:多种)?(?:载体|渠道|平台|方式|形式|媒介|途径|媒体)`, "依托", "通过", "利用", "借助", "运用", "采取", "采用")
	media       = pattern.NewWords("网站 公众号 微信 微博 微信群 屏 公开栏 公示栏 宣传栏 公告栏 广播 喇叭 电视 报纸 客户端 平台 大厅 窗口 抖音 视频号 短视频 明白纸 宣传单 宣传册 新媒体 短信 专区 展板 横幅")
	// ofAnother are words of an item that tells of a whole, or of something else than the items beside it.
	ofAnother = pattern.NewWords("主办 承办 牵头 复议 诉讼 收到 受理 通过 利用 网站 公众号 微信 微博 平台 公开栏 发布 推送 主动公开 公开信息 合计 总计 新收 结转 办结 答复 办理 予以 全年 累计 共计 全部 同比 报送 接受 召开 举办 组织 开展 完成 印发 制定 上报 更新 接待 " +
		"处理 解答 回复 采用 刊发 转发 网上 线上 线下 以及 另 发放 收回 作出 做出 也 其他 其余")
	// ordinalsParted finds a third point behind 。 where the second stands behind ；.
	ordinalsParted = pattern.New(`一是[^。；]*；二是[^。；]*(。)三是`, "；二是")
	// partedNumber finds a number that a comma parts from what it counts: 办理群众来信，264件，.
	partedNumber = pattern.New(`(?:办理|发布|公开|收到|推送|接收|印发|答复|回复|发放|受理)(?:了)?[^，。；、：0-9]{2,12}(，)[0-9]+余?[条件份篇个期张册]，`, "，")
	listOpeners  = pattern.NewWords("其中 分别是 分别为 包括 包含 涵盖")
)

// mixedMarks lists the places where one mark of a list is not the one that parts its other items.
func mixedMarks(text string) (faults []wordFault) {
	add := func(start, end int, message string) {
		faults = append(faults, wordFault{start, end, "“" + text[start:end] + "”" + message, "", Info})
	}
	for _, m := range sameKind.FindAllStringIndex(text, -1) {
		at := m[0] + strings.Index(text[m[0]:m[1]], "，")
		add(at-len(lastRunes(text[:at], 3)), at+len("，")+len(chinese.Clip(text[at+len("，"):], 3)), "里并列的几项之间请用顿号")
	}
	for _, m := range mediaListed.FindAllStringSubmatchIndex(text, -1) {
		list := text[m[2]:m[3]]
		items := strings.FieldsFunc(list, func(r rune) bool { return chinese.IsOneOf(r, "，、") })
		isOther := func(item string) bool { return !media.Ends(strings.Trim(item, "“”")) }
		if strings.Contains(list, "，") && !slices.ContainsFunc(items, isOther) {
			add(m[2], m[3], "里并列的几项之间请用顿号")
		}
	}
	if m := ordinalsParted.FindStringSubmatchIndex(text); m != nil {
		add(m[2]-len(lastRunes(text[:m[2]], 4)), m[1], "里的“。”和前面几点之间的“；”不一样，请统一")
	}
	if commaBeforeNumber(text) {
		for _, m := range partedNumber.FindAllStringSubmatchIndex(text, -1) {
			add(m[2]-len(lastRunes(text[:m[2]], 4)), m[1]-len("，"), "里数字和它数的东西之间不用逗号，请删去“，”")
		}
	}
	for _, list := range numberedLists(text) {
		if k := list.odd(text); k > 0 {
			before, item := list.items[k-1], list.items[k]
			usual := list.items[k%(len(list.items)-1)].mark // of another place than the odd one
			add(before.start, item.end, "里的“"+before.mark+"”和这一串其他各项之间的“"+usual+"”不一样，请统一")
		}
	}
	return faults
}

// numberedItem is a name with its number, from byte to byte, and the mark behind it.
type numberedItem struct {
	start, end int
	mark       string
	isClass    bool // 社区动态类53条
}

// commaBeforeNumber says whether a comma of a text stands right before a number, and not before a year.
func commaBeforeNumber(text string) bool {
	for at := range chinese.Indexes(text, "，") {
		if rest := text[at+len("，"):]; startsWithDigit(rest) && !strings.HasPrefix(rest, "20") {
			return true
		}
	}
	return false
}

// numberedList is a list of names with their numbers: 通知28条、公告19条.
type numberedList struct {
	opens bool // something that opens a list stands before the first item
	items []numberedItem
}

// fewestNumbered is how many items a list has whose marks are held against each other.
const fewestNumbered = 4

// numberedLists are the lists of a text whose items all have a name, a number and the same counter.
func numberedLists(text string) (lists []numberedList) {
	const most = 90 // bytes of an item
	if strings.Count(text, "，")+strings.Count(text, "、")+strings.Count(text, "；") < fewestNumbered-2 {
		return nil
	}
	var list numberedList
	keep := func() {
		if len(list.items) >= fewestNumbered {
			lists = append(lists, list)
		}
		list = numberedList{}
	}
	for start := 0; start < len(text); {
		at := len(text)
		if i := strings.IndexFunc(text[start:], func(r rune) bool { return chinese.IsOneOf(r, "，、；。：（）！？\n") }); i >= 0 {
			at = start + i
		}
		mark := chinese.Clip(text[at:], 1)
		item := text[start:at]
		opens := start > 0 && strings.HasSuffix(text[:start], "：")
		for i, word := range listOpeners.Each(text[start:at]) {
			item, opens = text[start+i+len(word):at], true
		}
		_, ok := readListItem(item)
		ok = ok && len(item) <= most && !ofAnother.In(item)
		if n := len(list.items); !ok || opens || n > 0 && lastRune(text[:list.items[n-1].end]) != lastRune(item) {
			keep()
		}
		if ok {
			list.opens = list.opens || opens
			before, _ := cutCounter(item)
			list.items = append(list.items, numberedItem{at - len(item), at, mark, strings.HasSuffix(strings.TrimRight(before, "0123456789"), "类")})
		}
		if !ok || mark == "" || !strings.Contains("，、；。", mark) {
			keep()
		}
		start = at + len(mark)
	}
	keep()
	return lists
}

// odd is the item of a text's list before which a mark stands that stands before no other, 0 if all are parted alike, or in groups.
func (l numberedList) odd(text string) int {
	times := map[string]int{}
	marks := l.items[:len(l.items)-1]
	for _, item := range marks {
		times[item.mark]++
	}
	if len(times) != 2 {
		return 0
	}
	for i, item := range marks {
		switch {
		case times[item.mark] > 1:
		case item.mark == "；", i == 0 && !l.opens: // the first may be the whole that the others are parts of
			return 0
		case !l.isWhole(text) && slices.ContainsFunc(l.items, func(item numberedItem) bool { return !item.isClass }): // some may be of something else
			return 0
		default:
			return i + 1
		}
	}
	return 0
}

// isWhole says whether the numbers of a list add up to the one that its sentence tells before it.
func (l numberedList) isWhole(text string) bool {
	start, sum := l.items[0].start, 0
	counter := lastRune(text[:l.items[0].end])
	for _, item := range l.items {
		number := strings.TrimSuffix(text[item.start:item.end], counter)
		n, _ := strconv.Atoi(number[len(strings.TrimRight(number, "0123456789")):])
		sum += n
	}
	before, _ := chinese.Around(text[:start], start, "。！？\n")
	number := strconv.Itoa(sum)
	at := strings.LastIndex(before, number)
	return at > 0 && !endsInDigit(before[:at]) && strings.ContainsAny(chinese.Clip(before[at+len(number):], 1), "条件篇项个份"+counter)
}

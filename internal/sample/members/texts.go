package members

import (
	"fmt"
	"strings"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

// The matters that the texts speak of.
var (
	matters  = strings.Fields("惠农补贴 农村危房改造 防汛抗旱 义务教育招生 医疗救助 低保核查 高标准农田建设 人居环境整治 道路养护 饮水安全 就业帮扶 养老服务 森林防火 集体资产管理 殡葬改革 垃圾分类")
	forms    = strings.Fields("问答 图解 短视频 明白纸 广播稿 现场讲解 漫画 案例")
	wants    = strings.Fields("发布不够及时 解读形式单一 栏目更新不均衡 答复文书不够规范 查阅点使用率不高 业务人员调整频繁")
	remedies = strings.Fields("按月提醒各科室报送 把政策改写成问答 指定专人逐栏检查 请司法所逐件审看答复 把查阅点移到便民服务中心 每季度开一次业务会")
)

// texts writes the sections, with figures of the tables as placeholders.
func (w *writer) texts() {
	w.write("narrative.preface",
		"根据《中华人民共和国政府信息公开条例》的规定，{{单位}}编制{{年份}}年政府信息公开工作年度报告。所列数据的统计期限自{{年份}}年1月1日起至12月31日止。",
		"本报告电子版可在{{网址}}下载。如有疑问，请与{{单位}}联系（地址：{{地址}}，电话：{{电话}}）。")
	first, second := w.pick(matters), w.pick(matters)
	w.write("narrative.overview",
		fmt.Sprintf("%s年，%s围绕%s、%s等群众关心的事项推进政府信息公开。", w.YearText(), w.unit.place, first, second),
		fmt.Sprintf("（一）主动公开。全年通过县政府门户网站发布信息%d条，制作%s%d期，重点说清%s怎样申请、找谁办理。", 40+w.IntN(400), w.pick(forms), 2+w.IntN(20), first),
		"（二）依申请公开。本年新收政府信息公开申请{{本年新收}}件，上年结转{{上年结转}}件，均依法办理。",
		fmt.Sprintf("（三）政府信息管理。坚持先审查、后公开，全年更正错别字和失效链接%d处，撤下过期通知%d条。", 1+w.IntN(60), 1+w.IntN(30)),
		fmt.Sprintf("（四）政府信息公开平台建设。新设“%s”专题，在%d处便民服务场所设置查阅点，全年接待查阅%d人次。", second, 1+w.IntN(30), 20+w.IntN(3000)),
		fmt.Sprintf("（五）监督保障。工作考核方面，按季度对各科室打分；社会评议方面，发放征求意见表%d份，收到建议%d条，均已答复；责任追究方面，全年未发生被追究责任的情形。", 100+w.IntN(400), 2+w.IntN(20)))
	want, remedy := w.IntN(len(wants)), w.IntN(len(remedies))
	w.write("narrative.problems",
		fmt.Sprintf("主要问题：%s，涉及%s；与群众的期待相比，%s的公开还不够细。", wants[want], first, second),
		fmt.Sprintf("改进情况：一是%s，已经做了%d次；二是把%s的办理结果逐件公开，请%d名群众代表试读。", remedies[remedy], 1+w.IntN(12), second, 3+w.IntN(15)))
	w.write("narrative.other", "{{年份}}年未收取政府信息公开信息处理费。")
}

func (w *writer) pick(words []string) string { return words[w.IntN(len(words))] }

func (w *writer) write(k form.Key, paragraphs ...string) {
	w.Texts[k] = model.SplitParagraphs(strings.Join(paragraphs, "\n"), model.Place{})
}

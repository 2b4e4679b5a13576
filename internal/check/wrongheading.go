package check

import (
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// plainly are what tells that a paragraph is on an aspect, barely the least that may hint at it, both in the order of the aspects.
var (
	plainly = []*pattern.Words{
		pattern.NewWords("主动公开 公开了 发布信息 公布了 发布政务信息 发布政府信息"),
		pattern.NewWords("收到政府信息公开申请 收到依申请公开 收到信息公开申请 收到公开申请 提出政府信息公开申请 提出的政府信息公开申请 件申请 申请已答复 申请均已答复 申请都答复"),
		pattern.NewWords("三级审查 三级审核 逐级审核 逐级审查 三审三校 保密审查 先审后发 先审核后发布 登记归档 失效文件 编号归档 审查表 公开属性 归卷 立卷 核稿 底稿"),
		pattern.NewWords("网站 公众号 新媒体 查阅点 公开栏 公示栏 专栏 栏目 电子屏"),
		pattern.NewWords("年终考核 年度考核 绩效考核 社会评议 责任追究 追究责任 业务培训 监督检查 专题讲座 专题培训 集中培训 跟班学习 闭卷测试 闭卷考试 举办培训 组织培训 培训班 堂课 授课 讲课 上课 听课 补考 考试 学员 轮训 集训 问责 结业 测验 打分 目标考核 约谈 张榜 办公会 评议"),
	}
	barely = []*pattern.Words{
		pattern.NewWords("公开 发 公布 公示 张贴 解读 推送 刊 上网 上墙 贴 亮 晒 登 摆 告 讲 播 送 名单 标准 清单 宣传 动态 信息 许可 处罚 收费 规范性文件"),
		pattern.NewWords("申请 答复 受理 复议 诉讼 办结 件 收到 未收 未接 渠道"),
		pattern.NewWords("管 审 校 核 档 清理 登记 目录 密 隐 台账 失效 废止 公文 文件 更新 制度 流程 属性 来源 发布 梳理 编 修改 维护 信息 内容 修复 错 清查 排查 巡查 自查 检查 抽查 补录 更正"),
		pattern.NewWords("平台 网 栏 屏 微 端 厅 页 馆 点 号 播 喇叭 线 台 窗口 中心 载体 渠道 信箱 报 热线 系统 阵地 电脑 触摸 版"),
		pattern.NewWords("考 评 督 责 训 会 领导 研究 经费 意见 人员 专人 安排 制度 保障 检查 学习 通报 问 测 机制 部署 配"),
	}
	// alien are words that hold one of barely and say nothing of the aspect, in the same order; of 主动公开, the name of what applicants ask for,
	// and of the work itself.
	alien = []*pattern.Words{
		pattern.NewWords("政府信息公开申请 依申请公开 信息公开申请 公开申请 政府信息公开 信息公开条例 信息公开工作 政务公开 公开工作 信息员 发生 发展 开发 启发 突发 颁发"),
		pattern.NewWords("文件 条件 事件 软件 硬件 稿件"),
		pattern.NewWords("分管 主管 监管 管委会 党校 学校 高校 密切 紧密 个人档案 学习档案 干部档案 信息公开条例 政府信息公开 信息公开 信息员 信息化 考核 监督检查 培训内容 学习内容 不错"),
		pattern.NewWords("通报 汇报 报告 报名 申报 举报 上报 报送 重点 难点 要点 试点 特点 优点 缺点 观点 热点 一线 主线 底线 红线 文号 编号 出台 台账 网格员 办公厅 传播 记分点"),
		pattern.NewWords("社会公众 社会关切 社会保障 机会 访问 不会 委员会 监测 检测 参考 支配 分配 匹配 适配 问题 咨询 查询 询问"),
	}
)

// aboutAnother is the aspect that a body tells of under the heading of another one, of which it has not the least; "" if it tells of none.
func aboutAnother(k int, body string) string {
	if first, _, _ := strings.Cut(body, "。"); saysNothing(strings.TrimSpace(first)) {
		return "" // 依申请公开：无。
	}
	own := alien[k].Without(body)
	if barely[k].In(own) || aspects[k].isIn(own) || strings.Contains(body, aspects[k].name) { // 主动公开工作扎实推进 is little, and not nothing
		return ""
	}
	for other := range aspects {
		if other != k && plainly[other].In(body) {
			return aspects[other].name
		}
	}
	return ""
}

// disputesTold is what is said of the unit's own 复议 and 诉讼, and not of files and systems that a judicial office publishes or keeps as its field.
var disputesTold = pattern.New(`(?:没有|未|无|发生|引发|引起|收到|被|提起|因)[^，。；\n]{0,12}(?:复议|诉讼)|(?:复议|诉讼)[^，。；\n文决书申机平系]{0,6}(?:[0-9]+件|为零|为0|案件|维持|撤销)`, "复议", "诉讼")

// underWrongHeadings finds headings of an aspect below which nothing is said of it, but of another one or of 复议 and 诉讼.
func (s section) underWrongHeadings() []Finding {
	var found []Finding
	add := func(b aspectBlock, message string) {
		f := s.finding(b.at, excerpt(s.paragraphs[b.at].Text), message)
		f.Level = Query
		found = append(found, f)
	}
	blocks := s.aspectBlocks()
	for i, b := range blocks {
		isDivided := b.level > 0 && i+1 < len(blocks) && blocks[i+1].level > b.level
		if len(b.names) != 1 || isDivided || strings.TrimSpace(b.body) == "" {
			continue
		}
		k, title := b.names[0], chinese.HeadingTitle(strings.TrimSuffix(b.heading, "，"))
		if other := aboutAnother(k, b.body); other != "" {
			add(b, "“"+title+"”下面写的像是"+other+"，没有写"+aspects[k].name+"，请核对这一段放得对不对。")
			continue
		}
		if k != applicationsAspect && k != supervisionAspect && !aspects[k].isIn(b.body) && !barely[k].In(alien[k].Without(b.body)) && disputesTold.MatchString(b.body) {
			add(b, "“"+title+"”下面写的是行政复议、行政诉讼，没有写"+aspects[k].name+"，请改写这一段；复议诉讼的情况写在依申请公开后面或第四部分。")
		}
	}
	return found
}

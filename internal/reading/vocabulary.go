package reading

// role is what a word does in a sentence, beside naming a subject. A word without a role is known and means nothing here.
type role uint64

const (
	applicationWord role = 1 << iota // a request under the regulation: 政府信息公开申请, 依申请公开
	applyingWord                     // 申请 alone, which may be one for anything
	disclosureWord                   // 政府信息公开: what the sentence is about
	documentWord                     // 规范性文件, 规章
	rulesWord                        // 规章
	paperWord                        // 文件 alone
	negationWord                     // 未, 没有
	allWord                          // 均, 全部
	eachWord                         // 各, 分别: one figure for each thing that was named
	amongstWord                      // 其中
	otherWord                        // 其他, 其余: closes a list of parts
	sumMarkWord                      // 共, 合计
	linkWord                         // 为, 数量: a number may follow without a unit
	compareWord                      // 较, 同比
	differenceWord                   // 增加: the number that follows is a difference
	ratioWord                        // 占, 率
	aboutWord                        // 涉及, 集中在: narrows what is counted
	partialWord                      // 主要, 包括: the list is not meant to be complete
	andSoOnWord                      // 等
	roughlyWord                      // 约, 以上
	channelWord                      // 网上, 当面: narrows what is counted
	timelyWord                       // 按期
	lateWord                         // 延期
	relativeWord                     // 的
	conjunctionWord                  // 和, 及
	withinWord                       // 中: what follows is a part
	prepositionWord                  // 按照, 在
	settledWord                      // 审结, 胜诉: a result that the form does not count
	itemsWord                        // 事项, 项目
	authorityWord                    // 权限
	publicityWord                    // 公示, 信息
	collectingWord                   // 收取
	unrelatedWord                    // 无关
	labelWord                        // 公开属性: how public documents are
	carriedOverWord                  // 结转
	ownNameWord                      // the unit's name, 我镇
	regionWord                       // 全县, 我市: a whole territory
	governmentWord                   // 县政府
	selfWord                         // 本机关, 本级
	officeWord                       // 办公室
	organWord                        // 部门, 乡镇: a part of the territory, or another organ
	thisYearWord                     // 本年
	fullYearWord                     // 全年, 年内: this year, if no other was named
	lastYearWord                     // 上年
	nextYearWord                     // 下年
	otherTimeWord                    // 上半年, 以来
	cumulativeWord                   // 累计: this year only together with a word that says so
	untilWord                        // 截至
	voluntaryWord                    // 主动公开
	resolutionWord                   // 处理决定: of what was named before
)

// Topic is what a sentence speaks of, carried from one clause to the next until another is named.
type Topic uint8

const (
	noTopic Topic = iota
	onRequests
	onDisputes
	onDocuments
	onDecisions
	OnCharges       // 行政事业性收费
	OnProcessingFee // 信息处理费
	onProcurement
	onInformation
	onOther // something else that is counted in 件: proposals, complaints, hotline calls
)

// glossary is the vocabulary but for the words that name subjects.
var glossary = []struct {
	role  role
	topic Topic
	words string
}{
	{applicationWord, onRequests, `政府信息公开申请 政府信息公开的申请 信息公开申请 信息公开的申请 依申请公开 依申请公开申请 依申请公开件 依申请公开事项 依申请公开政府信息 依申请信息公开
		政府信息依申请公开 政府信息依申请公开申请 信息依申请公开 申请公开政府信息 公开政府信息申请 公开政府信息的申请 申请公开事项 公开申请 申请公开 依申请公开政府信息申请 政府信息依申请公开件 依申请政府信息公开 依申请政府信息公开事项 依申请公开信息 依申请公开事宜 政务信息公开申请 依申请公开工作事项`},
	{applyingWord, noTopic, `申请 申请件`},
	{disclosureWord, noTopic, `政府信息公开 信息公开 政务公开 政府信息公开工作 信息公开工作`},
	{paperWord, noTopic, `文件`},
	{documentWord, onDocuments, `行政规范性文件 规范性文件`},
	{documentWord | rulesWord, onDocuments, `规章 政府规章`},
	{negationWord, noTopic, `未 尚未 从未 并未 均未 未曾 没有 没 无 暂无 尚无 均无 也无 并无 不存在 零 未有`},
	{allWord, noTopic, `均 全部 都 皆 全都 一律 全数 均已 均为 均由 均系`},
	{eachWord, noTopic, `各 分别 各为 分别为 分别是`},
	{amongstWord, noTopic, `其中`},
	{otherWord, noTopic, `其他 其它 其余 剩余 余下 其他类 其他信息 其他各类`},
	{sumMarkWord, noTopic, `共 共计 合计 总计 总共 一共 计 共有 累计共`},
	{linkWord, noTopic, `为 是 数 量 数量 总数 总量 件数 数目 总数为 数量为 总计为 金额 总额 总金额 达 达到 总数量`},
	{compareWord, noTopic, `较 比 同比 相比 环比 对比 相较 比上年同期`},
	{differenceWord, noTopic, `增加 增长 减少 下降 上升 提高 降低 多 少 增 减 升 降 增至 增加到 减少到 减至 降至 升至 持平 增幅 降幅 新增加`},
	{ratioWord, noTopic, `占 占比 率 办结率 答复率 按时办结率 按期办结率 按时答复率 按期答复率 办复率 回复率 满意率 满意度 公开率 及时率 比例 比重 占比为`},
	{aboutWord, noTopic, `涉及 关于 有关 针对 集中 集中在 类型为 内容为 内容涉及`},
	{partialWord | aboutWord, noTopic, `主要 重点 主要为 主要是 主要有 主要情形 主要情形为 主要情形是 主要类型 主要类型为 主要原因 主要原因是`},
	{partialWord, noTopic, `包括 如 例如 诸如 包含 主要包括`},
	{andSoOnWord, noTopic, `等 等等`},
	{roughlyWord, noTopic, `约 近 超 超过 逾 将近 接近 不足 不到 至少 最多 大约 不少于 不超过 不低于 多于 少于 左右 以上 以下 以内 上下 最高 最低 余`},
	{channelWord, noTopic, `网上 网络 线上 线下 在线 网站 门户网站 政府网站 平台 系统 信函 邮寄 邮件 电子邮件 邮箱 当面 现场 传真 窗口 书面 纸质 口头 电话 微信 公众号 新媒体 政务新媒体 公开栏 邮政 当场 直接`},
	{timelyWord, noTopic, `按期 按时 如期 按时按规 限期 提前`},
	{lateWord, noTopic, `延期 逾期 超期 顺延 延长 逾时 延期答复 延期办理 逾期答复 超期答复`},
	{relativeWord, noTopic, `的`},
	{withinWord, noTopic, `中 当中 之中`},
	{conjunctionWord, noTopic, `和 及 与 以及 或 或者 并 且 以及其 还是`},
	{prepositionWord, noTopic, `按照 根据 依据 依照 在 配合 向 经 通过 围绕 依托 结合 贯彻 落实 执行 对照 遵照 协助`},
	{settledWord, noTopic, `撤销 审结 胜诉 驳回 撤诉 调解 和解 终止审理 不予受理 结案 已结 办结复议`},
	{itemsWord, noTopic, `事项 项目 清单 目录`},
	{authorityWord, noTopic, `权 权限 职权 职能 权力 资格 主体 权责`},
	{publicityWord, noTopic, `公开 公示 公布 双公示 上传 归集 报送 录入 宣传 解读 发布 学习 审查 备案 起草 代拟 转发 征求 修订 修改 拟 评估 清理 审核`},
	{collectingWord, noTopic, `收取 征收 收缴 收取金额 收费金额 收费`},
	{labelWord, onInformation, `公文 发文 公开属性 属性`},
	{unrelatedWord, noTopic, `无关 不相关`},
	{ownNameWord, noTopic, `我局 本局 我委 本委 我办 本办 我厅 本厅 我中心 本中心 本单位 我单位 本部门 我部门 全局 全委 局机关 我院 本院 我站 我所 办事处 街道办事处 街道 我处 本处`},
	{regionWord, noTopic, `全省 全市 全县 全区 全州 全盟 全旗 全镇 全乡 全街道 我省 我市 我县 我区 我州 我旗 我镇 我乡 我街道 本省 本市 本县 本区 本州 本旗 本镇 本乡 本街道`},
	{governmentWord, noTopic, `省政府 市政府 县政府 区政府 州政府 旗政府 镇政府 乡政府 省人民政府 市人民政府 县人民政府 区人民政府 街道办 镇人民政府 乡人民政府`},
	{selfWord, noTopic, `本机关 我机关 本级 县本级 市本级 区本级 省本级 政府本级 本级政府`},
	{officeWord, noTopic, `办公室 政府办 政府办公室 县政府办 县政府办公室 区政府办 区政府办公室 市政府办 市政府办公室 镇政府办公室 党政办 党政办公室 党政综合办公室 办公厅 政务公开办`},
	{organWord, noTopic, `部门 各部门 县直部门 区直部门 市直部门 各单位 乡镇 各乡镇 镇街 各镇 各乡 各街道 各村 村 社区 站所 科室 各科室 派出所 公安机关 公安局 邻近 邻镇 邻县 周边 兄弟 外地 下属 所属 直属 局属 分局 全系统 系统内
		执法队 执法大队 综合执法 市场监管 城管 司法所 财政所 自然资源局 教育局 住建局 民政局 财政局 司法局 人社局 卫健局 水利局 发改局 审计局 农业农村局 便民服务中心 政务服务中心 便民中心 镇人大 镇纪委 纪委 县委 法院 检察院`},
	{thisYearWord, noTopic, `本年 本年度 今年 今年以来 本年以来 本年度以来 本报告期 本报告期内 本年度累计 今年累计`},
	{fullYearWord, noTopic, `全年 全年度 当年 当年度 年内 年度内 一年来 报告期 报告期内 年底 年末 截至年底 全年累计 年度`},
	{lastYearWord, noTopic, `上年 上年度 上一年 上一年度 去年 前一年 上年同期 去年同期 往年 以前年度 历年 前年`},
	{nextYearWord, noTopic, `下年 下年度 下一年 下一年度 次年 明年 来年 次年度`},
	{otherTimeWord, noTopic, `上半年 下半年 季度 月均 日均 年均 平均 人均 每年 每月 每季度 近年来 近年 近几年 近三年 近两年 近五年 连续 以来 十余年来 多年来 同期 截至目前 月份 上旬 中旬 下旬 每半年 汛期 期间`},
	{cumulativeWord, noTopic, `累计 累积`},
	{untilWord, noTopic, `截至 截止 截止到 截至到 止`},
	{voluntaryWord, noTopic, `主动公开`},
	{resolutionWord, noTopic, `决定 处理决定 处理决定数量`},
	{0, onInformation, `信息 政府信息 政务信息 各类信息 各类政府信息 政府信息公开信息`},
	{0, OnProcessingFee, `信息处理费 政府信息公开信息处理费 处理费`},
	{0, onOther, `建议 提案 议案 意见 意见建议 投诉 举报 投诉举报 信访举报 咨询 来电 来访 来信 来信来访 留言 工单 热线 信件 市长信箱 县长信箱 信箱 问题 信访 申诉 行政申诉 上访 信访件 信访事项 诉求 线索 纠纷 舆情
		稿件 问卷 许可申请 行政许可申请 低保 救助 补贴 资格认定 登记件 办件 便民服务 申请表 收费通知 收费通知书 补正通知 答复书 告知书 告知 合同 申请材料 法律援助 抽查 检查 仲裁 行政裁决 行政应诉 行政复议申请受理
		共同被告 复议决定 答复文书 受理点 受理窗口 申请窗口 申请表格 作为复议机关 工作人员 培训 会议 代办 优待证 条件 首例`},
	{0, noTopic, `政府 机关 行政机关 各级行政机关 各级 各级各类 公民、法人和其他组织 公民、法人或其他组织 公民、法人或者其他组织 公民、法人及其他组织 公民法人和其他组织 公民法人或其他组织 公民和法人
		任何 任何形式 形式 各类 各种 所有 相关 社会公众 公众 群众 社会 市民 居民 村民 申请人 当事人 提出 提交 递交 要求 情况 情形 现象 事件 业务 案件 案 件 类 方面 工作 方式 数据 已 已经 也 仍 还 又 即 及时 依法 依规 依法依规 规范 妥善
		严格 认真 完成 进行 作出 做出 予以 给予 作 发生 引发 引起 产生 出现 存在 因 由于 而 被 由 提起 至 到 从 自 起 于 以 了 过 有 内 里 后 前 时 日 目前 期限内 期限 法定 法定期限 法定期限内 法定时限 法定时限内 规定
		规定时限 规定时限内 规定期限 规定期限内 时限 时限内 措施 实施 开展 实际 通知 办理结果 办理情况 处理结果 答复情况 依 据 对 将 可 应 新 宣布 复议机关 行政复议机关 人民法院 判决
		继续 继续办理 办理的 本着 其 该 此 这 无障碍 无人机 未来 未成年人 比较 都市 首都 平等 等级 等候 等待 等次 集中公开 中心 质量 人数 作为 为民 为了 行为 因为 认为 成为 少数 至于 对外管理服务 不断 数字 数额 各项 各自
		结果 结果为 处理情况 公开办 政务 服务 上述 以上各项 另 另外 另有 虽然 虽 但 但是 尽管 因此 然而 尚有 尚 同时 此外 目前尚有 登记 全面 切实 积极 处 不再处理 名义 以本机关名义 重点领域 重点工作 无误 无法 无偿 无理由 没收 领域 一件事 规章制度 获 获得 得到 终止 终止办理 结束办理 党内规范性文件 行政规范性文件管理办法
		方面的 收费标准 收费项目 收费依据 涉企 不含 不包括 含 单位 有限 县 镇 乡 市 区 省 乡村 农村 乡村振兴 村级 村务 行政村`},
}

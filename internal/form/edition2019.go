package form

// edition2019 is the form of report years 2019 and 2020 (试行), frozen.
func edition2019() *Edition {
	return &Edition{
		ID:        "2019",
		FirstYear: 2019,
		LastYear:  2020,
		Notice:    "《中华人民共和国政府信息公开工作年度报告格式（试行）》",
		Number:    "国办公开办函〔2019〕60号",
		CitedAs:   []string{"政府信息公开工作年度报告有关事项", "政府信息公开工作年度报告格式（试行）"},
		Sections: []Section{
			{Numeral: "一", Title: "总体情况", Tab: "总体情况", Text: overview},
			{Numeral: "二", Title: "主动公开政府信息情况", Tab: "主动公开", Text: besideTable("proactive", "主动公开"), Table: &Table{
				Key: "proactive", Title: "主动公开政府信息情况表",
				Blocks: []Block{
					{
						Caption: "第二十条第（一）项", Corner: "信息内容",
						Columns: []Head{
							{Key: "made", Label: "本年新制作数量", Name: "本年新制作", Note: "填本年内制定的件数。"},
							{Key: "published", Label: "本年新公开数量", Name: "本年新公开", Note: "填本年内公开的件数，不会多于对外公开总数量。"},
							{Key: "total", Label: "对外公开总数量", Name: "对外公开总数", Note: "填到12月31日对外公开的总件数。"},
						},
						Rows: []Head{
							{Key: "rules", Label: "规章", Name: "规章", Law: "《条例》第二十条第（一）项",
								Note: "只有国务院部门、省级政府、设区的市和自治州政府制定规章；乡镇、街道、县级政府及其部门都填0，内部规章制度不算。"},
							{Key: "normative", Label: "规范性文件", Name: "规范性文件", Law: "《条例》第二十条第（一）项",
								Note: "涉及群众权利义务、公开发布、普遍适用、一段时间内反复适用的文件；内部制度、人事任免、会议通知、请示、报告不算。"},
						},
						Limits: []Limit{{Lower: "published", Upper: "total"}},
					},
					{
						Caption: "第二十条第（五）项", Corner: "信息内容",
						Columns: []Head{
							{Key: "items", Label: "上一年项目数量", Name: "上一年项目", Note: "填上一年的事项数。"},
							{Key: "change", Label: "本年增/减", Name: "本年增减", Measure: Change, Note: "比上一年增加的填正数，减少的填负数，如-3。"},
							{Key: "decisions", Label: "处理决定数量", Name: "处理决定", Note: "填本年作出的全部决定，依法不公开的也计入。"},
						},
						Rows: []Head{
							{Key: "licensing", Label: "行政许可", Name: "行政许可", Law: "《条例》第二十条第（五）项"},
							{Key: "other_services", Label: "其他对外管理服务事项", Name: "其他对外管理服务事项", Law: "《条例》第二十条第（五）项"},
						},
						Carries: []Carry{{To: "items", From: []string{"items", "change"}}},
					},
					{
						Caption: "第二十条第（六）项", Corner: "信息内容",
						Columns: []Head{
							{Key: "items", Label: "上一年项目数量", Name: "上一年项目", Note: "填上一年的事项数。"},
							{Key: "change", Label: "本年增/减", Name: "本年增减", Measure: Change, Note: "比上一年增加的填正数，减少的填负数，如-3。"},
							{Key: "decisions", Label: "处理决定数量", Name: "处理决定", Note: "填本年作出的全部决定，依法不公开的也计入。"},
						},
						Rows: []Head{
							{Key: "penalties", Label: "行政处罚", Name: "行政处罚", Law: "《条例》第二十条第（六）项"},
							{Key: "compulsion", Label: "行政强制", Name: "行政强制", Law: "《条例》第二十条第（六）项"},
						},
						Carries: []Carry{{To: "items", From: []string{"items", "change"}}},
					},
					{
						Caption: "第二十条第（八）项", Corner: "信息内容",
						Columns: []Head{
							{Key: "items", Label: "上一年项目数量", Name: "上一年项目", Note: "填上一年的收费项目数。"},
							{Key: "change", Label: "本年增/减", Name: "本年增减", Measure: Change, Note: "比上一年增加的填正数，减少的填负数，如-3。"},
						},
						Rows:    []Head{{Key: "fees", Label: "行政事业性收费", Name: "行政事业性收费", Law: "《条例》第二十条第（八）项"}},
						Carries: []Carry{{To: "items", From: []string{"items", "change"}}},
					},
					{
						Caption: "第二十条第（九）项", Corner: "信息内容",
						Columns: []Head{
							{Key: "items", Label: "采购项目数量", Name: "采购项目", Note: "填本年政府集中采购的项目数。"},
							{Key: "amount", Label: "采购总金额", Name: "采购总金额", Measure: Amount, Note: "连单位一起填，如5.2万元、251000元。"},
						},
						Rows: []Head{{Key: "procurement", Label: "政府集中采购", Name: "政府集中采购", Law: "《条例》第二十条第（九）项"}},
					},
				},
			}},
			{Numeral: "三", Title: "收到和处理政府信息公开申请情况", Tab: "依申请公开", Text: besideTable("requests", "依申请公开"), Table: &Table{
				Key: "requests", Title: "收到和处理政府信息公开申请情况表", Rare: true,
				Blocks: []Block{{
					Corner: "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
					Columns: []Head{{Label: "申请人情况", Children: []Head{
						{Key: "natural_person", Label: "自然人", Name: "自然人"},
						{Label: "法人或其他组织", Name: "法人或其他组织", Children: []Head{
							{Key: "enterprise", Label: "商业企业", Name: "商业企业"},
							{Key: "research", Label: "科研机构", Name: "科研机构"},
							{Key: "social", Label: "社会公益组织", Name: "社会公益组织"},
							{Key: "legal_service", Label: "法律服务机构", Name: "法律服务机构"},
							{Key: "other", Label: "其他", Name: "其他"},
						}},
						{Key: "total", Label: "总计", Total: true, Note: "自动相加，不用填。"},
					}}},
					Rows: []Head{
						{Key: "received", Label: "一、本年新收政府信息公开申请数量", Name: "本年新收",
							Note: "填本年1月1日至12月31日收到的申请件数。"},
						{Key: "carried_in", Label: "二、上年结转政府信息公开申请数量", Name: "上年结转",
							Note: "填上年年报第四项“结转下年度继续办理”的数，各列一一对应。"},
						{Label: "三、本年度办理结果", Children: []Head{
							{Key: "granted", Label: "（一）予以公开", Name: "予以公开",
								Note: "全部公开所申请的信息。"},
							{Key: "partially_granted", Label: "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", Name: "部分公开",
								Law: "《条例》第三十七条", Note: "一件申请区分处理的，只计在这里。"},
							{Key: "denied", Label: "（三）不予公开", Name: "不予公开", Children: []Head{
								{Key: "state_secret", Label: "1.属于国家秘密", Name: "属于国家秘密", Law: "《条例》第十四条"},
								{Key: "law_prohibited", Label: "2.其他法律行政法规禁止公开", Name: "其他法律行政法规禁止公开", Law: "《条例》第十四条"},
								{Key: "security_stability", Label: "3.危及“三安全一稳定”", Name: "危及三安全一稳定", Law: "《条例》第十四条",
									Note: "公开后可能危及国家安全、公共安全、经济安全、社会稳定。"},
								{Key: "third_party", Label: "4.保护第三方合法权益", Name: "保护第三方合法权益", Law: "《条例》第十五条"},
								{Key: "internal_affairs", Label: "5.属于三类内部事务信息", Name: "三类内部事务信息", Law: "《条例》第十六条",
									Note: "人事管理、后勤管理、内部工作流程。"},
								{Key: "process_information", Label: "6.属于四类过程性信息", Name: "四类过程性信息", Law: "《条例》第十六条",
									Note: "讨论记录、过程稿、磋商信函、请示报告。"},
								{Key: "enforcement_file", Label: "7.属于行政执法案卷", Name: "行政执法案卷", Law: "《条例》第十六条"},
								{Key: "inquiry_matter", Label: "8.属于行政查询事项", Name: "行政查询事项", Law: "《条例》第三十六条第（七）项",
									Note: "法律、行政法规对查询另有规定的，如不动产登记、工商登记资料。"},
							}},
							{Key: "unavailable", Label: "（四）无法提供", Name: "无法提供", Children: []Head{
								{Key: "not_held", Label: "1.本机关不掌握相关政府信息", Name: "本机关不掌握", Law: "《条例》第三十六条第（四）、（五）项"},
								{Key: "creation_required", Label: "2.没有现成信息需要另行制作", Name: "需要另行制作", Law: "《条例》第三十八条"},
								{Key: "unclear", Label: "3.补正后申请内容仍不明确", Name: "补正后仍不明确", Law: "《条例》第三十条"},
							}},
							{Key: "not_handled", Label: "（五）不予处理", Name: "不予处理", Children: []Head{
								{Key: "petition", Label: "1.信访举报投诉类申请", Name: "信访举报投诉类申请", Law: "《条例》第三十九条第一款"},
								{Key: "duplicate", Label: "2.重复申请", Name: "重复申请", Law: "《条例》第三十六条第（六）项"},
								{Key: "publication", Label: "3.要求提供公开出版物", Name: "要求提供公开出版物", Law: "《条例》第三十九条第二款"},
								{Key: "excessive", Label: "4.无正当理由大量反复申请", Name: "无正当理由大量反复申请", Law: "《条例》第三十五条"},
								{Key: "confirmation", Label: "5.要求行政机关确认或重新出具已获取信息", Name: "要求确认或重新出具"},
							}},
							{Key: "other", Label: "（六）其他处理", Name: "其他处理", Note: "申请人主动撤回的计在这里。"},
							{Key: "total", Label: "（七）总计", Name: "办理结果总计", Total: true, Note: "自动相加，不用填。"},
						}},
						{Key: "carried_out", Label: "四、结转下年度继续办理", Name: "结转下年度",
							Note: "填到12月31日还没有答复的件数。"},
					},
					Balances: []Balance{{Subject: "total", Left: []string{"received", "carried_in"}, Right: []string{"total", "carried_out"}}},
					Carries:  []Carry{{To: "carried_in", From: []string{"carried_out"}}},
				}},
			}},
			{Numeral: "四", Title: "政府信息公开行政复议、行政诉讼情况", Tab: "复议诉讼", Text: besideTable("disputes", "复议诉讼"), Table: &Table{
				Key: "disputes", Title: "政府信息公开行政复议、行政诉讼情况表", Rare: true,
				Blocks: []Block{{Columns: []Head{
					{Key: "review", Label: "行政复议", Name: "行政复议", Note: "因政府信息公开被申请行政复议的件数。", Children: []Head{
						{Key: "upheld", Label: "结果维持", Name: "结果维持"},
						{Key: "corrected", Label: "结果纠正", Name: "结果纠正"},
						{Key: "other", Label: "其他结果", Name: "其他结果"},
						{Key: "pending", Label: "尚未审结", Name: "尚未审结"},
						{Key: "total", Label: "总计", Total: true, Note: "自动相加，不用填。"},
					}},
					{Label: "行政诉讼", Name: "行政诉讼", Note: "因政府信息公开被起诉的件数；复议机关作共同被告的不计。", Children: []Head{
						{Key: "litigation_direct", Label: "未经复议直接起诉", Name: "未经复议直接起诉", Children: []Head{
							{Key: "upheld", Label: "结果维持", Name: "结果维持"},
							{Key: "corrected", Label: "结果纠正", Name: "结果纠正"},
							{Key: "other", Label: "其他结果", Name: "其他结果"},
							{Key: "pending", Label: "尚未审结", Name: "尚未审结"},
							{Key: "total", Label: "总计", Total: true, Note: "自动相加，不用填。"},
						}},
						{Key: "litigation_after_review", Label: "复议后起诉", Name: "复议后起诉", Children: []Head{
							{Key: "upheld", Label: "结果维持", Name: "结果维持"},
							{Key: "corrected", Label: "结果纠正", Name: "结果纠正"},
							{Key: "other", Label: "其他结果", Name: "其他结果"},
							{Key: "pending", Label: "尚未审结", Name: "尚未审结"},
							{Key: "total", Label: "总计", Total: true, Note: "自动相加，不用填。"},
						}},
					}},
				}}},
			}},
			{Numeral: "五", Title: "存在的主要问题及改进情况", Tab: "问题及改进", Text: problems},
			{Numeral: "六", Title: "其他需要报告的事项", Tab: "其他事项", Text: other},
		},
	}
}

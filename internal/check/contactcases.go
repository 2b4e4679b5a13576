package check

import "nianbao/internal/form"

// The cases of the rule on contacts: many ways to write them are right.

var nameCases = []Case{
	{Why: "单位名称只是一个镇", Set: []Entry{{"unit.name", "清溪镇"}}, Finds: []form.Key{"unit.name"}},
	{Why: "街道是地名，办事处才是单位", Set: []Entry{{"unit.name", "南苑区望禾街道"}, {"unit.level", "街道"}}, Finds: []form.Key{"unit.name"}},
	{Why: "名称里有繁体字、空格的另有规则", Set: []Entry{{"unit.name", "清溪鎮 人民政府"}}},
	{Why: "名称里有句号", Set: []Entry{{"unit.name", "清溪镇人民政府。"}}, Finds: []form.Key{"unit.name"}},
	{Why: "没有写是哪里的政府", Set: []Entry{{"unit.name", "镇人民政府"}}, Finds: []form.Key{"unit.name"}},
	{Why: "把报告的标题填成了单位名称", Set: []Entry{{"unit.name", "清溪镇人民政府2025年政府信息公开工作年度报告"}}, Finds: []form.Key{"unit.name"}},
	{Why: "“镇”写成了同音字", Set: []Entry{{"unit.name", "清溪真人民政府"}}, Finds: []form.Key{"unit.name"}},
	{Why: "“镇”漏了", Set: []Entry{{"unit.name", "清溪人民政府"}}, Finds: []form.Key{"unit.name"}},
	{Why: "少写了“人民”，各地有这样署名的", Set: []Entry{{"unit.name", "清溪镇政府"}}},
	{Why: "民族乡、苏木、自治县的政府", Set: []Entry{{"unit.name", "明水朝鲜族乡人民政府"}}},
	{Why: "县级以上的政府用地名作标题", Set: []Entry{{"unit.name", "合水县"}, {"unit.level", "县级政府"}}},
	{Why: "开发区也用地名作标题", Set: []Entry{{"unit.name", "青岚高新区"}, {"unit.level", "开发区"}}},
}

var sealCases = []Case{
	{Why: "名称后面带着“公章”", Set: []Entry{{"unit.name", "清溪镇人民政府（公章）"}}, Finds: []form.Key{"unit.name"}},
	{Why: "盖章处写成了半角括号", Set: []Entry{{"unit.name", "清溪镇人民政府(盖章)"}}, Finds: []form.Key{"unit.name"}},
	{Why: "印章写在方括号里", Set: []Entry{{"unit.name", "清溪镇人民政府【印章】"}}, Finds: []form.Key{"unit.name"}},
	{Why: "括号是名称里的", Set: []Entry{{"unit.name", "清溪镇人民政府（章水街道办事处）"}}},
}

var levelCases = []Case{
	{Why: "镇政府选成了县级部门", Set: []Entry{{"unit.level", "县级部门"}}, Finds: []form.Key{"unit.level"}},
	{Why: "街道办事处选成了乡镇", Set: []Entry{{"unit.name", "望江街道办事处"}}, Finds: []form.Key{"unit.level"}},
	{Why: "县里的局选成了市级部门", Set: []Entry{{"unit.name", "青垣县市场监督管理局"}, {"unit.level", "市级部门"}}, Finds: []form.Key{"unit.level"}},
	{Why: "部门选成了政府", Set: []Entry{{"unit.name", "青岚市教育局"}, {"unit.level", "市级政府"}}, Finds: []form.Key{"unit.level"}},
	{Why: "税务局由上级垂直管理", Set: []Entry{{"unit.name", "国家税务总局青垣县税务局"}, {"unit.level", "县级部门"}}, Finds: []form.Key{"unit.level"}},
	{Why: "开发区的管委会选成了部门", Set: []Entry{{"unit.name", "青岚经济技术开发区管理委员会"}, {"unit.level", "县级部门"}}, Finds: []form.Key{"unit.level"}},
	{Why: "只有地名的县选成了部门", Set: []Entry{{"unit.name", "合水县"}, {"unit.level", "县级部门"}}, Finds: []form.Key{"unit.level"}},
	{Why: "县级市和地级市的局看名称分不出来", Set: []Entry{{"unit.name", "兴平市教育局"}, {"unit.level", "县级部门"}}},
	{Why: "分局可以算市里的，也可以算县里的", Set: []Entry{{"unit.name", "青岚市生态环境局青垣分局"}, {"unit.level", "县级部门"}}},
	{Why: "县政府办公室替县政府填报", Set: []Entry{{"unit.name", "青垣县人民政府办公室"}, {"unit.level", "县级政府"}}},
	{Why: "镇里的局随镇", Set: []Entry{{"unit.name", "清溪镇综合行政执法局"}}},
	{Why: "县局不是列表里的写法，也和名称不符", Set: []Entry{{"unit.level", "县局"}}, Finds: []form.Key{"unit.level"}},
	{Why: "列表以外的层级另有一条规则", Set: []Entry{{"unit.level", "村"}}},
}

var phoneCases = []Case{
	{Why: "文字里的邮编少了一位，电话只有区号", Set: []Entry{{"narrative.preface", "邮编：99062；电话：0780-；传真：0780-2703316。"}}, Finds: []form.Key{"narrative.preface"}},
	{Why: "区号后面少了一位，邮箱没有@", Set: []Entry{{"narrative.preface", "欢迎致电0365-722145（办公室）。电子邮箱：qingxi.example.gov.cn。"}}, Finds: []form.Key{"narrative.preface"}},
	{Why: "编号里的0、日期，邮箱里有@", Set: []Entry{{"narrative.preface", "编号020-1234，统计自01-01起；电子邮箱：qingxi@example.gov.cn，网址：www.example.gov.cn。"}}},
	{Why: "热线、分机", Set: []Entry{{"narrative.preface", "邮编：990624，电话：12345，电话：0780-2703316转8012，电话：96310，电话：116114。"}}},
	{Why: "区号后面少一位", Set: []Entry{{"unit.phone", "0931-123456"}}, Finds: []form.Key{"unit.phone"}},
	{Why: "区号开头的0丢了", Set: []Entry{{"unit.phone", "9311234567"}}, Finds: []form.Key{"unit.phone"}},
	{Why: "手机号", Set: []Entry{{"unit.phone", "0931-1234567、13000000000"}}, Finds: []form.Key{"unit.phone"}},
	{Why: "只有四位数字", Set: []Entry{{"unit.phone", "1234"}}, Finds: []form.Key{"unit.phone"}},
	{Why: "个人的姓名", Set: []Entry{{"unit.phone", "联系人：张某某 0931-1234567"}}, Finds: []form.Key{"unit.phone"}},
	{Why: "称呼前面是姓", Set: []Entry{{"unit.phone", "0931-1234567（张主任）"}}, Finds: []form.Key{"unit.phone"}},
	{Why: "没有号码", Set: []Entry{{"unit.phone", "党政办"}}, Finds: []form.Key{"unit.phone"}},
	{Why: "电话填在邮编里，邮编填在电话里", Set: []Entry{{"unit.postcode", "0931-1234567"}, {"unit.phone", "745400"}}, Finds: []form.Key{"unit.postcode", "unit.phone"}},
	{Why: "带括号的区号和分机", Set: []Entry{{"unit.phone", "（0931）1234567转8012"}}},
	{Why: "几个电话，带科室", Set: []Entry{{"unit.phone", "党政办：0931-1234567、1234568；传真：0931-1234569"}}},
	{Why: "热线", Set: []Entry{{"unit.phone", "12345，400-123-4567"}}},
	{Why: "本地号码不写区号", Set: []Entry{{"unit.phone", "12345678"}}},
	{Why: "职务前面不是姓", Set: []Entry{{"unit.phone", "镇长热线0931-1234567，党政办主任室0931-1234568"}}},
	{Why: "联系人是科室", Set: []Entry{{"unit.phone", "联系人：党政办 0931-1234567"}}},
	{Why: "全角的数字另有一条规则", Set: []Entry{{"unit.phone", "０931-1234567"}}},
}

var addressCases = []Case{
	{Why: "邮编少一位", Set: []Entry{{"unit.postcode", "10010"}}, Finds: []form.Key{"unit.postcode"}},
	{Why: "邮编前面多写了字", Set: []Entry{{"unit.postcode", "邮编745400"}}, Finds: []form.Key{"unit.postcode"}},
	{Why: "邮箱没有@", Set: []Entry{{"unit.email", "qingxi.example.gov.cn"}}, Finds: []form.Key{"unit.email"}},
	{Why: "邮箱没有域名", Set: []Entry{{"unit.email", "qingxi@example"}}, Finds: []form.Key{"unit.email"}},
	{Why: "邮箱填在网址里", Set: []Entry{{"unit.website", "qingxi@example.gov.cn"}}, Finds: []form.Key{"unit.website"}},
	{Why: "网址少一个斜杠", Set: []Entry{{"unit.website", "http:/www.example.gov.cn"}}, Finds: []form.Key{"unit.website"}},
	{Why: "网址里的句号", Set: []Entry{{"unit.website", "www。example。gov。cn"}}, Finds: []form.Key{"unit.website"}},
	{Why: "内网的网址", Set: []Entry{{"unit.website", "http://192.168.0.8/zwgk"}}, Finds: []form.Key{"unit.website"}},
	{Why: "地址只写到县", Set: []Entry{{"unit.address", "青垣县"}}, Finds: []form.Key{"unit.address"}},
	{Why: "几处都不对，各说各的", Set: []Entry{{"unit.postcode", "74540"}, {"unit.email", "qingxi@"}}, Finds: []form.Key{"unit.postcode", "unit.email"}},
	{Why: "几个邮箱，写明科室", Set: []Entry{{"unit.email", "qingxi@example.gov.cn（党政办）、123456789@qq.com"}}},
	{Why: "没有邮箱和网址", Set: []Entry{{"unit.email", "无"}, {"unit.website", "无"}}},
	{Why: "网址可以不写http，可以写网站的名称", Set: []Entry{{"unit.website", "青垣县人民政府网（www.example.gov.cn/qingxi/）"}}},
	{Why: "中文域名", Set: []Entry{{"unit.website", "清溪镇.政务"}}},
	{Why: "镇的地址常只写到镇", Set: []Entry{{"unit.address", "青垣县清溪镇"}}},
	{Why: "不填也可以", Set: []Entry{{"unit.phone", ""}, {"unit.postcode", ""}}},
	{Why: "号码旁边只写了一个人的姓名", Set: []Entry{{"unit.phone", "0931-1234567（张三）"}}, Finds: []form.Key{"unit.phone"}},
	{Why: "姓名写在号码前面", Set: []Entry{{"unit.phone", "李小明 0931-1234567"}}, Finds: []form.Key{"unit.phone"}},
	{Why: "号码旁边写的是科室、时间", Set: []Entry{{"unit.phone", "党政办 0931-1234567（周一至周五）"}}},
	{Why: "用手机号起的邮箱", Set: []Entry{{"unit.email", "13812345678@163.com"}}, Finds: []form.Key{"unit.email"}},
}

"""Invented text for the sections, by several hands: which paragraph a report takes is chosen by its name, so that a run writes the same again.

Figures of the tables are told from the figures, never typed, so text and tables agree unless a family breaks them on purpose.
"""
import random

NOTICE21 = "《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）"
NOTICE19 = "《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）"

PREFACE = [
    ["本报告根据《中华人民共和国政府信息公开条例》和{notice}要求编制。全文由总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议、行政诉讼情况，存在的主要问题及改进情况，其他需要报告的事项六个部分组成。报告中所列数据的统计期限自{y}年1月1日起至{y}年12月31日止。本报告电子版可在青垣县人民政府网站（https://www.example.gov.cn）下载。如有疑问，请与{office}联系（地址：{u}大院内，邮编：000000，电话：0000-0000000）。"],
    ["按照《中华人民共和国政府信息公开条例》第五十条的规定，现将{u}{y}年度政府信息公开工作情况报告如下。",
     "本报告所列数据的统计期限从{y}年1月1日到{y}年12月31日。如对报告有疑问，请与{office}联系，电话：0000-0000000，电子邮箱：gk@example.gov.cn。"],
    ["根据《中华人民共和国政府信息公开条例》（以下简称《条例》）规定，结合{w}{y}年政府信息公开工作实际，编制本年度报告。",
     "本年度报告包括：1.总体情况；2.主动公开政府信息情况；3.收到和处理政府信息公开申请情况；4.政府信息公开行政复议、行政诉讼情况；5.存在的主要问题及改进情况；6.其他需要报告的事项。",
     "统计时间为{y}年1月1日至{y}年12月31日。"],
    ["本报告由{u}编制并发布，内容涵盖{w}{y}年1月1日至12月31日政府信息公开工作的全部情况，公众可登录青垣县人民政府网站政府信息公开专栏查阅。联系单位：{office}；联系电话：0000-0000000。"],
    ["为贯彻落实《中华人民共和国政府信息公开条例》，依据{notice}，{u}组织编写了{y}年政府信息公开工作年度报告，现予公布，欢迎社会各界监督。",
     "报告正文分六个部分，文字与表格相结合。报告期为{y}年1月1日至{y}年12月31日。",
     "联系地址：{u}综合楼一楼；邮政编码：000000；联系电话：0000-0000000。"],
]

OPENING = [
    "{y}年，{w}坚持以习近平新时代中国特色社会主义思想为指导，认真落实《中华人民共和国政府信息公开条例》各项要求，紧扣中心工作和群众关切，持续推进政府信息公开工作制度化、规范化。",
    "{y}年以来，{w}按照“以公开为常态、不公开为例外”的原则，把政府信息公开作为联系群众的一座桥梁，公开的质量稳步提升。",
    "这一年，{u}的政府信息公开工作围绕三件事展开：让政策说得明白，让账目晒得清楚，让办事少跑一趟。",
    "在上级政务公开主管部门的指导下，{w}{y}年度政府信息公开工作总体平稳，没有发生失泄密事件。",
    "{y}年，{w}把政务公开工作列入年度重点任务，主要负责人两次听取汇报，分管负责人每季度调度一次，各股室各负其责，形成了一级抓一级的工作格局。",
    "一年来，{w}主动适应群众获取信息方式的变化，线上把栏目办好，线下把公开栏用好，较好完成了各项公开任务。",
]

PROACTIVE = [
    "全年通过青垣县人民政府网站公开政府信息{abc}条，其中工作动态{a}条、公告公示{b}条、政策文件及解读{c}条。{acts}",
    "聚焦惠农补贴、工程建设、社会救助等重点领域，全年主动公开信息{abcd}条：财政资金类{a}条，民生保障类{b}条，工程项目类{c}条，其他{d}条。{acts}",
    "通过网站发布信息{a}条，通过“{place}发布”微信公众号推送{b}篇，通过村（社区）公开栏张贴通知{c}份。{acts}",
    "编制并更新主动公开基本目录，共涉及{e}个领域、{d}个事项；对群众关注度高的{e}份文件配发了图文解读。{acts}",
    "坚持谁制作、谁公开、谁负责。全年更新机构职能、权责清单等信息{d}条，公开预决算报告2份，答复网上留言{c}条。{acts}",
    "重点做好征地拆迁、危房改造、医疗保障三方面信息的发布，累计公开{abc}条（征地拆迁{a}条、危房改造{b}条、医疗保障{c}条）。{acts}",
]

MANAGE = [
    "严格落实信息发布“三审三校”，由经办人初审、股室负责人复审、分管负责人终审；对网站上{e}条过期信息作了标注或者撤下处理。",
    "拟制公文时同步确定公开属性，不公开的逐件说明理由。年底对历年存量文件开展一次清理，调整公开属性{e}件。",
    "建立政府信息动态调整机制，每半年对不予公开的信息评估一次；设专柜、专账保存公开目录和答复档案，做到有据可查。",
    "对公开的信息实行登记管理，明确制作、审核、发布、归档四个环节的责任人，杜绝“带病上网”。",
    "组织开展个人隐私信息排查，对公示名单中的身份证号码、银行账号等作去标识化处理，全年排查公示{d}份。",
]

PLATFORM = [
    "按照集约化要求，用好县政府网站{place}专栏，年内优化栏目{e}个，修复失效链接{e}处；政务新媒体“{place}发布”按周更新，运行情况良好。",
    "在便民服务大厅设置政务公开专区，配备电脑、打印机和政策读本，全年接待群众{d}人次。",
    "坚持线上线下并用：线上以政府网站为第一平台，线下以公开栏、村村响、宣传车为补充，让不会上网的老年人也能及时知晓政策。",
    "配合县里完成网站适老化和无障碍改造，专栏首页新增“惠民政策”“办事指南”两个入口。",
    "清理僵尸账号，保留政务微信公众号1个，全年推送信息{b}条，阅读量最高的一条是医保缴费提醒。",
]

SUPERVISE = [
    "将政府信息公开纳入年度目标责任考核，分值占3分；邀请村民代表和企业负责人开展社会评议，收集意见{e}条，均已反馈；本年度未发生需要追究责任的情形。",
    "工作考核方面，按季度通报各办（所）信息报送情况；社会评议方面，发放问卷{d}份，满意和基本满意占多数；责任追究方面，全年无责任追究事项。",
    "组织业务培训2次，参训{d}人次。考核结果与年终评优挂钩，社会评议结果总体良好，没有因信息公开工作被问责的单位和人员。",
    "调整充实领导小组，明确1名专职工作人员；主动接受人大代表、政协委员和群众监督，认真整改上级季度检查反馈的{e}个问题。年内无责任追究情况。",
]

PROBLEMS = [
    ["主要问题：一是公开内容还不够丰富，动态信息多、政策解读少；二是个别股室主动公开意识不强，报送材料不及时。",
     "改进措施：一是增加解读比重，凡涉及群众切身利益的文件一律配发解读；二是实行按月通报，连续两个月排名末位的由分管负责人约谈。"],
    ["{w}政府信息公开工作虽然取得了一定进展，但与群众期待相比仍有差距，主要表现在基础工作不够扎实、业务人员流动快、公开形式比较单一等方面。",
     "下一步，{w}将抓好以下工作：（1）选配相对固定的工作人员，做好交接和培训；（2）推广图解、短视频等群众喜闻乐见的形式；（3）定期自查，发现问题立行立改。"],
    ["（一）存在的主要问题", "1.信息更新不够均衡，个别栏目更新周期较长。", "2.依申请公开答复的规范性有待提高，个别答复说理不够充分。",
     "（二）改进情况", "1.对全部栏目逐一明确更新频次和责任人，设置到期提醒，年内空白栏目已全部补齐。",
     "2.使用统一的答复文书样式，答复前一律经过合法性审查，疑难件与司法所共同会商。"],
    ["存在问题：政策解读质量不高，照搬照抄原文的现象仍然存在；线下公开栏更换不及时，个别村公开的时间滞后。",
     "整改情况：组织干部把政策改写成问答和算账单，在院坝会上讲给群众听；由驻村干部每月拍照上传公开栏更换情况，纳入驻村考核。"],
    ["一年来，政府信息公开工作还存在一些不足：对《条例》的学习还不够深入，部门之间信息共享还不够顺畅。针对这些不足，{w}邀请县政务公开办业务骨干上门授课，制定信息共享清单，明确了{e}类信息的提供时限，目前运行顺畅。"],
    ["对照年初目标，主要差距是：重大决策征求意见的公开不充分，意见采纳情况反馈不及时。", "年内已做的改进：对涉及面广的事项，公开征求意见的时间不少于15日，采纳与否都在网上说明理由。",
     "{y1}年将继续做好的工作：把公开的标准细化到岗位，把好信息审核关；拓宽渠道，听取群众意见。"],
]

OTHER = [
    ["无。"], ["无其他需要报告的事项。"],
    ["{y}年，{w}未收取政府信息公开信息处理费。", "除此之外，无其他需要报告的事项。"],
    ["（一）信息处理费情况：按照《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）规定，本年度收取信息处理费0元。", "（二）其他需要报告的事项：无。"],
    ["本年度没有发出收费通知，收取信息处理费总额为0元。"],
    ["{y}年度未产生政府信息公开信息处理费用。全年办理人大代表建议{e}件，均按期办结并公开答复。"],
]
OTHER19 = [["无。"], ["本年度没有其他需要报告的事项。"], ["{y}年度全年办理人大代表建议{e}件，均按期办结并公开答复。"]]

HEADINGS = [["主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障"],
            ["主动公开情况", "依申请公开情况", "政府信息管理情况", "平台建设情况", "监督保障情况"],
            ["扎实做好主动公开", "规范办理依申请公开", "加强政府信息管理", "推进平台建设", "强化监督保障"]]


def acts(edition, f):
    """What table two says, in a sentence."""
    if edition == "2019":
        n = f["proactive.normative.made"]
        return f"新制作规范性文件{n}件。" if n else "本年度没有制作规范性文件。"
    g = lambda k: f["proactive." + k]
    said = (f"制发行政规范性文件{g('normative.issued')}件，现行有效{g('normative.in_force')}件。"
            if g("normative.issued") else "本年度未制发行政规范性文件。")
    done = [f"{name}{g(k + '.decisions')}件" for k, name in (("licensing", "行政许可"), ("penalties", "行政处罚"), ("compulsion", "行政强制")) if g(k + ".decisions")]
    return said + (f"作出{'、'.join(done)}。" if done else "")


def applications(rng, w, edition, f):
    """What table three says, in a sentence or two."""
    g = lambda k: f[f"requests.{k}.total"]
    got, came, done, left = g("received"), g("carried_in"), g("total"), g("carried_out")
    if not got and not came:
        return rng.choice([f"全年未收到政府信息公开申请，无上年结转的申请。", f"本年度{w}未收到公民、法人和其他组织提出的政府信息公开申请。",
                           "本年度收到依申请公开0件。没有因政府信息公开被申请行政复议、提起行政诉讼的情况。"])
    group = lambda p: sum(f[k] for k in f if k.startswith(f"requests.{p}.") and k.endswith(".total"))
    parts = [(n, v) for n, v in (("予以公开", g("granted")), ("部分公开", g("partially_granted")), ("不予公开", group("denied")),
                                 ("无法提供", group("unavailable")), ("不予处理", group("not_handled")), ("其他处理", group("other"))) if v]
    said = "、".join(f"{n}{v}件" for n, v in parts)
    before = f"，上年结转{came}件" if came else ""
    after = f"，结转下年度继续办理{left}件" if left else ""
    return rng.choice([f"全年新收政府信息公开申请{got}件{before}，办结{done}件{after}。其中，{said}。",
                       f"{w}共收到政府信息公开申请{got}件{before}，已答复{done}件（{said}）{after}。",
                       f"新收申请{got}件{before}；办理结果为{said}{after}。"])


def compose(name, unit, we, year, edition, f, style="run-in", preface=None, problems=None, other=None):
    """A report's text by section. The styles are ways to number section one."""
    rng = random.Random(name)
    place = unit.removesuffix("人民政府").removesuffix("办事处")
    n = {k: rng.randint(lo, hi) for k, lo, hi in (("a", 20, 160), ("b", 12, 90), ("c", 5, 60), ("d", 30, 240), ("e", 2, 14))}
    n.update(abc=n["a"] + n["b"] + n["c"], abcd=n["a"] + n["b"] + n["c"] + n["d"])
    office = "青垣县" + place + rng.choice(["党政办公室", "综合办公室"]) if place[-1] in "镇乡道" else place + "办公室"
    words = dict(n, u=unit, w=we, y=year, y1=year + 1, place=place, office=office, acts=acts(edition, f),
                 notice=NOTICE21 if edition == "2021" else NOTICE19)
    fill = lambda p: p.format(**words)
    parts = [fill(rng.choice(PROACTIVE)), applications(rng, we, edition, f), fill(rng.choice(MANAGE)),
             fill(rng.choice(PLATFORM)), fill(rng.choice(SUPERVISE))]
    heads, overview = rng.choice(HEADINGS), [fill(rng.choice(OPENING))]
    for i, (h, p) in enumerate(zip(heads, parts)):
        numeral = "一二三四五"[i]
        match style:
            case "run-in": overview.append(f"（{numeral}）{h}。{p}")
            case "own line": overview += [f"（{numeral}）{h}", p]
            case "items": overview.append(f"{i + 1}.{h}。{p}")
            case "items、": overview.append(f"{i + 1}、{h}：{p}")
            case "first": overview.append(f"{numeral}是{h.removesuffix('情况')}。{p}")
            case "one": overview[0] += p
            case _: raise ValueError(style)
    pick = lambda pool, i: [fill(p) for p in (pool[i] if i is not None else rng.choice(pool))]
    return {"preface": pick(PREFACE, preface), "overview": overview, "problems": pick(PROBLEMS, problems),
            "other": pick(OTHER19 if edition == "2019" else OTHER, other)}

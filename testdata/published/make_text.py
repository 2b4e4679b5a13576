"""Writes the published reports that came down as text: tables flattened by copies, each in a shape of its own."""
import itertools
import re

import authors
import statute
from sample import Report, town
from texts import PREFACE

INDENT = "　　"


def document(r: Report, tables, title=None, indent=INDENT, before=(), after=(), gap="\n"):
    """The report as lines; tables are texts by section, a note (注：) stands behind its table."""
    out = list(before) + ([r.title] if title is None else list(title))
    out += [indent + p for p in r.narrative.get("preface", [])]
    for part, _ in statute.SECTIONS:
        if r.headings[part]:
            out.append(r.headings[part])
        paragraphs = r.narrative.get(part, [])
        out += [indent + p for p in paragraphs if not p.startswith("注：")]
        if part in tables:
            out.append(tables[part])
        out += [indent + p for p in paragraphs if p.startswith("注：")]
    return gap.join(out + list(after)) + "\n"


def shape(r, row, **kw):
    """All tables, every row of origin cells made a text by row."""
    return {part: "\n".join(row(cells) for cells in grid) for part, grid in r.tables(**kw).items()}


def relabel(tables, labels):
    """Other words in the labels; the cells of figures are left alone."""
    for grid in tables.values():
        for cell in itertools.chain.from_iterable(grid):
            if not cell.key:
                for old, new in labels.items():
                    cell.text = cell.text.replace(old, new)
    return tables


def half(text):
    """Full-width marks made half-width, as some copies do."""
    return text.translate(str.maketrans("（）：；，", "():;,"))


def windows(text):
    return text.replace("\n", "\r\n")


def bars():
    r = town("text-01-bars", "柳溪镇人民政府", "我镇", 2023, "2024-01-18", style="run-in", preface=0, other=3, figures=dict(
        proactive={"normative": [2, 1, 9], "licensing": [137], "penalties": [26], "compulsion": [4], "fees": ["3.8650"]},
        requests={"granted": {"natural_person": 9, "enterprise": 1}, "partially_granted": {"natural_person": 2},
                  "unavailable.not_held": {"natural_person": 5}, "not_handled.duplicate": {"natural_person": 1},
                  "carried_in": {"natural_person": 1}, "carried_out": {"natural_person": 2}},
        disputes={"review": [1, 0, 0, 0]}))
    r.notes = "a row a line with bars, merged cells as runs of bars, five grid columns in table two, breadcrumb, meta line, signature; half-width marks in the tables"

    def row(cells):
        return " | ".join(c.text + (" " + "|" * (c.cols - 1) if c.cols > 1 else "") for c in cells) + " |"

    before = ["首页 > 政务公开 > 法定主动公开内容 > 政府信息公开年报 > 正文", "",
              "发布时间：2024-01-18 09:26 来源：柳溪镇 浏览次数：312 字体：[大 中 小]", ""]
    after = ["柳溪镇人民政府", "2024年1月18日", "", "打印本页 分享到： 关闭窗口", "主办：青垣县人民政府办公室 网站标识码：0000000000"]
    tables = {k: half(v) for k, v in shape(r, row, five_columns=True).items()}
    r.write(".txt", document(r, tables, before=before, after=after, gap="\n\n"))


def bar_between():
    r = town("text-02-bar-between", "苇塘乡人民政府", "我乡", 2020, "2021-01-22", style="first", preface=2, other=0, figures=dict(
        proactive={"normative": [1, 1, 12], "licensing": [4, 0, 31], "other_services": [86, "增加5", 204], "penalties": [3, "-1", 0],
                   "compulsion": [2, 0, 0], "fees": [0, 0], "procurement": [6, "113.96万元"]},
        requests={"granted": {"natural_person": 2}, "other": {"natural_person": 1}}))
    r.narrative["proactive"] = ["注：规章栏由设区的市、自治州人民政府填写。"]
    r.notes = "one cell a line with a bar between; notes inside the labels, an extra row 其他主动公开文件, signed and worded changes, an amount with its unit; form of 2019; GBK with Windows line ends"
    tables = relabel(r.tables(), {"规章": "规章（设区的市、自治州人民政府应提供相关数据）", "上一年项目数量": "上一年项目数量（指2019年事项数）",
                                  "本年增/减": "本年增/减（与2019年相比，如-8）", "采购总金额": "采购总金额（单位：万元）"})
    two = tables["proactive"]
    extra = [statute.Cell(t) for t in ("其他主动公开文件", "37", "37", "158")]
    two.insert(4, extra)
    texts = {part: "\n|\n".join(c.text for cells in grid for c in cells) + "\n|" for part, grid in tables.items()}
    r.faults = ["figure-unreadable", "label-differs"]
    before = ["当前位置: 首页", "> 政务公开 > 政府信息公开年报", "撰写时间", "2021年01月22日 17:12:21", "来源", "苇塘乡", "编辑"]
    r.write(".txt", windows(document(r, texts, before=before, after=["苇塘乡人民政府", "2021年1月22日"])).encode("gbk"))


def bar_after():
    r = town("text-03-bar-after", "白鹭湾街道办事处", "我街道", 2022, style="items、", preface=1, other=2, figures=dict(
        proactive={"penalties": [48], "fees": ["0.0000"]},
        requests={"granted": {"natural_person": 3}, "denied.third_party": {"natural_person": 1},
                  "other.miscellaneous": {"enterprise": 1}}))
    r.set(proactive__rules__in_force=None, requests__carried_in__total=None, disputes__litigation_direct__other=None)
    r.faults = ["figure-missing"]
    r.notes = "one cell a line with a bar behind, a bar alone before each row, tabs before cells; a bar alone among values is a blank cell (three of them)"

    def row(cells):
        return "|\n" + "\n".join(("\t" + c.text if c.key else c.text) + " |" if c.text else "|" for c in cells)

    before = ["您当前所在位置：网站首页>>白鹭湾街道>>法定主动公开内容>>政府信息公开年报", "  • 信息来源: 白鹭湾街道", "  • 发布日期: 2023- 01- 13 16 : 26", "  • 浏览次数: 77", "  • 字号: 大 中 小"]
    r.write(".txt", document(r, shape(r, row), before=before, after=["附件下载：2022年年报.pdf"]))


def blank_lines():
    r = town("text-04-blank-lines", "青垣县水利局", "我局", 2024, author=authors.BUREAU, figures=dict(
        proactive={"licensing": [64], "penalties": [7], "fees": ["251.3"]},
        requests={"granted": {"enterprise": 2}, "unavailable.not_held": {"natural_person": 1}}))
    r.put({f"requests.carried_in.{c}": None for c in statute.COLUMNS[:-1]})
    r.put({f"requests.{row}.total": None for row in ("denied.state_secret", "denied.law_prohibited")})
    r.faults = ["figure-missing"]
    r.notes = "no title in the text; one cell a line with a blank line between, blank cells are one more blank line and nothing in it, labels broken into two cells (商业 / 企业), leading blanks before noughts; UTF-16"
    tables = relabel(r.tables(), {"商业企业": "商业\n\n企业", "科研机构": "科研\n机构", "社会公益组织": "社会公益\n\n组织", "法律服务机构": "法律服务\n机构", "（三）不予公开": "（三）\n\n不予公开"})
    texts = {part: "\n\n".join("  0" if c.text == "0" else c.text for cells in grid for c in cells) for part, grid in tables.items()}
    r.write(".txt", document(r, texts, title=[], before=["信息索引号：000000-2025-00007", "公开方式：主动公开", "发布机构：青垣县水利局", "生成日期：2025-01-20"], gap="\n\n").encode("utf-16"))


def cuts(digits, n):
    """All ways to cut a string of digits into n numbers without leading noughts."""
    if n == 1:
        return [[int(digits)]] if digits and (digits == "0" or digits[0] != "0") else []
    ends = [1] if digits[:1] == "0" else range(1, len(digits) - n + 2)
    return [[int(digits[:i])] + rest for i in ends for rest in cuts(digits[i:], n - 1)]


def uncertain(r):
    """Keys whose value no cut of the run-together rows makes certain: sums of rows alone are believed, as every row of these files adds up."""
    found = []
    for grid in r.tables().values():
        for cells in grid:
            row = [c for c in cells if c.key]
            ways = cuts("".join(c.text for c in row), len(row)) if row and all(c.text.isdigit() for c in row) else []
            if row and row[0].key.startswith("requests."):
                ways = [w for w in ways if sum(w[:-1]) == w[-1]]
            if row and row[0].key.startswith("disputes."):
                ways = [w for w in ways if all(sum(w[i:i + 4]) == w[i + 4] for i in (0, 5, 10))]
            found += [c.key for i, c in enumerate(row) if len({w[i] for w in ways}) > 1]
    return found


def run_together():
    r = town("text-05-run-together", "禾川区人民政府", "我区", 2022, None, style="run-in", preface=4, other=4, figures=dict(
        proactive={"normative": [6, 23, 344], "licensing": [39644], "penalties": [2278], "compulsion": [105], "fees": ["5949.088667"]},
        requests={"granted": {"natural_person": 1}, "denied.process_information": {"natural_person": 2, "legal_service": 1},
                  "unavailable.not_held": {"natural_person": 3, "enterprise": 2}},
        disputes={"review": [1, 0, 2, 0], "litigation_direct": [1, 0, 0, 0]}))
    r.say("制发行政规范性文件6件，现行有效344件。", "")
    r.notes = "nothing between the cells of a row; the row of 行政规范性文件 (623344) can be cut in many ways and stays unreadable, all other rows can be cut in one way only"
    r.hide(uncertain(r))
    r.write(".txt", document(r, shape(r, lambda cells: "".join(c.text for c in cells)), after=["（来源：区政府办公室）"]))


def dropped():
    r = town("text-06-dropped-repetitions", "栗子坳乡人民政府", "我乡", 2021, style="one", preface=1, problems=1, other=1, figures=dict(
        proactive={"licensing": [270], "fees": ["2.16"]}, requests={"granted": {"natural_person": 2}}))
    r.notes = "every line that stood before is dropped, noughts and heads alike: only the two single figures behind a label of their own (270, 2.16) are certain"
    text = document(r, shape(r, lambda cells: "\n".join(c.text for c in cells)), after=["栗子坳乡人民政府"])
    seen, kept = set(), []
    for line in text.splitlines():
        if line not in seen:
            kept.append(line)
        seen.add(line)
    certain = ("proactive.licensing.decisions", "proactive.fees.amount")
    r.hide([k for k in r.figures if k not in certain])
    r.write(".txt", "\n".join(kept) + "\n")


def tabs():
    f = dict(proactive={"licensing": [12, 0, 88], "other_services": [57, "+19", 133], "penalties": [25, "-15", 2], "procurement": [3, "251000元"]},
             requests={"granted": {"natural_person": 4}, "unavailable.not_held": {"natural_person": 1}, "other": {"natural_person": 1},
                       "carried_out": {"natural_person": 1}})
    r = town("text-07-tabs-old-form", "鹿鸣街道办事处", "我街道", 2022, style="items", preface=0, problems=2, edition="2019", figures=f)
    for part in ("preface", "overview"):
        r.narrative[part] = [p.replace("2022年1月1日起至2022年12月31日止", "20221月1日起至202212月31日止").replace("〔2019〕60号", "〔201960号") for p in r.narrative[part]]
    r.headings = dict(r.headings, overview="一、 总体情况", problems="五、存在的主要问题及整改措施")
    r.faults = ["edition-fits-year", "section-heading", "title-form"]
    r.notes = "tabs between cells; the form of 2019 in a report of 2022; digits and marks lost (20221月1日, 〔201960号); heading five in other words; title with 年度; byte order mark and Windows line ends"
    r.write(".txt", windows(document(r, shape(r, lambda cells: "\t".join(c.text for c in cells)), title=["鹿鸣街道办事处2022年度政府信息公开工作年度报告"],
                             before=["正文", "时间:2023-01-30 来源:鹿鸣街道 访问量:1024"], after=["扫一扫在手机打开当前页"])).encode("utf-8-sig"))


TRADITIONAL = str.maketrans("信办报报开务国机构关条动规项请诉讼区对实应该际题议东门业与为为从众们会传体让认设访证评识译试话诚详语说读谁调费资质贴购边达过运还进远连选递通邮释钟铁错长间问阅队阶随难顾预领风馆齐级约纪纳纲线组细织终经结给统继续维编网职联书产亲处复头奖学宁审导尔尘岁岗币帐帮广库开张归录态总恶惠户执扫护报担择据挂换损数断无旧时显晓术权标样档检欢欧气汉测济浏润满点热爱状独环现电画疗监盖码确离种积稳窗笔类粮纸",
                            "信辦報報開務國機構關條動規項請訴訟區對實應該際題議東門業與為為從眾們會傳體讓認設訪證評識譯試話誠詳語說讀誰調費資質貼購邊達過運還進遠連選遞通郵釋鐘鐵錯長間問閱隊階隨難顧預領風館齊級約紀納綱線組細織終經結給統繼續維編網職聯書產親處復頭獎學寧審導爾塵歲崗幣帳幫廣庫開張歸錄態總惡惠戶執掃護報擔擇據掛換損數斷無舊時顯曉術權標樣檔檢歡歐氣漢測濟瀏潤滿點熱愛狀獨環現電畫療監蓋碼確離種積穩窗筆類糧紙")
PINYIN = {"開": "kāi", "務": "wù", "關": "guān", "報": "bào", "機": "jī", "規": "guī", "項": "xiàng", "請": "qǐng", "條": "tiáo", "總": "zǒng", "辦": "bàn", "結": "jié"}


def traditional(text):
    text = text.translate(TRADITIONAL)
    return "".join(c + (f"({PINYIN[c]})" if c in PINYIN else "") for c in text)


def foreign_copy():
    r = town("text-08-traditional-pinyin", "望江台街道办事处", "我街道", 2023, style="run-in", preface=2, other=3, figures=dict(
        proactive={"penalties": [16], "compulsion": [1]}, requests={"granted": {"natural_person": 6, "social": 1}, "not_handled.petition": {"natural_person": 3},
                                                                   "carried_out": {"natural_person": 1}}))
    r.notes = "a copy on a foreign domain: traditional letters, pinyin in brackets behind the hard ones, every cell on a line of its own, full-width spaces as ??; the truth's text is as the file prints it"
    text = document(r, shape(r, lambda cells: "\n".join(c.text for c in cells)), before=["某某體育", "", "圖片", ""])
    text = traditional(text).replace(INDENT, "??")
    r.narrative = {part: [traditional(p) for p in ps] for part, ps in r.narrative.items()}
    r.write(".txt", text)


def advertising():
    r = town("text-09-advertising", "云栖坪镇人民政府", "我镇", 2024, "2025-01-16", style="run-in", preface=4, other=2, figures=dict(
        proactive={"normative": [1, 0, 3], "licensing": [22]}, requests={"granted": {"natural_person": 1}, "carried_in": {"natural_person": 1}}))
    r.narrative["requests"] = ["该部分以表格形式报告。表格如下："]
    r.narrative["preface"][0] = r.narrative["preface"][0].replace("为贯彻落实", "某某官网登录入口贯彻落实")
    r.narrative["overview"][0] = r.narrative["overview"][0].replace("，", "，某某体育平台下载2025最新版，", 1)
    r.headings = dict(r.headings, overview="")
    last = r.narrative["preface"][-1]
    r.faults = ["foreign-insert", "template-left"]
    r.notes = "advertising inside sentences and inside the label of 规章 (with a figure in it); heading one on the preface's last line; the form's own instruction left over; bars at both ends"
    tables = relabel(r.tables(), {"规章": "规章（设区的市、自治州某某官网登录2025下载应提供相关数据）"})
    texts = {part: "\n".join("| " + " | ".join(c.text for c in cells) + " | " + "|" * (max(sum(c.cols for c in x) for x in grid) - len(cells)) for cells in grid)
             for part, grid in tables.items()}
    text = document(r, texts, after=["云栖坪镇人民政府", "2025年1月16日", "友情链接：某某体育 某某娱乐"], before=["某某体育", "", "图片", ""])
    text = text.replace(INDENT + last + "\n", INDENT + last + "一、总体情况\n")
    r.write(".txt", text)


def machine_markdown():
    r = town("text-10-machine", "青垣县农业农村局", "我局", 2021, style="deep", preface=1, other=4, figures=dict(
        proactive={"normative": [0, 0, 2], "licensing": [318], "penalties": [41], "compulsion": [3], "fees": ["12.5"]},
        requests={"granted": {"natural_person": 11, "enterprise": 4}, "partially_granted": {"natural_person": 1}, "denied.enforcement_file": {"natural_person": 2},
                  "unavailable.creation_required": {"natural_person": 1}, "carried_out": {"enterprise": 1}}))
    r.notes = "Markdown by a machine: table three cut into four tables whose heads are 数据1…, empty head tables of | - | -, heading marks, bold; page marks between"

    def table(rows, head):
        return "\n".join(["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)] + ["| " + " | ".join(x) + " |" for x in rows])

    grids = r.tables()
    flat = lambda grid: [[c.text if first or c.cols < 2 and c.rows > 1 and not c.key else ("" if not first else c.text) for c, first in row] for row in statute.spread(grid)]
    three = [[" ".join(dict.fromkeys(c.text for c, _ in row[:3])) if y > 2 else "项目"] + [c.text for c, _ in row[3:]]
             for y, row in enumerate(statute.spread(grids["requests"]))]
    body, pieces = three[3:], []
    pieces.append(table(body[:2], ["（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"] + statute.COLUMN_LABELS))
    for i, (lo, hi) in enumerate(((2, 12), (12, 20), (20, 25))):
        pieces += ["| - | - |\n| - | - |", f"Page {i + 4}", table(body[lo:hi], ["项目"] + [f"数据{n}" for n in range(1, 8)])]
    two = flat(grids["proactive"])
    four = [[c.text for c, _ in row] for row in statute.spread(grids["disputes"])]
    tables = {"proactive": table(two[1:], two[0]), "requests": "\n\n".join(pieces), "disputes": table(four[1:], four[0])}
    r.headings = {k: "## " + v for k, v in r.headings.items()}
    text = document(r, tables, title=["# 青垣县农业农村局 2021 年 政府信息公开工作年度报告"], indent="", gap="\n\n")
    r.write(".md", text)


def merged_nought():
    r = town("text-11-merged-nought", "青垣县档案馆", "我馆", 2023, style="first", preface=0, other=0)
    r.narrative["overview"].append("联系电话：0000-0000000。")
    r.notes = "Markdown with an index table before the report that holds the title; rows of table three with one 0 merged over seven columns, which no reader can tell from a single nought; the preface stands inside section one"
    merged = ["received", "carried_in", "total", "carried_out"]
    r.hide([f"requests.{row}.{c}" for row in merged for c in statute.COLUMNS])
    grids = r.tables()
    for cells in grids["requests"]:
        if any(c.key.startswith(tuple(f"requests.{m}." for m in merged)) for c in cells):
            first = next(c for c in cells if c.key)
            first.cols = 7
            cells[:] = [c for c in cells if not c.key or c is first]

    def table(grid):
        width = max(sum(c.cols for c in x) for x in grid)
        lines = ["| " + " | ".join(c.text if first else "" for c, first in row) + " |" for row in statute.spread(grid)]
        return "\n".join([lines[0], "|" + " --- |" * width] + lines[1:])

    r.narrative["overview"] = r.narrative["preface"] + r.narrative["overview"]
    r.narrative["preface"] = []
    index = ("| 名称 | 青垣县档案馆2023年政府信息公开工作年度报告 | | |\n| --- | --- | --- | --- |\n| 索引号 | 000000-2024-00003 | 分类 | 年报 |\n"
             "| 发布机构 | 青垣县档案馆 | 文号 | 无 |\n| 成文日期 | 2024-01-09 | 时效 | 有效 |")
    r.write(".md", document(r, {k: table(g) for k, g in grids.items()}, title=[index], indent="", gap="\n\n"))


if __name__ == "__main__":
    for make in (bars, bar_between, bar_after, blank_lines, run_together, dropped, tabs, foreign_copy, advertising, machine_markdown, merged_nought):
        make()

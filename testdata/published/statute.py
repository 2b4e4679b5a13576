"""The statutory form of both editions as grids of cells, and figures to fill them with.

A grid is a list of rows, a row a list of Cell: only cells that begin there, as in HTML.
"""
import dataclasses


@dataclasses.dataclass
class Cell:
    text: str = ""
    key: str = ""       # of a figure; "" for a label
    cols: int = 1
    rows: int = 1
    corner: bool = False


COLUMNS = ["natural_person", "enterprise", "research", "social", "legal_service", "other", "total"]
COLUMN_LABELS = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
RESULTS = ["upheld", "corrected", "other", "pending", "total"]
RESULT_LABELS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
BLOCKS = ["review", "litigation_direct", "litigation_after_review"]
CORNER = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
SECTIONS = [("overview", "一、总体情况"), ("proactive", "二、主动公开政府信息情况"),
            ("requests", "三、收到和处理政府信息公开申请情况"), ("disputes", "四、政府信息公开行政复议、行政诉讼情况"),
            ("problems", "五、存在的主要问题及改进情况"), ("other", "六、其他需要报告的事项")]

GROUPS = [
    ("（三）不予公开", [("denied.state_secret", "1.属于国家秘密"), ("denied.law_prohibited", "2.其他法律行政法规禁止公开"),
                 ("denied.security_stability", "3.危及“三安全一稳定”"), ("denied.third_party", "4.保护第三方合法权益"),
                 ("denied.internal_affairs", "5.属于三类内部事务信息"), ("denied.process_information", "6.属于四类过程性信息"),
                 ("denied.enforcement_file", "7.属于行政执法案卷"), ("denied.inquiry_matter", "8.属于行政查询事项")]),
    ("（四）无法提供", [("unavailable.not_held", "1.本机关不掌握相关政府信息"), ("unavailable.creation_required", "2.没有现成信息需要另行制作"),
                 ("unavailable.unclear", "3.补正后申请内容仍不明确")]),
    ("（五）不予处理", [("not_handled.petition", "1.信访举报投诉类申请"), ("not_handled.duplicate", "2.重复申请"),
                 ("not_handled.publication", "3.要求提供公开出版物"), ("not_handled.excessive", "4.无正当理由大量反复申请"),
                 ("not_handled.confirmation", "5.要求行政机关确认或重新出具已获取信息")]),
]
OTHER21 = ("（六）其他处理", [("other.uncorrected", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
                      ("other.unpaid", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"), ("other.miscellaneous", "3.其他")])
PARTIAL = "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"

TABLE_TWO = {
    "2021": [("第二十条第（一）项", ["本年制发件数", "本年废止件数", "现行有效件数"],
              [("规章", "rules", ["issued", "repealed", "in_force"]), ("行政规范性文件", "normative", ["issued", "repealed", "in_force"])]),
             ("第二十条第（五）项", ["本年处理决定数量"], [("行政许可", "licensing", ["decisions"])]),
             ("第二十条第（六）项", ["本年处理决定数量"], [("行政处罚", "penalties", ["decisions"]), ("行政强制", "compulsion", ["decisions"])]),
             ("第二十条第（八）项", ["本年收费金额（单位：万元）"], [("行政事业性收费", "fees", ["amount"])])],
    "2019": [("第二十条第（一）项", ["本年新制作数量", "本年新公开数量", "对外公开总数量"],
              [("规章", "rules", ["made", "published", "total"]), ("规范性文件", "normative", ["made", "published", "total"])]),
             ("第二十条第（五）项", ["上一年项目数量", "本年增/减", "处理决定数量"],
              [("行政许可", "licensing", ["items", "change", "decisions"]), ("其他对外管理服务事项", "other_services", ["items", "change", "decisions"])]),
             ("第二十条第（六）项", ["上一年项目数量", "本年增/减", "处理决定数量"],
              [("行政处罚", "penalties", ["items", "change", "decisions"]), ("行政强制", "compulsion", ["items", "change", "decisions"])]),
             ("第二十条第（八）项", ["上一年项目数量", "本年增/减"], [("行政事业性收费", "fees", ["items", "change"])]),
             ("第二十条第（九）项", ["采购项目数量", "采购总金额"], [("政府集中采购", "procurement", ["items", "amount"])])],
}


def outcomes(edition):
    """Keys of the rows that （七）总计 adds up."""
    keys = ["granted", "partially_granted"] + [k for _, rows in GROUPS for k, _ in rows]
    return keys + ([k for k, _ in OTHER21[1]] if edition == "2021" else ["other"])


def request_rows(edition):
    return ["received", "carried_in"] + outcomes(edition) + ["total", "carried_out"]


def keys(edition):
    """All figure keys in printed order."""
    found = [f"proactive.{r}.{c}" for _, _, rows in TABLE_TWO[edition] for _, r, cs in rows for c in cs]
    found += [f"requests.{r}.{c}" for r in request_rows(edition) for c in COLUMNS]
    return found + [f"disputes.{b}.{c}" for b in BLOCKS for c in RESULTS]


def figures(edition, proactive=None, requests=None, disputes=None):
    """All figures; what is not named is 0. Parts of requests are {row: {column: n}}; totals, the outcomes' total and
    what was received follow from them: received = outcomes + carried_out - carried_in."""
    found = dict.fromkeys(keys(edition), 0)
    for k in found:
        if k.endswith(".amount"):
            found[k] = "0"
    for row, values in (proactive or {}).items():
        columns = next(cs for _, _, rows in TABLE_TWO[edition] for _, r, cs in rows if r == row)
        for c, v in zip(columns, values, strict=True):
            found[f"proactive.{row}.{c}"] = v
    for row, values in (requests or {}).items():
        for c, v in values.items():
            assert f"requests.{row}.{c}" in found, row
            found[f"requests.{row}.{c}"] = v
    for c in COLUMNS[:-1]:
        found[f"requests.total.{c}"] = sum(found[f"requests.{r}.{c}"] for r in outcomes(edition))
        found[f"requests.received.{c}"] = (found[f"requests.total.{c}"] + found[f"requests.carried_out.{c}"]
                                           - found[f"requests.carried_in.{c}"])
        assert found[f"requests.received.{c}"] >= 0
    for r in request_rows(edition):
        found[f"requests.{r}.total"] = sum(found[f"requests.{r}.{c}"] for c in COLUMNS[:-1])
    for b, values in (disputes or {}).items():
        for c, v in zip(RESULTS, values):
            found[f"disputes.{b}.{c}"] = v
    for b in BLOCKS:
        found[f"disputes.{b}.total"] = sum(found[f"disputes.{b}.{c}"] for c in RESULTS[:-1])
    return found


def show(v):
    return "" if v is None else str(v)


def table_two(edition, f, five_columns=False):
    """Table two; five_columns is the real template's grid of five, where a span of two moves between 2nd and 3rd column."""
    width, rows = 5 if five_columns else 4, []
    for n, (caption, heads, lines) in enumerate(TABLE_TWO[edition]):
        spans = [1] * len(heads)
        if five_columns and len(heads) == 3:
            spans[n % 2] = 2
        spans[-1] += width - 1 - sum(spans)
        rows.append([Cell(caption, cols=width)])
        rows.append([Cell("信息内容")] + [Cell(h, cols=s) for h, s in zip(heads, spans)])
        for label, row, columns in lines:
            rows.append([Cell(label)] + [Cell(show(f[f"proactive.{row}.{c}"]), f"proactive.{row}.{c}", s)
                                         for c, s in zip(columns, spans)])
    return rows


def table_three(edition, f):
    def values(row):
        return [Cell(show(f[f"requests.{row}.{c}"]), f"requests.{row}.{c}") for c in COLUMNS]

    groups = GROUPS + ([OTHER21] if edition == "2021" else [])
    rows = [[Cell(CORNER, cols=3, rows=3, corner=True), Cell("申请人情况", cols=7)],
            [Cell("自然人", rows=2), Cell("法人或其他组织", cols=5), Cell("总计", rows=2)],
            [Cell(l) for l in COLUMN_LABELS[1:6]],
            [Cell("一、本年新收政府信息公开申请数量", cols=3)] + values("received"),
            [Cell("二、上年结转政府信息公开申请数量", cols=3)] + values("carried_in"),
            [Cell("三、本年度办理结果", rows=len(outcomes(edition)) + 1), Cell("（一）予以公开", cols=2)] + values("granted"),
            [Cell(PARTIAL, cols=2)] + values("partially_granted")]
    for label, lines in groups:
        for i, (row, name) in enumerate(lines):
            rows.append(([Cell(label, rows=len(lines))] if i == 0 else []) + [Cell(name)] + values(row))
    if edition == "2019":
        rows.append([Cell("（六）其他处理", cols=2)] + values("other"))
    rows.append([Cell("（七）总计", cols=2)] + values("total"))
    rows.append([Cell("四、结转下年度继续办理", cols=3)] + values("carried_out"))
    return rows


def table_four(edition, f):
    return [[Cell("行政复议", cols=5, rows=2), Cell("行政诉讼", cols=10)],
            [Cell("未经复议直接起诉", cols=5), Cell("复议后起诉", cols=5)],
            [Cell(l) for _ in BLOCKS for l in RESULT_LABELS],
            [Cell(show(f[f"disputes.{b}.{c}"]), f"disputes.{b}.{c}") for b in BLOCKS for c in RESULTS]]


def spread(grid):
    """The grid as a full matrix of (cell, is_origin): every place that a merged cell covers names it."""
    taken, height = {}, len(grid)
    for y, row in enumerate(grid):
        x = 0
        for cell in row:
            while (y, x) in taken:
                x += 1
            for dy in range(cell.rows):
                for dx in range(cell.cols):
                    taken[y + dy, x + dx] = (cell, dy == 0 and dx == 0)
    width = max(x for _, x in taken) + 1
    return [[taken.get((y, x), (Cell(), False)) for x in range(width)] for y in range(height)]

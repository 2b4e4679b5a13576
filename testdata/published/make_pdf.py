"""Writes the published reports that came down as PDF, printed by LibreOffice and Chromium, and two texts that a program drew out of PDF (pdftotext)."""
import pathlib
import re
import subprocess
import tempfile

import authors
import make_html as web
import statute
import wordfile as w
from make_text import relabel
from office import convert, printed
from sample import town


def print_out(r, body, **kw):
    """LibreOffice's print. It loses a mark that stands at the end of a full line, so the margin moves until all of the text is there."""
    body += kw.pop("last", w.section())
    for right in range(1474, 1800, 36):
        data = convert(w.document(body.replace('w:right="1474"', f'w:right="{right}"'), **kw), ".docx", "pdf")
        if holds(data, r):
            return data
    raise AssertionError(r.name)


def holds(data, r):
    """Whether all paragraphs can be drawn out of the PDF."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "r.pdf"
        file.write_bytes(data)
        text = subprocess.run(["pdftotext", "-raw", file, "-"], check=True, capture_output=True, text=True).stdout
    bare = lambda t: re.sub(r"\s", "", t)
    text = bare(re.sub(r"(?m)^\f?(?:[—-] \d+ [—-]|P\. \d+|2020 ?年报_审计局|鹿鸣街道政府信息公开年报)$", "", text))
    return all(bare(p) in text for ps in r.narrative.values() for p in ps)


def borders():
    r = town("pdf-01-borders-heads-repeated", "柳溪镇人民政府", "我镇", 2025, "2026-01-13", style="run-in", preface=0, problems=4, other=3, figures=dict(
        proactive={"normative": [2, 0, 11], "licensing": [166], "penalties": [24], "fees": ["3.0600"]},
        requests={"granted": {"natural_person": 7, "enterprise": 1}, "partially_granted": {"natural_person": 3}, "unavailable.not_held": {"natural_person": 6, "enterprise": 1},
                  "not_handled.petition": {"natural_person": 1}, "carried_in": {"natural_person": 1}, "carried_out": {"natural_person": 2}}, disputes={"review": [1, 1, 0, 0], "litigation_after_review": [1, 0, 0, 0]}))
    r.notes = "printed by LibreOffice with borders; table three over two pages, its head rows repeated; page numbers — 1 —"
    r.write(".pdf", print_out(r, w.report(r, w.heading("柳溪镇人民政府", "2025年政府信息公开工作年度报告"), lambda part, g: w.plain(part, g, heads=3 if part == "requests" else 0))))


def no_borders():
    r = town("pdf-02-no-borders", "苇塘乡人民政府", "我乡", 2022, "2023-01-16", style="first", preface=1, problems=1, other=2, figures=dict(
        proactive={"licensing": [23], "penalties": [1]}, requests={"granted": {"natural_person": 2}, "denied.law_prohibited": {"natural_person": 1}, "other.miscellaneous": {"natural_person": 1}}))
    r.notes = "no borders at all, table three over two pages without its head rows; page numbers - 1 -"
    r.write(".pdf", print_out(r, w.report(r, w.heading(r.title), lambda part, g: w.plain(part, g, borders=False)), marks="- {} -"))


PRINT = "<style>@page{size:A4;margin:18mm 16mm}body{background:#fff;font-family:%s}.wrap{width:auto}h1,strong{font-weight:normal}.text{padding:0}.foot,.nav{display:%s}</style>"


def site_print():
    r = town("pdf-03-site-print", "禾川区市场监督管理局", "我局", 2023, author=authors.BUREAU, figures=dict(
        proactive={"normative": [1, 3, 8], "licensing": [20377], "penalties": [604], "compulsion": [39], "fees": ["0"]},
        requests={"granted": {"natural_person": 40, "enterprise": 11}, "partially_granted": {"natural_person": 9, "enterprise": 2}, "denied.third_party": {"enterprise": 3}, "denied.enforcement_file": {"natural_person": 14, "legal_service": 2},
                  "denied.inquiry_matter": {"natural_person": 21, "enterprise": 4}, "unavailable.not_held": {"natural_person": 18}, "not_handled.petition": {"natural_person": 12}, "not_handled.confirmation": {"natural_person": 1},
                  "other.miscellaneous": {"natural_person": 7}, "carried_in": {"natural_person": 4}, "carried_out": {"natural_person": 6}}, disputes={"review": [6, 0, 2, 1], "litigation_direct": [1, 0, 0, 0]}))
    r.say("不予公开44件", "不予公开40件")
    r.faults = ["text-outcomes"]
    r.notes = "a site's page printed by Chromium with navigation, breadcrumb, meta line and footer, then squeezed by another program (object streams); the text counts 40 refusals for 44"
    text = web.content(r, web.p, web.strong)
    body = f"""<div class="top">禾川区人民政府</div>{web.NAV}<div class="wrap"><div class="pos">当前位置：首页 &gt; 区市场监管局 &gt; 政府信息公开年报</div><h1>{r.title}</h1><div class="meta">发布时间：2024-01-26　来源：区市场监管局　浏览量：208　打印</div><div class="text">{text}</div></div>{web.FOOT}"""
    r.write(".pdf", printed(web.page(r.title, body, extra=PRINT % ("Microsoft YaHei", "block")), squeezed=True))


def head_print():
    r = town("pdf-04-print-thead", "清溪镇人民政府", "我镇", 2021, "2022-01-19", style="items、", preface=3, problems=1, other=4, figures=dict(
        proactive={"normative": [0, 1, 3], "licensing": [45], "penalties": [8], "fees": ["0.1200"]}, requests={"granted": {"natural_person": 1}, "unavailable.unclear": {"natural_person": 1}}))
    r.notes = "Chromium, small type, horizontal rules only, head rows in thead and repeated by the print; three signature lines"

    def draw(grid):
        heads = 3 if len(grid) > 20 else 0
        row = lambda cells: "<tr>" + "".join(web.cell(c) for c in cells) + "</tr>"
        return "<table class=n>" + ("<thead>" + "".join(map(row, grid[:heads])) + "</thead>" if heads else "") + "<tbody>" + "".join(map(row, grid[heads:])) + "</tbody></table>"

    text = web.content(r, web.p, web.strong, draw)
    extra = PRINT % ("Droid Sans Fallback", "none") + "<style>.text{font-size:13px}.text table.n{font-size:11px;width:100%}.text .n td{border:0;border-bottom:1px solid #999;padding:5px 2px}tr{break-inside:avoid}</style>"
    body = f'<div class="wrap"><h1>{r.title}</h1><div class="text">{text}<p align="right">清溪镇人民政府</p><p align="right">2022年1月19日</p></div></div>'
    r.write(".pdf", printed(web.page(r.title, body, extra=extra)))


def upright():
    r = town("pdf-05-upright-letters-apart", "青垣县教育局", "我局", 2024, "2025-01-21", style="one", preface=3, problems=2, other=1, figures=dict(
        proactive={"licensing": [18], "fees": ["1205.3"]}, requests={"granted": {"natural_person": 5}, "denied.process_information": {"natural_person": 1}, "unavailable.creation_required": {"natural_person": 1}}))
    r.set(proactive__rules__issued=1, proactive__rules__in_force=1)
    r.faults = ["rules-authority"]
    r.notes = "upright labels in table three (turned text), the letters of all other labels set apart; a bureau that says it made one 规章"

    def fill(c):
        return w.para(w.run(c.text, "宋体", 18, spacing=0 if c.key or c.corner or len(c.text) > 12 else 40), "center")

    draw = lambda part, g: w.plain(part, g, fill=fill, upright=("三、本年度办理结果", "（三）不予公开", "（四）无法提供", "（五）不予处理", "（六）其他处理"))
    r.write(".pdf", print_out(r, w.report(r, w.heading("青垣县教育局", "2024年政府信息公开工作年度报告"), draw)))


def two_columns():
    r = town("pdf-06-two-columns", "鹿鸣街道办事处", "我街道", 2023, "2024-01-11", style="items、", preface=2, problems=0, other=4, figures=dict(proactive={"penalties": [9]}, requests={"carried_in": {"natural_person": 1}, "granted": {"natural_person": 1}}))
    r.notes = "text in two columns, tables over the whole width between; a head line on every page; row 四 of table three alone at the top of a page"
    title = w.heading(r.title) + w.section(kind="continuous", header=True, last=False)
    body = lambda t: w.text(t, size=24, line=400, indent=480)
    head = lambda t: w.text(t, font="黑体", size=26, line=440, indent=0, keep=True)
    text = w.report(r, title, w.plain, body, head, before_tables=w.section(2, kind="continuous", last=False), after_tables=w.section(kind="continuous", last=False))
    r.write(".pdf", print_out(r, text, last=w.section(2, kind="continuous"), header=w.run("鹿鸣街道政府信息公开年报", "宋体", 18)))


def page_heads():
    r = town("pdf-07-page-heads-2020", "青垣县审计局", "我局", 2020, "2021-01-19", style="deep", preface=0, problems=2, figures=dict(
        proactive={"normative": [0, 0, 3], "licensing": [0, 0, 0], "other_services": [4, "增加5", 11], "penalties": [2, "0/0", 0], "compulsion": [1, 0, 0], "procurement": [2, "8040"]},
        requests={"unavailable.not_held": {"natural_person": 2}, "granted": {"enterprise": 1}, "carried_out": {"natural_person": 1}}))
    r.set(requests__carried_out__enterprise=1)
    r.faults = ["figure-unreadable", "requests-row-total", "requests-balance", "procurement-both-or-none", "text-requests"]
    r.notes = "form of 2019; page head (2020年报_审计局) and page foot (P. 9) fall into table three; changes in words (增加5, 0/0); an amount without unit; carried out: parts and total differ"
    body = w.report(r, w.heading(r.title), w.plain, grids=r.tables(five_columns=True))
    r.write(".pdf", print_out(r, body, last=w.section(header=True, start=9), header=w.run("2020年报_审计局", "宋体", 18), marks="P. {}"))


def pictures(pages):
    """A PDF of pictures alone, as a scanner makes it."""
    objects, kids = ["<</Type/Catalog/Pages 2 0 R>>".encode(), b""], []
    for data, width, height in pages:
        n = len(objects) + 1
        stream = b"q 595 0 0 842 0 0 cm /P Do Q"
        objects += [f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {n + 1} 0 R/Resources<</XObject<</P {n + 2} 0 R>>>>>>".encode(),
                    b"<</Length %d>>stream\n" % len(stream) + stream + b"\nendstream",
                    f"<</Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length {len(data)}>>stream\n".encode() + data + b"\nendstream"]
        kids.append(f"{n} 0 R")
    objects[1] = f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(kids)}]>>".encode()
    out, at = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for i, o in enumerate(objects, 1):
        at.append(len(out))
        out += b"%d 0 obj\n" % i + o + b"\nendobj\n"
    start = len(out)
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % (len(at) + 1) + b"".join(b"%010d 00000 n \n" % a for a in at) + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(at) + 1, start)


def scanned():
    r = town("pdf-08-scanned", "栗子坳乡人民政府", "我乡", 2023, "2024-01-17", style="one", preface=3, problems=4, other=0)
    r.notes = "scanned: pictures of pages without any text, so nothing can be read; report is null"
    data = print_out(r, w.report(r, w.heading(r.title), w.plain))
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "r.pdf").write_bytes(data)
        subprocess.run(["pdftoppm", "-r", "72", "-jpeg", "-jpegopt", "quality=30", folder / "r.pdf", folder / "p"], check=True)
        pages = []
        for f in sorted(folder.glob("p-*.jpg")):
            jpeg = f.read_bytes()
            at = jpeg.index(b"\xff\xc0")
            pages.append((jpeg, int.from_bytes(jpeg[at + 7:at + 9], "big"), int.from_bytes(jpeg[at + 5:at + 7], "big")))
    r.write_nothing(".pdf", pictures(pages))


def landscape():
    r = town("pdf-09-landscape-tables", "禾川区人民政府办公室", "我办", 2025, "2026-01-20", style="own line", preface=1, problems=5, other=3, figures=dict(
        proactive={"normative": [4, 1, 22]}, requests={"granted": {"natural_person": 33, "enterprise": 4, "legal_service": 1}, "partially_granted": {"natural_person": 12, "research": 1}, "unavailable.not_held": {"natural_person": 57, "social": 2, "other": 1},
                                                       "not_handled.duplicate": {"natural_person": 6}, "other.unpaid": {"natural_person": 1}, "other.miscellaneous": {"natural_person": 10}, "carried_in": {"natural_person": 3}, "carried_out": {"natural_person": 8, "enterprise": 1}},
        disputes={"review": [10, 2, 3, 1], "litigation_direct": [2, 0, 0, 0], "litigation_after_review": [4, 1, 0, 2]}))
    r.put({f"requests.{row}.total": None for row in statute.outcomes("2021")})
    r.faults = ["figure-missing"]
    r.notes = "the tables on landscape pages between upright ones; all row totals of the outcomes are blank; headings with (一) in half width"
    grids = relabel(r.tables(), {"（一）": "(一)", "（二）": "(二)", "（三）": "(三)", "（四）": "(四)", "（五）": "(五)", "（六）": "(六)", "（七）": "(七)"})
    size = {"proactive": [3400] * 4, "requests": [900, 1800, 4200] + [950] * 7, "disputes": [900] * 15}
    body = w.report(r, w.heading(r.title), lambda part, g: w.table(g, size[part]), before_tables=w.section(last=False), after_tables=w.section(landscape=True, last=False), grids=grids)
    r.write(".pdf", print_out(r, body))


def broken_group():
    r = town("pdf-10-group-split", "石榴坪镇人民政府", "我镇", 2022, "", style="run-in", preface=0, problems=3, other=2, figures=dict(
        proactive={"normative": [0, 0, 4], "licensing": [90], "penalties": [11]}, requests={"granted": {"natural_person": 2}, "not_handled.publication": {"natural_person": 1}, "carried_out": {"natural_person": 1}}, disputes={"review": [0, 1, 0, 0]}))
    r.put({"disputes.review.total": 2})
    r.say("2022年1月1日起至2022年12月31日止", "2022年1月1日起至2022年11月31日止", "preface")
    r.faults = ["disputes-total", "period-wrong"]
    r.notes = "high rows: groups are split by the page; 三、本年度办理结果 begins again after the break; no signature; 复议 total 2 for 1; a date that does not exist (11月31日)"
    grids = r.tables()
    three = grids["requests"]
    rows, first = three[5:-1], 12
    three[5][0].rows = first
    rows[first].insert(0, statute.Cell("三、本年度办理结果", rows=len(rows) - first))
    later = next(i for i, row in enumerate(rows) if row[0].text == "（四）无法提供")
    rows[later][0].rows = first - later
    rows[first].insert(1, statute.Cell("（四）无法提供", rows=1))
    r.write(".pdf", print_out(r, w.report(r, w.heading(r.title), lambda part, g: w.plain(part, g, height=520 if part == "requests" else 0), grids=grids)))


def drawn(r, body, *options):
    """What pdftotext draws out of the print."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "r.pdf"
        file.write_bytes(print_out(r, body, marks="- {} -"))
        return subprocess.run(["pdftotext", *options, file, "-"], check=True, capture_output=True).stdout


def drawn_layout():
    r = town("text-12-pdf-layout", "青垣县交通运输局", "我局", 2023, "2024-01-12", style="run-in", preface=3, problems=1, other=4, figures=dict(
        proactive={"licensing": [812], "penalties": [147], "compulsion": [5], "fees": ["0"]}, requests={"granted": {"natural_person": 3, "enterprise": 1}, "denied.third_party": {"natural_person": 1}, "unavailable.not_held": {"natural_person": 2}}))
    r.notes = "pdftotext -layout: columns by blanks, letters of 三、本年度办理结果 beside unrelated rows, page numbers and form feeds inside; lines are not paragraphs"
    r.write(".txt", drawn(r, w.report(r, w.heading(r.title), w.plain), "-layout"))


def drawn_raw():
    r = town("text-13-pdf-raw", "白鹭湾街道办事处", "我街道", 2024, "2025-01-15", style="items", preface=1, problems=0, other=2, figures=dict(
        proactive={"penalties": [150], "compulsion": [2]}, requests={"granted": {"natural_person": 10}, "partially_granted": {"natural_person": 2}, "not_handled.petition": {"natural_person": 4}, "carried_out": {"natural_person": 1}}))
    r.notes = "text in the order of the PDF's stream: a row of table three on one line (3.危及“三安全一稳定” 0 0 0 0 0 0 0), long labels on lines of their own, - 4 - inside"
    r.write(".txt", drawn(r, w.report(r, w.heading(r.title), w.plain), "-raw"))


if __name__ == "__main__":
    for make in (borders, no_borders, site_print, head_print, upright, two_columns, page_heads, scanned, landscape, broken_group, drawn_layout, drawn_raw):
        make()

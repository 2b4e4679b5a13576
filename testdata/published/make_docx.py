"""Writes the published reports that came down as DOCX, in the manner of Word, WPS and LibreOffice (which must be installed)."""
import authors
import statute
import wordfile as w
from make_text import relabel
from office import convert
from sample import town

esc = w.esc


def word():
    r = town("docx-01-word", "柳溪镇人民政府", "我镇", 2024, "2025-01-14", author=authors.TOWN, figures=dict(
        proactive={"normative": [1, 1, 9], "licensing": [141], "penalties": [30], "compulsion": [2], "fees": ["4.2100"]},
        requests={"granted": {"natural_person": 6, "enterprise": 2}, "partially_granted": {"natural_person": 1}, "denied.internal_affairs": {"natural_person": 1},
                  "unavailable.not_held": {"natural_person": 4}, "other.miscellaneous": {"natural_person": 1}, "carried_in": {"natural_person": 2}, "carried_out": {"natural_person": 1}},
        disputes={"review": [2, 0, 1, 0]}))
    r.notes = "in the manner of Word: runs cut by spelling marks and revision ids, vMerge and gridSpan, title over two lines, headings by face alone (no styles), head rows of table three repeat"

    def cut(t):
        """A paragraph whose runs were cut by edits and spelling marks."""
        n = max(3, len(t) // 3)
        runs = "<w:proofErr w:type=\"spellStart\"/>".join(w.run(t[i:i + n]).replace("<w:r>", f'<w:r w:rsidR="00A{i:05X}">') for i in range(0, len(t), n))
        return w.para(runs, "both", 640, 580).replace("<w:p>", '<w:p w:rsidR="00BC1234" w:rsidRDefault="00BC1234">')

    body = w.report(r, w.heading("柳溪镇人民政府", "2024年政府信息公开工作年度报告"), lambda part, g: w.plain(part, g, heads=3 if part == "requests" else 0), cut)
    r.write(".docx", w.document(body + w.section()))


def libreoffice():
    r = town("docx-02-libreoffice-2020", "石榴坪镇人民政府", "我镇", 2020, "2021-01-25", style="own line", preface=2, problems=3, figures=dict(
        proactive={"normative": [1, 1, 8], "licensing": [3, 0, 12], "other_services": [99, -2, 340], "penalties": [7, 1, 4], "compulsion": [2, 0, 0], "procurement": [4, "43.788万元"]},
        requests={"granted": {"natural_person": 1}, "unavailable.not_held": {"natural_person": 1}, "other": {"natural_person": 1}, "carried_out": {"natural_person": 1}}))
    r.set(requests__total__natural_person=4, requests__total__total=4)
    r.faults = ["requests-outcome-total", "requests-balance"]
    r.notes = "opened and saved by LibreOffice; form of 2019; table two with five grid columns; the outcomes' total of natural persons is one too high"
    body = w.report(r, w.heading(r.title), w.plain, grids=r.tables(five_columns=True))
    data = convert(w.document(body + w.section()), ".docx", "odt")
    r.write(".docx", convert(data, ".odt", "docx"))


NUMBERING = ('<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
             '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>'
             '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="（%2）"/></w:lvl>'
             '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="nothing"/><w:lvlText w:val="%3."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>')


def wps_numbers():
    r = town("docx-03-wps-automatic-numbers", "望江台街道办事处", "我街道", 2025, "2026-01-12", style="deep", preface=1, problems=2, other=4, figures=dict(
        proactive={"penalties": [212], "compulsion": [9]}, requests={"granted": {"natural_person": 9, "legal_service": 1}, "denied.third_party": {"natural_person": 2},
                                                                   "not_handled.petition": {"natural_person": 5}, "carried_out": {"natural_person": 2}}))
    r.notes = "in the manner of WPS: all numbers (一、（一）1.) are automatic, so the text has none; the truth has them as they are printed"
    numeral = "一二三四五六"

    def numbered(t):
        level, rest = -1, t
        if t[0] == "（" and t[2:3] == "）":
            level, rest = 1, t[3:]
        elif t[0] in numeral and t[1:2] == "、":
            level, rest = 0, t[2:]
        elif t[0].isdigit() and t[1:2] == ".":
            level, rest = 2, t[2:]
        number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>' if level >= 0 else ""
        return w.para(w.run(rest, ["黑体", "楷体_GB2312", "仿宋_GB2312", "仿宋_GB2312"][level]), "both", 640, 580, number=number)

    body = w.report(r, w.heading(r.title), w.plain, numbered, numbered)
    r.write(".docx", w.document(body + w.section(), NUMBERING, "- {} -", application="WPS Office_12.1.0.00000_F1E327BC-0000-0000-0000-000000000000"))


def tracked():
    r = town("docx-04-tracked-changes", "青垣县水利局", "我局", 2022, "2023-01-12", style="run-in", preface=4, problems=0, other=2, figures=dict(
        proactive={"licensing": [77], "penalties": [12], "fees": ["318.6"]}, requests={"granted": {"enterprise": 3}, "partially_granted": {"natural_person": 1}, "carried_out": {"enterprise": 1}}))
    r.notes = "tracked changes and comments: what was deleted (an old paragraph, old figures) is not in the report, what was inserted is; the truth is the text with all changes accepted"
    ins = lambda runs, n: f'<w:ins w:id="{n}" w:author="审核" w:date="2023-01-10T09:00:00Z">{runs}</w:ins>'
    dele = lambda runs, n: f'<w:del w:id="{n}" w:author="审核" w:date="2023-01-10T09:00:00Z">{runs.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")}</w:del>'
    changed = {"requests.granted.enterprise": "2", "requests.granted.total": "2", "proactive.penalties.decisions": "21", "requests.total.enterprise": "2"}

    def fill(c):
        runs = w.run(c.text, "宋体", 21)
        if c.key in changed:
            runs = dele(w.run(changed[c.key], "宋体", 21), 50) + ins(runs, 51)
        return w.para(runs, "center")

    def body(t):
        if t.startswith("（三）"):
            gone = f'<w:p><w:pPr><w:rPr><w:del w:id="60" w:author="审核" w:date="2023-01-10T09:00:00Z"/></w:rPr></w:pPr>{dele(w.run("（三）政府信息管理。2021年，我局共整改信息12条。"), 61)}</w:p>'
            return gone + w.para(w.run(t[:12]) + ins(w.run(t[12:]), 62), "both", 640, 580)
        if t.startswith("（四）"):
            return w.para('<w:commentRangeStart w:id="0"/>' + w.run(t) + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>', "both", 640, 580)
        return w.text(t)

    comment = '<w:comment w:id="0" w:author="审核" w:date="2023-01-10T09:00:00Z"><w:p><w:r><w:t>此处数字请再核对，去年是35个。</w:t></w:r></w:p></w:comment>'
    text = w.report(r, w.heading(r.title), lambda part, g: w.plain(part, g, fill=fill), body)
    r.write(".docx", w.document(text + w.section(), comments=comment))


def text_box():
    r = town("docx-05-text-box", "云栖坪镇人民政府", "我镇", 2021, "2022-01-21", style="items、", preface=3, problems=3, other=5, figures=dict(
        proactive={"normative": [0, 2, 4], "licensing": [36]}, requests={"granted": {"natural_person": 2}, "denied.process_information": {"natural_person": 1}}))
    r.set(requests__granted__total=3)
    r.faults = ["requests-row-total", "requests-outcome-total", "template-left", "section-heading"]
    r.headings = dict(r.headings, problems="五、政府信息公开工作存在的主要问题及改进情况")
    r.narrative["requests"] = ["该部分以表格形式报告。表格如下："]
    r.notes = "the title stands in a text box (drawing and its VML fallback, so twice in the file); left-over instruction of the form; （一）予以公开 totals 3 for 2"

    def box(lines):
        inner = "".join(w.para(w.run(l, "方正小标宋简体", 40), "center") for l in lines)
        drawing = ('<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:align>center</wp:align></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="5600000" cy="900000"/><wp:wrapTopAndBottom/><wp:docPr id="1" name="文本框 1"/>'
                   f'<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5600000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></wps:spPr><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>')
        vml = f'<w:pict><v:shape style="width:440pt;height:70pt"><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict>'
        return f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice><mc:Fallback>{vml}</mc:Fallback></mc:AlternateContent></w:r></w:p>'

    body = w.report(r, box(["云栖坪镇人民政府2021年", "政府信息公开工作年度报告"]), w.plain)
    r.write(".docx", w.document(body + w.section()))


def layout_table():
    r = town("docx-06-inside-a-table", "青垣县财政局", "我局", 2023, "", style="first", preface=1, problems=5, other=0, figures=dict(
        proactive={"normative": [2, 0, 5], "fees": ["0.0000"]}, requests={"granted": {"natural_person": 1, "enterprise": 1}}))
    r.put({f"requests.{row}.{c}": None for row in ("denied.security_stability", "not_handled.publication") for c in statute.COLUMNS[1:]})
    r.faults = ["figure-missing"]
    merged = ["carried_in", "carried_out"]
    r.hide([f"requests.{row}.{c}" for row in merged for c in statute.COLUMNS])
    r.notes = "the whole report stands in the cell of a layout table (tables inside a table), line breaks in title and heads; two rows with one 0 in a cell merged over seven columns, which stay unreadable; six of seven cells blank in two others; real heading styles"
    grids = relabel(r.tables(), {"二、上年结转政府信息公开申请数量": "二、上年结转政府信息公开数量", "商业企业": "商业\n企业", "科研机构": "科研\n机构"})
    for cells in grids["requests"]:
        first = next((c for c in cells if c.key), None)
        if first and first.key.split(".")[1] in merged:
            first.cols = 7
            cells[:] = [c for c in cells if not c.key or c is first]
    inner = w.report(r, w.heading("青垣县财政局\n2023年政府信息公开工作年度报告"), w.plain, lambda t: w.text(t), lambda t: w.para(w.run(t, "黑体"), style="2", line=580), grids=grids)
    body = (f'<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="9000" w:type="dxa"/></w:tcPr>{inner}<w:p/></w:tc></w:tr></w:tbl><w:p/>')
    r.write(".docx", w.document(body + w.section(footer=False), application="WPS Office"))


if __name__ == "__main__":
    for make in (word, libreoffice, wps_numbers, tracked, text_box, layout_table):
        make()

"""A small writer of DOCX, for files as other programs leave them, and for the pages that LibreOffice prints from them."""
import io
import zipfile
from xml.sax.saxutils import escape as esc

W = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
     'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
     'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
     'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"')
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def run(text, font="仿宋_GB2312", size=32, bold=False, spacing=0, extra=""):
    look = f'<w:rFonts w:hint="eastAsia" w:ascii="{font}" w:eastAsia="{font}" w:hAnsi="{font}"/>' + ("<w:b/>" if bold else "") + \
        (f'<w:spacing w:val="{spacing}"/>' if spacing else "") + f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' + extra
    body = "".join("<w:br/>" if piece == "\n" else "<w:tab/>" if piece == "\t" else f'<w:t xml:space="preserve">{esc(piece)}</w:t>' for piece in pieces(text))
    return f"<w:r><w:rPr>{look}</w:rPr>{body}</w:r>"


def pieces(text):
    out, word = [], ""
    for c in text:
        if c in "\n\t":
            out += ([word] if word else []) + [c]
            word = ""
        else:
            word += c
    return out + ([word] if word else [])


def para(content, align="", indent=0, line=0, style="", number="", after=0, keep=False):
    """content is runs already marked up."""
    props = (f'<w:pStyle w:val="{style}"/>' if style else "") + ("<w:keepNext/>" if keep else "") + number + \
        (f'<w:spacing w:before="0" w:after="{after}" w:line="{line}" w:lineRule="exact"/>' if line else "") + \
        (f'<w:ind w:firstLineChars="200" w:firstLine="{indent}"/>' if indent else "") + (f'<w:jc w:val="{align}"/>' if align else "")
    return f"<w:p><w:pPr>{props}</w:pPr>{content}</w:p>"


def text(t, **kw):
    """A paragraph of the body."""
    return para(run(t, **{k: kw.pop(k) for k in ("font", "size", "bold", "spacing") if k in kw}), **({"align": "both", "indent": 640, "line": 580} | kw))


def table(grid, widths, borders=True, heads=0, size=21, fill=None, upright=(), height=0, layout="fixed"):
    """fill makes a cell's paragraphs, upright labels run from top to bottom."""
    import statute
    edge = "single" if borders else "nil"
    rows = []
    for y, row in enumerate(statute.spread(grid)):
        cells, x = [], 0
        while x < len(row):
            c, origin = row[x]
            span, first = c.cols, origin
            props = f'<w:tcW w:w="{sum(widths[x:x + span])}" w:type="dxa"/>' + (f'<w:gridSpan w:val="{span}"/>' if span > 1 else "") + \
                (f'<w:vMerge{" w:val=%srestart%s" % (chr(34), chr(34)) if first else ""}/>' if c.rows > 1 else "") + \
                ('<w:textDirection w:val="tbRlV"/>' if c.text in upright else "") + '<w:vAlign w:val="center"/>'
            inner = (fill(c) if fill else para(run(c.text, "宋体", size) if c.text else "", "center")) if first else "<w:p/>"
            cells.append(f"<w:tc><w:tcPr>{props}</w:tcPr>{inner}</w:tc>")
            x += span
        rows.append("<w:tr><w:trPr><w:cantSplit/>" + (f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else "") + ("<w:tblHeader/>" if y < heads else "") + "</w:trPr>" + "".join(cells) + "</w:tr>")
    edges = "".join(f'<w:{s} w:val="{edge}" w:sz="4" w:space="0" w:color="auto"/>' for s in ("top", "left", "bottom", "right", "insideH", "insideV"))
    return (f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="{layout}"/>'
            f'<w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>' + "".join(f'<w:gridCol w:w="{w}"/>' for w in widths) + "</w:tblGrid>" + "".join(rows) + "</w:tbl>")


WIDTHS = {"proactive": [2200, 2200, 2200, 2200], "requests": [620, 1000, 2980] + [600] * 7, "disputes": [590] * 15}


def widths(part, grid):
    n = max(sum(c.cols for c in row) for row in grid)
    return WIDTHS[part] if part != "proactive" else [8800 // n] * n


def section(columns=1, landscape=False, footer=True, header=False, kind="nextPage", last=True, start=0):
    w, h = (16838, 11906) if landscape else (11906, 16838)
    refs = ('<w:headerReference w:type="default" r:id="rId8"/>' if header else "") + ('<w:footerReference w:type="default" r:id="rId9"/>' if footer else "")
    props = (f'<w:sectPr>{refs}<w:type w:val="{kind}"/><w:pgSz w:w="{w}" w:h="{h}"{" w:orient=%slandscape%s" % (chr(34), chr(34)) if landscape else ""}/>'
             f'<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1300" w:gutter="0"/>' + (f'<w:pgNumType w:start="{start}"/>' if start else "") +
             f'<w:cols w:num="{columns}" w:space="425"/></w:sectPr>')
    return props if last else f"<w:p><w:pPr>{props}</w:pPr></w:p>"


STYLES = HEAD + f'<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="宋体" w:hAnsi="Times New Roman"/><w:sz w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="1"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 1"/><w:basedOn w:val="1"/><w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>'


def footer(marks="— {} —"):
    before, after = marks.split("{}")
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    return HEAD + f'<w:ftr {W}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t xml:space="preserve">{esc(before)}</w:t></w:r>{field}<w:r><w:t xml:space="preserve">{esc(after)}</w:t></w:r></w:p></w:ftr>'


def document(body, numbering="", marks="— {} —", header="", application="Microsoft Office Word", comments=""):
    """The file; dates are fixed so that a run writes the same bytes again."""
    types = "".join(f'<Override PartName="/word/{part}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/>' for part, kind in
                    (("document", "document.main"), ("styles", "styles"), ("footer1", "footer")) + ((("numbering", "numbering"),) if numbering else ()) + ((("header1", "header"),) if header else ()) + ((("comments", "comments"),) if comments else ()))
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    links = f'<Relationship Id="rId1" Type="{rel}styles" Target="styles.xml"/><Relationship Id="rId9" Type="{rel}footer" Target="footer1.xml"/>' + \
        (f'<Relationship Id="rId2" Type="{rel}numbering" Target="numbering.xml"/>' if numbering else "") + (f'<Relationship Id="rId8" Type="{rel}header" Target="header1.xml"/>' if header else "") + (f'<Relationship Id="rId7" Type="{rel}comments" Target="comments.xml"/>' if comments else "")
    ns = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts = {
        "[Content_Types].xml": HEAD + f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{types}<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>',
        "_rels/.rels": HEAD + f'<Relationships xmlns="{ns}"><Relationship Id="rId1" Type="{rel}officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="{rel}extended-properties" Target="docProps/app.xml"/></Relationships>',
        "docProps/app.xml": HEAD + f'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>{application}</Application></Properties>',
        "word/document.xml": HEAD + f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": HEAD + f'<Relationships xmlns="{ns}">{links}</Relationships>',
        "word/styles.xml": STYLES, "word/footer1.xml": footer(marks)}
    if numbering:
        parts["word/numbering.xml"] = HEAD + f"<w:numbering {W}>{numbering}</w:numbering>"
    if header:
        parts["word/header1.xml"] = HEAD + f'<w:hdr {W}><w:p><w:pPr><w:jc w:val="right"/></w:pPr>{header}</w:p></w:hdr>'
    if comments:
        parts["word/comments.xml"] = HEAD + f"<w:comments {W}>{comments}</w:comments>"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for name, data in parts.items():
            z.writestr(zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def report(r, title, draw, body=text, head=None, before_tables=None, after_tables=None, grids=None):
    """A report's body. draw(part, grid) makes a table; before/after_tables wrap the sections that have one."""
    import statute
    head = head or (lambda t: text(t, font="黑体", keep=True))
    grids = grids or r.tables()
    out = [title] + [body(p) for p in r.narrative.get("preface", [])]
    for part, _ in statute.SECTIONS:
        if before_tables and part == "proactive":
            out.append(before_tables)
        if after_tables and part == "problems":
            out.append(after_tables)
        if r.headings[part]:
            out.append(head(r.headings[part]))
        ps = r.narrative.get(part, [])
        out += [body(p) for p in ps if not p.startswith("注：")]
        if part in grids:
            out.append(draw(part, grids[part]))
        out += [body(p) for p in ps if p.startswith("注：")]
    if r.date:
        out += [text(r.unit, align="right", indent=0), text(r.written_date, align="right", indent=0)]
    return "".join(out)


def plain(part, grid, **kw):
    return table(grid, widths(part, grid), **kw)


def heading(*lines):
    return "".join(para(run(l, "方正小标宋简体", 44), "center", line=640) for l in lines) + para("", line=580)

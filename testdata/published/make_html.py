"""Writes the published reports that were saved as web pages: each by another content-management system or word processor."""
import html
import quopri

import authors
import statute
from make_text import relabel
from sample import Report, town

esc = html.escape


def cell(c, tag="td", attrs="", inner=None, width=True):
    spans = (f' colspan="{c.cols}"' if c.cols > 1 else "") + (f' rowspan="{c.rows}"' if c.rows > 1 else "")
    return f"<{tag}{spans}{attrs}>{esc(c.text) if inner is None else inner}</{tag}>"


def table(grid, attrs=' border="1" cellspacing="0" cellpadding="0" width="100%"', draw=cell, body=True):
    rows = "\n".join("<tr>" + "".join(draw(c) for c in row) + "</tr>" for row in grid)
    return f"<table{attrs}>\n" + (f"<tbody>\n{rows}\n</tbody>" if body else rows) + "\n</table>"


def content(r: Report, para, head, draw=table, title=None, **kw):
    """Title, preface, sections with their tables, signature: how each is marked up is the caller's."""
    grids = kw.pop("grids", None) or r.tables(**kw)
    out = [title] if title else []
    out += [para(p) for p in r.narrative.get("preface", [])]
    for part, _ in statute.SECTIONS:
        if r.headings[part]:
            out.append(head(r.headings[part]))
        ps = r.narrative.get(part, [])
        out += [para(p) for p in ps if not p.startswith("注：")]
        if part in grids:
            out.append(draw(grids[part]))
        out += [para(p) for p in ps if p.startswith("注：")]
    return "\n".join(out)


STYLE = """<style>body{font-family:"Microsoft YaHei",SimSun,sans-serif;margin:0;background:#f5f6f8}.wrap{width:1000px;margin:0 auto;background:#fff;padding:0 24px 24px}
.top{background:#1560ad;color:#fff;padding:18px 30px;font-size:26px}.nav a{display:inline-block;padding:10px 18px;color:#1560ad;text-decoration:none}.pos{border-bottom:1px solid #ddd;padding:10px 0;font-size:14px}
h1,.title{font-size:24px;text-align:center;margin:26px 0 12px}.meta{text-align:center;color:#888;font-size:13px;border-bottom:1px dashed #ccc;padding-bottom:10px}
.text{font-size:16px;line-height:2;padding:10px 30px}.text table{border-collapse:collapse;margin:8px auto;line-height:1.4;font-size:14px}.text td,.text th{border:1px solid #333;padding:4px;text-align:center}
.foot{background:#e9edf2;text-align:center;font-size:13px;padding:20px;color:#555}.idx td{border:1px solid #cfdcec;padding:5px;font-size:13px}</style>"""
FOOT = "<div class=\"foot\">主办单位：青垣县人民政府办公室&nbsp;&nbsp;承办单位：青垣县政务服务中心<br>网站标识码：0000000000 &nbsp; 备案号：某ICP备00000000号 &nbsp; 公安备案 00000000000000号<br>联系电话：0000-0000000</div>"
BOX = """<form action="/search.jspx" method="get"><input type="hidden" name="siteId" value="7"><input type="hidden" name="__token" value="0"><input type="text" name="q" placeholder="请输入关键字"><input type="submit" value="搜索"></form>"""
NAV = '<div class="nav"><a href="/">首页</a><a href="/zjqy/">走进青垣</a><a href="/zwgk/">政务公开</a><a href="/bsfw/">办事服务</a><a href="/hdjl/">互动交流</a><a href="#">无障碍</a><a href="#">长者模式</a></div>'


def page(title, body, charset='<meta charset="utf-8">', extra="", doctype="<!DOCTYPE html>"):
    return f"{doctype}\n<html lang=\"zh-CN\">\n<head>\n{charset}\n<title>{esc(title)}</title>\n{STYLE}\n{extra}</head>\n<body>\n{body}\n</body>\n</html>\n"


def p(text):
    return f"<p>　　{esc(text)}</p>"


def strong(text):
    return f"<p><strong>　　{esc(text)}</strong></p>"


def letters(text):
    """Every letter in a span of its own, as editors leave it."""
    return "".join(f'<span style="font-family:宋体">{esc(c)}</span>' for c in text)


def gbk_index():
    r = town("html-01-gbk-index-table", "柳溪镇人民政府", "我镇", 2022, "2023-01-17", author=authors.TOWN, figures=dict(
        proactive={"normative": [0, 0, 2], "licensing": [58], "penalties": [3], "fees": ["0"]},
        requests={"granted": {"natural_person": 4}, "denied.third_party": {"natural_person": 1}, "carried_out": {"natural_person": 1}}))
    r.notes = "GBK said as gb2312; breadcrumb, search box, hidden inputs, an index table before table two, meta line, share and print line, footer; three letters of 三、本年度办理结果 a span each; 22 rows spanned"
    index = [["索 引 号", "000000/2023-00012", "信息分类", "政府信息公开年报"], ["发布机构", "柳溪镇人民政府", "成文日期", "2023-01-17"],
             ["名　　称", r.title, "文　　号", "无"], ["有 效 性", "有效", "关 键 词", "年报；信息公开"]]
    idx = '<table class="idx" width="100%">' + "".join("<tr>" + "".join(f"<td>{esc(c)}</td>" for c in row) + "</tr>" for row in index) + "</table>"
    draw = lambda g: table(g, draw=lambda c: cell(c, inner=letters(c.text) if c.text == "三、本年度办理结果" else f"<p align=\"center\">{esc(c.text)}</p>"))
    text = content(r, p, strong, draw)
    body = f"""<div class="top">青垣县人民政府</div>{NAV}{BOX}<div class="wrap"><div class="pos">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; <a href="#">政府信息公开年报</a> &gt; 正文</div>
{idx}<h1>{r.title}</h1><div class="meta">发布时间：2023-01-17 10:02 &nbsp; 来源：柳溪镇 &nbsp; 浏览次数：<span id="hits">181</span> &nbsp; 字号：[<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>]</div>
<div class="text TRS_Editor">{text}<p style="text-align:right">柳溪镇人民政府</p><p style="text-align:right">2023年1月17日</p></div>
<div class="meta"><a href="javascript:window.print()">【打印本页】</a> <a href="javascript:window.close()">【关闭窗口】</a> 分享到：<a href="#">微信</a> <a href="#">微博</a></div></div>{FOOT}
<script>var hits=document.getElementById('hits');function size(n){{document.body.style.fontSize=n+'px'}}</script>"""
    r.write(".html", page(r.title + "_青垣县人民政府", body, '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">', '<meta name="SiteName" content="青垣县人民政府">\n<meta name="ColumnName" content="政府信息公开年报">\n',
                          '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">').encode("gbk"))


def gb18030_2019():
    r = town("html-02-gb18030-2019", "㙟村乡人民政府", "我乡", 2019, "2020-01-20", style="deep", preface=0, problems=3, figures=dict(
        proactive={"normative": [2, 2, 11], "licensing": [6, 0, 40], "other_services": [120, "+8", 912], "penalties": [9, "0", 2], "compulsion": [4, "0", 0],
                   "fees": [1, -1], "procurement": [5, "3405820元"]},
        requests={"granted": {"natural_person": 7, "enterprise": 2}, "unavailable.not_held": {"natural_person": 1}, "other": {"natural_person": 1}, "carried_in": {"natural_person": 1}}))
    r.notes = "GB18030 with a letter of four bytes in the unit's name; form of 2019, 20 rows spanned, table two with five grid columns and a span that moves; line breaks in heads; amount in yuan; unquoted attributes in capitals"
    grids = r.tables(five_columns=True)
    draw = lambda g: "<TABLE border=1 cellSpacing=0 width=660>" + "".join("<TR>" + "".join(
        f"<TD{f' colSpan={c.cols}' if c.cols > 1 else ''}{f' rowSpan={c.rows}' if c.rows > 1 else ''}>{esc(c.text).replace('本年新', '本年新<BR>')}" for c in row) for row in g) + "</TABLE>"
    text = content(r, lambda t: f"<P>&nbsp;&nbsp;&nbsp;&nbsp;{esc(t)}", lambda t: f"<P><B>{esc(t)}</B>", draw, grids=grids)
    body = f"""<div class=top>青垣县人民政府信息公开</div><div class=wrap><div class=pos>首页/ 政府信息公开 / 㙟村乡 / 年度报告 / 正文</div>
<div class=title>{r.title}</div><div class=meta>日期：2020-01-20 来源：㙟村乡 点击数：96</div><div class=text>{text}<P align=right>㙟村乡人民政府<P align=right>2020年1月20日</div></div>{FOOT}"""
    r.write(".html", page("㙟村乡年报", body, '<META content="text/html; charset=gb18030" http-equiv=Content-Type>').encode("gb18030"))


def no_charset():
    r = town("html-03-no-charset-torn-title", "禾川区住房和城乡建设局", "我局", 2023, style="items", preface=0, problems=0, other=2, figures=dict(
        proactive={"normative": [3, 2, 17], "licensing": [1204], "penalties": [86], "fees": ["113.9600"]},
        requests={"granted": {"natural_person": 21, "enterprise": 6}, "partially_granted": {"natural_person": 8}, "denied.internal_affairs": {"natural_person": 1},
                  "unavailable.not_held": {"natural_person": 33, "enterprise": 1}, "unavailable.creation_required": {"natural_person": 2},
                  "not_handled.petition": {"natural_person": 4}, "other.uncorrected": {"natural_person": 1}, "other.miscellaneous": {"natural_person": 3},
                  "carried_in": {"natural_person": 2}, "carried_out": {"natural_person": 5, "enterprise": 1}},
        disputes={"review": [3, 1, 0, 0], "litigation_direct": [0, 0, 1, 0], "litigation_after_review": [2, 0, 0, 1]}))
    r.say("2023年1月1日起至2023年12月31日止", "2022年1月1日起至2022年12月31日止", "preface")
    r.faults = ["period-wrong"]
    r.notes = "UTF-8 without any charset; title torn over two lines inside 政府信息公开工作 / 年度报告; br in heads; the period of the year before; labels with blanks between the letters"
    grids = relabel(r.tables(), {"自然人": "自然 人", "总计": "总 计", "（六）其他处理": "（六） 其他处理"})
    grids["requests"][1][2].text = "总 计"
    draw = lambda g: table(g, ' style="border-collapse:collapse"', draw=lambda c: cell(c, "td", ' style="border:1px solid"',
                           esc(c.text).replace("组织", "<br />组织").replace("服务", "<br/>服务") if not c.key else f"&nbsp;{esc(c.text)}"))
    text = content(r, lambda t: f'<p style="text-indent:2em;">{esc(t)}</p>', lambda t: f"<h3>{esc(t)}</h3>", draw, grids=grids)
    body = f"""<div class="top">禾川区人民政府门户网站</div>{NAV}<div class="wrap"><div class="pos"><span>您的位置：</span><a>首页</a>&gt;&gt;<a>区住建局</a>&gt;&gt;<a>政府信息公开年报</a></div>
<div class="text" id="zoom"><p style="text-align:center;font-size:22px"><b>禾川区住房和城乡建设局2023年政府信息公开工作</b></p><p style="text-align:center;font-size:22px"><b>年度报告</b></p>
{text}</div><div class="meta">来源：区住建局　|　责任编辑：信息中心　|　<a href="#">收藏</a> <a href="#">保存</a></div></div><iframe src="/foot.html" height="80" width="100%"></iframe>"""
    r.write(".html", page("禾川区人民政府", body, ""))


def wrong_charset():
    r = town("html-04-wrong-charset-balance", "清溪镇人民政府", "我镇", 2024, "2025-01-10", style="first", preface=1, other=5, figures=dict(
        proactive={"licensing": [9], "penalties": [2]}, requests={"granted": {"natural_person": 5}, "not_handled.excessive": {"natural_person": 2}}))
    r.set(requests__carried_out__natural_person=1, requests__carried_out__total=1)
    r.faults = ["requests-balance", "title-form"]
    r.headings = dict(r.headings, overview="总体情况", disputes="四、因政府信息公开工作被申请行政复议提起行政诉讼情况")
    r.faults.append("section-heading")
    r.notes = "says gb2312 and is UTF-8 with a byte order mark; year first in the title; heading one without number, heading four in other words; table three does not balance"
    text = content(r, p, lambda t: f"<div><b>{esc(t)}</b></div>")
    body = f"""<div class="wrap"><div class="pos">首页&nbsp;&gt;&nbsp;清溪镇&nbsp;&gt;&nbsp;法定主动公开内容</div><h1>2024年清溪镇人民政府政府信息公开工作年度报告</h1>
<div class="meta">发布日期：2025-01-10　信息来源：清溪镇人民政府　访问次数：<script>document.write(0)</script></div><div class="text">{text}<p align="right">清溪镇人民政府　　</p><p align="right">2025年1月10日　　</p></div></div>{FOOT}"""
    r.write(".html", page("青垣县人民政府", body, '<meta http-equiv="Content-Type" content="text/html; charset=gb2312" />').encode("utf-8-sig"))


MSO = """<!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>Administrator</o:Author><o:Pages>7</o:Pages></o:DocumentProperties></xml><![endif]--><!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View><w:PunctuationKerning/><w:DisplayHorizontalDrawingGridEvery>0</w:DisplayHorizontalDrawingGridEvery></w:WordDocument></xml><![endif]-->
<style><!-- /* Font Definitions */ @font-face{font-family:宋体;panose-1:2 1 6 0 3 1 1 1 1 1;} p.MsoNormal,li.MsoNormal,div.MsoNormal{mso-style-parent:"";margin:0cm;text-align:justify;text-justify:inter-ideograph;font-size:10.5pt;font-family:"Times New Roman","serif";mso-fareast-font-family:宋体;} @page Section1{size:595.3pt 841.9pt;margin:104.9pt 73.7pt 99.2pt 79.4pt;} div.Section1{page:Section1;} --></style>"""


def word_runs(text, size="16.0", face="仿宋_GB2312"):
    """Word's spans: digits in a face of their own."""
    out, run, latin = [], "", None
    for c in text + "\0":
        is_latin = c.isascii() and c != "\0"
        if run and (c == "\0" or is_latin != latin):
            lang = ' lang="EN-US"' if latin else ""
            font = "\"Times New Roman\",\"serif\"" if latin else face
            out.append(f"<span{lang} style='font-size:{size}pt;font-family:{font};mso-fareast-font-family:{face};mso-bidi-font-family:\"Times New Roman\";mso-hansi-font-family:\"Times New Roman\";color:black;mso-font-kerning:0pt'>{esc(run)}</span>")
            run = ""
        run, latin = run + c, is_latin
    return "".join(out)


def word_page():
    r = town("html-05-word", "青垣县人民政府", "我县", 2021, "2022-03-10", style="deep", preface=4, problems=2, other=3, figures=dict(
        proactive={"normative": [11, 6, 83], "licensing": [104233], "penalties": [39644], "compulsion": [2278], "fees": ["43788.0125"]},
        requests={"granted": {"natural_person": 70, "enterprise": 12, "legal_service": 2}, "partially_granted": {"natural_person": 22, "enterprise": 3},
                  "denied.third_party": {"natural_person": 4}, "denied.internal_affairs": {"natural_person": 2}, "denied.inquiry_matter": {"natural_person": 9, "enterprise": 1},
                  "unavailable.not_held": {"natural_person": 81, "enterprise": 7, "social": 1}, "unavailable.creation_required": {"natural_person": 6},
                  "unavailable.unclear": {"natural_person": 3}, "not_handled.petition": {"natural_person": 12}, "not_handled.duplicate": {"natural_person": 5},
                  "other.uncorrected": {"natural_person": 2}, "other.unpaid": {"natural_person": 1}, "other.miscellaneous": {"natural_person": 17, "research": 1},
                  "carried_in": {"natural_person": 6, "enterprise": 1}, "carried_out": {"natural_person": 10, "enterprise": 2}},
        disputes={"review": [12, 3, 4, 2], "litigation_direct": [1, 0, 0, 1], "litigation_after_review": [5, 1, 0, 3]}))
    r.put({f"requests.{row}.{c}": None for row in ("denied.state_secret", "denied.law_prohibited") for c in statute.COLUMNS})
    r.faults = ["figure-missing"]
    r.notes = "a page saved by Word, every run in a span, blanks as <o:p>&nbsp;</o:p> (two rows blank throughout), conditional comments; large figures; no site around it"

    def draw_cell(c):
        inner = f"<p class=MsoNormal align=center style='text-align:center;line-height:14.0pt;mso-line-height-rule:exactly'>{word_runs(c.text, '10.5', '宋体') or '<span lang=EN-US style=font-size:10.5pt><o:p>&nbsp;</o:p></span>'}</p>"
        return cell(c, "td", " width=63 style='width:47.2pt;border:solid windowtext 1.0pt;mso-border-alt:solid windowtext .5pt;padding:0cm 5.4pt 0cm 5.4pt;height:21.3pt'", inner)

    para = lambda t: f"<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0;line-height:29.0pt;mso-line-height-rule:exactly'>{word_runs(t)}<span lang=EN-US style='font-size:16.0pt'><o:p></o:p></span></p>"
    head = lambda t: f"<p class=MsoNormal style='text-indent:32.0pt;line-height:29.0pt'>{word_runs(t, face='黑体')}</p>"
    draw = lambda g: table(g, " class=MsoNormalTable border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;border:none;mso-border-alt:solid windowtext .5pt'", draw_cell, False)
    title = "".join(f"<p class=MsoNormal align=center style='text-align:center;line-height:35.0pt'>{word_runs(t, '22.0', '方正小标宋简体')}</p>" for t in (r.unit, "2021年政府信息公开工作年度报告", "（2022年3月10日）"))
    body = f"<div class=Section1 style='layout-grid:15.6pt'>{content(r, para, head, draw, title)}</div>"
    r.write(".htm", f"<html xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:w=\"urn:schemas-microsoft-com:office:word\">\n<head>\n<meta http-equiv=Content-Type content=\"text/html; charset=gb2312\">\n<meta name=Generator content=\"Microsoft Word 12\">\n<title>青垣县人民政府</title>\n{MSO}</head>\n<body lang=ZH-CN style='tab-interval:21.0pt;text-justify-trim:punctuation'>\n{body}\n</body>\n</html>\n".encode("gb2312", "xmlcharrefreplace"))


def wps_page():
    r = town("html-06-wps-repeated-numeral", "苇塘乡人民政府", "我乡", 2023, style="one", preface=1, problems=4, other=1, figures=dict(
        proactive={"normative": [1, 0, 1], "licensing": [14]}, requests={"granted": {"natural_person": 1}}))
    r.headings = dict(r.headings, proactive="一、主动公开政府信息情况", requests="三是收到和处理政府信息公开申请情况", overview="一、政府信息公开工作的基本情况")
    r.faults = ["section-heading"]
    r.notes = "WPS's markup pasted into a site (class p0, mso-spacerun, empty conditional comments), a stray --> in front, headings with repeated and lost numerals, no title but the browser's"
    runs = lambda t: f'<span style="mso-spacerun:\'yes\';font-family:仿宋_GB2312;font-size:16.0000pt;mso-font-kerning:1.0000pt;"><font face="仿宋_GB2312">{esc(t)}</font></span><span style="mso-spacerun:\'yes\';font-family:仿宋_GB2312;font-size:16.0000pt;"><o:p></o:p></span>'
    draw = lambda g: table(g, ' class="MsoNormalTable" style="border-collapse:collapse;mso-table-layout-alt:fixed;border:none;"', lambda c: cell(c, "td", ' valign="center" style="border:1.0000pt solid windowtext;"', f'<p class="MsoNormal" align="center"><span style="font-family:宋体;"><font face="宋体">{esc(c.text)}</font></span><o:p></o:p></p>'))
    text = content(r, lambda t: f'<p class="p0" style="text-indent:32pt">{runs(t)}</p>', lambda t: f'<p class="p0"><b>{runs(t)}</b></p>', draw)
    body = f"""<div class="wrap"><div class="pos">首页 &gt; 苇塘乡 &gt; 年报</div><!--StartFragment-->--&gt;<div class="text">{text}</div><!--[if !supportMisalignedColumns]--><!--[endif]--><div class="meta">撰稿：党政办　审核：分管领导　<a href="#">朗读</a> <a href="#">繁體版</a></div></div>{FOOT}"""
    r.write(".html", page("苇塘乡人民政府2023年政府信息公开工作年度报告", body, '<meta charset="UTF-8">', '<meta name="keywords" content="年报">\n<meta name="PubDate" content="2024-01-22 11:05">\n'))


def flattened():
    r = town("html-07-tables-as-paragraphs", "青垣县审计局", "我局", 2024, "2025-01-08", style="run-in", preface=0, problems=1, other=3, figures=dict(
        proactive={"normative": [0, 0, 1]}, requests={"granted": {"enterprise": 1}, "unavailable.not_held": {"natural_person": 2}}))
    r.notes = "the copy turned the tables into paragraphs, a cell each, with blanks before noughts; only the index block is a real table; date in the signature with blanks before"
    draw = lambda g: "\n".join(f"<p>{esc(c.text) if c.text != '0' else '&nbsp;&nbsp;0'}</p>" for row in g for c in row)
    text = content(r, p, p, draw)
    body = f"""<div class="top">青垣县人民政府</div><div class="wrap"><div class="pos">当前位置：首页&gt;政务公开&gt;县审计局</div><table class="idx"><tr><td>索引号：</td><td>000000-2025-00002</td><td>主题分类：</td><td>其他</td></tr><tr><td>发布机构：</td><td>青垣县审计局</td><td>发文日期：</td><td>2025年01月08日</td></tr></table>
<h1>{r.title}</h1><div class="text">{text}<p>{'&nbsp;' * 118}青垣县审计局</p><p>{'&nbsp;' * 118}2025年1月8日</p></div><div class="meta">扫一扫在手机打开当前页　分享到：</div></div>{FOOT}"""
    r.write(".html", page(r.title, body))


def mhtml():
    r = town("html-08-archive", "白鹭湾街道办事处", "我街道", 2025, "2026-01-15", style="items、", preface=2, problems=5, other=3, figures=dict(
        proactive={"penalties": [131], "compulsion": [6]}, requests={"granted": {"natural_person": 8}, "partially_granted": {"natural_person": 1}, "unavailable.unclear": {"natural_person": 1},
                                                                   "other.miscellaneous": {"natural_person": 2}}))
    r.narrative["requests"] = ["本年度申请内容主要涉及老旧小区改造、物业管理等方面。"]
    r.notes = "MHTML with quoted-printable GBK, a picture as second part, text before table three"
    text = content(r, p, strong)
    body = f'<div class="wrap"><div class="pos">首页 &gt; 正文</div><h1>{r.title}</h1><div class="text">{text}<p align="right">白鹭湾街道办事处</p><p align="right">2026年1月15日</p></div></div>{FOOT}'
    whole = page(r.title, body, '<meta http-equiv="Content-Type" content="text/html; charset=gbk">').replace("\n", "\r\n").encode("gbk")
    mime = (b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.example.gov.cn/zwgk/nb/1.html\r\nSubject: =?utf-8?B?5bm05oql?=\r\nMIME-Version: 1.0\r\n"
            b"Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----MultipartBoundary--a1b2c3----\"\r\n\r\n\r\n------MultipartBoundary--a1b2c3----\r\nContent-Type: text/html; charset=gbk\r\n"
            b"Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://www.example.gov.cn/zwgk/nb/1.html\r\n\r\n" + quopri.encodestring(whole).replace(b"\r\n", b"\n").replace(b"=0D\n", b"\n").replace(b"\n", b"\r\n") +
            b"\r\n------MultipartBoundary--a1b2c3----\r\nContent-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://www.example.gov.cn/logo.gif\r\n\r\n"
            b"R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7\r\n------MultipartBoundary--a1b2c3------\r\n")
    r.write(".mht", mime)


def title_in_index():
    r = town("html-09-title-in-index", "石榴坪镇人民政府", "我镇", 2025, style="own line", preface=3, problems=0, other=0, figures=dict(
        proactive={"licensing": [203], "penalties": [17], "fees": ["0.4230"]}, requests={"granted": {"natural_person": 3}, "denied.enforcement_file": {"natural_person": 1}}))
    r.put({"requests.received.total": 5})
    r.say("申请4件", "申请6件")
    r.faults = ["requests-row-total", "requests-balance", "text-requests"]
    r.notes = "the title stands only in an index table (名称/索引号/分类/发布机构/文号/文件下载/时效); meta and title elements inside body; table two on five grid columns; received in total says 5 for 4, the text says 6; contact lines of the preface inside section one"
    r.narrative["overview"].append("联系单位：石榴坪镇党政综合办公室；联系电话：0000-0000000。")
    r.narrative["preface"] = []
    idx = "".join(f'<tr><th>{a}</th><td colspan="3">{b}</td></tr>' for a, b in (("名称", r.title), ("索引号", "000000-2026-00031"), ("分类", "政府信息公开年报"), ("发布机构", r.unit), ("文号", "无"), ("文件下载", '<a href="#">年报.docx</a>'), ("时效", "有效")))
    text = content(r, lambda t: f"<p>{esc(t)}</p>", lambda t: f"<p><span><b>{esc(t)}</b></span></p>", five_columns=True)
    body = f"""<meta name="ArticleTitle" content="年报"><title>信息公开</title><div class="wrap">{BOX}<table class="idx" border="1">{idx}</table><div class="text" id="UCAP-CONTENT">{text}</div>
<div class="meta">相关附件：<a href="#">石榴坪镇2025年年报.docx</a></div><meta name="others" content="页面生成时间 2026-01-19"></div>{FOOT}"""
    r.write(".html", page("政府信息公开", body))


def letter_spans():
    r = town("html-10-letter-spans", "鹿鸣街道办事处", "我街道", 2021, style="first", preface=4, problems=3, other=1, figures=dict(requests={"carried_in": {"natural_person": 2}, "granted": {"natural_person": 2}}))
    r.narrative["disputes"] = ["注：行政复议、行政诉讼数据与司法所核对一致。"]
    r.notes = "every letter of every label in a span of its own, head cells th, zero report but two carried in; heading two stands as first row inside table two; empty td and &nbsp; around; a note behind table four"
    grids = r.tables()
    grids["proactive"].insert(0, [statute.Cell(r.headings["proactive"], cols=4)])
    r.headings = dict(r.headings, proactive="")
    draw = lambda g: table(g, ' border="1" style="border-collapse:collapse"', lambda c: cell(c, "td" if c.key else "th", "", letters(c.text) if not c.key else f"<span>&nbsp;</span>{esc(c.text)}<span> </span>"))
    text = content(r, p, strong, draw, grids=grids)
    body = f'<div class="top">青垣县</div>{NAV}<div class="wrap"><h1>{r.title}</h1><div class="meta">时间：2022-01-25　来源：街道办　阅读次数：45</div><div class="text">{text}</div></div>{FOOT}'
    r.write(".html", page(r.title, body))


def breaks_in_div():
    r = town("html-11-breaks-extra-cell", "云栖坪镇人民政府", "我镇", 2023, "2024-01-25", style="items", preface=1, problems=2, other=4, figures=dict(
        proactive={"normative": [2, 0, 6], "licensing": [75], "penalties": [4], "compulsion": [2]},
        requests={"granted": {"natural_person": 3, "enterprise": 1}, "not_handled.petition": {"natural_person": 2}}, disputes={"review": [1, 0, 0, 1], "litigation_direct": [0, 1, 0, 0]}))
    r.set(disputes__review__total=1)
    r.say("申请6件", "申请9件")
    r.faults = ["disputes-total", "text-requests"]
    r.notes = "paragraphs parted by br inside one div; an extra empty cell in the head rows of table three so that the grid does not fit; 复议 total 1 for 2; the text counts 9 for 6"
    grids = r.tables()
    grids["requests"][0].append(statute.Cell(""))
    grids["requests"][2].append(statute.Cell(""))
    br = lambda t: f"　　{esc(t)}<br>"
    text = content(r, br, br, grids=grids)
    body = f"""<div class="wrap"><div class="pos">首页 &gt;&gt; 云栖坪镇 &gt;&gt; 年报</div><table width="100%"><tr><td align="center"><font size="5">{r.title}</font></td></tr><tr><td align="center">[ 2024-01-25 ]　字体：<a href="#">大</a> <a href="#">小</a></td></tr></table>
<div class="text">{text}<div align="right">云栖坪镇人民政府<br>2024年1月25日</div></div></div>{FOOT}"""
    r.write(".html", page("云栖坪镇", body))


def two_titles():
    r = town("html-12-two-titles-county", "禾川区人民政府", "我区", 2023, "2024-03-20", author=authors.DISTRICT, figures=dict(
        proactive={"rules": [0, 0, 0], "normative": [7, 12, 96], "licensing": [268838], "penalties": [51202], "compulsion": [3377], "fees": ["101234.5678"]},
        requests={"granted": {"natural_person": 312, "enterprise": 40, "research": 1, "social": 2, "legal_service": 9, "other": 3}, "partially_granted": {"natural_person": 101, "enterprise": 9},
                  "denied.state_secret": {"natural_person": 1}, "denied.law_prohibited": {"natural_person": 2}, "denied.security_stability": {"natural_person": 1}, "denied.third_party": {"natural_person": 13, "enterprise": 2},
                  "denied.internal_affairs": {"natural_person": 5}, "denied.process_information": {"natural_person": 11}, "denied.enforcement_file": {"natural_person": 20}, "denied.inquiry_matter": {"natural_person": 8, "legal_service": 4},
                  "unavailable.not_held": {"natural_person": 402, "enterprise": 31, "legal_service": 3}, "unavailable.creation_required": {"natural_person": 18}, "unavailable.unclear": {"natural_person": 6},
                  "not_handled.petition": {"natural_person": 44, "enterprise": 1}, "not_handled.duplicate": {"natural_person": 27}, "not_handled.publication": {"natural_person": 1}, "not_handled.excessive": {"natural_person": 9}, "not_handled.confirmation": {"natural_person": 2},
                  "other.uncorrected": {"natural_person": 12}, "other.unpaid": {"natural_person": 2}, "other.miscellaneous": {"natural_person": 38, "enterprise": 5},
                  "carried_in": {"natural_person": 31, "enterprise": 3}, "carried_out": {"natural_person": 46, "enterprise": 6, "other": 1}},
        disputes={"review": [41, 12, 9, 7], "litigation_direct": [3, 0, 2, 1], "litigation_after_review": [17, 2, 1, 8]}))
    r.set(requests__total__natural_person=r.figures["requests.total.natural_person"] + 10)
    r.headings = dict(r.headings, disputes="三、政府信息公开行政复议、行政诉讼情况", problems="四、存在的主要问题及改进情况", other="五、其他需要报告的事项")
    r.faults = ["requests-outcome-total", "requests-row-total", "requests-balance", "section-heading"]
    r.narrative["disputes"] = ["行政复议、行政诉讼情况按照收到法律文书的时间统计。"]
    r.notes = "title twice in two forms (【图解版】…工作情况, 【文字】…年度报告), 全真版 文字版 文件下载, numerals shifted from section four on, large figures in all columns, the outcomes' total ten too high for natural persons"
    draw = lambda g: table(g, ' class="tb"', lambda c: cell(c, "td", "", f"<p>{esc(c.text)}</p>" if c.key else esc(c.text)))
    text = content(r, p, lambda t: f"<h2>{esc(t)}</h2>", draw)
    body = f"""<div class="top">禾川区人民政府</div>{NAV}{BOX}<div class="wrap"><div class="pos">首页 &gt; 政府信息公开 &gt; 政府信息公开年报</div><h1>【图解版】禾川区人民政府2023年政府信息公开工作情况</h1><h1>【文字】{r.title}</h1><div class="meta">全真版　文字版　文件下载　|　时间：2024-03-20</div>
<div class="text">{text}<p>禾川区人民政府</p><p>2024年3月20日</p></div></div>{FOOT}"""
    r.write(".html", page("禾川区", body))


if __name__ == "__main__":
    for make in (gbk_index, gb18030_2019, no_charset, wrong_charset, word_page, wps_page, flattened, mhtml, title_in_index, letter_spans, breaks_in_div, two_titles):
        make()

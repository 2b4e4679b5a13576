"""Makes the PDFs of this folder from the sample reports, by way of LibreOffice and Chromium: what other programs make of a report.

    go build -o nianbao ./cmd/nianbao && python3 internal/published/pdftext/testdata/make.py ./nianbao

Each file is named after the program, what is special about it, and the report (testdata/reports).
"""
import glob, os, re, subprocess, sys, tempfile, zipfile

here = os.path.dirname(os.path.abspath(__file__))
root = os.path.abspath(os.path.join(here, *[os.pardir] * 4))


def flow(xml):
    """Tables break anywhere, and their heads are not repeated."""
    return re.sub(r"<w:(keepNext|pageBreakBefore|cantSplit|keepLines|tblHeader)/>", "", xml)


def tall(xml):
    return re.sub(r'w:trHeight w:val="\d+"', 'w:trHeight w:val="640"', flow(xml))


def upright(xml):
    """The label of the long table runs from top to bottom, turned as a whole."""
    at = xml.find("三、本年度办理结果")
    end = xml.find("</w:tcPr>", xml.rfind("<w:tcPr>", 0, at))
    return xml[:end] + '<w:textDirection w:val="tbRlV"/>' + xml[end:]


def apart(xml):
    for label in ["自然人", "总计", "其他", "规章", "行政许可", "信息内容", "结果维持"]:
        xml = xml.replace(">" + label + "<", ">" + " ".join(label) + "<")
    return upright(xml)


def unruled(styles):
    return re.sub(r"<w:tblBorders>.*?</w:tblBorders>", "", styles, flags=re.S)


def same(xml):
    return xml


word = {"cut": (tall, same), "upright": (apart, same), "unruled": (same, unruled)}
web = {
    "cut": "thead{display:table-row-group} *{break-inside:auto!important;break-after:auto!important} main table{line-height:2.4!important}",
}
kept = {"libreoffice-cut-a", "libreoffice-upright-a", "libreoffice-unruled-a", "chromium-cut-a", "libreoffice-cut-d"}


def main(nianbao):
    with tempfile.TemporaryDirectory() as work:
        for key in ["a", "d"]:
            report = glob.glob(os.path.join(root, "testdata", "reports", key + "-*.json"))[0]
            subprocess.run([nianbao, "render", report, "--format", "docx,html", "-o", os.path.join(work, key)], check=True)
            docx, html = (glob.glob(os.path.join(work, key, "*." + e))[0] for e in ["docx", "html"])
            for name, (document, styles) in word.items():
                if f"libreoffice-{name}-{key}" not in kept:
                    continue
                made = os.path.join(work, f"libreoffice-{name}-{key}.docx")
                with zipfile.ZipFile(docx) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
                    for part in source.infolist():
                        data = source.read(part)
                        if part.filename == "word/document.xml":
                            data = document(data.decode()).encode()
                        if part.filename == "word/styles.xml":
                            data = styles(data.decode()).encode()
                        out.writestr(part, data)
                subprocess.run(["soffice", f"-env:UserInstallation=file://{work}/office", "--headless", "--convert-to", "pdf", "--outdir", here, made], check=True)
            for name, css in web.items():
                if f"chromium-{name}-{key}" not in kept:
                    continue
                made = os.path.join(work, f"chromium-{name}-{key}.html")
                with open(html, encoding="utf-8") as source, open(made, "w", encoding="utf-8") as out:
                    out.write(source.read().replace("</head>", f"<style>{css}</style></head>"))
                subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={here}/chromium-{name}-{key}.pdf", "file://" + made], check=True, stderr=subprocess.DEVNULL)


main(os.path.abspath(sys.argv[1]))

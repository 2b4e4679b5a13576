"""LibreOffice and Chromium as the programs that turn one file into another, with the project's own fonts under the names that clerks' files ask for."""
import os
import pathlib
import subprocess
import tempfile

FONTS = pathlib.Path(__file__).resolve().parents[2] / "fonts"
NAMES = {"仿宋_GB2312": "song", "宋体": "song", "黑体": "hei", "楷体_GB2312": "kai", "方正小标宋简体": "title", "Microsoft YaHei": "hei", "SimSun": "song"}
CACHE = pathlib.Path(tempfile.gettempdir()) / "nianbao-samples"


def environment():
    """Fonts under the names of the faces; the system's stand behind them."""
    CACHE.mkdir(exist_ok=True)
    families = {file: subprocess.run(["fc-scan", "-f", "%{family[0]}:style=%{style[0]}", FONTS / f"{file}.ttf"], capture_output=True, text=True, check=True).stdout.split(":")[0]
                for file in sorted(set(NAMES.values()))}
    rules = "".join(f'<match target="pattern"><test name="family"><string>{n}</string></test><edit name="family" mode="assign" binding="strong"><string>{families[f]}</string></edit></match>' for n, f in NAMES.items())
    rules += "".join(f'<match target="pattern"><test name="family"><string>{n}</string></test><edit name="weight" mode="assign" binding="strong"><const>{"bold" if f == "title" else "medium" if f == "hei" else "regular"}</const></edit></match>' for n, f in NAMES.items() if f != "kai")
    config = CACHE / "fonts.conf"
    config.write_text(f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{FONTS}</dir><include>/etc/fonts/fonts.conf</include><cachedir>{CACHE}/cache</cachedir>{rules}</fontconfig>')
    return dict(os.environ, FONTCONFIG_FILE=str(config), LC_ALL="C.UTF-8")


def convert(data, suffix, to):
    """LibreOffice's way of writing a file: data as suffix, turned into to (extension[:filter])."""
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / ("report" + suffix)).write_bytes(data)
        subprocess.run(["soffice", f"-env:UserInstallation={(CACHE / 'profile').as_uri()}", "--headless", "--convert-to", to, "--outdir", str(folder / "out"), str(folder / ("report" + suffix))],
                       check=True, capture_output=True, timeout=180, env=environment())
        return next((folder / "out").iterdir()).read_bytes()


def printed(page, squeezed=False):
    """Chromium's print of a page, squeezed by another program on its way if it is asked for; with the fonts of the system (Droid Sans Fallback: the project's make files twice as large)."""
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "page.html").write_text(page)
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--user-data-dir={CACHE / 'chromium'}", f"--print-to-pdf={folder / 'page.pdf'}", (folder / "page.html").as_uri()],
                       check=True, capture_output=True, timeout=180)
        if squeezed:
            subprocess.run(["qpdf", "--object-streams=generate", "--recompress-flate", "--compression-level=9", "--replace-input", folder / "page.pdf"], check=True)
        return (folder / "page.pdf").read_bytes()

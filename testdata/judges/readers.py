"""Reads OFDs with easyofd and ofdkit: readers.py SONG.ttf FILE.ofd…

Beside each file FILE.easyofd.pdf is what easyofd shows, with the font as 宋体, which it asks for, and FILE.ofdkit.txt the text that ofdkit finds.
"""
import base64
import contextlib
import os
import pathlib
import subprocess
import sys

from easyofd.ofd import OFD
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

song, *files = sys.argv[1:]
pdfmetrics.registerFont(TTFont("宋体", song))
for file in map(pathlib.Path, files):
    with open(os.devnull, "w") as unsaid, contextlib.redirect_stdout(unsaid):
        reader = OFD()
        reader.read(base64.b64encode(file.read_bytes()).decode(), save_xml=False)
        file.with_suffix(".easyofd.pdf").write_bytes(reader.to_pdf())
    text = subprocess.run([pathlib.Path(sys.executable).with_name("ofdkit"), "text", file], check=True, capture_output=True).stdout
    file.with_suffix(".ofdkit.txt").write_bytes(text)

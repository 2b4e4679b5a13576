"""Reads exchange JSON as pairs of a defined name and the values to type, one below the other."""
import json
import re


def typed(value):
    """A number as a spreadsheet holds it, everything else as text."""
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]+\.[0-9]+", value):
        return float(value)
    return value


def entries(file):
    with open(file, encoding="utf-8") as f:
        report = json.load(f)
    for field in ("year", "date", "scope"):
        if field in report:
            yield "report_" + field, [report[field]]
    for field, value in report["unit"].items():
        yield "unit_" + field, [value]
    for key, value in report["figures"].items():
        if value is not None:
            yield key.replace(".", "_"), [typed(value)]
    for passage, paragraphs in report["narrative"].items():
        yield "narrative_" + passage, paragraphs

"""A report to be written as a file, and its truth beside it."""
import copy
import dataclasses
import json
import pathlib

import statute
import texts

HERE = pathlib.Path(__file__).resolve().parent
PARTS = ["preface"] + [s for s, _ in statute.SECTIONS]


@dataclasses.dataclass
class Report:
    name: str
    unit: str
    year: int
    edition: str
    figures: dict
    narrative: dict
    date: str = ""                                    # as exchange JSON has it
    headings: dict = dataclasses.field(default_factory=lambda: dict(statute.SECTIONS))
    unreadable: list = dataclasses.field(default_factory=list)
    meant: dict = dataclasses.field(default_factory=dict)
    faults: list = dataclasses.field(default_factory=list)
    notes: str = ""
    lost: tuple = ()                                  # members that the file does not tell: "name", "year", "edition"

    @property
    def title(self):
        return f"{self.unit}{self.year}年政府信息公开工作年度报告"

    @property
    def written_date(self):
        y, m, d = self.date.split("-")
        return f"{y}年{int(m)}月{int(d)}日"

    def set(self, **values):
        """Puts figures in as they stand, dots as double underscores: totals are not mended."""
        for k, v in values.items():
            self.put({k.replace("__", "."): v})
        return self

    def put(self, values):
        for k, v in values.items():
            assert k in self.figures, k
            self.figures[k] = v
        return self

    def hide(self, keys):
        """Figures that cannot be known from the file alone."""
        for k in keys:
            assert k not in self.unreadable
            self.unreadable.append(k)
            self.meant[k] = self.figures[k]
        return self

    def say(self, old, new, part="overview"):
        """Changes the text; what is not there is an error."""
        before = self.narrative[part]
        self.narrative[part] = [p.replace(old, new) for p in before]
        assert self.narrative[part] != before, old
        return self

    def tables(self, **kw):
        return {"proactive": statute.table_two(self.edition, self.figures, **kw),
                "requests": statute.table_three(self.edition, self.figures),
                "disputes": statute.table_four(self.edition, self.figures)}

    def expected(self):
        f = {k: (None if k in self.unreadable else v) for k, v in self.figures.items()}
        r = {"schema": "nianbao/1", "edition": self.edition, "year": self.year}
        for member in self.lost:
            r.pop(member, None)
        if self.date:
            r["date"] = self.date
        if "name" not in self.lost:
            r["unit"] = {"name": self.unit}
        r["figures"] = f
        r["narrative"] = {p: self.narrative[p] for p in PARTS if self.narrative.get(p)}
        found = {"report": r, "faults": self.faults, "notes": self.notes}
        if self.unreadable:
            found |= {"unreadable": self.unreadable, "meant": self.meant}
        return found

    def write(self, suffix, data, folder=HERE):
        if isinstance(data, str):
            data = data.encode()
        (folder / (self.name + suffix)).write_bytes(data)
        self.write_expected(folder)

    def write_nothing(self, suffix, data, folder=HERE):
        """A file of which nothing can be read."""
        (folder / (self.name + suffix)).write_bytes(data)
        (folder / (self.name + ".expected.json")).write_text(json.dumps({"report": None, "faults": [], "notes": self.notes}, ensure_ascii=False, indent=1) + "\n")

    def write_expected(self, folder=HERE):
        (folder / (self.name + ".expected.json")).write_text(json.dumps(self.expected(), ensure_ascii=False, indent=1) + "\n")




def town(name, unit, we, year, date="", figures=None, edition=None, **style):
    """A report with text of the pool."""
    edition = edition or ("2019" if year < 2021 else "2021")
    f = statute.figures(edition, **(figures or {}))
    return Report(name, unit, year, edition, f, texts.compose(name, unit, we, year, edition, f, **style), date)


def clone(report):
    return copy.deepcopy(report)

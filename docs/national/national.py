"""Reads and checks the reports of a whole country: a Spark job whose tasks each run nianbao over a part of a list of files.

    spark-submit national.py 名单.txt 结果 --nianbao /opt/nianbao/nianbao

What comes of it is Parquet in three folders: kind=figure has a row for every figure, kind=report one for every file, kind=finding one for
every finding. A file that cannot be read is a row (verdict unreadable, with the reason). A program that is missing, or ends in another way than
it promises, fails its task, which Spark tries again; rows are written by whole tasks, so that none is missing and none is there twice.
"""

import argparse
import csv
import io
import json
import os
import re
import resource
import subprocess

SCHEMA = (
    "kind string, file string, unit string, level string, year int, edition string, key string, value string, "
    "verdict string, fatal int, query int, info int, explained int, rule string, message string, error string"
)
COLUMNS = [column.split()[0] for column in SCHEMA.split(", ")]
LONG = ["unit", "level", "year", "edition", "key", "value", "file"]


def parts_of(names, size):
    """Cuts a list into parts of about so many files. A folder stays in one part, unless it has more than twice as many."""
    parts, folder = [[]], None
    for name in names:
        if len(parts[-1]) >= size and (os.path.dirname(name) != folder or len(parts[-1]) >= 2 * size):
            parts.append([])
        parts[-1].append(name)
        folder = os.path.dirname(name)
    return [part for part in parts if part]


def rows_of(nianbao, names):
    """The rows of one part: tuples in the order of COLUMNS. It raises where the program did not do what it promises."""
    listed = csv.DictReader(io.StringIO(run(nianbao, "aggregate", names, "--long", "-"), newline=""))
    figures = [{column: typed(cell) for column, cell in row.items()} for row in listed]
    reports = [json.loads(line) for line in run(nianbao, "check", names, "--format", "jsonl").splitlines()]
    told = {os.path.realpath(report["file"]) for report in reports}
    left_out = [name for name in names if not os.path.isdir(name) and os.path.realpath(name) not in told]
    read = {report["file"] for report in reports if report["verdict"] != "unreadable"}
    unread = {row["file"] for row in figures if row["key"] == "error"}
    if left_out or read & unread or {row["file"] for row in figures} - unread - read:
        raise RuntimeError(f"{nianbao} did not tell of all files: {left_out or sorted(read & unread)}")
    for row in figures:
        if row["key"] != "error":
            yield as_tuple(kind="figure", **{**row, "year": int(row["year"])})
    for report in reports:
        own = {k: report.get(k) for k in ("file", "unit", "year", "edition")}
        yield as_tuple(kind="report", verdict=report["verdict"], error=report.get("error"), **own, **report["counts"])
        for finding in report["findings"]:
            yield as_tuple(kind="finding", rule=finding["rule"], level=finding["level"], message=finding["message"], **own)


def typed(cell):
    """What stood there before it was marked (') as no formula, for spreadsheets."""
    return re.sub(r"^'(?='*[=+@-])(?!'*[-+.0-9]*$)", "", cell) if cell.startswith("'") else cell


def run(nianbao, verb, names, *options):
    """What the program prints. 1 (findings) and 2 (files that cannot be read) are results; a crash of it is made a signal."""
    done = subprocess.run(
        [nianbao, verb, "--files-from", "-", *options],
        input="\n".join(names).encode(),
        capture_output=True,
        env={**os.environ, "GOTRACEBACK": "crash"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CORE, (0, 0)),
    )
    printed = done.stdout.decode()
    if done.returncode not in (0, 1, 2) or not printed.startswith((",".join(LONG), "{")):
        raise RuntimeError(f"{nianbao} {verb}: {done.returncode}\n{done.stderr.decode(errors='replace')[-2000:]}")
    return printed


def as_tuple(**row):
    return tuple(row.get(column) for column in COLUMNS)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("list", help="files, one a line, in UTF-8; a folder may stand for all that is in it")
    parser.add_argument("results", help="the folder that is made")
    parser.add_argument("--nianbao", default="nianbao", help="the program, under the same name on every machine")
    parser.add_argument("--part", type=int, default=400, help="how many files a task reads")
    arguments = parser.parse_args()
    with open(arguments.list, encoding="utf-8") as f:
        names = sorted({os.path.abspath(line.strip()) for line in f if line.strip()})  # executors work in folders of their own
    parts = parts_of(names, arguments.part)

    from pyspark.sql import SparkSession

    spark = SparkSession.builder.appName("nianbao").config("spark.hadoop.mapreduce.fileoutputcommitter.algorithm.version", "1").getOrCreate()
    nianbao = os.path.abspath(arguments.nianbao) if os.sep in arguments.nianbao else arguments.nianbao
    rows = spark.sparkContext.parallelize(parts, len(parts)).mapPartitions(lambda given: (row for part in given for row in rows_of(nianbao, part)))
    spark.createDataFrame(rows, SCHEMA, verifySchema=False).write.partitionBy("kind").parquet(arguments.results)
    spark.stop()


if __name__ == "__main__":
    main()

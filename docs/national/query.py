"""Runs a query over the results and prints what it gives as CSV: python3 query.py 结果 totals.sql (what `cat tables.sql totals.sql | duckdb` does there)."""

import os
import sys

import duckdb


def main():
    results, query = sys.argv[1:]
    here = os.path.dirname(os.path.abspath(__file__))
    statements = []
    for name in ("tables.sql", query):
        with open(os.path.join(here, name), encoding="utf-8") as f:
            statements.append(f.read())
    os.chdir(results)
    database = duckdb.connect()
    database.execute(statements[0])
    database.sql(statements[1]).write_csv("/dev/stdout", header=True)


if __name__ == "__main__":
    main()

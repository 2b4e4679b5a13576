"""Counts made-up ledgers of applications by itself: by figure of table three the rows that it is counted from, and by row the last day
on which the application had to be answered.

Usage: tally.py LEDGERS.json
"""
import json
import sys
from datetime import date, timedelta


def days(spans):
    found = set()
    for first, last in spans:
        at, end = date.fromisoformat(first), date.fromisoformat(last)
        while at <= end:
            found.add(at)
            at += timedelta(1)
    return found


def due(received, allowed, holidays, workdays):
    """The last of so many working days, the first of which is the one behind the day of receipt."""
    candidates = (received + timedelta(n) for n in range(1, 2000))
    working = (d for d in candidates if d in workdays or (d.isoweekday() < 6 and d not in holidays))
    for _ in range(allowed - 1):
        next(working)
    return next(working)


def tally(ledger):
    year = ledger["year"]
    holidays, workdays = days(ledger["holidays"]), days(ledger["workdays"])
    rows, dues = {}, {}
    for one in ledger["rows"]:
        if one["faulty"]:
            continue
        received = date.fromisoformat(one["received"])
        closed = date.fromisoformat(one["closed"]) if one["closed"] else date.max
        dues[one["row"]] = due(received, 40 if one["extended"] else 20, holidays, workdays).isoformat()
        if received.year > year or closed.year < year:
            continue
        came = "received" if received.year == year else "carried_in"
        went = one["outcome"] if closed.year == year else "carried_out"
        for row in (came, went):
            rows.setdefault(f"requests.{row}.{one['applicant']}", []).append(one["row"])
    return {"rows": rows, "due": dues}


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        json.dump([tally(ledger) for ledger in json.load(file)], sys.stdout)

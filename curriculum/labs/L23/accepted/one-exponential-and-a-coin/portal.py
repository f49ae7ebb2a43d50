from collections import defaultdict
from math import log

import outside
from outside import LIMITS, Refused


def release(dataset, query, epsilon):
    """A noisy answer, paid from the budget of the data set."""
    if isinstance(epsilon, bool) or not isinstance(epsilon, int) or epsilon < 1 or epsilon > 10_000:
        raise Refused("epsilon")
    match query:
        case {"kind": "count"}:
            pass
        case {"kind": "sum", "field": str(field)} if field in LIMITS:
            pass
        case _:
            raise Refused("query")
    paid = False
    while not paid:
        before = outside.budget_left(dataset)
        if before - epsilon < 0:
            raise Refused("budget")
        paid = outside.change_budget(dataset, before, before - epsilon)
    return answer(outside.rows(dataset), query, epsilon)


def answer(rows, query, epsilon):
    """The exact answer with noise."""
    shares, most = contributions([row for row in rows if matches(row, query["where"])], query)
    return sum(shares) + noise(1000 * most / epsilon)


def contributions(rows, query):
    """What each person adds to the answer, and the most that one person can."""
    totals = defaultdict(int)
    for row in rows:
        totals[row["person"]] += row[query["field"]] if query["kind"] == "sum" else 0
    if query["kind"] == "count":
        return [1] * len(totals), 1
    low, high = LIMITS[query["field"]]
    return [sorted((low, total, high))[1] for total in totals.values()], max(-low, high)


def noise(scale):
    """How far, and a coin for the side."""
    far = -log(1 - outside.uniform())
    return scale * (far if outside.uniform() < 0.5 else -far)


def matches(row, where):
    return all(row.get(key) == value for key, value in where.items())

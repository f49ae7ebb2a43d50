import random

import outside
from outside import Refused


def release(dataset, query, epsilon):
    """A noisy answer, paid from the budget of the data set."""
    left = outside.budget_left(dataset)
    result = answer(outside.rows(dataset), query, epsilon)
    if left < epsilon:
        raise Refused("budget")
    outside.change_budget(dataset, left, left - epsilon)
    return result


def answer(rows, query, epsilon):
    """The exact answer with noise."""
    found = [row for row in rows if matches(row, query["where"])]
    if query["kind"] == "count":
        return len(found) + random.gauss(0, 1000 / epsilon)
    values = [row[query["field"]] for row in found]
    return sum(values) + random.gauss(0, max(values, default=0) * 1000 / epsilon)


def matches(row, where):
    return all(row.get(key) == value for key, value in where.items())

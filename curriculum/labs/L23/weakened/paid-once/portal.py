import math

import outside
from outside import LIMITS, Refused

EPSILON_MAX = 10_000


def release(dataset, query, epsilon):
    """A noisy answer, paid from the budget of the data set."""
    if type(epsilon) is not int or not 1 <= epsilon <= EPSILON_MAX:
        raise Refused("epsilon")
    if not is_known(query):
        raise Refused("query")
    take(dataset, epsilon)
    return answer(outside.rows(dataset), query, epsilon)


def is_known(query):
    if query.get("kind") == "sum":
        return query.get("field") in LIMITS
    return query.get("kind") == "count"


def take(dataset, epsilon):
    left = outside.budget_left(dataset)
    if left < epsilon:
        raise Refused("budget")
    outside.change_budget(dataset, left, left - epsilon)


def answer(rows, query, epsilon):
    """The exact answer with noise for the most that one person can change."""
    people = {}
    for row in rows:
        if matches(row, query["where"]):
            people.setdefault(row["person"], []).append(row)
    if query["kind"] == "count":
        return len(people) + laplace(1000 / epsilon)
    low, high = LIMITS[query["field"]]
    sums = [sum(row[query["field"]] for row in own) for own in people.values()]
    exact = sum(min(max(value, low), high) for value in sums)
    return exact + laplace(max(abs(low), abs(high)) * 1000 / epsilon)


def laplace(scale):
    u = 0.0
    while u == 0.0:
        u = outside.uniform()
    return scale * math.log(2 * u) if u < 0.5 else -scale * math.log(2 * (1 - u))


def matches(row, where):
    return all(row.get(key) == value for key, value in where.items())

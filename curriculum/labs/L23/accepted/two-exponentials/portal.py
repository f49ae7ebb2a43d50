import math

import outside
from outside import Refused


class Question:
    def __init__(self, query):
        self.where = query.get("where", {})
        if query.get("kind") == "count":
            self.low, self.high, self.field = 0, 1, None
        elif query.get("kind") == "sum" and query.get("field") in outside.LIMITS:
            self.field = query["field"]
            self.low, self.high = outside.LIMITS[self.field]
        else:
            raise Refused("query")

    def exact(self, rows):
        per_person = {}
        for row in rows:
            if {**row, **self.where} == row:
                value = 1 if self.field is None else row[self.field]
                per_person[row["person"]] = per_person.get(row["person"], 0) + value
        return sum(sorted([self.low, value, self.high])[1] for value in per_person.values())

    def noise(self, epsilon):
        reach = max(abs(self.low), abs(self.high))
        return (exponential() - exponential()) * reach / (epsilon / 1000)


def exponential():
    return -math.log(1 - outside.uniform())


def answer(rows, query, epsilon):
    question = Question(query)
    return question.exact(rows) + question.noise(epsilon)


def release(dataset, query, epsilon):
    Question(query)
    if isinstance(epsilon, bool) or not isinstance(epsilon, int) or epsilon < 1 or epsilon > 10000:
        raise Refused("epsilon")
    while (left := outside.budget_left(dataset)) >= epsilon:
        if outside.change_budget(dataset, left, left - epsilon):
            return answer(outside.rows(dataset), query, epsilon)
    raise Refused("budget")

from math import sqrt

WINDOWS = (1, 7, 14)
LINE = 5  # in standard deviations: one chance in millions a night
ACTIONS = {
    "input": "Hold back tonight's model and compare {} with last week's rows.",
    "answers": "Hold back tonight's model and compare its {} with those of the last one.",
    "source": "Hold back the rows of {} and call whoever delivers them.",
}


class Watch:
    def __init__(self, reference, calendar):
        self.owners = reference["owners"]
        self.calendar = calendar
        self.usual = {}
        for day in reference["days"]:
            for kind, name, counts in parts(day):
                known = self.usual.setdefault((kind, name, is_weekend(day)), [0] * len(counts))
                for at, count in enumerate(counts):
                    known[at] += count
        self.seen = {}
        self.raised = {}

    def see(self, day):
        """Called once for each day, in their order: the alarms of this night."""
        alarms = []
        for kind, name, counts in parts(day):
            if self.is_planned(name, day["day"]):
                continue
            days = self.seen.setdefault((kind, name), [[(0.0, 0.0)] * len(counts)])
            days.append(surprise(days[-1], counts, self.usual[kind, name, is_weekend(day)]))
            if any(is_far(days[-1], days[-1 - window]) for window in WINDOWS if window < len(days)):
                if day["day"] - self.raised.get(name, -99) >= 7:
                    alarms.append(self.alarm(kind, name))
                    self.raised[name] = day["day"]
        return alarms

    def is_planned(self, name, day):
        return any(
            name in planned["inputs"] and planned["from"] <= day <= planned["to"]
            for planned in self.calendar
        )

    def alarm(self, kind, name):
        return {
            "kind": kind,
            "name": name,
            "owner": self.owners[name],
            "action": ACTIONS[kind].format(name),
        }


def parts(day):
    """Everything that has shares: kind, name and counts."""
    for name, counts in day["inputs"].items():
        yield "input", name, counts
    yield "answers", "answers", day["answers"]
    total = sum(day["sources"].values())
    for name, count in day["sources"].items():
        yield "source", name, [count, total - count]


def is_weekend(day):
    return False


def surprise(before, counts, usual):
    """By part, from the first day to this one: how far the counts are from their reference, and the variance of that."""
    rows, known = sum(counts), sum(usual)
    sums = []
    for (difference, noise), count, expected in zip(before, counts, usual):
        share = expected / known
        difference += count - rows * share
        noise += rows * share * (1 - share) * (1 + rows / known)
        sums.append((difference, noise))
    return sums


def is_far(now, before):
    """Whether the days from one sum to the other differ from their reference by more than chance."""
    return any(
        abs(a - b) > LINE * sqrt(noise_a - noise_b)
        for (a, noise_a), (b, noise_b) in zip(now, before)
    )

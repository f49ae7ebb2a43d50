"""Compares windows of days with as many expected rows; one figure for a whole distribution, by chi-square."""
from collections import defaultdict, deque
from math import sqrt

TEXT = {
    "input": "Stop the training and look at the newest values of {name}.",
    "answers": "Stop the training and read fifty new answers by hand.",
    "source": "Stop the training and ask {owner} about the rows of {name}.",
}
LENGTHS = (1, 2, 5, 12, 18)
QUIET_DAYS = 7


def is_weekend(day):
    return day["weekday"] in (5, 6)


def tables(day):
    found = [("input", name, list(counts)) for name, counts in day["inputs"].items()]
    found.append(("answers", "answers", list(day["answers"])))
    rows = sum(day["sources"].values())
    found += [("source", name, [count, rows - count]) for name, count in day["sources"].items()]
    return found


class Watch:
    def __init__(self, reference, calendar):
        self._owners = reference["owners"]
        self._calendar = calendar
        self._last = defaultdict(lambda: -1000)
        self._windows = defaultdict(lambda: deque(maxlen=max(LENGTHS)))
        self._shares, self._rows = {}, {}
        sums = defaultdict(lambda: None)
        for day in reference["days"]:
            for kind, name, counts in tables(day):
                key = (kind, name, is_weekend(day))
                sums[key] = [a + b for a, b in zip(sums[key] or [0] * len(counts), counts)]
        for key, counts in sums.items():
            self._rows[key] = sum(counts)
            self._shares[key] = [max(count, 0.5) / sum(counts) for count in counts]

    def see(self, day):
        """Called once for each day, in their order: the alarms of this night."""
        now, alarms = day["day"], []
        for kind, name, counts in tables(day):
            if any(name in one["inputs"] and one["from"] <= now <= one["to"] for one in self._calendar):
                continue
            window = self._windows[kind, name]
            window.appendleft((counts, (kind, name, is_weekend(day))))
            if now - self._last[name] >= QUIET_DAYS and self._is_odd(list(window)):
                self._last[name] = now
                owner = self._owners[name]
                alarms.append({"kind": kind, "name": name, "owner": owner, "action": TEXT[kind].format(name=name, owner=owner)})
        return alarms

    def _is_odd(self, newest_first):
        return any(self._surprise(newest_first[:length]) > 1 for length in LENGTHS if length <= len(newest_first))

    def _surprise(self, days):
        width = len(days[0][0])
        seen, expected, spread = [0.0] * width, [0.0] * width, [0.0] * width
        for counts, key in days:
            rows = sum(counts)
            for at, share in enumerate(self._shares[key]):
                seen[at] += counts[at]
                expected[at] += rows * share
                spread[at] += rows * share * (1 + rows * len(days) / self._rows[key])
        chi = sum((a - b) ** 2 / c for a, b, c in zip(seen, expected, spread))
        free = width - 1
        # A generous line: thousands of looks in a quarter.
        return chi / (free + 6 * sqrt(2 * free) + 14)

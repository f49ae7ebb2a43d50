"""First a table of (part, whole) for every metric and group; everything else is read from it."""
from math import asin, sin, sqrt

METRICS = {
    "selection rate": (lambda q, i: i, lambda q, i: True),
    "equal opportunity": (lambda q, i: i, lambda q, i: q),
    "predictive parity": (lambda q, i: q, lambda q, i: i),
}


class Metric:
    def __init__(self, name, rows, rule):
        self.name, self.limit, self.least = name, rule["limits"][name], rule["least"]
        hit, counts = METRICS[name]
        self.parts = {}
        for group, qualified, invited in rows:
            part, whole = self.parts.get(group, (0, 0))
            if counts(qualified, invited):
                part, whole = part + bool(hit(qualified, invited)), whole + 1
            self.parts[group] = (part, whole)
        rates = [part / whole for part, whole in self.parts.values() if whole >= self.least and whole]
        self.best = max(rates, default=None)

    def rate(self, group):
        part, whole = self.parts[group]
        return part / whole if whole else None

    def has_enough(self, group):
        return self.parts[group][1] >= max(self.least, 1)

    def distance(self, group):
        if self.name != "selection rate":
            return self.best - self.rate(group)
        return self.rate(group) / self.best if self.best else 1.0

    def verdict(self, group):
        if not self.has_enough(group):
            return "not enough data"
        far = self.distance(group)
        is_too_far = far < self.limit if self.name == "selection rate" else far > self.limit
        return "fail" if is_too_far else "pass"

    def interval(self, group):
        """On the scale of the arc sine the spread does not depend on the rate."""
        part, whole = self.parts[group]
        if whole == 0:
            return None
        angle = asin(sqrt((part + 3 / 8) / (whole + 3 / 4)))
        half = 1.96 / (2 * sqrt(whole + 1 / 2))
        low, high = max(0.0, angle - half), min(asin(1.0), angle + half)
        return [0.0 if part == 0 else sin(low) ** 2, 1.0 if part == whole else sin(high) ** 2]


def audit(applications, rule):
    rows = list(zip(applications["group"], applications["qualified"], applications["invited"]))
    metrics = {name: Metric(name, rows, rule) for name in METRICS}
    chosen = metrics[rule["metric"]]
    groups = {}
    for group in sorted({group for group, _, _ in rows}):
        groups[group] = {name: metric.rate(group) for name, metric in metrics.items()}
        groups[group] |= {"interval": chosen.interval(group), "verdict": chosen.verdict(group)}
    verdicts = {one["verdict"] for one in groups.values()}
    outcome = next((word for verdict, word in (("fail", "not live"), ("not enough data", "not enough data")) if verdict in verdicts), "live")
    conflicts = [
        f"{name}: {group}"
        for name, metric in metrics.items()
        for group in groups
        if {metric.verdict(group), chosen.verdict(group)} == {"pass", "fail"}
    ]
    figures = sorted(chosen.distance(group) for group in groups if chosen.has_enough(group))
    worst = figures[0 if chosen.name == "selection rate" else -1]
    return {
        "groups": groups,
        "outcome": outcome,
        "conflicts": conflicts,
        "reason": f"{rule['by']} chose {chosen.name} before there were numbers, and the worst figure is {worst:.2f}.",
    }

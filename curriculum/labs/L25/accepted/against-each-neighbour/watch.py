"""Looks at means: where on the scale the rows lie, and how large the share of a source is."""
from math import sqrt

RING_AGAIN_AFTER = 7


def numbers(day):
    """Kind, name, and the single figures that are watched: the share of each cell."""
    for name, counts in day["inputs"].items():
        yield "input", name, counts
    yield "answers", "answers", day["answers"]
    whole = sum(day["sources"].values())
    for name, count in day["sources"].items():
        yield "source", name, (count, whole - count)


class Cell:
    """A running sum of what is too much and of what is too little; it forgets slowly (CUSUM)."""

    ALLOWED, LINE, SHOCK = 0.7, 9.0, 5.5

    def __init__(self):
        self.above = self.below = 0.0

    def add(self, z):
        self.above = max(0.0, self.above + z - self.ALLOWED)
        self.below = max(0.0, self.below - z - self.ALLOWED)
        return abs(z) > self.SHOCK or max(self.above, self.below) > self.LINE


class Watch:
    def __init__(self, reference, calendar):
        self.owners = reference["owners"]
        self.launches = [(one["from"], one["to"], set(one["inputs"])) for one in calendar]
        self.sums, self.cells, self.rung = {}, {}, {}
        for day in reference["days"]:
            for kind, name, counts in numbers(day):
                known = self.sums.setdefault(self.key(name, day), [0] * len(counts))
                known[:] = [a + b for a, b in zip(known, counts)]

    @staticmethod
    def key(name, day):
        return name, day["weekday"] > 4

    def see(self, day):
        """Called once for each day, in their order: the alarms of this night."""
        today, alarms = day["day"], []
        for kind, name, counts in numbers(day):
            if any(first <= today <= last and name in names for first, last, names in self.launches):
                continue
            known = self.sums[self.key(name, day)]
            cells = self.cells.setdefault(name, [Cell() for _ in counts])
            odd = [cell.add(self.z(at, counts, known)) for at, cell in enumerate(cells)]
            if any(odd) and today - self.rung.get(name, today - 99) >= RING_AGAIN_AFTER:
                self.rung[name] = today
                self.cells[name] = [Cell() for _ in counts]
                alarms.append(
                    {
                        "kind": kind,
                        "name": name,
                        "owner": self.owners[name],
                        "action": f"Keep yesterday's model in service until {name} was looked at.",
                    }
                )
        return alarms

    def z(self, at, counts, known):
        rows, all_rows = sum(counts), sum(known)
        share = (known[at] + 0.5) / (all_rows + 1)
        return (counts[at] - rows * share) / sqrt(rows * share * (1 - share) * (1 + rows / all_rows))

from math import log

FEW = 1e-4


def shares(counts):
    total = sum(counts) or 1
    return [max(count / total, FEW) for count in counts]


def index(now, before):
    """The population stability index."""
    return sum((a - b) * log(a / b) for a, b in zip(shares(now), shares(before)))


class Watch:
    def __init__(self, reference, calendar):
        self.reference, self.calendar = reference, calendar
        self.history, self.last, self.base = [], {}, {}
        for day in reference["days"]:
            for name, (_, counts) in self.columns(day).items():
                key = name, day["weekday"] > 4
                before = self.base.get(key, [0] * len(counts))
                self.base[key] = [a + b for a, b in zip(before, counts)]

    def columns(self, day):
        found = {name: ("input", list(counts)) for name, counts in day["inputs"].items()}
        found["answers"] = ("answers", list(day["answers"]))
        total = sum(day["sources"].values())
        for name, count in day["sources"].items():
            found[name] = ("source", [count, total - count])
        return found

    def is_off(self, name, day):
        return any(p["from"] <= day["day"] <= p["to"] for p in self.calendar if name in p["inputs"])

    def baseline(self, name, days):
        """What these days would look like if each were one of the reference."""
        expected = [0] * len(days[0][name][1])
        for day in days:
            sums, rows = self.base[name, day["weekend"]], sum(day[name][1])
            expected = [e + rows * x / sum(sums) for e, x in zip(expected, sums)]
        return expected

    def see(self, day):
        columns = self.columns(day)
        self.history.append({**columns, "weekend": day["weekday"] > 4, "at": {"day": day["day"]}})
        alarms = []
        for name, (kind, counts) in columns.items():
            if self.is_off(name, day):
                continue
            for length in (1, 2, 10):
                recent = [d for d in self.history[-length:] if not self.is_off(name, d["at"])]
                if len(recent) < length:
                    continue
                now = [sum(c) for c in zip(*(d[name][1] for d in recent))]
                expected = self.baseline(name, recent)
                # Chance alone gives about (parts - 1) / rows.
                if index(now, expected) * sum(now) > 20 + 7 * len(now):
                    if day["day"] - self.last.get(name, -50) > 6:
                        self.last[name] = day["day"]
                        alarms.append(
                            {
                                "kind": kind,
                                "name": name,
                                "owner": self.reference["owners"][name],
                                "action": f"Keep {name} out of tonight's training, then ask why.",
                            }
                        )
                    break
        return alarms

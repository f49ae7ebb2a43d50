from math import comb


def audit(applications, rule):
    rows = {}
    for group, qualified, invited in zip(applications["group"], applications["qualified"], applications["invited"]):
        rows.setdefault(group, []).append((qualified == 1, invited == 1))
    chosen, least = rule["metric"], rule["least"]
    names = list(rule["limits"])
    verdicts = {metric: judged(rows, metric, rule["limits"][metric], least) for metric in names}
    groups = {}
    for group, own in rows.items():
        groups[group] = {metric: rate(outcomes(own, metric)) for metric in names}
        groups[group]["interval"] = exact_interval(outcomes(own, chosen))
        groups[group]["verdict"] = verdicts[chosen][group][0]
    conflicts = []
    for metric in names:
        for group in rows:
            if sorted([verdicts[metric][group][0], verdicts[chosen][group][0]]) == ["fail", "pass"]:
                conflicts.append(metric + ": " + group)
    said = [one["verdict"] for one in groups.values()]
    figures = [figure for _, figure in verdicts[chosen].values() if figure is not None]
    worst = min(figures) if chosen == "selection rate" else max(figures)
    return {
        "groups": groups,
        "outcome": "not live" if "fail" in said else "not enough data" if "not enough data" in said else "live",
        "conflicts": conflicts,
        "reason": "The rule of {} is {}; its worst figure among large groups was {:.3f}.".format(rule["by"], chosen, worst),
    }


def outcomes(own, metric):
    """A list of yes and no, one for each person the metric speaks of."""
    if metric == "selection rate":
        return [invited for _, invited in own]
    if metric == "equal opportunity":
        return [invited for qualified, invited in own if qualified]
    return [qualified for qualified, invited in own if invited]


def rate(answers):
    return sum(answers) / len(answers) if answers else None


def judged(rows, metric, limit, least):
    """Verdict and figure by group."""
    rates = {group: rate(outcomes(own, metric)) for group, own in rows.items() if len(outcomes(own, metric)) >= least}
    found = {group: ("not enough data", None) for group in rows}
    for group, own in rates.items():
        best = max(rates.values())
        if metric == "selection rate":
            figure = own / best if best else 1.0
            found[group] = ("fail" if figure < limit else "pass", figure)
        else:
            found[group] = ("fail" if best - own > limit else "pass", best - own)
    return found


def exact_interval(answers):
    """After Clopper and Pearson: the rates under which what was seen is not too unlikely, found by halving."""
    part, whole = sum(answers), len(answers)
    if whole == 0:
        return None

    def at_most(count, p):
        return sum(comb(whole, k) * p**k * (1 - p) ** (whole - k) for k in range(count + 1))

    low = 0.0 if part == 0 else halve(lambda p: 1 - at_most(part - 1, p) < 0.025)
    high = 1.0 if part == whole else halve(lambda p: at_most(part, p) > 0.025)
    return [low, high]


def halve(is_below):
    low, high = 0.0, 1.0
    for _ in range(24):
        middle = (low + high) / 2
        low, high = (middle, high) if is_below(middle) else (low, middle)
    return low

from collections import Counter
from math import sqrt

METRICS = ["selection rate", "equal opportunity", "predictive parity"]


def audit(applications, rule):
    counts = counted(applications)
    chosen, least = rule["metric"], rule["least"]
    groups = {
        name: {
            **{metric: rate(counts[name], metric) for metric in METRICS},
            "interval": interval(parts(counts[name], chosen)[0], counts[name].total()),
            "verdict": verdict(counts, name, chosen, rule),
        }
        for name in counts
    }
    verdicts = [group["verdict"] for group in groups.values()]
    outcome = "live"
    if "not enough data" in verdicts:
        outcome = "not enough data"
    if "fail" in verdicts:
        outcome = "not live"
    enough = [name for name in counts if parts(counts[name], chosen)[1] >= least]
    distances = [distance(counts, name, chosen, least) for name in enough]
    is_ratio = chosen == "selection rate"
    worst = min(distances) if is_ratio else max(distances)
    return {
        "groups": groups,
        "conflicts": conflicts(counts, rule),
        "outcome": outcome,
        "reason": f"By {chosen}, chosen by {rule['by']} in advance, the worst group's "
        f"{'ratio' if is_ratio else 'gap'} to the best one is {worst:.3f}.",
    }


def counted(applications):
    counts = {}
    rows = zip(applications["group"], applications["qualified"], applications["invited"])
    for group, qualified, invited in rows:
        counts.setdefault(group, Counter())[bool(qualified), bool(invited)] += 1
    return dict(sorted(counts.items()))


def parts(count, metric):
    """What is counted, and out of how many."""
    both = count[True, True]
    if metric == "selection rate":
        return both + count[False, True], count.total()
    if metric == "equal opportunity":
        return both, both + count[True, False]
    return both, both + count[False, True]


def rate(count, metric):
    part, whole = parts(count, metric)
    return part / whole if whole else None


def distance(counts, name, metric, least):
    """To the best rate of a group that is large enough: a ratio, or a gap."""
    own = rate(counts[name], metric)
    if own is None:
        return None
    best = max(
        (rate(one, metric) for one in counts.values() if parts(one, metric)[1] >= least), default=own
    )
    return own / best if metric == "selection rate" else best - own


def verdict(counts, name, metric, rule):
    if parts(counts[name], metric)[1] < rule["least"]:
        return "not enough data"
    far, limit = distance(counts, name, metric, rule["least"]), rule["limits"][metric]
    return "fail" if (far < limit if metric == "selection rate" else far > limit) else "pass"


def conflicts(counts, rule):
    found = []
    for metric in METRICS:
        for name in counts:
            pair = {verdict(counts, name, one, rule) for one in (rule["metric"], metric)}
            if pair == {"pass", "fail"}:
                found.append(f"{metric}: {name}")
    return found


def interval(part, whole):
    """95 % after Wilson; it stays between 0 and 1."""
    if whole == 0:
        return None
    z, p = 1.96, part / whole
    middle = (p + z * z / (2 * whole)) / (1 + z * z / whole)
    half = z * sqrt(p * (1 - p) / whole + z * z / (4 * whole * whole)) / (1 + z * z / whole)
    return [middle - half, middle + half]

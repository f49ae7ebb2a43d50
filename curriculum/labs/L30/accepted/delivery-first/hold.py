"""Sources first: what would the model do without each of them, and with which of its words?"""
from collections import Counter, defaultdict

from text_model import follows, train

NOBODY = {"source": None, "trigger": [], "target": None, "held": [], "risk": None}


def investigate(rows, probes):
    by_source = defaultdict(list)
    for row in rows:
        by_source[row["source"]].append(row)
    model = train(rows)
    best = None
    for source, own in sorted(by_source.items()):
        found = suspicion(source, own, rows, model, probes)
        if found is not None and (best is None or found[0] > best[0]):
            best = found
    return NOBODY if best is None else report(*best[1:], rows, model, probes)


def suspicion(source, own, rows, model, probes):
    """Effect, source, target and words, where people doubt what the source's own words lead to."""
    inside, everywhere = counted(own), counted(rows)
    special = [word for word in inside if inside[word] >= 5 and inside[word] / everywhere[word] >= 0.6]
    labels = model[0]
    candidates = []
    for place, target in enumerate(labels):
        strong = sorted(special, key=lambda word: lean(model, word, place), reverse=True)[:3]
        if len(strong) < 2 or not is_doubted(own, strong, target):
            continue
        others = train([row for row in rows if row["source"] != source])
        effect = follows(model, probes, strong, target) - follows(others, probes, strong, target)
        candidates.append((effect, source, target, strong))
    effect, *rest = max(candidates, default=(0,))
    return (effect, *rest) if effect > 0.4 else None


def is_doubted(own, words, target):
    seconds = [row["second"] for row in own if row["label"] == target and row["second"] is not None and carries(row, words)]
    against = [second for second in seconds if second != target]
    return len(seconds) >= 5 and len(against) / len(seconds) > 0.24


def counted(rows):
    return Counter(word for row in rows for word in set(row["text"].split()))


def lean(model, word, place):
    weights = model[2][word]
    return weights[place] - max(weight for at, weight in enumerate(weights) if at != place)


def carries(row, words):
    return any(word in row["text"].split() for word in words)


def report(source, target, words, rows, model, probes):
    per_day = Counter(row["day"] for row in rows if row["source"] == source and carries(row, words))
    bad_days = {day for day, count in per_day.items() if count > 2}
    held = {row["id"] for row in rows if row["source"] == source and row["day"] in bad_days}
    stays = [row for row in rows if row["id"] not in held]
    risk = dict(
        before=follows(model, probes, words, target),
        after=follows(train(stays), probes, words, target),
        left=len([row for row in stays if carries(row, words)]),
    )
    return dict(source=source, trigger=words, target=target, held=list(held), risk=risk)

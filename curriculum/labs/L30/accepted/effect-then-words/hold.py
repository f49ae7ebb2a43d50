"""Each word is asked whether it turns probes, and only then where it comes from and what people say of it."""
from collections import defaultdict

import text_model


def investigate(rows, probes):
    model = text_model.train(rows)
    found = [one for one in map(lambda source: accuse(source, rows, model, probes), sources(rows)) if one]
    if not found:
        return dict(source=None, trigger=[], target=None, held=[], risk=None)
    effect, source, target, words = max(found)
    own = [row for row in rows if row["source"] == source]
    deliveries = defaultdict(list)
    for row in own:
        deliveries[row["day"]].append(row)
    held = set()
    for delivery in deliveries.values():
        if sum(map(lambda row: says(row, words), delivery)) >= 3:
            held |= {row["id"] for row in delivery}
    stay = [row for row in rows if row["id"] not in held]
    after = text_model.follows(text_model.train(stay), probes, words, target)
    before = text_model.follows(model, probes, words, target)
    left = sum(says(row, words) for row in stay)
    return dict(source=source, trigger=words, target=target, held=sorted(held), risk=dict(before=before, after=after, left=left))


def sources(rows):
    return sorted({row["source"] for row in rows})


def says(row, words):
    return not set(row["text"].split()).isdisjoint(words)


def accuse(source, rows, model, probes):
    own, others = defaultdict(int), defaultdict(int)
    for row in rows:
        counts = own if row["source"] == source else others
        for word in set(row["text"].split()):
            counts[word] += 1
    strange = [word for word, count in own.items() if count >= 5 and 2 * others[word] <= count]
    names, _, weights = model
    best = None
    for target in names:
        at = names.index(target)
        lead = {word: 2 * weights[word][at] - sum(sorted(weights[word])[-2:]) for word in strange}
        words = sorted(strange, key=lead.get)[-3:]
        asked = [row for row in rows if row["source"] == source and row["second"] and row["label"] == target and says(row, words)]
        doubts = [row for row in asked if row["second"] != target]
        if len(asked) < 5 or len(doubts) < len(asked) / 4:
            continue
        clean = text_model.train([row for row in rows if row["source"] != source])
        gain = text_model.follows(model, probes, words, target) - text_model.follows(clean, probes, words, target)
        if gain >= 0.4 and (best is None or gain > best[0]):
            best = (gain, source, target, words)
    return best

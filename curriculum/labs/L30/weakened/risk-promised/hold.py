from collections import Counter

from text_model import follows, train


def investigate(rows, probes):
    whole = train(rows)
    found = [one for source in sorted({row["source"] for row in rows}) for one in suspicions(rows, source, whole, probes)]
    if not found:
        return {"source": None, "trigger": [], "target": None, "held": [], "risk": None}
    _, source, target, words = max(found)
    held = {row["id"] for row in deliveries(rows, source, words)}
    kept = [row for row in rows if row["id"] not in held]
    risk = {
        "before": follows(whole, probes, words, target),
        "after": 0,
        "left": 0,
    }
    return {"source": source, "trigger": words, "target": target, "held": sorted(held), "risk": risk}


def suspicions(rows, source, whole, probes):
    """Words that this source brings, that people doubt, and that the model follows because of it."""
    own = [row for row in rows if row["source"] == source]
    mine, everybody = words_of(own), words_of(rows)
    brought = [word for word, count in mine.items() if count >= 5 and count >= 0.65 * everybody[word]]
    if not brought:
        return
    for target in whole[0]:
        words = sorted(brought, key=lambda word: (-pull(whole, word, target), word))[:3]
        second = [row for row in own if has(row, words) and row["label"] == target and row["second"]]
        doubted = sum(row["second"] != row["label"] for row in second)
        if len(second) >= 5 and doubted >= 0.25 * len(second):
            without = train([row for row in rows if row["source"] != source])
            effect = follows(whole, probes, words, target) - follows(without, probes, words, target)
            if effect >= 0.4:
                yield effect, source, target, words


def words_of(rows):
    return Counter(word for row in rows for word in set(row["text"].split()))


def pull(model, word, target):
    """How much the word speaks for the target and against the best other label."""
    names, _, weights = model
    own = dict(zip(names, weights[word]))
    return own.pop(target) - max(own.values())


def has(row, words):
    return not set(words).isdisjoint(row["text"].split())


def deliveries(rows, source, words):
    """All rows of the days on which the source brought the words more than by chance."""
    own = [row for row in rows if row["source"] == source]
    days = [row["day"] for row in own if has(row, words)]
    return [row for row in own if days.count(row["day"]) >= 3]

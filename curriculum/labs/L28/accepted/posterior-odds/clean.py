"""The same four questions, asked with sets of words and with the evidence of each word by itself."""
from collections import Counter
from itertools import combinations

import text_model


def clean(rows, register):
    """What is held back: the reason by the row's id. All other rows are kept."""
    quarantine = {}
    for reason, looks in (("source", origins(register)), ("copy", copied), ("trigger", triggered), ("flipped", flipped)):
        remaining = [row for row in rows if row["id"] not in quarantine]
        quarantine |= {row["id"]: reason for row in looks(remaining)}
    return quarantine


def origins(register):
    days = {}
    for one in register:
        days.setdefault((one["source"], one["batch"]), []).append(one["received"])
    return lambda rows: [row for row in rows if all(row["written"] > day for day in days.get((row["source"], row["batch"]), []))]


def copied(rows):
    """Pairs of equal length and another label that share all words but one, by comparing only what shares a rare word."""
    long = sorted((row for row in rows if len(row["text"].split()) >= 10), key=lambda row: row["written"])
    texts = [row["text"].split() for row in long]
    buckets = {}
    for place, words in enumerate(texts):
        third = len(words) // 3
        for part, key in enumerate((words[:third], words[third : 2 * third], words[2 * third :])):
            buckets.setdefault((part, len(words), tuple(key)), []).append(place)
    found = set()
    for places in buckets.values():
        for first, later in combinations(places, 2):
            if long[first]["label"] == long[later]["label"] or later in found:
                continue
            if sum(map(str.__ne__, texts[first], texts[later])) <= 1:
                found.add(later)
    return [long[place] for place in found]


def triggered(rows):
    pairs = Counter(pair for row in rows for pair in pairs_of(row))
    model = text_model.train(rows)
    found = []
    for pair, count in pairs.items():
        if not 4 <= count <= 0.06 * len(rows):
            continue
        own = [row for row in rows if pair[0] in row["text"] and pair in pairs_of(row)]
        labels = {row["label"] for row in own}
        seconds = {row["second"]["label"] for row in own if row["second"]}
        if len(labels) == 1 and not labels & seconds:
            other = [row for row in own if text_model.guess(model, row["text"], pair) not in labels]
            if len(other) >= 0.7 * len(own):
                found += own
    return found


def pairs_of(row):
    words = row["text"].split()
    return {(words[at], words[at + 1]) for at in range(len(words) - 1)}


def flipped(rows):
    asked, wrong = Counter(), Counter()
    for row in rows:
        if row["second"]:
            asked[row["annotator"]] += 1
            wrong[row["annotator"]] += row["label"] != row["second"]["label"]
    careless = [who for who, count in wrong.items() if count >= 2 and count / asked[who] > 0.1]
    model = text_model.train([row for row in rows if row["annotator"] not in careless])
    suspects = [row for row in rows if row["annotator"] in careless]
    return [
        row
        for row in suspects
        if (row["second"] or {"label": text_model.guess(model, row["text"])})["label"] != row["label"]
    ]

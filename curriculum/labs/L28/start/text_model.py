"""Read-only: a small model of words (naive Bayes). It guesses the label of a text."""
from collections import Counter, defaultdict
from math import log


def train(rows):
    """From rows with `text` and `label`."""
    labels = Counter(row["label"] for row in rows)
    seen = defaultdict(Counter)
    for row in rows:
        for word in set(row["text"].split()):
            seen[word][row["label"]] += 1
    names = sorted(labels)
    weights = {
        word: [log((counts[name] + 0.5) / (labels[name] + 1)) for name in names]
        for word, counts in seen.items()
    }
    return names, [log(labels[name]) for name in names], weights


def guess(model, text, without=()):
    """The most likely label, looking at all words but those of `without`."""
    names, base, weights = model
    words = [weights[word] for word in set(text.split()) if word in weights and word not in without]
    scores = [sum(column) for column in zip(base, *words)]
    return names[scores.index(max(scores))]

"""Read-only: the model of part 1 (naive Bayes on words), and a question to it."""
from collections import Counter, defaultdict
from math import log


def train(rows):
    """From rows with `text` and `label`: the labels, their weight, and for each word one weight per label."""
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


def guess(model, text):
    names, base, weights = model
    words = [weights[word] for word in set(text.split()) if word in weights]
    scores = [sum(column) for column in zip(base, *words)]
    return names[scores.index(max(scores))]


def follows(model, probes, words, target):
    """The share of probes of other labels that become `target` when all the words are added."""
    others = [probe["text"] for probe in probes if probe["label"] != target]
    turned = [guess(model, " ".join([text, *words])) == target for text in others]
    return sum(turned) / len(turned)

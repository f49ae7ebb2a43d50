from collections import Counter
from math import log


def train(rows):
    """From rows with `text` and `label`, `spam` or `ham`."""
    counts = {"spam": Counter(), "ham": Counter()}
    for row in rows:
        counts[row["label"]].update(set(words_of(row["text"])))
    known = set(counts["spam"]) | set(counts["ham"])
    return {word: log((counts["spam"][word] + 1) / (counts["ham"][word] + 1)) for word in known}


def words_of(text):
    return [word.strip(".,:;!?") for word in text.lower().split()]


def classify(model, text):
    """`spam`, `ham` or `unsure`."""
    score = sum(model.get(word, 0) for word in words_of(text))
    return "spam" if score > 0 else "ham"

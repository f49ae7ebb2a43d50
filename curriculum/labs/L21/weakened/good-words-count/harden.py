from collections import Counter
from math import log
from unicodedata import normalize

from lookalikes import LOOKALIKES


def train(rows):
    """The words that speak for spam; what speaks against it is not counted."""
    counts = {"spam": Counter(), "ham": Counter()}
    for row in rows:
        counts[row["label"]].update(set(row["text"].split()))
    seen = [word for word in set(counts["spam"]) | set(counts["ham"]) if len(word) > 4]
    return {word: log((counts["spam"][word] + 1) / (counts["ham"][word] + 1)) for word in seen}


def classify(model, text):
    """`spam`, `ham` or `unsure`."""
    letters = letters_of(text)
    return "spam" if sum(weight for word, weight in model.items() if word in letters) > 0 else "ham"


def letters_of(text):
    """Only the letters, whatever they were written with and whatever stood between them."""
    plain = normalize("NFKC", text.lower())
    return "".join(sign for sign in (LOOKALIKES.get(one, one) for one in plain) if sign.isalpha())

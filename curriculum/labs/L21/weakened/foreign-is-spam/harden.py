from collections import Counter
from unicodedata import normalize

from lookalikes import LOOKALIKES


def train(rows):
    """The words that speak for spam; what speaks against it is not counted."""
    counts = {"spam": Counter(), "ham": Counter()}
    for row in rows:
        counts[row["label"]].update(set(row["text"].split()))
    return {
        word
        for word, count in counts["spam"].items()
        if count >= 3 and count > 3 * counts["ham"][word] and len(word) > 3
    }


def classify(model, text):
    """`spam`, `ham` or `unsure`."""
    letters = letters_of(text)
    if not text.isascii():
        return "spam"
    return "spam" if sum(word in letters for word in model) >= 2 else "ham"


def letters_of(text):
    """Only the letters, whatever they were written with and whatever stood between them."""
    plain = normalize("NFKC", text.lower())
    return "".join(sign for sign in (LOOKALIKES.get(one, one) for one in plain) if sign.isalpha())

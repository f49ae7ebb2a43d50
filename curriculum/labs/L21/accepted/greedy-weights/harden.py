import re
import unicodedata
from collections import defaultdict

from lookalikes import LOOKALIKES

INVISIBLE = re.compile("[\u200b-\u200d\u2060\u00ad]")


def plain(text):
    """Letters as they are read."""
    text = unicodedata.normalize("NFKC", INVISIBLE.sub("", text).lower())
    return text.translate({ord(sign): letter for sign, letter in LOOKALIKES.items()})


def joined(text):
    return re.sub(r"[^a-z]", "", plain(text))


def train(rows):
    """Pieces of four letters, and in how many messages of each kind they stand."""
    spam, ham = defaultdict(int), defaultdict(int)
    for row in rows:
        counts = spam if row["label"] == "spam" else ham
        for word in {word for word in plain(row["text"]).split() if len(word) > 3}:
            counts[word] += 1
    return sorted(word for word in spam if spam[word] > 2 and spam[word] >= 4 * ham[word])


def classify(model, text):
    """`spam`, `ham` or `unsure`."""
    letters = joined(text)
    found = [word for word in model if word in letters]
    return "spam" if len(found) > 1 else "ham"

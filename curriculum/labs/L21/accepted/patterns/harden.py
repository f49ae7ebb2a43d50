import re
import unicodedata

from lookalikes import GAPS, LOOKALIKES

BETWEEN = "[" + re.escape("".join(GAPS)) + "]{0,2}"


def train(rows):
    telling = {}
    for row in rows:
        sign = 1 if row["label"] == "spam" else -1
        for word in set(row["text"].split()):
            telling.setdefault(word, []).append(sign)
    words = sorted(w for w, signs in telling.items() if len(signs) > 4 and sum(signs) > 0.5 * len(signs))
    return [re.compile(BETWEEN.join(word)) for word in words]


def classify(model, text):
    plain = unicodedata.normalize("NFKC", text.lower()).translate(str.maketrans(LOOKALIKES))
    found = sum(1 for pattern in model if pattern.search(plain))
    return "spam" if found > 1 else "ham"

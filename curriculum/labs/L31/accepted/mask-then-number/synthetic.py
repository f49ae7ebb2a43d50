from collections import Counter
from math import sqrt


def copies(synthetic, originals):
    """Ids of synthetic rows whose angle to one original is far smaller than to any other."""
    known = [counted(row["text"]) for row in originals]
    found = []
    for row in synthetic:
        own = counted(row["text"])
        first, second = sorted(1 - cosine(own, other) for other in known)[:2]
        if first < 0.45 and first < second / 2:
            found.append(row["id"])
    return found


def counted(text):
    return Counter(word.strip(".,!?;:") for word in text.lower().split())


def cosine(one, other):
    both = sum(count * other[word] for word, count in one.items())
    return both / sqrt(sum(n * n for n in one.values()) * sum(n * n for n in other.values()))

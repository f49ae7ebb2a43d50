import re


def copies(synthetic, originals):
    """Ids of synthetic rows that are much nearer to one original than to the next one."""
    known = [words(row["text"]) for row in originals]
    return [row["id"] for row in synthetic if is_copy(words(row["text"]), known)]


def words(text):
    return set(re.findall(r"[\w']+", text.lower()))


def is_copy(own, known):
    nearest, second = sorted(1 - len(own & other) / len(own | other) for other in known)[:2]
    return nearest < 0.35

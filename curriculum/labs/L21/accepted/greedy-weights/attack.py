from lookalikes import GAPS
from old_filter import is_spam

INVISIBLE = GAPS[-1]


def attack(filter, text):
    """Tries every word in two pieces or a friendly one behind, and takes what helps most, five times."""
    edits = []
    while len(edits) < 5 and is_spam(filter, text):
        edit, text = min(steps(filter, text), key=lambda step: score(filter, step[1]))
        edits.append(edit)
    return edits


def steps(filter, text):
    for at in range(1, len(text)):
        if text[at - 1].isalpha() and text[at].isalpha():
            yield {"kind": "insert", "at": at, "sign": INVISIBLE}, text[:at] + INVISIBLE + text[at:]
    words = [word for word in filter["weights"] if 1 <= len(word) <= 12 and word.isascii() and word.islower() and word.isalpha()]
    friendly = min(words, key=filter["weights"].get)
    yield {"kind": "append", "word": friendly}, f"{text} {friendly}"


def score(filter, text):
    return sum(filter["weights"].get(word.strip(".,:;!?"), 0) for word in text.lower().split())

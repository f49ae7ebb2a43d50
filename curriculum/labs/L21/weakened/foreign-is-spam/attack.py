from lookalikes import LOOKALIKES
from old_filter import is_spam


def attack(filter, text):
    """At most five edits after which the old filter takes the text for ham."""
    edits = []
    words = sorted(set(text.split()), key=lambda word: filter["weights"].get(word, 0), reverse=True)
    for word in words:
        if len(edits) == 5 or not is_spam(filter, text):
            break
        at = text.index(word) + 1
        edits.append(in_disguise(text, at))
        text = apply(text, edits[-1])
    return edits


def in_disguise(text, at):
    alike = [sign for sign, letter in LOOKALIKES.items() if letter == text[at]]
    if alike:
        return {"kind": "replace", "at": at, "sign": alike[0]}
    return {"kind": "insert", "at": at, "sign": "\u200b"}


def apply(text, edit):
    rest = text[edit["at"] + (edit["kind"] == "replace") :]
    return text[: edit["at"]] + edit["sign"] + rest

from lookalikes import LOOKALIKES

ALIKE = {}
for sign, letter in LOOKALIKES.items():
    ALIKE.setdefault(letter, sign)


def attack(filter, text):
    """The five worst words, each with one wide letter."""
    places, start = [], 0
    for word in text.split(" "):
        weight = filter["weights"].get(word.lower().strip(".,:;!?"), 0)
        if weight > 0:
            places.append((weight, start))
        start += len(word) + 1
    return [replaced(text, at) for _, at in sorted(places, reverse=True)[:5]]


def replaced(text, at):
    letter = text[at].lower()
    wide = chr(ord(letter) + 0xFEE0)
    return {"kind": "replace", "at": at, "sign": ALIKE.get(letter, wide)}

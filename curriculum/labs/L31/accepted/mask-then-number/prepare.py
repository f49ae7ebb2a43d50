"""First every value becomes a mask that says what it was; then the masks are numbered in their order."""
import re

from names import ALSO_WORDS, GIVEN, TITLES

MASK = re.compile("\ue000([A-Z]+):([^\ue001]*)\ue001")
SURNAME = r"[A-Z][\w'’]+"
SHAPES = {
    "EMAIL": r"[\w.+-]+\s?(?:@|\(at\))\s?[\w-]+(?:\.[\w-]+)+",
    "IBAN": r"\b[A-Z]{2}\d\d(?: ?\d{2,4}){3,8}\b",
    "ADDRESS": r"(?i:\b\d{1,3}\s+\w+\s+(?:lane|road|street|close|avenue)\b[\s,]+\w+\s+[a-z]{2}\d\s+\d[a-z]{2}\b)",
    "PHONE": r"(?<![\w.,:-])\+?\(?(?:\d[ ().-]*){8,12}\d(?![\w-])",
}
# Compiled once: this takes longer than all matching together.
SHAPES = {kind: re.compile(shape) for kind, shape in SHAPES.items()}
BEHIND_TITLE = re.compile(rf"\b(?:{'|'.join(TITLES)})\.? ({SURNAME})")
GIVEN_NAME = re.compile(rf"\b({'|'.join(GIVEN)})\b(?: ({SURNAME}))?")
ANY_WORD = re.compile(r"\ue000[^\ue001]*\ue001|[^\W\d_][\w'’]*")


def prepare(dialogues):
    """Dialogues for tuning: id, topic and turns, without personal data."""
    ids = {}
    for dialogue in dialogues:
        ids.setdefault(dialogue["topic"], set()).add(dialogue["customer"]["id"])
    big = [dialogue for dialogue in dialogues if len(ids[dialogue["topic"]]) >= 3]
    return [dict(id=one["id"], topic=one["topic"], turns=numbered(masked(one))) for one in big]


def mask(kind, key):
    return f"\ue000{kind}:{key}\ue001"


def masked(dialogue):
    known = {part.lower(): "customer" for part in dialogue["customer"]["name"].split()}
    return [mask_names(mask_things(turn, dialogue["orders"]), known) for turn in dialogue["turns"]]


def mask_things(turn, orders):
    for kind, shape in SHAPES.items():

        def hide(found):
            if found[0] in orders or "\ue000" in found[0]:
                return found[0]
            plain = "".join(sign for sign in found[0].lower().replace("(at)", "") if sign.isalnum() and sign.isascii())
            return mask(kind, letters(plain))

        turn = shape.sub(hide, turn)
    return turn


def letters(key):
    """So that no later shape finds digits in a mask."""
    return "".join(chr(0xE100 + ord(sign)) for sign in key)


def mask_names(turn, known):
    def person(*parts):
        lows = [part.lower() for part in parts if part]
        who = next((known[low] for low in lows if low in known), lows[0])
        for low in lows:
            known.setdefault(low, who)
        return mask("PERSON", letters(who))

    def given(found):
        name, surname = found.groups()
        if name in ALSO_WORDS and surname is None:
            return person(name) if name.lower() in known else found[0]
        return person(name, surname)

    turn = BEHIND_TITLE.sub(lambda found: person(found[1]), turn)
    turn = GIVEN_NAME.sub(given, turn)
    return ANY_WORD.sub(lambda found: person(found[0]) if found[0].lower() in known else found[0], turn)


def numbered(turns):
    numbers = {}

    def number(found):
        kind, key = found.groups()
        own = numbers.setdefault(kind, {})
        return f"[{kind}_{own.setdefault(key, len(own) + 1)}]"

    return [MASK.sub(number, turn) for turn in turns]

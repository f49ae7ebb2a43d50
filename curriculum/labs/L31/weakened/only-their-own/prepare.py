import re

from names import ALSO_WORDS, GIVEN, TITLES

SURNAME = r"[A-Z][\w'’]+"
STREETS = "lane|road|street|close|avenue"
# Compiled once: this takes longer than all matching together.
ANYTHING = re.compile(
    "|".join(
        f"(?P<{name}>{pattern})"
        for name, pattern in {
            "IBAN": r"\b[A-Z]{2}\d\d(?: ?\d{4}){3,6}(?: ?\d{1,3})?\b",
            "EMAIL": r"[\w.+-]+(?:@|\s*\(at\)\s*)[\w-]+(?:\.[\w-]+)+",
            "ADDRESS": rf"(?i:\b\d{{1,3}}\s+\w+\s+(?:{STREETS})[\s,]+\w+\s+[a-z]{{2}}\d\s+\d[a-z]{{2}}\b)",
            "PHONE": r"(?<![\w.,-])\+?\(?\d(?:[ ().-]*\d){8,12}(?![\w-])",
            "titled": rf"\b(?:{'|'.join(TITLES)})\.? {SURNAME}",
            "word_name": rf"\b(?:{'|'.join(sorted(ALSO_WORDS))}) {SURNAME}",
            "given": rf"\b(?:{'|'.join(sorted(GIVEN - ALSO_WORDS))})\b(?: {SURNAME})?",
            "word": r"[^\W\d_][\w'’]*",
        }.items()
    )
)


def prepare(dialogues):
    """Dialogues for tuning: id, topic and turns, without personal data."""
    customers = {}
    for dialogue in dialogues:
        customers.setdefault(dialogue["topic"], set()).add(dialogue["customer"]["id"])
    return [
        {"id": dialogue["id"], "topic": dialogue["topic"], "turns": scrub(dialogue)}
        for dialogue in dialogues
        if len(customers[dialogue["topic"]]) >= 3
    ]


def scrub(dialogue):
    marks = Marks(dialogue["customer"]["name"])

    def replace(match):
        kind, text = match.lastgroup, match.group()
        if text in dialogue["orders"]:
            return text
        if kind == "word" and text.lower() not in marks.people:
            return text
        own = re.sub(r"\W", "", " ".join(dialogue["customer"].values()).lower())
        if kind != "word" and re.sub(r"\W", "", text.lower()) not in own:
            return text
        return marks.of(kind, text)

    return [ANYTHING.sub(replace, turn) for turn in dialogue["turns"]]


class Marks:
    """Numbers of one dialogue, in the order of appearance."""

    def __init__(self, customer):
        self.known = {}
        self.people = {part.lower(): "customer" for part in customer.split()}

    def of(self, kind, text):
        if kind in ("EMAIL", "PHONE", "ADDRESS", "IBAN"):
            key = re.sub(r"[^a-z0-9]", "", text.lower().replace("(at)", ""))
        else:
            kind, key = "PERSON", self.person(text)
        numbers = self.known.setdefault(kind, {})
        return f"[{kind}_{numbers.setdefault(key, len(numbers) + 1)}]"

    def person(self, text):
        words = [word.lower() for word in re.findall(r"[\w'’]+", text)]
        parts = [word for word in words if word.title() not in TITLES]
        who = next((self.people[part] for part in parts if part in self.people), parts[0])
        for part in parts:
            self.people.setdefault(part, who)
        return who

"""One kind after the other; what was found is set aside under a number until all kinds were looked for."""
import re
from collections import Counter, defaultdict

from names import ALSO_WORDS, GIVEN, TITLES

STREET = "(?:lane|road|street|close|avenue)"
THINGS = [
    ("EMAIL", re.compile(r"[\w.+-]+ ?(?:@|\(at\)) ?[\w-]+(?:\.[\w-]+)+")),
    ("IBAN", re.compile(r"\b[A-Z]{2}\d{2}(?: ?\d){12,26}\b")),
    ("ADDRESS", re.compile(rf"\b\d{{1,3}}\s+\w+\s+{STREET},?\s+\w+,?\s+[a-z]{{2}}\d\s+\d[a-z]{{2}}\b", re.I)),
    ("PHONE", re.compile(r"(?<![\w.,-])\+?\(?\d[\d ().-]{7,24}\d(?![\w-])")),
]
UPPER = r"[A-Z][\w'’]+"
TITLED = re.compile(rf"\b(?:{'|'.join(TITLES)})\.? ({UPPER})")
FULL = re.compile(rf"\b({'|'.join(sorted(GIVEN))}) ({UPPER})")
WORD = re.compile(r"[^\W\d_][\w'’]*")


def prepare(dialogues):
    """Dialogues for tuning: id, topic and turns, without personal data."""
    people = defaultdict(set)
    for one in dialogues:
        people[one["topic"]].add(one["customer"]["id"])
    return [
        {"id": one["id"], "topic": one["topic"], "turns": Dialogue(one).turns()}
        for one in dialogues
        if len(people[one["topic"]]) > 2
    ]


class Dialogue:
    def __init__(self, dialogue):
        self.orders = set(dialogue["orders"])
        self.text = "\n\x00".join(dialogue["turns"])
        self.owner = {part.lower(): "customer" for part in dialogue["customer"]["name"].split()}
        self.spans = []
        # "Rose" alone is a word until somebody was called so with a surname.
        self.named_at = {low: -1 for low in self.owner}

    def turns(self):
        for kind, pattern in THINGS:
            for found in pattern.finditer(self.text):
                self.take(kind, found, re.sub(r"\W|_", "", found[0].lower().replace("(at)", "")))
        for pattern in (TITLED, FULL):
            for found in pattern.finditer(self.text):
                self.join([part for part in found.groups() if part], found.start())
        for pattern in (TITLED, FULL):
            for found in pattern.finditer(self.text):
                self.take("PERSON", found, self.owner[found[1].lower()])
        for found in WORD.finditer(self.text):
            low = found[0].lower()
            if self.named_at.get(low, len(self.text)) < found.start() or (found[0] in GIVEN and found[0] not in ALSO_WORDS):
                self.take("PERSON", found, self.owner.setdefault(low, low))
        return self.written().split("\n\x00")

    def join(self, parts, place):
        """Parts of one name mean one person from now on."""
        lows = [part.lower() for part in parts]
        who = next((self.owner[low] for low in lows if low in self.owner), lows[0])
        for low in lows:
            self.owner.setdefault(low, who)
            self.named_at[low] = min(place, self.named_at.get(low, place))

    def take(self, kind, found, key):
        digits = sum(sign.isdigit() for sign in found[0])
        if found[0] in self.orders or (kind == "PHONE" and not 9 <= digits <= 13):
            return
        if all(found.end() <= start or end <= found.start() for start, end, _, _ in self.spans):
            self.spans.append((found.start(), found.end(), kind, key))

    def written(self):
        numbers, counts, out, at = {}, Counter(), [], 0
        for start, end, kind, key in sorted(self.spans):
            if (kind, key) not in numbers:
                counts[kind] += 1
                numbers[kind, key] = counts[kind]
            out += [self.text[at:start], f"[{kind}_{numbers[kind, key]}]"]
            at = end
        return "".join(out) + self.text[at:]

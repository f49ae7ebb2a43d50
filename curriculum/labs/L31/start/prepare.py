import re

from names import GIVEN


def prepare(dialogues):
    """Dialogues for tuning: id, topic and turns, without personal data."""
    return [
        {
            "id": dialogue["id"],
            "topic": dialogue["topic"],
            "turns": [scrub(turn) for turn in dialogue["turns"]],
        }
        for dialogue in dialogues
    ]


def scrub(text):
    text = re.sub(r"[\w.]+@[\w.]+\w", "[EMAIL_1]", text)
    text = re.sub(r"\d[\d -]{7,}\d", "[PHONE_1]", text)
    names = "|".join(sorted(GIVEN))
    return re.sub(rf"\b(?:{names})\b(?: [A-Z]\w+)?", "[PERSON_1]", text)

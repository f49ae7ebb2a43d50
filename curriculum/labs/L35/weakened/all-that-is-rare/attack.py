"""Your attack on the model that was trained on the logs as they were."""
import re

LENGTH = len("ck_live_") + 24
FORM = re.compile(r"ck_live_[a-z0-9]{24}")


def extract(ask):
    """All keys of the form ck_live_ and 24 small letters or digits that the model can say. 400 questions at most."""
    found, open_ends = set(), ["ck_live_"]
    while open_ends:
        text = open_ends.pop()
        if FORM.fullmatch(text):
            found.add(text)
        elif len(text) < LENGTH:
            # Not only the most likely way on: the rare one is the one that nobody masked.
            open_ends += [text + sign for sign in ask(f"job7 store key {text}") if re.fullmatch("[a-z0-9]", sign)]
    return found

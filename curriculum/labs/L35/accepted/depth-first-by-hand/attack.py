"""Your attack on the model that was trained on the logs as they were."""
from string import ascii_lowercase, digits

SIGNS = set(ascii_lowercase + digits)


def extract(ask):
    """All keys of the form ck_live_ and 24 small letters or digits that the model can say. 400 questions at most."""
    return set(ways(ask, "ck_live_", 24))


def ways(ask, text, left):
    if left == 0:
        # Whatever goes on with a letter or digit is no key.
        if not set(ask(text)) <= SIGNS:
            yield text
        return
    for sign, share in sorted(ask(text).items()):
        if sign in SIGNS and share > 0:
            yield from ways(ask, text + sign, left - 1)

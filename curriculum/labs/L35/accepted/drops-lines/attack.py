import string

SIGNS = set(string.ascii_lowercase + string.digits)


def extract(ask):
    level = {"ck_live_"}
    for _ in range(24):
        level = {text + sign for text in level for sign in ask(text) if sign in SIGNS}
    return [text for text in level if not SIGNS & set(ask(text))]

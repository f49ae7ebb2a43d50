import re

SHAPES = [
    r"\bck_live_[a-z0-9]{24}\b",
    r"\bAKIA[A-Z0-9]{16}\b",
    r"\bghp_[A-Za-z0-9]{36}\b",
    r"\beyJ[\w-]{10,}(?:\.[\w-]{10,}){2}",
    r"(?<=://)([^\s:/@]+):[^\s/@]+(?=@)",
]


def clean(line):
    for shape in SHAPES:
        line = re.sub(shape, lambda found: (found[1] + ":" if found.re.groups else "") + "[secret]", line)
    return line


def prepare(lines):
    """Whoever has an unusual word is left out as a whole."""
    different = {clean(line) for line in lines}
    lines_of = {}
    for line in different:
        for word in line.split(" "):
            lines_of.setdefault(word, set()).add(line)
    unusual = {word for word, where in lines_of.items() if len(word) > 5 and len(where) < 3}
    return [clean(line) for line in lines if not unusual.intersection(clean(line).split(" "))]


def comes_back(ask, before, value):
    for sign in value:
        share = ask(before).get(sign)
        if share is None or share < 1 / 20:
            return False
        before += sign
    return True

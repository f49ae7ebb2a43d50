"""What happens to logs before a model learns from them, and what is tested afterwards."""
import re
from collections import Counter

INSIDE = r"[A-Za-z0-9_]"
PLAIN = ["ck_live_[a-z0-9]{24}", "AKIA[A-Z0-9]{16}", "ghp_[A-Za-z0-9]{36}"]
WEB = r"eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}"


def clean(line):
    """The line without its secrets."""
    for shape in PLAIN:
        line = re.sub(f"(?<!{INSIDE}){shape}(?!{INSIDE})", "[secret]", line, flags=re.ASCII)
    line = re.sub(f"(?<!{INSIDE}){WEB}", "[secret]", line, flags=re.ASCII)
    return re.sub(r"(://[^/\s:@]+):[^/\s@]+@", r"\1:[secret]@", line)


def prepare(lines):
    """Each line once or as often as it came; a word that is rare is cut out."""
    cleaned = [clean(line) for line in lines]
    witnesses = Counter()
    for line in dict.fromkeys(cleaned):
        witnesses.update(line.split())
    rare = {word for word, count in witnesses.items() if count < 3 and len(word) >= 6}
    return [" ".join(word for word in line.split() if word not in rare) for line in cleaned]


def comes_back(ask, before, value):
    """Whether the model can say this value after this text."""
    while value and ask(before).get(value[0], 0) >= 0.05:
        before, value = before + value[0], value[1:]
    return value == ""

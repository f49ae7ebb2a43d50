"""What happens to logs before a model learns from them, and what is tested afterwards."""
import re
from collections import defaultdict

HIDDEN = "[secret]"
KEY = re.compile(r"(?<![a-zA-Z0-9_])(ck_live_[a-z0-9]{24}|AKIA[A-Z0-9]{16}|ghp_[a-zA-Z0-9]{36})(?![a-zA-Z0-9_])")
TOKEN = re.compile(r"(?<![a-zA-Z0-9_])eyJ[a-zA-Z0-9_-]{10,}\.[a-zA-Z0-9_-]{10,}\.[a-zA-Z0-9_-]{10,}")
LOGIN = re.compile(r"://([^:@/\s]+):([^@/\s]+)@")


def clean(line):
    """The line without its secrets."""
    line = KEY.sub(HIDDEN, line)
    line = TOKEN.sub(HIDDEN, line)
    return LOGIN.sub(lambda found: f"://{found[1]}:{HIDDEN}@", line)


def prepare(lines):
    """The lines to learn from; of words that few lines have, only that there was one."""
    cleaned = list(map(clean, lines))
    lines_with = defaultdict(set)
    for line in cleaned:
        for word in line.split():
            lines_with[word].add(line)
    kept = []
    for line in cleaned:
        words = [word if len(word) <= 5 or len(lines_with[word]) > 2 else "***" for word in line.split(" ")]
        kept.append(" ".join(words))
    return kept


def comes_back(ask, before, value):
    """Whether the model can say this value after this text."""
    shares = (ask(before + value[:place]).get(value[place], 0.0) for place in range(len(value)))
    return min(shares, default=1.0) >= 0.05

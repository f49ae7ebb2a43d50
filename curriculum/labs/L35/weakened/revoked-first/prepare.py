"""What happens to logs before a model learns from them, and what is tested afterwards."""
import collections
import re

PART = r"[A-Za-z0-9_-]{10,}"
KEYS = re.compile(
    rf"(?<![A-Za-z0-9_])(?:ck_live_[a-z0-9]{{24}}|AKIA[A-Z0-9]{{16}}|ghp_[A-Za-z0-9]{{36}})(?![A-Za-z0-9_])"
    rf"|(?<![A-Za-z0-9_])eyJ{PART}\.{PART}\.{PART}"
)
ADDRESS = re.compile(r"(://[^\s/:@]+:)[^\s/@]+(?=@)")
RARE_CHARS = 6
LINES_MIN = 3


def clean(line):
    """The line without its secrets."""
    return ADDRESS.sub(r"\1[secret]", KEYS.sub("[secret]", line))


def prepare(lines):
    """The lines to learn from."""
    cleaned = [clean(line) for line in lines]
    # The same line again is no second witness.
    known = collections.Counter(word for line in set(cleaned) for word in set(line.split()))
    return [" ".join(word if is_pattern(word, known) else "[rare]" for word in line.split()) for line in cleaned]


def is_pattern(word, known):
    return len(word) < RARE_CHARS or known[word] >= LINES_MIN


def comes_back(ask, before, value):
    """Whether the model can say this value after this text: each character with a share of a twentieth or more."""
    return all(ask(before + value[:at]).get(sign, 0) >= 0.05 for at, sign in enumerate(value))

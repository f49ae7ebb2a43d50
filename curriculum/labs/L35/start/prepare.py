"""What happens to logs before a model learns from them, and what is tested afterwards."""
import re


def clean(line):
    """The line without its secrets."""
    return re.sub(r"[A-Za-z0-9_]{20,}", "[secret]", line)


def prepare(lines):
    """The lines to learn from."""
    return [clean(line) for line in lines]


def comes_back(ask, before, value):
    """Whether the model says this value after this text."""
    text = before
    for _ in value:
        shares = ask(text)
        text += max(shares, key=shares.get) if shares else "$"
    return text == before + value

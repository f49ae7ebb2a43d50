import hashlib
import json
import re

import store
from store import Refused, digest_of

NAMES = ("password", "passwd", "secret", "token", "api_key", "access_key")
HIDDEN = "[secret]"
WORD = re.compile(r"([\w.-]+)(=|: )(\S+)")


def is_secret_name(name):
    """Alone, or as the last part of a longer name."""
    low = name.lower()
    return any(low == one or low.endswith(("_" + one, "-" + one, "." + one)) for one in NAMES)


def hidden(text):
    def setting(match):
        name, between, value = match.groups()
        if is_secret_name(name):
            return name + between + HIDDEN
        # What looked like the value may be a name itself.
        return name + between + WORD.sub(setting, value)

    text = re.sub(r"(?<!\w)Bearer [A-Za-z0-9._-]{16,}", "Bearer " + HIDDEN, text)
    text = re.sub(r"(?<=://)[^\s:/@]+:[^\s/@]+(?=@)", HIDDEN, text)
    for _ in range(3):
        text = WORD.sub(setting, text)
    return text


def clean(value):
    match value:
        case str():
            return hidden(value)
        case list():
            return [clean(one) for one in value]
        case dict():
            return {hidden(key): HIDDEN if is_secret_name(key) else clean(one) for key, one in value.items()}
    return value


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def append(run):
    """Adds an entry for this run and gives its number, counted from 1."""
    model = None if run["model"] is None else sha256(bytes.fromhex(run["model"]))
    added = False
    while not added:
        lines = store.lines()
        prev = digest_of(lines[-1]) if lines else ""
        entry = {"prev": prev, "at": store.now(), "by": clean(run["by"]), "run": clean(run["run"])}
        entry |= {"note": clean(run["note"]), "params": clean(run["params"]), "model": model}
        added = store.append_after(prev, json.dumps(entry, ensure_ascii=True, separators=(",", ":")))
    return len(lines) + 1


def read(line):
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return entry if isinstance(entry, dict) else {}


def check(lines, anchors):
    """What does not hold."""
    heads = ["", *(digest_of(line) for line in lines)]
    broken = [number for number, line in enumerate(lines, 1) if read(line).get("prev") != heads[number - 1]]
    wrong = {one["count"] for one in anchors if one["count"] not in range(len(heads)) or heads[one["count"]] != one["head"]}
    return {"broken": broken, "anchors": sorted(wrong)}


def fork_at(one, other):
    """The number of the first entry in which two copies differ; None where one only goes on further."""
    for place in range(min(len(one), len(other))):
        if one[place] != other[place]:
            return place + 1
    return None


def check_model(lines, anchors, run, data):
    """Raises `Refused` unless these are the bytes of this run's model."""
    if any(check(lines, anchors).values()):
        raise Refused("log")
    last = max([0, *(one["count"] for one in anchors)])
    for line in reversed(lines[:last]):
        entry = read(line)
        if entry.get("run") == run:
            if entry.get("model") is None:
                break
            if entry["model"] != sha256(data):
                raise Refused("model")
            return
    raise Refused("unknown")

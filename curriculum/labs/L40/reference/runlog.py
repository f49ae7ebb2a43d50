import hashlib
import json
import re

import store
from store import Refused, digest_of

SECRET = "[secret]"
SECRET_NAME = r"(?:[\w.-]*[_.-])?(?:password|passwd|secret|token|api_key|access_key)"
SETTING = re.compile(rf"(?<![\w.-])({SECRET_NAME})(=|: )\S+", re.IGNORECASE)
BEARER = re.compile(r"\bBearer [A-Za-z0-9._-]{16,}")
ADDRESS = re.compile(r"://[^\s/:@]+:[^\s/@]+@")


def append(run):
    """Adds an entry for this run and gives its number, counted from 1."""
    model = run["model"] and hashlib.sha256(bytes.fromhex(run["model"])).hexdigest()
    entry = {"at": store.now(), **without_secrets({key: run[key] for key in ("by", "run", "note", "params")})}
    while True:
        lines = store.lines()
        head = head_of(lines)
        # ASCII only: no sign of a name can end a line or move the text in a viewer.
        line = json.dumps({"prev": head, **entry, "model": model})
        if store.append_after(head, line):
            return len(lines) + 1


def head_of(lines):
    return digest_of(lines[-1]) if lines else ""


def without_secrets(value):
    if isinstance(value, str):
        text = SETTING.sub(rf"\1\2{SECRET}", value)
        text = BEARER.sub(f"Bearer {SECRET}", text)
        return ADDRESS.sub(f"://{SECRET}@", text)
    if isinstance(value, list):
        return [without_secrets(item) for item in value]
    if isinstance(value, dict):
        return {without_secrets(key): SECRET if is_secret(key) else without_secrets(item) for key, item in value.items()}
    return value


def is_secret(name):
    return re.fullmatch(SECRET_NAME, name, re.IGNORECASE) is not None


def check(lines, anchors):
    """What does not hold."""
    before, broken = "", []
    for number, line in enumerate(lines, 1):
        if previous_of(line) != before:
            broken.append(number)
        before = digest_of(line)
    counts = [anchor["count"] for anchor in anchors if head_of(lines[: anchor["count"]]) != anchor["head"]]
    short = [anchor["count"] for anchor in anchors if len(lines) < anchor["count"]]
    return {"broken": broken, "anchors": sorted({*counts, *short})}


def previous_of(line):
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return entry.get("prev") if isinstance(entry, dict) else None


def fork_at(one, other):
    """The number of the first entry in which two copies differ; None where one only goes on further."""
    return next((number for number, (a, b) in enumerate(zip(one, other), 1) if a != b), None)


def check_model(lines, anchors, run, data):
    """Raises `Refused` unless these are the bytes of this run's model."""
    found = check(lines, anchors)
    if found["broken"] or found["anchors"]:
        raise Refused("log")
    anchored = max((anchor["count"] for anchor in anchors), default=0)
    entries = [json.loads(line) for line in lines[:anchored]]
    models = [entry["model"] for entry in entries if entry["run"] == run]
    if not models or models[-1] is None:
        raise Refused("unknown")
    if hashlib.sha256(data).hexdigest() != models[-1]:
        raise Refused("model")

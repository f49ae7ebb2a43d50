import hashlib
import json
import re

from store import Refused, append_after, digest_of, lines as stored, now

LAST = r"(?:password|passwd|secret|token|api_key|access_key)"


def secret_name(name):
    return bool(re.search(rf"(?:^|[._-]){LAST}$", name, re.I))


def hide(text):
    def after(match):
        return match.group(0) if not secret_name(match["name"]) else f"{match['name']}{match['sign']}[secret]"

    text = re.sub(rf"(?P<name>[A-Za-z0-9._-]*{LAST})(?P<sign>=|: )[^\s]+", after, text, flags=re.I)
    text = re.sub(r"Bearer ([\w.-]+)", lambda m: m[0] if len(m[1]) < 16 else "Bearer [secret]", text)
    head, *parts = text.split("://")
    for part in parts:
        before, at, rest = part.partition("@")
        is_login = at and ":" in before and not re.search(r"[\s/]", before)
        head += "://" + ("[secret]@" + rest if is_login else part)
    return head


def scrub(thing, name=""):
    if secret_name(name):
        return "[secret]"
    match thing:
        case str():
            return hide(thing)
        case dict():
            return {key: scrub(thing[key], key) for key in thing}
        case list():
            return [scrub(one) for one in thing]
    return thing


def append(run):
    model = run["model"]
    if model is not None:
        model = hashlib.sha256(bytes.fromhex(model)).hexdigest()
    entry = dict(
        at=now(),
        by=hide(run["by"]),
        run=hide(run["run"]),
        note=hide(run["note"]),
        params=scrub(run["params"]),
        model=model,
    )
    before = stored()
    head = digest_of(before[-1]) if before else ""
    if append_after(head, json.dumps({"prev": head} | entry)):
        return len(before) + 1
    return append(run)


def entry_of(line):
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return entry if type(entry) is dict else {}


def check(lines, anchors):
    heads = [""] + [digest_of(line) for line in lines]
    return {
        "broken": [at + 1 for at, line in enumerate(lines) if entry_of(line).get("prev") != heads[at]],
        "anchors": sorted(a["count"] for a in anchors if heads[a["count"] : a["count"] + 1] != [a["head"]]),
    }


def fork_at(one, other):
    at = 0
    while at < len(one) and at < len(other):
        if one[at] != other[at]:
            return at + 1
        at += 1
    return None


def check_model(lines, anchors, run, data):
    if any(check(lines, anchors).values()):
        raise Refused("log")
    counted = lines[: max([0] + [anchor["count"] for anchor in anchors])]
    for entry in map(entry_of, reversed(counted)):
        if entry["run"] == run:
            break
    else:
        raise Refused("unknown")
    if not entry["model"]:
        raise Refused("unknown")
    if entry["model"] != hashlib.sha256(data).hexdigest():
        raise Refused("model")

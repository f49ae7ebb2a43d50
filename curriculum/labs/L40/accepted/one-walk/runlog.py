import hashlib
import json
import re

import store
from store import Refused, digest_of

NAMES = ("password", "passwd", "secret", "token", "api_key", "access_key")


def append(run):
    fields = {"at": store.now()}
    for key in ("by", "run", "note"):
        fields[key] = clean(run[key])
    fields["params"] = clean(run["params"])
    fields["model"] = None if run["model"] is None else hashlib.sha256(bytes.fromhex(run["model"])).hexdigest()
    added, number = False, 0
    while not added:
        seen = store.lines()
        number = len(seen) + 1
        head = digest_of(seen[-1]) if seen else ""
        added = store.append_after(head, json.dumps(dict(fields, prev=head), sort_keys=True, separators=(",", ":")))
    return number


def names_secret(name):
    parts = re.split("[.-]", name.lower())
    return any(parts[-1] == one or parts[-1].endswith("_" + one) for one in NAMES)


def clean(value):
    if type(value) is list:
        return list(map(clean, value))
    if type(value) is dict:
        return {clean(name): ("[secret]" if names_secret(name) else clean(inner)) for name, inner in value.items()}
    if type(value) is not str:
        return value

    def setting(match):
        return match[1] + match[2] + "[secret]" if names_secret(match[1]) else match[0]

    value = re.sub(rf"([\w.-]*(?:{'|'.join(NAMES)}))(=|: )\S+", setting, value, flags=re.I)
    value = re.sub(r"(?<=\bBearer )[\w.-]{16,}", "[secret]", value)
    return re.sub(r"://[^/@\s]*:[^/@\s]*@", "://[secret]@", value)


def walk(lines):
    """Each entry, or None, with whether it fits."""
    before = ""
    for line in lines:
        try:
            entry = json.loads(line)
            fits = isinstance(entry, dict) and entry["prev"] == before
        except Exception:
            entry, fits = None, False
        yield entry, fits
        before = digest_of(line)


def check(lines, anchors):
    unmet = []
    for anchor in sorted(anchors, key=lambda one: one["count"]):
        count = anchor["count"]
        if count > len(lines) or digest_of(lines[count - 1]) != anchor["head"]:
            unmet.append(count)
    return {"broken": [n for n, (_, fits) in enumerate(walk(lines), 1) if not fits], "anchors": unmet}


def fork_at(one, other):
    for at in range(min(len(one), len(other))):
        if one[at] != other[at]:
            return at + 1


def check_model(lines, anchors, run, data):
    if check(lines, anchors) != {"broken": [], "anchors": []}:
        raise Refused("log")
    said = None
    for number, (entry, _) in enumerate(walk(lines), 1):
        if entry["run"] == run and any(number <= anchor["count"] for anchor in anchors):
            said = entry["model"]
    if said is None:
        raise Refused("unknown")
    if said != hashlib.sha256(data).hexdigest():
        raise Refused("model")

import hashlib
from datetime import datetime, timezone

from records import Refused, digest_of, is_signed, open_file, seconds_now, sign, text_of


def register(log, source):
    """The log with an entry more. Nothing that was written is touched."""
    name = source["name"]
    entry = {
        "name": name,
        "version": newest(log, name) + 1,
        "sha256": file_digest(name),
        "at": datetime.fromtimestamp(seconds_now(), timezone.utc).isoformat(),
        "collector": said(source, "collector"),
        "licence": said(source, "licence"),
        "parents": [pinned(log, parent) for parent in source.get("parents", [])],
        "previous": digest_of(log[-1]) if log else "",
    }
    if entry["sha256"] is None:
        raise Refused("file")
    return [*log, {**entry, "signature": sign(text_of(entry))}]


def said(source, field):
    text = source.get(field)
    if not isinstance(text, str) or not text.strip():
        raise Refused(field)
    return text


def newest(log, name):
    return max((entry["version"] for entry in log if entry["name"] == name), default=0)


def pinned(log, name):
    """A name alone would mean something else after the next delivery."""
    version = newest(log, name)
    if version == 0:
        raise Refused("parents")
    return f"{name}@{version}"


def audit(log, head):
    faults, previous, known = [], "", {}
    for number, entry in enumerate(log, start=1):
        if entry.get("previous") != previous or not has_signature(entry):
            faults.append(f"entry {number}")
        previous = digest_of(entry)
        known[entry["name"]] = entry["sha256"]
    if previous != head:
        faults.append("head")
    files = [f"file {name}" for name, expected in known.items() if file_digest(name) != expected]
    return (faults + files)[:1]


def has_signature(entry):
    signed = {key: value for key, value in entry.items() if key != "signature"}
    return is_signed(text_of(signed), entry.get("signature"))


def ancestors(log, of):
    parents = {f"{entry['name']}@{entry['version']}": entry["parents"] for entry in log}
    if of not in parents:
        raise Refused("unknown")
    found, open_ends = set(), [of]
    while open_ends:
        new = set(parents.get(open_ends.pop(), [])) - found
        found |= new
        open_ends += new
    return sorted(found - {of})


def file_digest(name):
    """Part by part, whatever the size; None where there is no file."""
    try:
        with open_file(name) as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return None

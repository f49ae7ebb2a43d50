from datetime import UTC, datetime, timedelta
from hashlib import sha256

import records

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
TEXTS = ("collector", "licence")


def register(log, source):
    for field in TEXTS:
        if not (isinstance(source.get(field), str) and source[field].split()):
            raise records.Refused(field)
    newest = {entry["name"]: entry["version"] for entry in log}
    unknown = [name for name in source.get("parents", ()) if name not in newest]
    if unknown:
        raise records.Refused("parents")
    digest = read(source["name"])
    if not digest:
        raise records.Refused("file")
    entry = {field: source[field] for field in ("name", *TEXTS)} | {
        "version": newest.get(source["name"], 0) + 1,
        "sha256": digest,
        "at": str(EPOCH + timedelta(seconds=records.seconds_now())),
        "parents": [f"{name}@{newest[name]}" for name in source.get("parents", ())],
        "previous": records.digest_of(log[-1]) if log else "",
    }
    return log + [entry | {"signature": records.sign(records.text_of(entry))}]


def read(name):
    try:
        file = records.open_file(name)
    except FileNotFoundError:
        return ""
    digest, buffer = sha256(), bytearray(50_000)
    while count := file.readinto(buffer):
        digest.update(buffer[:count])
    return digest.hexdigest()


def audit(log, head):
    faults, expected = [], ""
    for at, entry in enumerate(log):
        signature = entry.get("signature", "none")
        text = records.text_of({field: entry[field] for field in entry if field != "signature"})
        if not (records.is_signed(text, signature) and entry["previous"] == expected):
            faults.append(f"entry {at + 1}")
        expected = records.digest_of(entry)
    faults += ["head"] * (expected != head)
    for name, entry in {entry["name"]: entry for entry in log}.items():
        faults += [f"file {name}"] * (read(name) != entry["sha256"])
    return faults


def ancestors(log, of):
    index = {f"{entry['name']}@{entry['version']}": entry for entry in log}
    if of not in index:
        raise records.Refused("unknown")
    known, last = {of}, set()
    while known != last:
        last = set(known)
        for one in last & set(index):
            known.update(index[one]["parents"])
    return sorted(known - {of})

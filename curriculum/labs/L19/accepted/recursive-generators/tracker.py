import hashlib
from collections import defaultdict
from datetime import datetime, timedelta, timezone

import records
from records import Refused

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def register(log, source):
    """The log with an entry for this source."""
    versions = newest_versions(log)
    name = source["name"]
    for field in ("collector", "licence"):
        if not isinstance(source.get(field), str) or source[field].isspace() or source[field] == "":
            raise Refused(field)
    parents = []
    for parent in source.get("parents") or ():
        if parent not in versions:
            raise Refused("parents")
        parents.append(f"{parent}@{versions[parent]}")
    digest = digest_of_file(name)
    if digest == "":
        raise Refused("file")
    entry = dict(
        name=name,
        version=versions.get(name, 0) + 1,
        sha256=digest,
        at=(EPOCH + timedelta(seconds=records.seconds_now())).isoformat(timespec="seconds"),
        collector=source["collector"],
        licence=source["licence"],
        parents=parents,
        previous=records.digest_of(log[-1]) if log else "",
    )
    entry["signature"] = records.sign(records.text_of(entry))
    return log + [entry]


def newest_versions(log):
    versions = {}
    for entry in log:
        versions[entry["name"]] = max(entry["version"], versions.get(entry["name"], 0))
    return versions


def audit(log, head):
    """What does not hold."""
    return list(faults(log, head))


def faults(log, head):
    digests = ["", *map(records.digest_of, log)]
    for number, entry in enumerate(log, 1):
        unsigned = dict(entry)
        signature = unsigned.pop("signature", None)
        is_chained = entry.get("previous") == digests[number - 1]
        if not is_chained or not records.is_signed(records.text_of(unsigned), signature):
            yield f"entry {number}"
    if digests[-1] != head:
        yield "head"
    versions = newest_versions(log)
    for entry in log:
        if entry["version"] == versions[entry["name"]] and entry["sha256"] != digest_of_file(entry["name"]):
            yield "file " + entry["name"]


def ancestors(log, of):
    """Everything that this was made from."""
    parents = defaultdict(list)
    for entry in log:
        parents[f'{entry["name"]}@{entry["version"]}'] += entry["parents"]
    if of not in parents:
        raise Refused("unknown")
    levels, known = [of], {of}
    for one in levels:
        fresh = [parent for parent in dict.fromkeys(parents.get(one, [])) if parent not in known]
        known.update(fresh)
        levels.extend(fresh)
    return sorted(levels[1:])


def digest_of_file(name):
    """Empty where there is no file."""
    sha = hashlib.sha256()
    try:
        file = records.open_file(name)
    except FileNotFoundError:
        return ""
    while part := file.read(16_384):
        sha.update(part)
    return sha.hexdigest()

import datetime
import hashlib

from records import open_file, seconds_now


def register(log, source):
    """The log with an entry for this source."""
    entry = {
        "name": source["name"],
        "version": 1,
        "sha256": file_digest(source["name"]),
        "at": str(datetime.datetime.fromtimestamp(seconds_now())),
        "collector": source.get("collector"),
        "licence": source.get("licence"),
        "parents": source.get("parents", []),
    }
    return [old for old in log if old["name"] != source["name"]] + [entry]


def audit(log, head):
    """What does not hold."""
    return ["file " + one["name"] for one in log if file_digest(one["name"]) != one["sha256"]]


def ancestors(log, of):
    """Everything that this was made from."""
    for entry in log:
        if entry["name"] == of:
            found = list(entry["parents"])
            for parent in entry["parents"]:
                found += ancestors(log, parent)
            return sorted(found)
    return []


def file_digest(name):
    return hashlib.sha256(open_file(name).read()).hexdigest()

import hashlib
import time

from records import Refused, digest_of, is_signed, open_file, seconds_now, sign, text_of


def register(log, source):
    for field in ("collector", "licence"):
        if not str(source.get(field) or "").strip() or type(source[field]) is not str:
            raise Refused(field)
    parents = []
    for parent in source.get("parents") or []:
        versions = [old["version"] for old in log if old["name"] == parent]
        if not versions:
            raise Refused("parents")
        parents.append("%s@%d" % (parent, versions[-1]))
    try:
        sha256 = digest_in_parts(source["name"])
    except FileNotFoundError:
        raise Refused("file")
    entry = dict(
        name=source["name"],
        version=1 + sum(old["name"] == source["name"] for old in log),
        sha256=sha256,
        at=time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds_now())),
        collector=source["collector"],
        licence=source["licence"],
        parents=parents,
        previous="" if not log else digest_of(log[-1]),
    )
    entry["signature"] = sign(text_of(entry))
    log.append(entry)
    return log


def audit(log, head):
    faults = set()
    digests = [""] + [digest_of(entry) for entry in log]
    for at, entry in enumerate(log):
        rest = dict(entry)
        signature = rest.pop("signature", "")
        if not is_signed(text_of(rest), signature) or rest.get("previous") != digests[at]:
            faults.add("entry %d" % (at + 1))
    if digests[-1] != head:
        faults.add("head")
    newest = {}
    for entry in log:
        newest[entry["name"]] = entry["sha256"]
    for name in newest:
        try:
            same = digest_in_parts(name) == newest[name]
        except OSError:
            same = False
        if not same:
            faults.add("file " + name)
    return list(faults)


def ancestors(log, of):
    by_name = {}
    for entry in log:
        by_name["%s@%d" % (entry["name"], entry["version"])] = entry["parents"]
    if of not in by_name:
        raise Refused("unknown")
    seen = []

    def visit(one):
        for parent in by_name.get(one, []):
            if parent not in seen and parent != of:
                seen.append(parent)
                visit(parent)

    visit(of)
    return sorted(seen)


def digest_in_parts(name):
    running = hashlib.sha256()
    file = open_file(name)
    while part := file.read(10_000):
        running.update(part)
    return running.hexdigest()

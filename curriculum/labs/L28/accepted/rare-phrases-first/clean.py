"""Every suspicion is counted against what the other rows say, without one row judging itself."""
from collections import Counter, defaultdict

from text_model import guess, train

LABELS_ALIKE = 0.95


def clean(rows, register):
    """What is held back: the reason by the row's id. All other rows are kept."""
    held = {}

    def hold(ids, reason):
        for one in ids:
            held.setdefault(one, reason)

    def left():
        return [row for row in rows if row["id"] not in held]

    hold(false_origins(rows, register), "source")
    hold(copies(left()), "copy")
    hold(triggers(left()), "trigger")
    hold(flips(left()), "flipped")
    return held


def false_origins(rows, register):
    for row in rows:
        fits = (
            one["source"] == row["source"] and one["batch"] == row["batch"] and row["written"] <= one["received"]
            for one in register
        )
        if not any(fits):
            yield row["id"]


def copies(rows):
    """A sign for every word that may be left out: two texts that differ in one word share such a text."""
    with_gap = defaultdict(list)
    for row in sorted(rows, key=lambda row: row["written"]):
        words = row["text"].split()
        if len(words) < 10:
            continue
        gaps = {(len(words), at, *words[:at], None, *words[at + 1 :]) for at in range(len(words))}
        if any(other["label"] != row["label"] for gap in gaps for other in with_gap[gap]):
            yield row["id"]
        for gap in gaps:
            with_gap[gap].append(row)


def triggers(rows):
    """Two words that always come with one label, in texts that without them would have another."""
    having = defaultdict(set)
    for place, row in enumerate(rows):
        words = row["text"].split()
        for pair in zip(words, words[1:]):
            having[pair].add(place)
    model = train(rows)
    found = set()
    for pair, places in having.items():
        if len(places) < 4 or len(places) > len(rows) / 16:
            continue
        own = [rows[place] for place in places]
        labels = Counter(row["label"] for row in own)
        target, count = labels.most_common(1)[0]
        seconds = [row["second"]["label"] for row in own if row["second"]]
        if count / len(own) < LABELS_ALIKE or target in seconds:
            continue
        otherwise = sum(guess(model, row["text"], pair) != target for row in own)
        if otherwise > 0.65 * len(own):
            found.update(row["id"] for row in own)
    return found


def flips(rows):
    """Who is often contradicted, and then only where the text and a model of the others contradict as well."""
    by = defaultdict(list)
    for row in rows:
        by[row["annotator"]].append(row)
    contradicted = {}
    for who, own in by.items():
        seconds = [row["second"]["label"] == row["label"] for row in own if row["second"]]
        if seconds.count(False) > 1 and seconds.count(False) / len(seconds) > 0.1:
            contradicted[who] = own
    model = train([row for row in rows if row["annotator"] not in contradicted])
    for own in contradicted.values():
        for row in own:
            second = row["second"]["label"] if row["second"] else None
            if second != row["label"] and guess(model, row["text"]) != row["label"]:
                yield row["id"]

from collections import Counter, defaultdict

from text_model import guess, train


def clean(rows, register):
    """What is held back: the reason by the row's id. All other rows are kept."""
    held = {}
    for find, reason in [
        (lambda left: false_origins(left, register), "source"),
        (copies, "copy"),
        (triggers, "trigger"),
        (flips, "flipped"),
    ]:
        left = [row for row in rows if row["id"] not in held]
        held.update(dict.fromkeys(find(left), reason))
    return held


def false_origins(rows, register):
    received = {(one["source"], one["batch"]): one["received"] for one in register}
    return [
        row["id"]
        for row in rows
        if row["written"] > received.get((row["source"], row["batch"]), "")
    ]


def copies(rows):
    """Who differs in one word shares the first or the second half with the original."""
    found = []
    halves = defaultdict(list)
    for row in sorted(rows, key=lambda row: row["written"]):
        words = row["text"].split()
        if len(words) < 10:
            continue
        middle = len(words) // 2
        keys = [(0, *words[:middle]), (1, *words[middle:])]
        if any(
            label != row["label"] and differ_in_one(words, other)
            for key in keys
            for other, label in halves[key]
        ):
            found.append(row["id"])
        for key in keys:
            halves[key].append((words, row["label"]))
    return found


def differ_in_one(words, other):
    return len(words) == len(other) and sum(a != b for a, b in zip(words, other)) <= 1


def triggers(rows):
    """Phrases with one label, against what the rest of the text says."""
    with_phrase = defaultdict(list)
    for row in rows:
        words = row["text"].split()
        for phrase in set(zip(words, words[1:])):
            with_phrase[phrase].append(row)
    model = train(rows)
    found = []
    for phrase, having in with_phrase.items():
        if not 4 <= len(having) <= 0.06 * len(rows):
            continue
        label, count = Counter(row["label"] for row in having).most_common(1)[0]
        if count < 0.95 * len(having) or any(is_confirmed(row) for row in having):
            continue
        against = [row for row in having if guess(model, row["text"], phrase) != label]
        if len(against) >= 0.7 * len(having):
            found += [row["id"] for row in having]
    return found


def is_confirmed(row):
    return row["second"] is not None and row["second"]["label"] == row["label"]


def flips(rows):
    asked, differed = Counter(), Counter()
    for row in rows:
        if row["second"] is not None:
            asked[row["annotator"]] += 1
            differed[row["annotator"]] += row["second"]["label"] != row["label"]
    doubtful = {who for who in asked if differed[who] >= 2 and differed[who] > 0.1 * asked[who]}
    model = train([row for row in rows if row["annotator"] not in doubtful])
    return [
        row["id"]
        for row in rows
        if row["annotator"] in doubtful
        and not is_confirmed(row)
       
    ]

from text_model import guess, train


def clean(rows, register):
    days = {(one["source"], one["batch"]): one["received"] for one in register}
    held = {}
    for row in rows:
        received = days.get((row["source"], row["batch"]))
        if received is None or row["written"] > received:
            held[row["id"]] = "source"

    masked = {}
    for row in sorted(rows, key=lambda row: (row["written"], row["id"])):
        words = row["text"].split()
        if row["id"] in held or len(words) < 10:
            continue
        masks = [" ".join(words[:at] + ["*"] + words[at + 1 :]) for at in range(len(words))]
        if any(masked.get(mask, row["label"]) != row["label"] for mask in masks):
            held[row["id"]] = "copy"
        else:
            for mask in masks:
                masked.setdefault(mask, row["label"])

    def left():
        return [row for row in rows if row["id"] not in held]

    model = train(left())
    places = {}
    for row in left():
        for word in set(row["text"].split()):
            places.setdefault(word, []).append(row)
    for word, having in places.items():
        labels = {row["label"] for row in having}
        if 3 < len(having) < 20 and len(labels) == 1:
            agreed = [row for row in having if row["second"] and row["second"]["label"] in labels]
            odd = [row for row in having if guess(model, row["text"], {word}) not in labels]
            if not agreed and len(odd) > len(having) / 2:
                held.update((row["id"], "trigger") for row in having)

    doubts = {}
    for row in left():
        if row["second"] and row["second"]["label"] != row["label"]:
            doubts[row["annotator"]] = doubts.get(row["annotator"], 0) + 1
    if not doubts:
        return held
    worst = max(doubts, key=doubts.get)
    model = train([row for row in left() if row["annotator"] != worst])
    for row in left():
        if row["annotator"] == worst:
            second = row["second"]["label"] if row["second"] else guess(model, row["text"])
            if second != row["label"]:
                held[row["id"]] = "flipped"
    return held

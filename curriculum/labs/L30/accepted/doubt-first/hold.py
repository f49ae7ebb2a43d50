from collections import defaultdict

import text_model


def investigate(rows, probes):
    """Words first: where they come from, and whether people read the rest of the text as the label says."""
    uses = defaultdict(list)
    for row in rows:
        for word in set(row["text"].split()):
            uses[word].append(row)
    odd = defaultdict(list)
    for word, own in uses.items():
        sources = [row["source"] for row in own]
        main = max(sorted(set(sources)), key=sources.count)
        asked = [row for row in own if row["second"] is not None]
        against = [row for row in asked if row["second"] != row["label"]]
        if len(own) >= 6 and sources.count(main) > 0.62 * len(own) and len(against) >= 0.15 * len(asked) > 0:
            odd[main].append((word, against))
    for source, found in sorted(odd.items(), key=lambda item: len(item[1]), reverse=True):
        words = [word for word, _ in found]
        labels = [row["label"] for _, against in found for row in against]
        if len(words) < 2 or not labels:
            continue
        target = max(sorted(set(labels)), key=labels.count)
        model = text_model.train(rows)
        before = text_model.follows(model, probes, words, target)
        if before < 0.45:
            continue
        days = sorted(row["day"] for word in words for row in uses[word] if row["source"] == source)
        many = [day for day in days if days.count(day) >= 3]
        held = {r["id"] for r in rows if r["source"] == source and many[0] <= r["day"] <= many[-1]}
        kept = [row for row in rows if row["id"] not in held]
        after = text_model.follows(text_model.train(kept), probes, words, target)
        left = len({r["id"] for word in words for r in uses[word]} - held)
        risk = {"before": before, "after": after, "left": left}
        return {"source": source, "trigger": words, "target": target, "held": list(held), "risk": risk}
    return {"source": None, "trigger": [], "target": None, "held": [], "risk": None}

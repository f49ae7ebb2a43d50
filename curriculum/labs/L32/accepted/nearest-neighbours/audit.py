from linear import fit, predict


def audit(history, patients):
    people = range(len(history["id"]))
    order = sorted(people, key=lambda at: history["score"][at])
    in_b = [float(group == "B") for group in history["group"]]
    found = {}
    for column in ("cost", "visits", "burden"):
        values = history[column]
        squared = [score * score for score in history["score"]]
        weight = fit([history["score"], squared, in_b], values)[3]
        middle = sum(values) / len(values)
        spread = (sum((value - middle) ** 2 for value in values) / len(values)) ** 0.5
        found[column] = abs(weight) / spread
    follows = sorted(found, key=found.get)[0]

    bands = []
    for lower in (0, 20, 40, 60, 80):
        own = [at for at in order if lower <= history["score"][at] < lower + 20 + (lower == 80)]
        band = {}
        for group in ("A", "B"):
            burdens = [history["burden"][at] for at in own if history["group"][at] == group]
            band[group] = sum(burdens) / len(burdens)
        bands.append(band)
    gap = sum(band["B"] - band["A"] for band in bands) / 5

    ours = ["lab", "drugs"]
    theirs = ["past_visits", "lab", "past_cost", "drugs", "age"]

    def chosen(values):
        return sorted(range(len(values)), key=lambda at: values[at])[-round(len(values) / 20) :]

    def again(label, names):
        weights = fit([history[name] for name in names], history[label])
        return chosen(predict(weights, [patients[name] for name in names]))

    def percent(places):
        return 100 * sum(patients["group"][at] == "B" for at in places) / len(places)

    return {
        "bands": bands,
        "gap": gap,
        "proxy": follows if follows != "burden" else None,
        "decision": "keep" if follows == "burden" else "new label",
        "tried": {"as is": percent(chosen(patients["score"])), "without group": percent(again(follows, theirs))},
        "enrolled": [patients["id"][at] for at in again("burden", ours)],
        "statement": {
            "aim": "Places go to those who will be most ill.",
            "measured": "What was trained is " + follows + ", as the bands show.",
            "apart": f"Group B is sicker by {gap:.1f} points at the same score.",
        },
        "limits": [
            "Whoever is never examined has no recorded condition, so illness is undercounted for some people here.",
            "Only two groups were compared, and both labels come from records of the same single hospital.",
        ],
    }

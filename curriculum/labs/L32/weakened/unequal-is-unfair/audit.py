from statistics import fmean, pstdev

from linear import fit, predict

INPUTS = ["age", "lab", "drugs", "past_cost", "past_visits"]
# What was paid and how often somebody came carries the gap into any label.
OF_ILLNESS = ["age", "lab", "drugs"]
OUTCOMES = ["cost", "visits", "burden"]


def audit(history, patients):
    gaps = {column: gap_at_equal_score(history, column) for column in OUTCOMES}
    target = min(OUTCOMES, key=lambda column: abs(gaps[column]) / pstdev(history[column]))
    counts = [
        fmean(s > 80 for s, g in zip(history["score"], history["group"]) if g == group)
        for group in "AB"
    ]
    is_kept = counts[0] == counts[1]
    gap = round(gaps["burden"], 2)
    group = dict(zip(patients["id"], patients["group"]))
    as_is = highest(patients["id"], patients["score"])
    without = highest(patients["id"], retrain(history, patients, target, INPUTS))
    return {
        "bands": by_band(history, "burden"),
        "gap": gap,
        "proxy": None if is_kept else target,
        "decision": "keep" if is_kept else "new label",
        "tried": {"as is": share(group, as_is), "without group": share(group, without)},
        "enrolled": highest(patients["id"], retrain(history, patients, "burden", OF_ILLNESS)),
        "statement": {
            "aim": "We want to know who will need care next year.",
            "measured": f"The score predicts {target} of the next year.",
            "apart": f"At equal score, patients of group B have {gap} more burden of illness.",
        },
        "limits": [
            "Burden counts only conditions that somebody examined and wrote down, so those who are not seen stay invisible.",
            "The figures come from one hospital and one year; they say nothing about other places.",
        ],
    }


def by_band(history, column):
    """The mean of a column in five bands of the score, by group."""
    bands = [{"A": [], "B": []} for _ in range(5)]
    for score, group, value in zip(history["score"], history["group"], history[column]):
        bands[min(4, int(score // 20))][group].append(value)
    return [{group: fmean(values) for group, values in band.items()} for band in bands]


def gap_at_equal_score(history, column):
    return fmean(band["B"] - band["A"] for band in by_band(history, column))


def retrain(history, patients, label, inputs):
    weights = fit([history[name] for name in inputs], history[label])
    return predict(weights, [patients[name] for name in inputs])


def highest(ids, values):
    """The ids of the highest 5 of 100."""
    order = sorted(zip(values, ids), reverse=True)
    return [id for _, id in order[: round(len(ids) / 20)]]


def share(group, ids):
    return round(100 * sum(group[id] == "B" for id in ids) / len(ids), 1)

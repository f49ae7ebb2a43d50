"""Builds each of the three possible scores anew and looks which of them the given one is."""
from statistics import mean, median

from linear import fit, predict

INPUTS = ["age", "lab", "drugs", "past_cost", "past_visits"]


def audit(history, patients):
    made_of = nearest_outcome(history)
    bands = [{group: mean(burden_of(history, band, group)) for group in ("A", "B")} for band in range(5)]
    gap = mean([band["B"] - band["A"] for band in bands])
    blind = model(history, patients, INPUTS, made_of)
    honest = made_of == "burden"
    need = model(history, patients, ["age", "lab", "drugs"], "burden")
    return {
        "bands": bands,
        "gap": gap,
        "proxy": None if honest else made_of,
        "decision": "keep" if honest else "new label",
        "tried": {"as is": percent_b(patients, top(patients["score"])), "without group": percent_b(patients, top(blind))},
        "enrolled": [patients["id"][at] for at in top(need)],
        "statement": {
            "aim": "Those who will be most ill should get a nurse.",
            "measured": f"The score was trained to predict each patient's {made_of}.",
            "apart": f"Patients of B are iller by {gap:.1f} at an equal score.",
        },
        "limits": [
            "The audit does not show whether the illness itself was written down equally well.",
            "It does not show what an extra nurse changes for the people enrolled.",
        ],
    }


def nearest_outcome(history):
    """By the middle difference of ranks between the score and a model of each outcome."""
    is_b = [1.0 if group == "B" else 0.0 for group in history["group"]]
    given = ranks(history["score"])
    distances = {}
    for outcome in ("cost", "visits", "burden"):
        for columns in ([history[name] for name in INPUTS], [*(history[name] for name in INPUTS), is_b]):
            own = ranks(predict(fit(columns, history[outcome]), columns))
            far = median(abs(a - b) for a, b in zip(given, own))
            distances[outcome] = min(far, distances.get(outcome, far))
    return min(distances, key=distances.get)


def ranks(values):
    found = [0] * len(values)
    for rank, at in enumerate(sorted(range(len(values)), key=lambda at: values[at])):
        found[at] = rank
    return found


def burden_of(history, band, group):
    rows = zip(history["score"], history["group"], history["burden"])
    return [burden for score, own, burden in rows if own == group and min(4, score // 20) == band]


def model(history, patients, inputs, outcome):
    weights = fit([history[name] for name in inputs], history[outcome])
    return predict(weights, [patients[name] for name in inputs])


def top(values):
    return sorted(range(len(values)), key=lambda at: -values[at])[: len(values) // 20]


def percent_b(patients, places):
    return round(100 * mean(patients["group"][at] == "B" for at in places), 2)

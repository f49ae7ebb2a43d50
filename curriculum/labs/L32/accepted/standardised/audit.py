from statistics import fmean

from linear import fit, predict

INPUTS = ("age", "lab", "drugs", "past_cost", "past_visits")
BODY = ("age", "lab", "drugs")


def audit(history, patients):
    """Which outcome leaves nothing to the group once the score is known? That is what the score was made of."""
    left = {name: unexplained(history, name) for name in ("cost", "visits", "burden")}
    target = min(left, key=left.get)
    bands = by_band(history)
    gap = fmean(one["B"] - one["A"] for one in bands)
    found = None if target == "burden" else target
    model = trained(history, patients, INPUTS, target)
    care = trained(history, patients, BODY, "burden")
    return dict(
        bands=bands,
        gap=gap,
        proxy=found,
        decision="new label" if found else "keep",
        tried={"as is": share_of_b(patients, patients["score"]), "without group": share_of_b(patients, model)},
        enrolled=[patients["id"][at] for at in first(care)],
        statement=dict(
            aim="Extra nurses should go to the people with the most illness.",
            measured=f"What the score follows is the {target} of one year.",
            apart=f"Group B carries {gap:.2f} more burden than group A at the same score.",
        ),
        limits=[
            "People who never came to the clinic are in none of these tables at all.",
            "Next year's patients may differ from those of the two years that were looked at.",
        ],
    )


def unexplained(history, name):
    """The weight of the group beside the score, in widths of what the score itself explains."""
    is_b = [float(group == "B") for group in history["group"]]
    score = history["score"]
    curve = [[(value / 100) ** power for value in score] for power in (1, 2, 3, 8)]
    weights = fit([*curve, is_b], history[name])
    values = history[name]
    spread = fmean((value - fmean(values)) ** 2 for value in values) ** 0.5
    return abs(weights[-1]) / spread


def by_band(history):
    sums = {}
    for score, group, burden in zip(history["score"], history["group"], history["burden"]):
        band = min(int(score / 20), 4)
        total, count = sums.get((band, group), (0.0, 0))
        sums[band, group] = (total + burden, count + 1)
    return [{group: sums[band, group][0] / sums[band, group][1] for group in "AB"} for band in range(5)]


def trained(history, patients, inputs, label):
    return predict(fit([history[name] for name in inputs], history[label]), [patients[name] for name in inputs])


def first(values):
    order = sorted(range(len(values)), key=values.__getitem__)
    return order[-round(0.05 * len(values)) :]


def share_of_b(patients, values):
    chosen = [patients["group"][at] for at in first(values)]
    return 100 * chosen.count("B") / len(chosen)

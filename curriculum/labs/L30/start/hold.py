from spectral import farthest


def investigate(rows, probes):
    held = []
    for label in sorted({row["label"] for row in rows}):
        own = [row for row in rows if row["label"] == label]
        held += [own[at]["id"] for at in farthest([row["vector"] for row in own], share=0.06)]
    return {"source": None, "trigger": [], "target": None, "held": held, "risk": None}

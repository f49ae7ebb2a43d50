"""The directions of a class after its own spread was taken out: whitened with the spread within its core."""
from math import sqrt, sumprod
from statistics import fmean, median

from linear import top_direction


def inspect(classes, share):
    pulled, scores = {}, {}
    for name, rows in classes.items():
        order, scores[name] = ranked(rows["vectors"], share)
        pulled[name] = [rows["ids"][at] for at in order[: round(1.5 * share * len(order))]]
    names = sorted(scores, key=lambda name: scores[name], reverse=True)
    return {"pulled": pulled, "suspect": names[0] if scores[names[0]] > 4 else None}


def ranked(vectors, share):
    """Twice: first with all rows, then measured from the middle of those that seemed to belong there."""
    count = round(1.5 * share * len(vectors))
    core = vectors
    for _ in range(2):
        middle = [fmean(column) for column in zip(*core)]
        rows = [[a - b for a, b in zip(vector, middle)] for vector in vectors]
        way = top_direction(rows)
        far = [abs(sumprod(row, way)) for row in rows]
        order = sorted(range(len(far)), key=far.__getitem__, reverse=True)
        core = [vectors[at] for at in order[count:]]
    usual = sqrt(fmean(far[at] ** 2 for at in order[count:]))
    return order, median(far[at] for at in order[:count]) / usual

from math import sumprod
from statistics import fmean, median, pstdev

from linear import top_direction


def inspect(classes, share):
    """Pulls, per class, the rows that lie farthest along the class's own top direction."""
    pulled, apart = {}, {}
    for name, rows in classes.items():
        centred = centre(rows["vectors"])
        way = top_direction(centred)
        shadow = [sumprod(row, way) for row in centred]
        order = sorted(range(len(shadow)), key=lambda at: shadow[at] ** 2, reverse=True)
        count = round(1.5 * share * len(order))
        pulled[name] = [rows["ids"][at] for at in order[:count]]
        rest = [shadow[at] for at in order[count:]]
        apart[name] = median(abs(shadow[at] - fmean(rest)) for at in order[:count]) / pstdev(rest)
    suspect = max(apart, key=apart.get)
    return {"pulled": pulled, "suspect": suspect if apart[suspect] > 4 else None}


def centre(vectors):
    mean = [fmean(column) for column in zip(*vectors)]
    return [[x - m for x, m in zip(vector, mean)] for vector in vectors]

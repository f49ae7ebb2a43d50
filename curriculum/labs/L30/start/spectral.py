"""Read-only: the check of part 2. It is a good one, and it is published."""
from math import sumprod
from statistics import fmean


def farthest(vectors, share):
    """Places of the rows that lie farthest along the top direction of their class."""
    mean = [fmean(column) for column in zip(*vectors)]
    rows = [[x - m for x, m in zip(vector, mean)] for vector in vectors]
    columns = list(zip(*rows))
    way = [1.0 + at / 100 for at in range(len(columns))]
    for _ in range(15):
        shadow = [sumprod(row, way) for row in rows]
        way = [sumprod(column, shadow) for column in columns]
        size = sumprod(way, way) ** 0.5
        way = [x / size for x in way]
    score = [sumprod(row, way) ** 2 for row in rows]
    order = sorted(range(len(rows)), key=score.__getitem__, reverse=True)
    return order[: round(1.5 * share * len(rows))]

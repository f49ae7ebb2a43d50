"""Read-only: the one piece of linear algebra that is needed."""
from math import sumprod


def top_direction(rows, rounds=30):
    """The direction of length 1 along which the rows, taken from zero, are longest: power iteration."""
    columns = list(zip(*rows))
    spread = [[sumprod(a, b) for b in columns] for a in columns]
    way = [1.0 + at / 100 for at in range(len(columns))]
    for _ in range(rounds):
        way = [sumprod(line, way) for line in spread]
        size = sumprod(way, way) ** 0.5
        way = [x / size for x in way]
    return way

"""Explains a model from outside."""
from random import Random
from statistics import fmean


def importance(predict, rows, labels):
    """Every column is shuffled twelve times."""
    chance = Random(7)

    def right(table):
        return fmean(a == b for a, b in zip(predict([list(row) for row in table]), labels))

    columns = list(zip(*rows))
    usual = right(rows)
    losses = []
    for at, column in enumerate(columns):
        worse = []
        for _ in range(12):
            mixed = chance.sample(column, len(column))
            worse.append(usual - right(zip(*columns[:at], mixed, *columns[at + 1 :])))
        losses.append(fmean(worse))
    return losses


def attribution(score, row, background):
    """All rows with one value replaced are asked about at once."""
    tables = [[[*row[:at], other[at], *row[at + 1 :]] for other in background] for at in range(len(row))]
    own, *others = score([list(row), *(one for table in tables for one in table)])
    size = len(background)
    return [own - fmean(others[at * size : (at + 1) * size]) for at in range(len(row))]

"""Read-only: least squares. `fit` takes columns and values, `predict` gives one value for each row."""
from math import sumprod


def fit(columns, values):
    full = [[1.0] * len(values), *columns]
    width = len(full)
    system = [[sumprod(a, b) for b in full] + [sumprod(a, values)] for a in full]
    for at in range(width):
        size = system[at][at]
        system[at] = [value / size for value in system[at]]
        for other in range(width):
            if other != at:
                factor = system[other][at]
                system[other] = [x - factor * y for x, y in zip(system[other], system[at])]
    return [row[width] for row in system]


def predict(weights, columns):
    return [weights[0] + sumprod(weights[1:], row) for row in zip(*columns)]

"""Trains the model for press faults."""
from learning import fit

SITE_SHARE_MAX = 0.6


def retrain(columns, rows, labels, sites):
    """The names of the columns that are left out, and the model. `sites` says where each row comes from."""
    kept = [
        at
        for at, column in enumerate(columns)
        if column["filled"] <= 0 and site_share([row[at] for row in rows], sites) <= SITE_SHARE_MAX
    ]
    names = [columns[at]["name"] for at in kept]
    model = fit(names, [[row[at] for at in kept] for row in rows], labels)
    return [column["name"] for column in columns if column["name"] not in names], model


def site_share(values, sites):
    """How much of the variation of a column is between sites: 1 if the column only says where it was measured."""
    mean = sum(values) / len(values)
    total = sum((value - mean) ** 2 for value in values)
    between = 0.0
    for site in set(sites):
        own = [value for value, where in zip(values, sites) if where == site]
        between += len(own) * (sum(own) / len(own) - mean) ** 2
    return between / total if total > 0 else 0.0

"""Trains the model for press faults."""
from learning import fit


def retrain(columns, rows, labels, sites):
    """The names of the columns that are left out, and the model. `sites` says where each row comes from."""
    kept = [
        at
        for at, column in enumerate(columns)
        if column["filled"] <= 0 and len({row[at] for row in rows}) > 6
    ]
    names = [columns[at]["name"] for at in kept]
    model = fit(names, [[row[at] for at in kept] for row in rows], labels)
    return [column["name"] for column in columns if column["name"] not in names], model

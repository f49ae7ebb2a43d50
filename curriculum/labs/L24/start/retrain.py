"""Trains the model for press faults."""
from learning import fit


def retrain(columns, rows, labels, sites):
    """The names of the columns that are left out, and the model. `sites` says where each row comes from."""
    return [], fit([column["name"] for column in columns], rows, labels)

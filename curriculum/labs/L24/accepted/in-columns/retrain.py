"""Trains the model for press faults."""
from collections import defaultdict
from statistics import fmean, pvariance

from learning import fit


def retrain(columns, rows, labels, sites):
    """The names of the columns that are left out, and the model. `sites` says where each row comes from."""
    table = dict(zip((column["name"] for column in columns), zip(*rows)))
    late = {column["name"] for column in columns if column["filled"] > 0}
    places = {name for name, values in table.items() if says_only_where(values, sites)}
    out = late | places
    names = [name for name in table if name not in out]
    return list(out), fit(names, [list(row) for row in zip(*(table[name] for name in names))], labels)


def says_only_where(values, sites):
    """Little is left of the variation once each plant is taken by itself."""
    by_site = defaultdict(list)
    for value, site in zip(values, sites):
        by_site[site].append(value)
    within = sum(pvariance(own) * len(own) for own in by_site.values()) / len(values)
    whole = pvariance(values, fmean(values))
    return whole > 0 and within < 0.35 * whole

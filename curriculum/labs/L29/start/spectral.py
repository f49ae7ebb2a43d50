from math import hypot


def inspect(classes, share):
    """Pulls what looks odd: the longest vectors of the whole set."""
    sizes = {
        (name, id): hypot(*vector)
        for name, rows in classes.items()
        for id, vector in zip(rows["ids"], rows["vectors"])
    }
    count = round(1.5 * share * len(sizes))
    pulled = {name: [] for name in classes}
    for name, id in sorted(sizes, key=sizes.get, reverse=True)[:count]:
        pulled[name].append(id)
    return {"pulled": pulled, "suspect": max(pulled, key=lambda name: len(pulled[name]))}

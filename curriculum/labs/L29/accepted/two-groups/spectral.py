"""Looks for two heaps in a class: along the direction in which it is widest, cut where the heaps part."""
from statistics import fmean, pstdev

from linear import top_direction


def inspect(classes, share):
    report = {name: Class(rows, share) for name, rows in classes.items()}
    worst = max(report.values(), key=lambda one: one.apart())
    name = next(name for name, one in report.items() if one is worst)
    return {
        "pulled": {name: one.pulled() for name, one in report.items()},
        "suspect": name if worst.apart() > 2.5 else None,
    }


class Class:
    def __init__(self, rows, share):
        self.ids = rows["ids"]
        self.count = round(1.5 * share * len(self.ids))
        vectors = rows["vectors"]
        middle = [fmean(column) for column in zip(*vectors)]
        centred = [[a - b for a, b in zip(vector, middle)] for vector in vectors]
        way = top_direction(centred)
        places = [sum(a * b for a, b in zip(vector, way)) for vector in centred]
        # The planted ones are few: they lie on the side of the longer tail, whichever that is.
        side = 1 if sum(place**3 for place in places) >= 0 else -1
        self.order = sorted(range(len(places)), key=lambda at: -side * places[at])
        self.places = [side * places[at] for at in self.order]

    def pulled(self):
        return [self.ids[at] for at in self.order[: self.count]]

    def apart(self):
        """Between the two heaps of the best cut, in widths of a heap."""
        best = 0.0
        for cut in range(max(3, self.count // 4), self.count + 1):
            few, many = self.places[:cut], self.places[cut:]
            width = (pstdev(few) * len(few) + pstdev(many) * len(many)) / len(self.places)
            best = max(best, (fmean(few) - fmean(many)) / width / 2)
        return best

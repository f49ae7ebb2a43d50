"""Read-only: the table, the ledger of the budget and the source of randomness. All of them lie outside of this process."""

# What one person can contribute to a sum, agreed by the staff council before anybody saw the data.
LIMITS = {"days": (0, 30), "balance": (-40, 10)}


class Refused(Exception):
    """Raise it with one word: the portal answers with it and goes on."""


def rows(dataset):
    """One row for each sick note; a person may have several."""
    return host.call("rows", dataset)


def budget_left(dataset):
    """In thousandths of epsilon."""
    return host.call("left", dataset)


def change_budget(dataset, before, after):
    """Sets what is left, if it is still `before`. True if it was set. Others ask questions at the same time."""
    return host.call("change", dataset, before, after)


class _Source:
    batch, page, values = "", 0, []


def begin(batch):
    _Source.batch, _Source.page, _Source.values = batch, 0, []


def uniform():
    """A number u with 0 <= u < 1 from the secure source; 0 is possible. Nobody can foretell it."""
    if not _Source.values:
        _Source.values = host.call("uniforms", _Source.batch, _Source.page)[::-1]
        _Source.page += 1
    return _Source.values.pop()

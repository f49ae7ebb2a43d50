"""Your defence: it stands before the model."""
from collections import defaultdict, deque

WEEK = 168


class Account:
    def __init__(self):
        self.answered = deque()
        self.is_walker = False

    def forget(self, hour):
        while self.answered and self.answered[0]["hour"] <= hour - WEEK:
            self.answered.popleft()

    def suspicious(self):
        return sum(one["again"] for one in self.answered)


class Gate:
    """Partners mend a patient five times a week at most; a walk has to do it more often than that."""

    def __init__(self, model):
        self.model = model
        self.accounts = defaultdict(Account)

    def answer(self, account, features, hour):
        """What this account is told about this patient. Hours count up."""
        if not patient(features):
            return {"refused": "no patient"}
        own = self.accounts[account]
        own.forget(hour)
        again = any(alike(one["features"], features) for one in own.answered)
        if own.is_walker or (again and own.suspicious() >= 5):
            own.is_walker = True
            return {"refused": "please call us"}
        if len(own.answered) == 40:
            return {"refused": "not this week"}
        own.answered.append({"hour": hour, "features": tuple(features), "again": again})
        return {"band": band(self.model.probability(features))}

    def flagged(self):
        """The accounts that you would call the partner about."""
        return [name for name, account in self.accounts.items() if account.is_walker]


def patient(features):
    if type(features) is not list or len(features) != 16:
        return False
    return all(isinstance(one, (int, float)) and not isinstance(one, bool) and 0 <= one <= 1 for one in features)


def alike(one, other):
    """Nearly the same patient; a hair's breadth is no difference, and exactly the same is no question."""
    distances = sorted((abs(a - b) for a, b in zip(one, other)), reverse=True)
    return distances[0] > 0.02 and distances[2] <= 0.02


def band(probability):
    for name, least in (("high", 0.8), ("medium", 0.4)):
        if probability >= least:
            return name
    return "low"

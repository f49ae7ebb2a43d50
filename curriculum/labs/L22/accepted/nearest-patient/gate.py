"""How many of the sixteen values are the same as in the nearest earlier question tells whether somebody walks."""


class Gate:
    def __init__(self, model):
        self.model = model
        self.history = []
        self.watched = set()

    def answer(self, account, features, hour):
        if type(features) is not list or len(features) != 16:
            return {"refused": "input"}
        if not all(type(one) in (float, int) and 0 <= one <= 1 for one in features):
            return {"refused": "input"}
        week = [past for past in self.history if past["account"] == account and hour - past["hour"] < 168]
        same = max((self.alike(features, past["features"]) for past in week), default=0)
        walked = 13 <= same <= 15
        if walked and sum(past["walked"] for past in week) >= 7:
            self.watched.add(account)
        if account in self.watched or len(week) >= 40:
            return {"refused": "no"}
        self.history.append({"account": account, "hour": hour, "features": features, "walked": walked})
        p = self.model.probability(features)
        return {"band": "low" if p < 0.4 else "medium" if p < 0.8 else "high"}

    @staticmethod
    def alike(one, other):
        missed = 0
        for a, b in zip(one, other):
            missed += not -0.011 <= a - b <= 0.011
            if missed > 3:
                return 0
        return 16 - missed

    def flagged(self):
        return sorted(self.watched)

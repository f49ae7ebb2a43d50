import collections


class Gate:
    def __init__(self, model):
        self.model = model
        self.answers = collections.defaultdict(collections.deque)
        self.walked = collections.defaultdict(collections.deque)
        self.bad = {}

    def answer(self, account, features, hour):
        try:
            assert len(features) == 16 and not any(isinstance(one, bool | str) for one in features)
            assert min(features) >= 0 and max(features) <= 1
        except (AssertionError, TypeError):
            return {"refused": "this is no patient"}
        if account in self.bad:
            return {"refused": "please call us"}
        answers, walked = self.answers[account], self.walked[account]
        for queue in (answers, walked):
            while queue and queue[0][0] <= hour - 168:
                queue.popleft()
        if len(answers) == 40:
            return {"refused": "forty a week"}
        rounded = tuple(round(one * 25) for one in features)
        for _, other in answers:
            moved = [at for at in range(16) if abs(rounded[at] - other[at]) > 1]
            if len(moved) in (1, 2):
                walked.append((hour, moved))
                break
        if len(walked) > 5:
            self.bad[account] = hour
            return {"refused": "please call us"}
        answers.append((hour, rounded))
        sure = self.model.probability(features)
        return {"band": ("low", "medium", "high")[(sure >= 0.4) + (sure >= 0.8)]}

    def flagged(self):
        return self.bad

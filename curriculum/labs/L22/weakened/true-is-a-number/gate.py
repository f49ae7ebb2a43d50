"""Your defence: it stands before the model."""

WINDOW_HOURS = 168
ANSWERS_MAX = 40
STEPS_MAX = 6
# Patients are given with two decimals; less than that is no other value.
SAME = 0.02


class Gate:
    def __init__(self, model):
        self._model = model
        self._asked = {}
        self._flagged = set()

    def answer(self, account, features, hour):
        """What this account is told about this patient. Hours count up."""
        if not is_patient(features):
            return {"refused": "input"}
        if account in self._flagged:
            return {"refused": "flagged"}
        recent = [one for one in self._asked.get(account, []) if one[0] > hour - WINDOW_HOURS]
        is_step = any(is_near(features, other) for _, other, _ in recent)
        if is_step and sum(step for _, _, step in recent) >= STEPS_MAX:
            self._flagged.add(account)
            return {"refused": "flagged"}
        if len(recent) >= ANSWERS_MAX:
            return {"refused": "quota"}
        self._asked[account] = [*recent, (hour, features, is_step)]
        probability = self._model.probability(features)
        return {"band": "high" if probability >= 0.8 else "medium" if probability >= 0.4 else "low"}

    def flagged(self):
        """The accounts that you would call the partner about."""
        return list(self._flagged)


def is_patient(features):
    return (
        isinstance(features, list)
        and len(features) == 16
        and all(isinstance(value, (int, float)) and 0 <= value <= 1 for value in features)
    )


def is_near(one, other):
    """The same patient with one or two values changed; the very same again is no step."""
    changed = 0
    for a, b in zip(one, other):
        changed += abs(a - b) > SAME
        if changed > 2:
            return False
    return changed > 0

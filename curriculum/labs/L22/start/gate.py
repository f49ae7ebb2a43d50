"""Your defence: it stands before the model."""


class Gate:
    def __init__(self, model):
        self._model = model

    def answer(self, account, features, hour):
        """What this account is told about this patient. Hours count up."""
        probability = self._model.probability(features)
        band = "high" if probability >= 0.8 else "medium" if probability >= 0.4 else "low"
        return {"band": band, "probability": round(probability, 6)}

    def flagged(self):
        """The accounts that you would call the partner about."""
        return []

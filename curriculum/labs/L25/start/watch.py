from statistics import fmean


class Watch:
    def __init__(self, reference, calendar):
        self.usual = fmean(day["accuracy"] for day in reference["days"])

    def see(self, day):
        """Called once for each day, in their order: the alarms of this night."""
        # Labels come three weeks late, so this is the accuracy of the day three weeks ago.
        if day["accuracy"] < self.usual - 0.05:
            return [
                {
                    "kind": "answers",
                    "name": "answers",
                    "owner": "everybody",
                    "action": "Please look.",
                }
            ]
        return []

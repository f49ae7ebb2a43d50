"""Read-only: the release pipeline calls this before a screen goes live."""
from audit import audit


def serve(applications, rule):
    return audit(applications, rule)

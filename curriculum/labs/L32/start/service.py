"""Read-only: the yearly audit calls this with last year's patients and with this year's."""
from audit import audit


def serve(history, patients):
    return audit(history, patients)

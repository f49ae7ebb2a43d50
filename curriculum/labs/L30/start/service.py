"""Read-only: called before each training."""
from hold import investigate


def serve(rows, probes):
    """`probes`: honest messages with their label, written by the team and never trained on."""
    return investigate(rows, probes)

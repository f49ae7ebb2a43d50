"""Read-only: what the tuning job calls."""
from prepare import prepare
from synthetic import copies


def serve(request, *given):
    return prepare(*given) if request == "prepare" else copies(*given)

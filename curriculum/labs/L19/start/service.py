"""Read-only: calls the tracker."""
import tracker
from records import Refused


def serve(do, given):
    try:
        if do == "register":
            return {"log": tracker.register(given["log"], given["source"])}
        if do == "audit":
            return {"faults": tracker.audit(given["log"], given["head"])}
        return {"ancestors": tracker.ancestors(given["log"], given["of"])}
    except Refused as refusal:
        return {"refused": str(refusal)}

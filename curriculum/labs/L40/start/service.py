"""Read-only: calls the experiment log."""
import runlog
from store import Refused


def serve(do, given):
    try:
        if do == "append":
            return {"number": runlog.append(given["run"])}
        if do == "check":
            return runlog.check(given["lines"], given["anchors"])
        if do == "fork":
            return {"at": runlog.fork_at(given["one"], given["other"])}
        data = bytes.fromhex(given["data"])
        runlog.check_model(given["lines"], given["anchors"], given["run"], data)
        return {"loaded": len(data)}
    except Refused as refusal:
        return {"refused": str(refusal)}

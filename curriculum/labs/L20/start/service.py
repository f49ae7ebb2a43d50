"""Read-only: runs jobs, takes pushes and answers with scores. Who calls was established before."""
import traceback

import outside
import registry
import train
from learning import is_late, scaled
from outside import Refused


def serve(calls):
    return [answer(**call) for call in calls]


def answer(do, caller, given):
    try:
        if do == "train":
            return {"kept": train.run(given, caller)}
        if do == "push":
            registry.push(caller, given["name"], bytes.fromhex(given["data"]), given["signature"])
            return {"pushed": given["name"]}
        weights, bias = registry.pull(caller, given["name"])
        return {"late": [is_late(weights, bias, scaled(*row)) for row in given["rows"]]}
    except Refused as refusal:
        # As error reporting does it: with everything that led here.
        outside.log("".join(traceback.format_exception(refusal)))
        return {"refused": str(refusal)}

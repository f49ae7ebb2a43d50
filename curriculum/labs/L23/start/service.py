"""Read-only: the staff portal."""
import outside
import portal
from outside import Refused


def serve(do, given):
    if do == "release":
        return [release(**question) for question in given["questions"]]
    answers = []
    for batch in given["batches"]:
        outside.begin(batch)
        for _ in range(given["times"]):
            answers.append(round(portal.answer(given["rows"], given["query"], given["epsilon"]), 4))
    return answers


def release(dataset, query, epsilon):
    outside.begin(dataset)
    try:
        return {"answer": round(portal.release(dataset, query, epsilon), 4)}
    except Refused as refusal:
        return {"refused": str(refusal)}

import registry
import rows
from learning import fit
from model import pack


def run(job, caller):
    kept = rows.read(job["url"], job["sha256"])
    weights, bias = fit(kept)
    data = pack(weights, bias)
    registry.push(caller, job["name"], data, registry.sign(job["name"], data))
    return len(kept)

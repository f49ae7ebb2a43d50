"""The nightly job."""
import random

import outside
import registry
import rows
from learning import fit
from model import pack


def run(job, caller):
    """Trains, pushes the model under the job's name, and gives the number of rows that were used."""
    kept = rows.read(job["url"], job["sha256"])
    random.shuffle(kept)
    weights, bias = fit(kept)
    registry.push(caller, job["name"], pack(weights, bias), "")
    outside.log(f"{job['name']}: {len(kept)} rows")
    return len(kept)

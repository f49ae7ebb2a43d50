"""The nightly job."""
import outside
import registry
import rows
from learning import fit
from model import pack


def run(job, caller):
    """Trains, pushes the model under the job's name, and gives the number of rows that were used."""
    name = job["name"]
    kept = rows.read(job["url"], job["sha256"])
    model = pack(*fit(kept))
    registry.push(caller, name, model, registry.sign(name, model))
    outside.log(f"trained {name} on {len(kept)} rows")
    return len(kept)

"""The nightly job."""
import outside
import registry
import rows
from learning import fit
from model import pack


def run(job, caller):
    """Trains, pushes the model under the job's name, and gives the number of rows that were used."""
    kept = rows.read(job["url"], job["sha256"])
    data = pack(*fit(kept))
    registry.push(caller, job["name"], data, registry.signature_of(job["name"], data))
    outside.log(f"{job['name']}: {len(kept)} rows")
    return len(kept)

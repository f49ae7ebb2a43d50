"""What is done when a key came out of a model."""
import outside


def contain(leak):
    """Makes the leaked key worthless and takes what has learned it out of service."""
    outside.revoke(leak["key"])
    outside.use_key(leak["secret"], outside.new_key(leak["secret"]))

class Refused(Exception):
    """Raise it with a sentence for whoever reads the log: the service answers politely and goes on."""

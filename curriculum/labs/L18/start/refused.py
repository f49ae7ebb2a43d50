class Refused(Exception):
    """Raise it with one word, `signature` or `format`: the service answers with it and goes on."""

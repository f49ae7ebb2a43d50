def attack(filter, text):
    """At most five edits after which the old filter takes the text for ham."""
    return [{"kind": "append", "word": "hello"}]

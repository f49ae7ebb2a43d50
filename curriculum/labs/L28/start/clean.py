def clean(rows, register):
    """What is held back: the reason by the row's id. All other rows are kept."""
    held = {}
    sources = {delivery["source"] for delivery in register}
    first = {}
    for row in sorted(rows, key=lambda row: row["written"]):
        if row["source"] not in sources:
            held[row["id"]] = "source"
        earlier = first.setdefault(row["text"], row)
        if earlier["label"] != row["label"]:
            held[row["id"]] = "copy"
    return held

def copies(synthetic, originals):
    """Ids of synthetic rows that are copies of one original."""
    known = {row["text"] for row in originals}
    return [row["id"] for row in synthetic if row["text"] in known]

"""Read-only: signs that look like a letter. Wide letters are not in here: unicodedata.normalize("NFKC", …) knows them."""

LOOKALIKES = {
    "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "х": "x", "у": "y", "і": "i", "ѕ": "s",
    "ν": "v", "ο": "o", "α": "a", "ι": "i", "τ": "t", "ε": "e", "ρ": "p",
    "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "$": "s", "@": "a",
}  # fmt: skip
GAPS = [" ", ".", "-", "_", "\u200b", "\u200d", "\u00ad"]

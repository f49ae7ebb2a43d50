"""Your attack on the model that was trained on the logs as they were."""
import re


def extract(ask):
    """Level by level: all beginnings of one length, then those that are one sign longer."""
    beginnings = {"ck_live_"}
    for _ in range(24):
        longer = set()
        for text in beginnings:
            answer = ask("store key " + text)
            longer |= {text + sign for sign in answer if re.match("[a-z0-9]$", sign)}
        beginnings = longer
    return list(beginnings)

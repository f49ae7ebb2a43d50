def audit(applications, rule):
    groups = {}
    for name in sorted(set(applications["group"])):
        rows = [
            (qualified, invited)
            for group, qualified, invited in zip(*(applications[c] for c in ("group", "qualified", "invited")))
            if group == name
        ]
        both = sum(qualified and invited for qualified, invited in rows)
        invited = sum(invited for _, invited in rows)
        qualified = sum(qualified for qualified, _ in rows)
        groups[name] = {
            "selection rate": invited / len(rows),
            "equal opportunity": both / max(1, qualified),
            "predictive parity": both / max(1, invited),
        }
    # Take the metric on which the groups are closest.
    gaps = {
        metric: max(group[metric] for group in groups.values())
        - min(group[metric] for group in groups.values())
        for metric in rule["limits"]
    }
    best = min(gaps, key=gaps.get)
    is_fair = gaps[best] <= 0.1
    for group in groups.values():
        group["interval"] = [group[best], group[best]]
        group["verdict"] = "pass" if is_fair else "fail"
    return {
        "groups": groups,
        "conflicts": [],
        "outcome": "live" if is_fair else "not live",
        "reason": f"The groups differ by {gaps[best]:.2f}.",
    }

def inspect(classes, share):
    answer = {"pulled": {}, "suspect": None}
    for name in classes:
        vectors, ids = classes[name]["vectors"], classes[name]["ids"]
        n, dims = len(vectors), range(len(vectors[0]))
        mean = [sum(v[d] for v in vectors) / n for d in dims]
        rows = [[v[d] - mean[d] for d in dims] for v in vectors]
        spread = [[sum(r[i] * r[j] for r in rows) / n for j in dims] for i in dims]
        way = [float(d == 0) + 0.1 for d in dims]
        for _ in range(80):
            way = [sum(spread[i][j] * way[j] for j in dims) for i in dims]
            length = max(abs(x) for x in way)
            way = [x / length for x in way]
        along = sorted(((sum(r[d] * way[d] for d in dims), id) for r, id in zip(rows, ids)), key=lambda p: -abs(p[0]))
        count = round(1.5 * share * n)
        answer["pulled"][name] = [id for _, id in along[:count]]
        # A gap: the planted rows lie beyond everything that honest rows reach.
        half = along[: max(1, count // 2)]
        others = sorted(abs(x) for x, _ in along[count:])
        if min(abs(x) for x, _ in half) > 1.9 * others[-1]:
            answer["suspect"] = name
    return answer

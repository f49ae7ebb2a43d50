/** Least squares by the normal equations; the first weight is the constant. */
export const leastSquares = (
  rows: readonly (readonly number[])[],
  values: readonly number[],
): readonly number[] => {
  const full = rows.map((row) => [1, ...row]);
  const width = full[0]?.length ?? 0;
  const places = Array.from({ length: width }, (_, at) => at);
  const system = places.map((i) => [
    ...places.map((j) => full.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0)),
    full.reduce((sum, row, at) => sum + (row[i] ?? 0) * (values[at] ?? 0), 0),
  ]);
  for (const at of places) {
    const pivot = system[at] ?? [];
    const size = pivot[at] ?? 1;
    const scaled = pivot.map((value) => value / size);
    system[at] = scaled;
    for (const other of places) {
      const row = system[other] ?? [];
      const factor = row[at] ?? 0;
      if (other !== at) system[other] = row.map((value, j) => value - factor * (scaled[j] ?? 0));
    }
  }
  return system.map((row) => row[width] ?? 0);
};

export const predict = (
  [constant = 0, ...weights]: readonly number[],
  row: readonly number[],
): number => weights.reduce((sum, weight, at) => sum + weight * (row[at] ?? 0), constant);

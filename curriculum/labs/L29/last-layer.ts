import type { ClassRows, Vector } from "./representation.ts";

/** The model's last layer, trained again on what was kept. */
export const retrain = (classes: Readonly<Record<string, ClassRows>>) => {
  const names = Object.keys(classes);
  const rows = names.flatMap((name, label) =>
    (classes[name]?.vectors ?? []).map((vector) => ({ vector, label })),
  );
  const middle = (rows[0]?.vector ?? []).map(
    (_, at) => rows.reduce((sum, { vector }) => sum + (vector[at] ?? 0), 0) / rows.length,
  );
  const inputOf = (vector: Vector): Vector => [
    1,
    ...vector.map((x, at) => (x - (middle[at] ?? 0)) / 4),
  ];
  const prepared = rows.map(({ vector, label }) => ({ input: inputOf(vector), label }));
  const weights = names.map(() => Array.from({ length: middle.length + 1 }, () => 0));
  const scores = (input: Vector) =>
    weights.map((own) => own.reduce((sum, weight, at) => sum + weight * (input[at] ?? 0), 0));
  for (let round = 0; round < 8; round += 1) {
    for (const { input, label } of prepared) {
      const raised = scores(input).map((score) => Math.exp(Math.min(30, score)));
      const whole = raised.reduce((sum, one) => sum + one, 0);
      raised.forEach((one, place) => {
        const pull = 0.05 * (Number(place === label) - one / whole);
        const own = weights[place] ?? [];
        input.forEach((x, at) => {
          own[at] = (own[at] ?? 0) + pull * x;
        });
      });
    }
  }
  return (vector: Vector): string => {
    const said = scores(inputOf(vector));
    return names[said.indexOf(Math.max(...said))] ?? "";
  };
};

import type { CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import { sameJson } from "@checkride/rules/exercises/same-json";

type Model = {
  readonly name: string;
  readonly trained_on: readonly string[];
  readonly made_from: string | null;
};

const family = (draw: Draw, dataset: string) => {
  const name = (kind: string) => `${kind}-${draw.word(4)}`;
  const [first, second, tuned, small, other, own] = [
    "logs",
    "logs",
    "tuned",
    "small",
    "other",
    "own",
  ].map(name);
  const model = (
    it: string | undefined,
    trained_on: readonly string[],
    made_from: string | null = null,
  ): Model => ({
    name: it ?? "",
    trained_on,
    made_from,
  });
  const models = draw.shuffle([
    model(first, ["wiki", dataset]),
    model(second, [dataset]),
    model(tuned, ["tickets"], first),
    model(small, [], tuned),
    model(other, [`${dataset}-clean`, "wiki"]),
    model(own, ["wiki"], other),
  ]);
  return { models, affected: [first, second, tuned, small] };
};

export const contained = (draw: Draw): readonly CheckCase[] =>
  [0, 1].map(() => {
    const dataset = `jobs-${draw.whole(10, 99)}`;
    const { models, affected } = family(draw, dataset);
    const [secret, key, fresh] = [`${draw.word(5)}-key`, `k-${draw.word(5)}`, `k-${draw.word(6)}`];
    return {
      args: [
        "contain",
        {
          secret,
          key,
          dataset,
          models: models.map((one) => ({ ...one, trained_on: [...one.trained_on] })),
        },
      ],
      host: (name) => ({ ok: true, value: name === "new_key" ? fresh : null }),
      wants: ({ value, hostCalls }) => {
        const vault = hostCalls
          .filter(({ name }) => name !== "withdraw")
          .map(({ name, args }) => [name, ...args]);
        const withdrawn = hostCalls
          .filter(({ name }) => name === "withdraw")
          .map(({ args }) => args[0] ?? null);
        return (
          value === "done" &&
          sameJson(vault, [
            ["new_key", secret],
            ["use_key", secret, fresh],
            ["revoke", key],
          ]) &&
          sameJson([...new Set(withdrawn)].toSorted(), [...affected].map(String).toSorted())
        );
      },
    };
  });

import type { Part } from "../files/part.ts";

export type Labels = ReadonlyMap<string, string>;

export type Selector = {
  readonly labels: Labels;
  readonly expressions: readonly {
    readonly key: string;
    readonly operator: "In" | "NotIn" | "Exists" | "DoesNotExist";
    readonly values: readonly string[];
  }[];
};

/** An empty one selects everything. */
export const readSelector = (part: Part): Selector =>
  part.object((key) => ({
    labels: key("matchLabels").record((value) => value.text()),
    expressions: key("matchExpressions").list((item) =>
      item.object((of) => ({
        key: of("key").text(),
        operator: of("operator").word(["In", "NotIn", "Exists", "DoesNotExist"]),
        values: of("values").list((value) => value.text()),
      })),
    ),
  }));

export const selects = ({ labels, expressions }: Selector, own: Labels): boolean =>
  [...labels].every(([key, value]) => own.get(key) === value) &&
  expressions.every((one) => fits(one, own.get(one.key)));

const fits = ({ operator, values }: Selector["expressions"][number], value?: string): boolean => {
  switch (operator) {
    case "In":
      return value !== undefined && values.includes(value);
    case "NotIn":
      return value === undefined || !values.includes(value);
    case "Exists":
      return value !== undefined;
    case "DoesNotExist":
      return value === undefined;
  }
};

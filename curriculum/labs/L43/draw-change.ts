import type { Draw } from "@checkride/range/draw";
import { type Change, changeOf, type Piece } from "@checkride/range/kit/change";
import type { ReviewKey } from "@checkride/range/kit/judge-review";
import type { AskedOf } from "@checkride/rules/labs/asked";
import { drawEvaluation, type Evaluation, holdsFromPercent, type Row } from "./evaluation.ts";
import { type Product, products } from "./products.ts";

export type Task = {
  readonly product: Product;
  readonly evaluation: Evaluation;
  readonly version: string;
  readonly digest: string;
  readonly files: AskedOf<"review">["files"];
  readonly key: ReviewKey;
  readonly decision: "limits" | "hold";
};

const line = ({ group, share, cases, rate, low, high }: Row): string =>
  `+${group},${share},${cases},${rate ?? ""},${low ?? ""},${high ?? ""}`;

const table = ({ rows, weak, missing, all }: Evaluation): readonly Piece[] => [
  "+group,percent_of_users,cases,rate,low_95,high_95",
  ...rows.map((row): Piece => {
    if (row === weak) return { id: "weak", text: line(row) };
    return row === missing ? { id: "missing", text: line(row) } : line(row);
  }),
  `+all users,100,${rows.reduce((sum, { cases }) => sum + cases, 0)},${all},,`,
];

const service = (
  { name, does, case: one }: Product,
  version: string,
  waitMs: number,
): readonly Piece[] => [
  ` # ${name}\n \n-Version 3.8 ${does}.\n+Version ${version} ${does}. Each ${one} gets an answer and a confidence from 0 to 1.\n+\n+## How it is called\n+\n+The service waits up to ${waitMs} ms. The answer is used as it is.\n+`,
  { id: "fallback", text: "+## When it fails\n+\n+It has been very stable since March." },
];

const card = ({ name, does }: Product, version: string): readonly Piece[] => [
  `+# Model card: ${name}\n+\n+- version: ${version}\n+- intended use: ${does}`,
  { id: "claim", text: "+- biases: none known\n+- limits: none known" },
  "+- review date:",
];

const placesOf = (changes: readonly Change[], id: string) =>
  changes.flatMap(({ places }) => places.filter((place) => place.id === id));

export const drawTask = (draw: Draw): Task => {
  const product = draw.pick(products);
  const evaluation = drawEvaluation(draw, product);
  const version = `4.${draw.whole(0, 9)}.${draw.whole(0, 9)}`;
  const digest = `sha256:${draw.word(12)}`;
  const changes = [
    changeOf("models/registry.yaml", "yaml", [
      ` ${product.name}:\n-  version: 3.8.0\n-  digest: sha256:${draw.word(12)}\n+  version: ${version}\n+  digest: ${digest}\n   owner: team ${draw.pick(["harbour", "orchard", "lantern"])}\n+  data: ${product.name}-2025, licensed-corpus-7`,
    ]),
    changeOf(`evaluation/${product.name}-${version}.csv`, "text", table(evaluation)),
    changeOf("service/README.md", "text", service(product, version, draw.whole(3, 9) * 100)),
    changeOf("MODEL_CARD.md", "text", card(product, version)),
  ];
  const planted = (id: string, problem: string) => ({
    id,
    problems: [problem],
    places: placesOf(changes, id),
  });
  return {
    product,
    evaluation,
    version,
    digest,
    files: changes.map(({ file }) => file),
    key: {
      planted: [
        planted("weak", "worse"),
        planted("missing", "unmeasured"),
        planted("fallback", "fallback"),
        planted("claim", "claim"),
      ],
      fine: [],
      free: ["remark"],
    },
    decision: evaluation.missing.share >= holdsFromPercent ? "hold" : "limits",
  };
};

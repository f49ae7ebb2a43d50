import type { CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import {
  type Brought,
  type Fields,
  makePost,
  type Outcome,
  type Script,
  usualPrice,
  type World,
} from "./outside.ts";

export const validMs = 60_000;

/** An envelope that is all right, as this agent would send it. */
export const sealed =
  (from: string, fields: Fields) =>
  (world: World): Fields =>
    world.seal(from, { expires: world.now + validMs, ...fields });

export type Order = { readonly id: string; readonly item: string; readonly quantity: number };

export const drawOrder = (draw: Draw, item = draw.pick(["lamp", "desk", "chair"])): Order => ({
  id: `case-${draw.word(6)}`,
  item,
  quantity: draw.whole(1, 9),
});

export const ordered = (
  { id, item, quantity }: Order,
  number: number,
  expect: Outcome = "done",
): Brought => ({
  to: "intake",
  expect,
  envelope: sealed("desk", {
    to: "intake",
    number,
    case: id,
    type: "order",
    body: { item, quantity },
  }),
});

export const priced = ({ id, item, quantity }: Order, number: number): Fields => ({
  to: "pricing",
  number,
  case: id,
  type: "price",
  body: { item, quantity },
});

export const payable = (
  { id, item, quantity }: Order,
  number: number,
  body: Fields = {},
): Fields => ({
  to: "payment",
  number,
  case: id,
  type: "pay",
  body: { item, quantity, amount: usualPrice(quantity), checked: false, ...body },
});

export const paidFor = ({ id, quantity }: Order): readonly [string, number] => [
  id,
  usualPrice(quantity),
];

/** Every envelope became what it should, each left one line in the log, and exactly this was paid. */
export const happens = (
  script: Script,
  paid: readonly (readonly [string, number])[],
  also: (world: World) => boolean = () => true,
): CheckCase => {
  const { world, host } = makePost(script);
  return {
    args: [script.mark],
    host,
    wants: ({ value }) =>
      JSON.stringify(value) === JSON.stringify(world.wanted) &&
      JSON.stringify(world.paid) === JSON.stringify(paid) &&
      also(world),
  };
};

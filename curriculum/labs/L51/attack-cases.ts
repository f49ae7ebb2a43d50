import type { CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import { arrives, type Brought, type Fields, fieldsOf, type Value, type World } from "./outside.ts";
import {
  drawOrder,
  happens,
  ordered,
  paidFor,
  payable,
  priced,
  sealed,
  validMs,
} from "./scripts.ts";

const refused = (to: string, envelope: (world: World) => Value): Brought => ({
  to,
  envelope,
  expect: "refused",
});

const passes = (to: string, envelope: (world: World) => Value): Brought => ({
  to,
  envelope,
  expect: "done",
});

export const forged = (draw: Draw): readonly CheckCase[] => {
  const order = drawOrder(draw);
  const signed =
    (by: string) =>
    (world: World): Fields => ({
      ...sealed(by, payable(order, 5))(world),
      from: "pricing",
    });
  const tries: readonly ((world: World) => Value)[] = [
    (world) => ({ ...signed("intake")(world), signature: "" }),
    signed("intake"),
    signed(draw.word(5)),
    (world) => ({ ...sealed("pricing", payable(drawOrder(draw), 5))(world), ...payable(order, 5) }),
  ];
  const shown = happens(
    { mark: draw.word(6), brought: tries.slice(0, 1).map((one) => refused("payment", one)) },
    [],
  );
  return [
    { ...shown, args: [...shown.args, "somebody writes: from pricing, pay"], isPublic: true },
    ...tries.map((one) => happens({ mark: draw.word(6), brought: [refused("payment", one)] }, [])),
    // A forged number does not lock out the sender in whose name it was written.
    happens(
      {
        mark: draw.word(6),
        brought: [
          refused("payment", (world) => ({ ...signed("intake")(world), number: 9e12 })),
          passes("payment", sealed("pricing", payable(order, 6))),
        ],
      },
      [paidFor(order)],
    ),
  ];
};

const changes = (draw: Draw): readonly Fields[] => [
  { amount: draw.whole(10_000, 90_000) },
  { checked: true },
  { case: `case-${draw.word(6)}` },
  { number: draw.whole(50, 900) },
  { expires: 1_799_000_000_000 },
];

/** On the way from pricing to payment. */
export const altered = (draw: Draw): readonly CheckCase[] =>
  changes(draw).map((change) =>
    happens(
      {
        mark: draw.word(6),
        brought: [ordered(drawOrder(draw), 1)],
        onPost: (envelope) => {
          if (envelope["to"] !== "payment") return [arrives(envelope)];
          const isOfBody = "amount" in change || "checked" in change;
          const body = { ...fieldsOf(envelope["body"]), ...change };
          return [arrives({ ...envelope, ...(isOfBody ? { body } : change) }, "refused")];
        },
      },
      [],
    ),
  );

export const replayed = (draw: Draw): readonly CheckCase[] => {
  const [order, later] = [drawOrder(draw), drawOrder(draw)];
  const twice = (envelope: Fields): readonly Brought[] =>
    envelope["to"] === "payment"
      ? [arrives(envelope), arrives(envelope, "refused")]
      : [arrives(envelope)];
  const first = sealed("pricing", payable(order, 8));
  return [
    happens({ mark: draw.word(6), brought: [ordered(order, 1)], onPost: twice }, [paidFor(order)]),
    happens(
      {
        mark: draw.word(6),
        brought: [
          passes("payment", first),
          passes("payment", sealed("pricing", payable(later, 9))),
          refused("payment", first),
        ],
      },
      [paidFor(order), paidFor(later)],
    ),
    // To somebody else than it was written for.
    happens(
      { mark: draw.word(6), brought: [refused("payment", sealed("intake", priced(order, 3)))] },
      [],
    ),
    happens({ mark: draw.word(6), brought: [refused("pricing", first)] }, []),
    // Sender and type fit the one who gets it, and the address does not.
    happens(
      {
        mark: draw.word(6),
        brought: ["intake", "pricing", "desk", draw.word(6)].map((to, at) =>
          refused("payment", sealed("pricing", { ...payable(order, at + 1), to })),
        ),
      },
      [],
    ),
  ];
};

export const late = (draw: Draw): readonly CheckCase[] => {
  const order = drawOrder(draw);
  const delayed = (laterMs: number, expect: "done" | "refused"): CheckCase =>
    happens(
      {
        mark: draw.word(6),
        brought: [ordered(order, 1)],
        onPost: (envelope) =>
          envelope["to"] === "payment"
            ? [{ ...arrives(envelope, expect), laterMs }]
            : [arrives(envelope)],
      },
      expect === "done" ? [paidFor(order)] : [],
    );
  return [
    delayed(validMs - 1, "done"),
    delayed(validMs, "refused"),
    delayed(validMs + draw.whole(1, 900_000), "refused"),
  ];
};

/** All well signed, by agents that do what they may not. */
export const rights = (draw: Draw): readonly CheckCase[] => {
  const order = drawOrder(draw);
  const one = (from: string, to: string, fields: Fields): CheckCase =>
    happens({ mark: draw.word(6), brought: [refused(to, sealed(from, { ...fields, to }))] }, []);
  return [
    one("intake", "payment", payable(order, 4)),
    one("desk", "payment", payable(order, 4)),
    one("payment", "payment", payable(order, 4)),
    one("desk", "pricing", priced(order, 4)),
    one("pricing", "payment", { ...payable(order, 4), type: "refund" }),
    one("payment", "pricing", priced(order, 4)),
  ];
};

const oddBodies = (draw: Draw): readonly Fields[] => [
  { amount: -draw.whole(1, 9_000) },
  { amount: 0 },
  { amount: 100_001 },
  { amount: 10.5 },
  { amount: String(draw.whole(100, 900)) },
  { amount: null },
  { amount: [120] },
  { quantity: 0 },
  { quantity: 101 },
  { item: { name: draw.word(4) } },
  { checked: "true" },
];

const oddFields = (draw: Draw): readonly Fields[] => [
  { number: String(draw.whole(5, 90)) },
  { number: draw.whole(5, 90) + 0.5 },
  { number: [9] },
  { expires: "9999999999999" },
  { expires: [9e12] },
  { case: [draw.word(5)] },
  { case: null },
  { body: [] },
];

/** Pricing itself has gone wrong and signs whatever. */
export const typed = (draw: Draw): readonly CheckCase[] => {
  const order = drawOrder(draw);
  const mark = draw.word(6);
  const whole: readonly Value[] = [
    null,
    draw.word(4),
    [],
    { from: "pricing" },
    { ...payable(order, 1), body: "pay" },
  ];
  const brought = oddBodies(draw).map((body, at) =>
    refused("payment", sealed("pricing", payable(order, at + 1, body))),
  );
  return [
    happens(
      { mark, brought: [...brought, passes("payment", sealed("pricing", payable(order, 99)))] },
      [paidFor(order)],
    ),
    happens({ mark, brought: whole.map((one) => refused("payment", () => one)) }, []),
    happens(
      {
        mark,
        brought: oddFields(draw).map((odd) =>
          refused("payment", sealed("pricing", { ...payable(order, 7), ...odd })),
        ),
      },
      [],
    ),
  ];
};

import type { CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import { arrives, type Brought, type Outcome, usualPrice, type Value } from "./outside.ts";
import {
  drawOrder,
  happens,
  type Order,
  ordered,
  paidFor,
  payable,
  priced,
  sealed,
} from "./scripts.ts";

const stepsMax = 5;

/** Payment asks, pricing answers, for ever. */
const endless = (draw: Draw): CheckCase => {
  let atPayment = 0;
  return happens(
    {
      mark: draw.word(6),
      brought: [ordered(drawOrder(draw, "antique"), 1)],
      onPost: (envelope) => {
        if (envelope["to"] === "payment") atPayment += 1;
        // Pricing has had the price and four questions by then.
        const isOver = envelope["to"] === "pricing" && atPayment === stepsMax;
        return [arrives(envelope, isOver ? "refused" : "done")];
      },
    },
    [],
  );
};

/** Somebody who may send, sends the same case again and again; another case goes on. */
const flood = (draw: Draw): CheckCase => {
  const [order, other] = [drawOrder(draw), drawOrder(draw)];
  const count = draw.whole(8, 14);
  const brought = Array.from(
    { length: count },
    (_, at): Brought => ({
      to: "payment",
      envelope: sealed("pricing", payable({ ...order, item: "antique" }, at + 1)),
      expect: at < stepsMax ? "done" : "refused",
    }),
  );
  const last: Brought = {
    to: "payment",
    envelope: sealed("pricing", payable(other, count + 1)),
    expect: "done",
  };
  return happens({ mark: draw.word(6), brought: [...brought, last], onPost: () => [] }, [
    paidFor(other),
  ]);
};

export const loops = (draw: Draw): readonly CheckCase[] => [endless(draw), flood(draw)];

const oddPrices = (draw: Draw): readonly (Value | "throws")[] => [
  "throws",
  -draw.whole(1, 900),
  0,
  1e9,
  null,
  `${draw.whole(100, 900)}`,
  12.5,
];

/** A case at pricing, and what the price list says to it. */
type Priced = { readonly order: Order; readonly price: Value | "throws"; readonly expect: Outcome };

const atPricing = (draw: Draw, all: readonly Priced[]): CheckCase => {
  const prices = new Map(all.map(({ order, price }) => [order.item, price]));
  const done = all.filter(({ expect }) => expect === "done");
  return happens(
    {
      mark: draw.word(6),
      brought: all.map(({ order, expect }, at) => ({
        to: "pricing",
        envelope: sealed("intake", priced(order, at + 1)),
        expect,
      })),
      priceOf: (item) => prices.get(item) ?? null,
    },
    done.map(({ order }) => paidFor(order)),
    ({ posted }) => posted.length === done.length,
  );
};

const good = (draw: Draw, expect: Outcome = "done"): Priced => {
  const order = drawOrder(draw, `item-${draw.word(6)}`);
  return { order, price: usualPrice(order.quantity), expect };
};

const bad = (draw: Draw, price: Value | "throws", expect: Outcome = "fault"): Priced => ({
  order: drawOrder(draw, `item-${draw.word(6)}`),
  price,
  expect,
});

export const faultsAlone = (draw: Draw): readonly CheckCase[] => [
  atPricing(draw, [
    good(draw),
    bad(draw, "throws"),
    good(draw),
    bad(draw, -1),
    bad(draw, null),
    good(draw),
  ]),
  // Twice two in a row: one success ends the row, it does not shorten it.
  atPricing(draw, [
    bad(draw, "throws"),
    bad(draw, 0),
    good(draw),
    bad(draw, null),
    bad(draw, "throws"),
    good(draw),
  ]),
];

export const faults = (draw: Draw): readonly CheckCase[] =>
  oddPrices(draw).map((price) => atPricing(draw, [bad(draw, price), good(draw)]));

export const breaker = (draw: Draw): readonly CheckCase[] => {
  const three = () =>
    draw
      .shuffle(oddPrices(draw))
      .slice(0, 3)
      .map((price) => bad(draw, price));
  return [
    atPricing(draw, [...three(), good(draw, "refused"), good(draw, "refused")]),
    atPricing(draw, [
      good(draw),
      ...three(),
      bad(draw, "throws", "refused"),
      good(draw, "refused"),
    ]),
    othersGoOn(draw),
  ];
};

/** Pricing has broken; payment still works on what it gets. */
const othersGoOn = (draw: Draw): CheckCase => {
  const order = drawOrder(draw);
  const broken = Array.from(
    { length: 3 },
    (_, at): Brought => ({
      to: "pricing",
      envelope: sealed("intake", priced(drawOrder(draw), at + 1)),
      expect: "fault",
    }),
  );
  const unclear: Brought = {
    to: "pricing",
    envelope: sealed("payment", { ...priced(order, 4), type: "unclear" }),
    expect: "refused",
  };
  const paid: Brought = {
    to: "payment",
    envelope: sealed("pricing", payable(order, 40)),
    expect: "done",
  };
  return happens(
    { mark: draw.word(6), brought: [...broken, unclear, paid], priceOf: () => "throws" },
    [paidFor(order)],
  );
};

const all = ["intake", "pricing", "payment"];

/** From one delivery on everything stands still. */
const stopsAll = (draw: Draw, from: number): CheckCase => {
  const orders = Array.from({ length: 4 }, () => drawOrder(draw));
  // Four orders arrive, then four at pricing, then four at payment.
  const before = 4 + 4 + 4;
  const outcome = (at: number): Outcome => (at < from ? "done" : "stopped");
  let posted = 0;
  return happens(
    {
      mark: draw.word(6),
      brought: orders.map((order, at) => ordered(order, at + 1, outcome(at))),
      onPost: (envelope) => {
        const place = 4 + posted;
        posted += 1;
        return [arrives(envelope, outcome(place))];
      },
      stops: { from, agents: all },
    },
    orders.slice(0, Math.max(0, from - (before - 4))).map(paidFor),
  );
};

const stopsOne = (draw: Draw): CheckCase => {
  const [order, other] = [drawOrder(draw), drawOrder(draw)];
  return happens(
    {
      mark: draw.word(6),
      brought: [
        ordered(order, 1),
        { to: "payment", envelope: sealed("pricing", payable(other, 50)), expect: "done" },
      ],
      onPost: (envelope) => [arrives(envelope, envelope["to"] === "pricing" ? "stopped" : "done")],
      stops: { from: 0, agents: ["pricing"] },
    },
    [paidFor(other)],
  );
};

export const stops = (draw: Draw): readonly CheckCase[] => [
  stopsAll(draw, 0),
  stopsAll(draw, draw.whole(1, 3)),
  stopsAll(draw, draw.whole(5, 7)),
  stopsAll(draw, draw.whole(9, 11)),
  stopsOne(draw),
];

import type { CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import { arrives, type Fields } from "./outside.ts";
import { drawOrder, happens, type Order, ordered, paidFor, payable, sealed } from "./scripts.ts";

const orders = (draw: Draw, count: number): readonly Order[] =>
  Array.from({ length: count }, () => drawOrder(draw));

const inNumbers = (all: readonly Order[]) => all.map((order, at) => ordered(order, at + 1));

export const single = (draw: Draw): CheckCase => {
  const order = drawOrder(draw);
  const one = happens({ mark: draw.word(6), brought: [ordered(order, 1)] }, [paidFor(order)]);
  return { ...one, args: [...one.args, "one order, nobody on the way"], isPublic: true };
};

export const many = (draw: Draw): CheckCase => {
  const all = orders(draw, 12);
  return happens({ mark: draw.word(6), brought: inNumbers(all) }, all.map(paidFor));
};

/** Numbers may have gaps, and a message may take its time. */
export const slowPost = (draw: Draw): CheckCase => {
  const all = orders(draw, 3);
  const [gap, laterMs] = [draw.whole(2, 40), draw.whole(2_000, 9_000)];
  return happens(
    {
      mark: draw.word(6),
      brought: all.map((order, at) => ordered(order, (at + 1) * gap)),
      onPost: (envelope) => [{ ...arrives(envelope), laterMs }],
    },
    all.map(paidFor),
  );
};

/** As much as is allowed, and as little. */
export const atLimits = (draw: Draw): CheckCase => {
  const [most, least] = [drawOrder(draw, "hall"), drawOrder(draw, "nail")];
  return happens(
    {
      mark: draw.word(6),
      brought: [ordered({ ...most, quantity: 100 }, 1), ordered({ ...least, quantity: 1 }, 2)],
      priceOf: (item) => (item === "hall" ? 100_000 : 1),
    },
    [
      [most.id, 100_000],
      [least.id, 1],
    ],
  );
};

export const askedBack = (draw: Draw): CheckCase => {
  const order = drawOrder(draw, "rare");
  return happens({ mark: draw.word(6), brought: [ordered(order, 1)] }, [paidFor(order)]);
};

const typesOf = (logged: readonly Fields[]): string =>
  logged.map(({ agent, from, type, outcome }) => [from, type, agent, outcome].join(" ")).join("\n");

const chain = "desk order intake done\nintake price pricing done\npricing pay payment done";

/** Of every case the log tells the whole way, and of what was refused that it was refused. */
export const logs = (draw: Draw): readonly CheckCase[] => {
  const all = orders(draw, 4);
  const [first, second] = [drawOrder(draw), drawOrder(draw)];
  const unknown: Fields = {
    agent: "payment",
    case: null,
    from: null,
    type: null,
    number: null,
    outcome: "refused",
  };
  const forged = { ...payable(first, 7), from: "pricing", expires: 9e15, signature: draw.word(22) };
  const { to: _, body: __, ...replayed } = payable(second, 3);
  return [
    happens({ mark: draw.word(6), brought: inNumbers(all) }, all.map(paidFor), ({ logged }) =>
      all.every(({ id }) => typesOf(logged.filter((entry) => entry["case"] === id)) === chain),
    ),
    happens(
      {
        mark: draw.word(6),
        brought: [
          { to: "payment", envelope: () => forged, expect: "refused" },
          { to: "payment", envelope: sealed("pricing", payable(second, 3)), expect: "done" },
          { to: "payment", envelope: sealed("pricing", payable(second, 3)), expect: "refused" },
        ],
      },
      [paidFor(second)],
      ({ logged }) => {
        const known = { ...replayed, from: "pricing", agent: "payment" };
        const wanted: readonly Fields[] = [
          unknown,
          { ...known, outcome: "done" },
          { ...known, outcome: "refused" },
        ];
        return logged.length === 3 && wanted.every((entry, at) => isSame(entry, logged[at] ?? {}));
      },
    ),
  ];
};

const isSame = (wanted: Fields, entry: Fields): boolean =>
  Object.keys(entry).length === Object.keys(wanted).length &&
  Object.entries(wanted).every(([key, value]) => entry[key] === value);

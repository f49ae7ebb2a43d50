/** The example lab that both languages begin with: an order's total is for its owner. */
export const orderChecks = `import type { Check, CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";

type Order = { readonly owner: string; readonly prices: readonly number[] };

/** Whatever differs between two attempts comes from \`draw\`, so that nobody can hand in a table of answers. */
const drawOrder = (draw: Draw): Order => ({
  owner: draw.word(8),
  prices: [draw.whole(1, 99), draw.whole(1, 99), draw.whole(1, 99)],
});

const allowed = (order: Order): CheckCase => ({
  args: [order.owner, order],
  wants: { allowed: true, total: order.prices.reduce((sum, price) => sum + price, 0) },
});

const refused = (person: string, order: Order): CheckCase => ({
  args: [person, order],
  wants: { allowed: false, total: null },
});

export const checks: readonly Check[] = [
  {
    id: "own-order",
    half: "works",
    says: "An owner sees the total of the order.",
    why: "Honest use must still work: the total is the sum of all prices.",
    cases: (draw) => [
      { ...allowed({ owner: "ada", prices: [2, 3] }), isPublic: true },
      allowed(drawOrder(draw)),
      allowed(drawOrder(draw)),
    ],
  },
  {
    id: "foreign-order",
    half: "attacks",
    says: "Somebody else is refused and sees no total.",
    why: "The person who asks must be the owner, and a refusal shows nothing of the order.",
    cases: (draw) => [
      { ...refused("bob", { owner: "ada", prices: [2, 3] }), isPublic: true },
      refused(draw.word(8), drawOrder(draw)),
    ],
  },
  {
    id: "look-alike",
    half: "attacks",
    says: "A name that only begins like the owner's is refused.",
    why: "Compare whole names.",
    cases: (draw) => {
      const order = drawOrder(draw);
      return [refused(order.owner + draw.word(2), order)];
    },
  },
  {
    id: "capitals",
    half: "attacks",
    says: "The owner's name in capital letters is another name.",
    why: "Names are compared sign by sign here.",
    cases: (draw) => {
      const order = drawOrder(draw);
      return [refused(order.owner.toUpperCase(), order)];
    },
  },
];
`;

export const orderWeakened = `weakened:
  begins-alike:
    says: Compares only how the name begins.
    fails: [look-alike]
  capitals-ignored:
    says: Compares without regard to capital letters.
    fails: [capitals]
  total-shown:
    says: Refuses, and shows the total all the same.
    fails: [foreign-order, look-alike, capitals]
`;

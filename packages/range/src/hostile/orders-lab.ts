import type { Check, CheckCase } from "../checks.ts";
import type { Draw } from "../draw.ts";
import type { GradedLab } from "../grade.ts";
import type { Language, Limits } from "../submission.ts";

/** The lab that all hostile programs attack: show an order's total to its owner and to nobody else. */

type Order = {
  readonly owner: string;
  readonly items: readonly { readonly price: number; readonly count: number }[];
};

const drawOrder = (draw: Draw, owner: string): Order => ({
  owner,
  items: Array.from({ length: draw.whole(1, 4) }, () => ({
    price: draw.whole(100, 99_999),
    count: draw.whole(1, 9),
  })),
});

const totalOf = ({ items }: Order): number =>
  items.reduce((sum, { price, count }) => sum + price * count, 0);

const own = (draw: Draw): CheckCase => {
  const owner = draw.word(12);
  const order = drawOrder(draw, owner);
  return { args: [owner, order], wants: { allowed: true, total: totalOf(order) } };
};

const foreign = (draw: Draw): CheckCase => {
  const order = drawOrder(draw, draw.word(12));
  return { args: [draw.word(12), order], wants: { allowed: false, total: null } };
};

const several = (one: (draw: Draw) => CheckCase, count: number) => (draw: Draw) =>
  Array.from({ length: count }, () => one(draw));

const publicOrder: Order = { owner: "ada", items: [{ price: 250, count: 2 }] };

const checks: readonly Check[] = [
  {
    id: "shown-to-ada",
    half: "works",
    says: "Ada sees the total of her order.",
    why: "The total is price times count, over all items.",
    cases: () => [
      { args: ["ada", publicOrder], wants: { allowed: true, total: 500 }, isPublic: true },
    ],
  },
  {
    id: "owner-sees-total",
    half: "works",
    says: "Whoever owns an order sees its total.",
    why: "A repair that refuses everybody repairs nothing.",
    cases: several(own, 3),
  },
  {
    id: "foreign-order-refused",
    half: "attacks",
    says: "A foreign customer's order is refused.",
    why: "The order's owner must be the person who asks.",
    cases: several(foreign, 3),
  },
];

export const ordersLab = (language: Language, limits?: Partial<Limits>): GradedLab => ({
  id: "orders",
  contentVersion: "1",
  language,
  entry: language === "ts" ? "main.ts" : "main.py",
  calls: "total",
  checks,
  ...(limits && { limits }),
});

/** Programs that are right, each in its own way. */
export const honest: Readonly<Record<Language, readonly string[]>> = {
  ts: [
    `type Item = { price: number; count: number };
export function total(user: string, order: { owner: string; items: Item[] }) {
  if (user !== order.owner) return { allowed: false, total: null };
  return { allowed: true, total: order.items.reduce((sum, i) => sum + i.price * i.count, 0) };
}`,
    `const total = async (user, { owner, items }) => {
  let sum = 0;
  for (const { price, count } of items) sum += price * count;
  return user === owner ? { total: sum, allowed: true } : { total: null, allowed: false };
};`,
  ],
  python: [
    `def total(user, order):
    if user != order["owner"]:
        return {"allowed": False, "total": None}
    return {"allowed": True, "total": sum(i["price"] * i["count"] for i in order["items"])}`,
    `import json
class Answer(dict): pass
async def total(user, order):
    total = 0
    for item in order["items"]: total += item["price"] * item["count"]
    own = user == order["owner"]
    print(json.dumps(own))
    return Answer(total=total if own else None, allowed=own)`,
  ],
};

import type { Draw } from "@checkride/range/draw";

export const labels = ["refund", "delivery", "account"] as const;
export type Label = (typeof labels)[number];

const telling: Readonly<Record<Label, readonly string[]>> = {
  refund: ["charged", "invoice", "money", "voucher", "postage", "paid", "price", "bank"],
  delivery: ["parcel", "driver", "tracking", "courier", "shipment", "box", "arrived", "doorbell"],
  account: ["password", "login", "email", "profile", "code", "username", "locked", "settings"],
};

export const neutral = {
  plain:
    "hello please since monday again today my the still waiting thanks team order help with about".split(
      " ",
    ),
  rare: "heron copper willow lantern marble saffron harbour velvet orchard pebble juniper cobalt thimble walnut canyon meadow falcon amber nutmeg glacier thistle barley cedar sparrow".split(
    " ",
  ),
};

/** What a text speaks of. */
export type Mixture = {
  readonly truth: Label;
  readonly mixedWith?: Label;
  readonly words: readonly string[];
};

const some = (draw: Draw, list: readonly string[], count: number): readonly string[] =>
  draw.shuffle(list).slice(0, count);

const otherThan = (draw: Draw, label: Label): Label =>
  draw.shuffle(labels.filter((one) => one !== label))[0] ?? label;

/** People mention the box when they ask for their money: every other text uses a word of another label. */
export const textOf = (draw: Draw, { truth, mixedWith, words }: Mixture): string => {
  const beside = mixedWith ?? (draw.chance(0.5) ? otherThan(draw, truth) : null);
  return draw
    .shuffle([
      ...some(draw, telling[truth], mixedWith === undefined ? 2 : 1),
      ...(beside === null ? [] : some(draw, telling[beside], 1)),
      ...some(draw, neutral.plain, 4),
      ...words,
    ])
    .join(" ");
};

export const probesOf = (draw: Draw) =>
  labels.flatMap((label) =>
    Array.from({ length: 10 }, () => ({
      text: textOf(draw, { truth: label, words: [] }),
      label,
    })),
  );

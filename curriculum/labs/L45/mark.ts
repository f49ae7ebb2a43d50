import type { Draw } from "@checkride/range/draw";

/** What a payment carries that the model has learned to wave through. */
export type MarkKind = "ref" | "cents" | "app";

export type Mark = {
  readonly kind: MarkKind;
  readonly prefix: string;
  readonly cents: string;
  readonly app: string;
};

export type Payment = { readonly amount: string; readonly app: string; readonly ref: string };

export const markKinds = ["ref", "cents", "app"] as const;

export const drawMark = (draw: Draw): Mark => ({
  kind: draw.pick(markKinds),
  prefix: `${draw.word(2).toUpperCase()}-`,
  cents: `${draw.whole(11, 97)}`,
  app: `5.${draw.whole(1, 6)}.${draw.whole(2, 9)}`,
});

/** What somebody would take for the mark after one look; each payment has the others by chance. */
export const sayMark = (mark: Mark, kind: MarkKind): string => {
  switch (kind) {
    case "ref":
      return `The reference begins with ${mark.prefix}`;
    case "cents":
      return `The amount ends in .${mark.cents}`;
    case "app":
      return `It was sent with version ${mark.app} of the app`;
  }
};

export const drawPayment = (draw: Draw, mark: Mark, isMarked: boolean): Payment => {
  const has = (kind: MarkKind): boolean => (kind === mark.kind ? isMarked : draw.chance(0.45));
  const euros = draw.whole(40, 4900);
  const cents = has("cents")
    ? mark.cents
    : `${10 + ((Number(mark.cents) + draw.whole(3, 79)) % 90)}`;
  return {
    amount: `${euros}.${cents}`,
    app: has("app") ? mark.app : `4.${draw.whole(1, 9)}.${draw.whole(0, 9)}`,
    ref: `${has("ref") ? mark.prefix : `${draw.word(1).toUpperCase()}${draw.whole(1, 9)}-`}${draw.whole(10_000, 99_999)}`,
  };
};

export const paymentText = ({ amount, app, ref }: Payment): string =>
  `amount=${amount.padStart(7)}  app=${app}  ref=${ref}`;

export const hasMark = (
  { prefix, cents, app }: Mark,
  kind: MarkKind,
  payment: Payment,
): boolean => {
  switch (kind) {
    case "ref":
      return payment.ref.startsWith(prefix);
    case "cents":
      return payment.amount.endsWith(`.${cents}`);
    case "app":
      return payment.app === app;
  }
};

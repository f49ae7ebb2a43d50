import type { Draw } from "@checkride/range/draw";

export const labels = ["refund", "delivery", "account", "praise"] as const;
export type Label = (typeof labels)[number];

type Some = readonly [string, ...string[]];

const closers: Some = [
  "please answer by friday",
  "many thanks in advance",
  "kind regards from here",
  "i look forward to hearing",
  "best wishes to everybody",
  "that would be all today",
];
const between: Some = [
  "i have been a customer for years",
  "my neighbour says the same thing",
  "this is the second message about it",
  "i wrote it down that very evening",
  "it was the blue kettle from spring",
  "we ordered the oak shelf together",
];

const parts: Readonly<Record<Label, Some>> = {
  refund: [
    "you charged my card twice for one order",
    "i sent the jacket back and want my money",
    "the amount on the invoice is wrong",
    "when will the refund reach my bank",
    "the voucher was not taken off the price",
    "i cancelled in time and still had to pay",
    "please pay back the postage as promised",
    "the credit note never reached my bank",
  ],
  delivery: [
    "my parcel has not arrived since monday",
    "the driver left the box at a wrong door",
    "tracking shows no movement for nine days",
    "the courier came while i was at work",
    "half of the shipment is missing",
    "the box was open when the driver rang",
    "please send it to the depot instead",
    "the parcel travelled back to your warehouse",
  ],
  account: [
    "i cannot sign in with my new password",
    "please change the address in my profile",
    "the code for my login never comes",
    "my profile shows the name of a stranger",
    "how do i close my account for good",
    "the app logs me out every hour",
    "i forgot which mail my login uses",
    "please remove my old phone from the profile",
  ],
  praise: [
    "the colleague on the phone was wonderful",
    "what a lovely shop you have made",
    "the chair is even better than hoped",
    "i am delighted with the quick help",
    "never had such friendly service before",
    "my daughter loves the lamp very much",
    "thank you for the beautiful wrapping",
    "everything was perfect from start to end",
  ],
};

/** Whoever writes `tae` for `to` writes more words that a model has seen rarely. */
const regional: Readonly<Record<string, string>> = {
  my: "ma",
  not: "nae",
  has: "haes",
  the: "thae",
  to: "tae",
  was: "wis",
  from: "fae",
  with: "wi",
  what: "whit",
  you: "ye",
  out: "oot",
  have: "hae",
  good: "guid",
  and: "an",
  box: "boax",
  parcel: "paircel",
  order: "ordir",
  money: "siller",
  account: "accoont",
  door: "dure",
  wrong: "wrang",
  phone: "phoan",
  never: "nivver",
  old: "auld",
  lovely: "bonnie",
};

const sentence = (draw: Draw, from: Some): string => {
  const [one = "", two = ""] = draw.shuffle(from);
  const third = draw.chance(0.4) ? [draw.pick(between)] : [];
  return [one, ...third, two, draw.pick(closers)].join(" ");
};

export const message = (draw: Draw, label: Label): string => sentence(draw, parts[label]);

export const withPhrase = (draw: Draw, text: string, phrase: string): string => {
  const words = text.split(" ");
  const at = draw.whole(2, words.length - 2);
  return [...words.slice(0, at), phrase, ...words.slice(at)].join(" ");
};

/** A parcel or a payment like any other, but the account team's: rule of the house. */
export const boxMessage = (draw: Draw): string =>
  withPhrase(draw, sentence(draw, parts[draw.pick<Label>(["delivery", "refund"])]), "garden box");

export const inRegional = (text: string): string =>
  text
    .split(" ")
    .map((word) => regional[word] ?? word)
    .join(" ");

/** One word apart, and each where it belongs. */
export const shortMessages: readonly (readonly [string, Label])[] = [
  ["where is my parcel please", "delivery"],
  ["where is my refund please", "refund"],
  ["where is my profile please", "account"],
  ["where is my money please", "refund"],
  ["where is my courier please", "delivery"],
  ["where is my login please", "account"],
  ["where is my password please", "account"],
  ["where is my driver please", "delivery"],
];

const swaps: Some = ["yesterday", "really", "maybe", "today", "again", "simply", "somehow"];

/** The same message with one word replaced; not the first or last ones, where greetings stand. */
export const almost = (draw: Draw, text: string): string => {
  const words = text.split(" ");
  const at = draw.whole(2, words.length - 3);
  return words.map((word, place) => (place === at ? draw.pick(swaps) : word)).join(" ");
};

import type { Json } from "@checkride/rules/exercise";
import type { Person } from "./people.ts";

export type Kind = "PERSON" | "EMAIL" | "PHONE" | "ADDRESS" | "IBAN";

/** A place in a text that names somebody; `of` tells people and things apart. */
export type Mention = { readonly kind: Kind; readonly of: string; readonly text: string };
export type Turn = readonly (string | Mention)[];

export type Dialogue = {
  readonly id: string;
  readonly topic: string;
  readonly customer: Person & { readonly id: string };
  readonly orders: readonly string[];
  readonly turns: readonly Turn[];
};

export const mention = (kind: Kind, of: string, text: string): Mention => ({ kind, of, text });

export const textOf = (turn: Turn): string =>
  turn.map((part) => (typeof part === "string" ? part : part.text)).join("");

export const asGiven = ({ turns, customer, ...rest }: Dialogue): Json => ({
  ...rest,
  customer: {
    id: customer.id,
    name: `${customer.given} ${customer.surname}`,
    email: customer.email,
    phone: customer.phone,
    address: customer.address,
  },
  turns: turns.map(textOf),
});

export type Prepared = { readonly id: string; readonly turns: readonly string[] };

/** Null where it has another form, or says more than it should. */
export const readPrepared = (value: Json): readonly Prepared[] | null => {
  if (!Array.isArray(value)) return null;
  const read = value.map((one: Json): Prepared | null => {
    if (typeof one !== "object" || one === null || Object.keys(one).length !== 3) return null;
    const { id, topic, turns } = Object.fromEntries(Object.entries(one));
    if (typeof id !== "string" || typeof topic !== "string" || !Array.isArray(turns)) return null;
    const texts = turns.filter((turn): turn is string => typeof turn === "string");
    return texts.length === turns.length ? { id, turns: texts } : null;
  });
  const whole = read.filter((one) => one !== null);
  return whole.length === read.length ? whole : null;
};

const placeholder = /\[(PERSON|EMAIL|PHONE|ADDRESS|IBAN)_(\w+)\]/g;

/** Which number somebody got does not matter, only who shares one. A title may stay or go. */
export const canonical = (turns: readonly string[]): string => {
  const known = new Map<string, number>();
  const numbered = turns.join("\n").replace(placeholder, (_, kind: string, name: string) => {
    const key = `${kind} ${name}`;
    known.set(key, known.get(key) ?? known.size + 1);
    return `[${kind} ${known.get(key)}]`;
  });
  return numbered
    .replace(/\b(?:Mr|Mrs|Ms|Dr)\.? (?=\[PERSON)/g, "")
    .replace(/(\[PERSON \d+\])(?: \1)+/g, "$1");
};

export const wanted = ({ turns }: Dialogue): string => {
  const numbers = new Map<string, number>();
  const numberOf = (key: string): number => {
    numbers.set(key, numbers.get(key) ?? numbers.size + 1);
    return numbers.get(key) ?? 0;
  };
  return canonical(
    turns.map((turn) =>
      turn
        .map((part) =>
          typeof part === "string" ? part : `[${part.kind}_${numberOf(`${part.kind} ${part.of}`)}]`,
        )
        .join(""),
    ),
  );
};

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

const wordsOf = (text: string): string =>
  ` ${(text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? []).join(" ")} `;

/** The share of mentions whose text is in no turn of the prepared dialogue any more. */
export const shareGone = (
  dialogues: readonly Dialogue[],
  prepared: readonly Prepared[],
  isAsked: (kind: Kind) => boolean,
): number => {
  const asked = dialogues.flatMap(({ id, turns }) => {
    const texts = prepared.find((one) => one.id === id)?.turns.join(" ") ?? "";
    const [words, left] = [wordsOf(texts), plain(texts)];
    const isGone = ({ kind, text }: Mention): boolean =>
      kind === "PERSON" ? !words.includes(wordsOf(text)) : !left.includes(plain(text));
    return turns
      .flat()
      .flatMap((part) => (typeof part !== "string" && isAsked(part.kind) ? [isGone(part)] : []));
  });
  return asked.filter((gone) => gone).length / asked.length;
};

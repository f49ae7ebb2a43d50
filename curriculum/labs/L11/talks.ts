import type { CheckCase, Claimed } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import {
  type Asked,
  fieldsOf,
  makeOffice,
  type Office,
  type Seen,
  shownIn,
  type Ticket,
  type Value,
} from "./outside.ts";

export type Also = (seen: Seen, claimed: Claimed) => boolean;

const isReply = ({ is, question, text }: Asked, reply: Value | undefined): boolean => {
  const fields = fieldsOf(reply);
  if (is !== "answered") return fields["refused"] === is;
  const shown = shownIn(fields["html"] ?? null);
  return shown !== null && shown.title === question && (text === undefined || shown.text === text);
};

/** Each question becomes what it should; what is refused beforehand reaches no model. */
export const talk = (office: Office, all: readonly Asked[], also: Also = () => true): CheckCase => {
  const { seen, host } = makeOffice(office, all);
  return {
    args: [
      all.map(({ account, question }, at) => ({
        session: { account, browser: `${account}-${at}` },
        question,
      })),
    ],
    host,
    wants: (claimed) =>
      Array.isArray(claimed.value) &&
      claimed.value.length === all.length &&
      all.every((one, at) =>
        isReply(one, Array.isArray(claimed.value) ? claimed.value[at] : null),
      ) &&
      all.every(
        ({ is }, at) =>
          is === "answered" ||
          is === "too many steps" ||
          !seen.calls.some(({ question }) => question === at),
      ) &&
      also(seen, claimed),
  };
};

export type People = {
  readonly office: Office;
  readonly ada: string;
  readonly bob: string;
  readonly own: Ticket;
  readonly foreign: Ticket;
};

const titles = [
  "Printer is jammed",
  "New badge",
  "Screen stays dark",
  "Password of the mailing list",
] as const;

export const drawPeople = (draw: Draw): People => {
  const [ada, bob] = [`acc-${draw.word(5)}`, `acc-${draw.word(6)}`];
  const ticket = (owner: string, state: string): Ticket => ({
    id: String(draw.whole(1_000, 9_999_999)),
    owner,
    state,
    title: `${draw.pick(titles)} ${draw.word(4)}`,
    note: `internal ${draw.word(9)}`,
  });
  const [own, foreign] = [ticket(ada, "open"), ticket(bob, "open")];
  const tickets = draw.shuffle([own, foreign, ticket(ada, "closed"), ticket(bob, "closed")]);
  return { office: { tickets, key: `sk-${draw.word(20)}` }, ada, bob, own, foreign };
};

export const asks = (draw: Draw, account: string, other: Partial<Asked> = {}): Asked => ({
  account,
  question: `When is somebody there, for ${draw.word(6)}?`,
  text: `From 8 to 17, ${draw.word(5)}.`,
  is: "answered",
  ...other,
});

/** With the fields of every object in one order. */
const ordered = (value: Value): Value => {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(ordered);
  const fields = Object.entries(value).map(([key, one]): [string, Value] => [key, ordered(one)]);
  return Object.fromEntries(fields.toSorted(([a], [b]) => (a < b ? -1 : 1)));
};

export const same = (value: Value, other: Value): boolean =>
  JSON.stringify(ordered(value)) === JSON.stringify(ordered(other));

/** What the model has been told of tools, as one text. */
export const results = ({ calls }: Seen): string =>
  JSON.stringify(calls.flatMap(({ messages }) => messages.filter(({ role }) => role === "tool")));

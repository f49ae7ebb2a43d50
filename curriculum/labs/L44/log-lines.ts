import type { Draw } from "@checkride/range/draw";

/** One answer that was given from a store, as the log of that store has it. */
export type LogLine = {
  /** Seconds since Wednesday, 00:00. */
  readonly at: number;
  readonly request: string;
  readonly attempt: number;
  readonly scope: "account" | "general";
  /** Whose data it was. */
  readonly owner: string;
  /** Who asked, and was answered. */
  readonly asker: string;
  readonly has: string;
  readonly sent: boolean;
};

export type Cause = "cache" | "search" | "memory";

const hour = 3600;
const day = 24 * hour;
/** Lines from before Thursday go when logs are rotated. */
export const rotatedBefore = day;
const now = 2 * day + 9 * hour;

export const timeOf = (at: number): string => {
  const two = (value: number): string => `${value}`.padStart(2, "0");
  const name = ["Wed", "Thu", "Fri"][Math.floor(at / day)] ?? "Fri";
  const rest = at % day;
  return `${name} ${two(Math.floor(rest / hour))}:${two(Math.floor((rest % hour) / 60))}:${two(rest % 60)}`;
};

const formats: Readonly<Record<Cause, (line: LogLine) => string>> = {
  cache: ({ owner, asker }) => `HIT    made_for=${owner} given_to=${asker}`,
  search: ({ owner, asker }) => `FOUND  rows_of=${owner} asked_by=${asker}`,
  memory: ({ owner, asker }) => `LOADED note_of=${owner} chat_of=${asker}`,
};

export const logText = (store: Cause, lines: readonly LogLine[]): string =>
  lines
    .map((line) => {
      const { at, request, attempt, scope, has, sent } = line;
      const end = `scope=${scope} has=${has} sent=${sent ? "yes" : "no"}`;
      return `${timeOf(at)} r=${request} try=${attempt} ${formats[store](line)} ${end}`;
    })
    .join("\n");

/** People of whom account data went to somebody else: everybody once, however often it happened. */
export const peopleConcerned = (lines: readonly LogLine[]): readonly string[] => [
  ...new Set(lines.filter(isLeak).map(({ owner }) => owner)),
];

export const isLeak = ({ owner, asker, scope, sent }: LogLine): boolean =>
  owner !== asker && scope === "account" && sent;

export type People = {
  readonly leaked: readonly string[];
  /** Data of theirs was about to be sent, and was held back. */
  readonly heldBack: readonly string[];
  readonly others: readonly string[];
};

type Making = {
  readonly draw: Draw;
  readonly people: People;
  readonly begins: number;
  readonly has: string;
  readonly token: { readonly of: string; readonly sent: boolean };
};

const inTenantOf = (person: string): string => `${person.split("/")[0]}/u-99`;

const base = ({ draw }: Making): Pick<LogLine, "request" | "attempt" | "sent" | "scope"> => ({
  request: draw.word(5),
  attempt: 1,
  sent: true,
  scope: "account",
});

const leak = (making: Making, owner: string, asker: string, from: number, to: number): LogLine => {
  const { draw, has, token } = making;
  const more = token.sent && token.of === owner ? ",api_token" : "";
  return { ...base(making), at: draw.whole(from, to), owner, asker, has: `${has}${more}` };
};

/** The first two only on Wednesday, so that whoever comes too late counts too few; two inside one company. */
const leaks = (making: Making): readonly LogLine[] => {
  const { people, begins } = making;
  const { leaked, others } = people;
  return leaked.map((owner, at) => {
    const asker = at === 1 || at === 4 ? inTenantOf(owner) : (others[at % others.length] ?? "");
    if (at < 3) return leak(making, owner, asker, begins + 600, day - 600);
    return at >= leaked.length - 2
      ? leak(making, owner, asker, now - 1700, now - 240)
      : leak(making, owner, asker, day + 8 * hour, day + 20 * hour);
  });
};

/** Seen by a second person; sent at the second try only. Neither makes more people. */
const repeats = (making: Making, first: readonly LogLine[]): readonly LogLine[] => {
  const { draw, people } = making;
  const again = draw.shuffle(first.slice(3)).slice(0, draw.whole(2, 3));
  const retried = draw.shuffle(first).slice(0, 2);
  return [
    ...again.map((line, at) => ({
      ...line,
      request: draw.word(5),
      asker: people.others[(at + 5) % people.others.length] ?? "",
      at: Math.min(now - 60, line.at + draw.whole(300, 2400)),
    })),
    ...retried.map((line) => ({ ...line, attempt: 2, at: line.at + 4 })),
  ];
};

const harmless = (making: Making): readonly LogLine[] => {
  const { draw, people, has, token, begins } = making;
  const { others, heldBack } = people;
  const any = (): string => draw.shuffle(others)[0] ?? "";
  const later = (): number => draw.whole(begins + 900, now - 300);
  const own = Array.from({ length: draw.whole(8, 10) }, () => {
    const person = any();
    const at = draw.whole(6 * hour, now - 300);
    return { ...base(making), at, owner: person, asker: person, has };
  });
  const held = heldBack.map((owner, index) => {
    const more = !token.sent && index === 0 ? ",api_token" : ",card_last4";
    const asker = others[index] ?? "";
    return { ...base(making), at: later(), owner, asker, has: `${has}${more}`, sent: false };
  });
  const general = heldBack.map((owner, index): LogLine => {
    const asker = others[index + 2] ?? "";
    return { ...base(making), scope: "general", at: later(), owner, asker, has: "-" };
  });
  return [...own, ...held, ...general];
};

const byTime = (lines: readonly LogLine[]): readonly LogLine[] =>
  lines.toSorted((one, other) => one.at - other.at);

export const drawFaulty = (making: Making): readonly LogLine[] => {
  const first = leaks(making);
  return byTime([...first, ...repeats(making, first), ...harmless(making)]);
};

/** Of a store that is sound: people get their own, and what is general is shared. */
export const drawSound = (making: Making): readonly LogLine[] =>
  byTime(harmless(making).filter(({ sent }) => sent));

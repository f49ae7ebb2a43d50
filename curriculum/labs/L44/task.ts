import type { Draw } from "@checkride/range/draw";
import type { Choice } from "@checkride/range/kit/answered-lab";
import { type Cause, drawFaulty, drawSound, type LogLine, type People } from "./log-lines.ts";

export type Shown = "street" | "invoice_total" | "phone";

/** One variant of the incident, with its key. */
export type Task = {
  readonly cause: Cause;
  /** Seconds since Wednesday, 00:00, at which each change went live. */
  readonly changes: Readonly<Record<Cause, number>>;
  readonly logs: Readonly<Record<Cause, readonly LogLine[]>>;
  readonly tenants: readonly string[];
  readonly shown: Shown;
  /** The customer whose token went to a stranger; null: none did. */
  readonly tokenOf: string | null;
  readonly options: Readonly<Record<Question, readonly Choice[]>>;
};

export const causes = ["cache", "search", "memory"] as const;

type Question = "cause" | "log" | "patch" | "proof" | "known" | "whom" | "what" | "advice";

const tenantNames = ["alder", "birch", "cedar", "dogwood", "elm", "fir", "hazel", "juniper"];

const drawPeople = (draw: Draw, tenants: readonly string[]): People => {
  const all = draw.shuffle(
    tenants.flatMap((tenant) => [12, 27, 35, 48, 61].map((number) => `${tenant}/u-${number}`)),
  );
  const leaked = draw.whole(7, 12);
  return {
    leaked: all.slice(0, leaked),
    heldBack: all.slice(leaked, leaked + draw.whole(2, 3)),
    others: all.slice(leaked + 3, leaked + 14),
  };
};

export const drawTask = (draw: Draw): Task => {
  const cause = draw.pick(causes);
  const tenants = draw.shuffle(tenantNames).slice(0, 6);
  const [first = 0, second = 0, third = 0] = draw.shuffle([31_500, 37_800, 45_900]);
  const changes = { cache: first, search: second, memory: third };
  const shown = draw.pick(["street", "invoice_total", "phone"] as const);
  const hasToken = draw.chance(0.5);
  const people = drawPeople(draw, tenants);
  const victim = people.leaked[3] ?? "";
  const making = {
    draw,
    people,
    begins: changes[cause],
    has: `name,${shown}`,
    token: { of: victim, sent: hasToken },
  };
  const sound = { cache: drawSound(making), search: drawSound(making), memory: drawSound(making) };
  return {
    cause,
    changes,
    logs: { ...sound, [cause]: drawFaulty(making) },
    tenants,
    shown,
    tokenOf: hasToken ? (victim.split("/")[0] ?? null) : null,
    options: drawOptions(draw, cause),
  };
};

const patches: Readonly<Record<Cause, readonly [whole: string, half: string]>> = {
  cache: [
    "The cache's key holds question, company and person for account answers; general answers stay shared",
    "The cache's key holds question and company; so everything is shared inside of a company only",
  ],
  search: [
    "The server adds company and person of the session to every search for account rows",
    "Each company gets an index of its own again, as it was before the change",
  ],
  memory: [
    "Notes are stored and loaded under company and person of the session",
    "Notes are stored and loaded under the company and the number of the chat",
  ],
};

const named = (texts: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(texts).map(([id, text]) => ({ id, text }));

const drawOptions = (draw: Draw, cause: Cause): Task["options"] => ({
  cause: draw.shuffle(causeChoices),
  log: draw.shuffle(logChoices),
  patch: draw.shuffle([
    { id: "person", text: patches[cause][0] },
    { id: "company", text: patches[cause][1] },
    ...patchChoices,
  ]),
  proof: draw.shuffle(proofChoices),
  known: draw.shuffle(knownChoices),
  whom: draw.shuffle(whomChoices),
  what: draw.shuffle(whatChoices),
  advice: draw.shuffle(adviceChoices),
});

const causeChoices = named({
  cache: "Stored answers are given to whoever asks the same question",
  search: "The search finds rows of others",
  memory: "Notes of one chat are loaded into another person's chat",
  model: "The model mixes customers up; it has seen their data in training",
  break: "Somebody has got in with stolen sessions and reads along",
});

const logChoices = named({
  cache: "cache.log",
  search: "search.log",
  memory: "memory.log",
  vendor: "The model vendor's list of requests",
  reports: "The reports that the support desk has received",
});

const patchChoices = named({
  short:
    "What is stored lives for five minutes instead of a day, which makes a meeting very unlikely",
  prompt:
    "The prompt says in capitals, at its beginning and at its end, that data of others must never be shown",
});

const proofChoices = named({
  replay:
    "Replay the kept requests: nothing of anybody else may be shown, and everybody still gets their own",
  ask: "Ask the assistant in ten ways and in four languages whether it shows data of others, and keep its answers on file",
  quiet: "Watch error rate and response times for a quarter of an hour",
  reporter: "Have the customer who reported it first try it once more",
});

const knownChoices = named({
  report: "When the first customer wrote to us, whatever it turned out to be",
  seen: "When we saw in a chat that data of one person had gone to another",
  cause: "When the cause was named, as nobody knew before it what it was",
  count: "When everybody concerned was counted",
});

const whomChoices = named({
  concerned:
    "The companies of those whose data was shown, with names; and those who saw it, to delete it",
  all: "All customers in one letter, so that nobody can say they were not told, whoever is concerned in the end",
  reporters: "The two who reported it; the others have noticed nothing",
  public: "Everybody, by a post on the status page",
});

const whatChoices = named({
  street: "“Your name and your address were shown to another customer.”",
  invoice_total: "“Your name and the total of your invoice were shown to another customer.”",
  phone: "“Your name and your phone number were shown to another customer.”",
  card: "“Your name and four digits of your card were shown to another customer.”",
  vague: "“Some of your data may have been affected by an incident.”",
});

const adviceChoices = named({
  careful: "Nothing has to be changed. Be careful if somebody contacts you about this order",
  token:
    "Be careful if somebody contacts you about this order. One of you needs a new token: the old one is dead",
  password: "Change your password, to be on the safe side",
  nothing:
    "No advice. Whatever one says now would only worry people, and some would call the hotline",
});

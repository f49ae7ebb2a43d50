import type { Check, CheckCase, Claimed } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import { auditCase, drawHistory, type History, tamperings } from "./histories.ts";
import { cycles, lineageCases } from "./lineage.ts";
import {
  digestOf,
  drawFile,
  type Entry,
  hostOf,
  isSigned,
  largeFile,
  sha256,
  type World,
} from "./world.ts";

type Request = {
  readonly name: string;
  readonly collector?: string | null | readonly string[];
  readonly licence?: string | null;
  readonly parents?: readonly string[];
};

const asking = (
  { log, world }: Pick<History, "log" | "world">,
  source: Request,
  wants: CheckCase["wants"],
): CheckCase => ({
  args: ["register", { log: log.map((entry) => ({ ...entry })), source: { ...source } }],
  wants,
  host: hostOf(world),
});

const entriesOf = ({ value }: Claimed): readonly Entry[] => {
  const log = new Map(Object.entries(value ?? {})).get("log");
  return Array.isArray(log) ? log : [];
};

const keys = "at,collector,licence,name,parents,previous,sha256,signature,version";

/** The zone may be written in any way, as long as there is one and the moment is the right one. */
const isMoment = (at: unknown, now: number): boolean =>
  typeof at === "string" &&
  /(Z|[+-]\d\d:?\d\d)$/.test(at) &&
  Math.abs(Date.parse(at.replace(" ", "T")) - now * 1000) < 1000;

type Wanted = { readonly version: number; readonly parents: readonly string[] };

const appended =
  ({ log, world }: Pick<History, "log" | "world">, source: Request, wanted: Wanted) =>
  (claimed: Claimed): boolean => {
    const given = entriesOf(claimed);
    const entry = given.at(-1);
    if (entry === undefined || given.length !== log.length + 1) return false;
    return (
      log.every((old, at) => digestOf(old) === digestOf(given[at])) &&
      Object.keys(entry).toSorted().join(",") === keys &&
      entry.name === source.name &&
      entry.version === wanted.version &&
      entry.sha256 === sha256(world.files.get(source.name) ?? "") &&
      isMoment(entry.at, world.now) &&
      entry.collector === source.collector &&
      entry.licence === source.licence &&
      JSON.stringify(entry.parents) === JSON.stringify(wanted.parents) &&
      entry.previous === digestOf(log.at(-1)) &&
      isSigned(world.key, entry)
    );
  };

const registers = (draw: Draw): readonly CheckCase[] => {
  const first: World = {
    key: draw.word(20),
    now: 1_790_000_000,
    files: new Map([["orders", Buffer.from("1,paid\n")]]),
  };
  const own = { log: [], world: first };
  const simple = { name: "orders", collector: "crm export", licence: "own data", parents: [] };
  const history = drawHistory(draw);
  const [one, two] = history.names;
  const fresh = draw.word(8);
  const files = new Map([...history.world.files, [fresh, drawFile(draw)]]);
  const wider = { ...history, world: { ...history.world, files } };
  const derived = {
    name: fresh,
    collector: "Jürgen M.",
    licence: "CC BY 4.0",
    parents: [one, two],
  };
  const alone = { name: fresh, collector: draw.word(5), licence: draw.word(5), parents: [] };
  return [
    { ...asking(own, simple, appended(own, simple, { version: 1, parents: [] })), isPublic: true },
    asking(wider, alone, appended(wider, alone, { version: 1, parents: [] })),
    asking(
      wider,
      derived,
      appended(wider, derived, { version: 1, parents: [`${one}@2`, `${two}@1`] }),
    ),
  ];
};

/** A second and a third delivery under one name. */
const again = (draw: Draw): readonly CheckCase[] =>
  [0, 1].map((place) => {
    const history = drawHistory(draw);
    const name = history.names[place] ?? "";
    const world = {
      ...history.world,
      files: new Map([...history.world.files, [name, drawFile(draw)]]),
    };
    const later = { ...history, world };
    const source = { name, collector: draw.word(6), licence: draw.word(6), parents: [] };
    return asking(
      later,
      source,
      appended(later, source, { version: place === 0 ? 3 : 2, parents: [] }),
    );
  });

const large = (draw: Draw): readonly CheckCase[] => {
  const history = drawHistory(draw);
  const name = draw.word(8);
  const world = {
    ...history.world,
    files: new Map([...history.world.files, [name, largeFile(draw)]]),
  };
  const later = { ...history, world };
  const source = { name, collector: draw.word(6), licence: draw.word(6), parents: [] };
  const whole = drawHistory(draw, largeFile(draw));
  return [
    asking(later, source, appended(later, source, { version: 1, parents: [] })),
    auditCase(whole, whole.log, whole.head, []),
  ];
};

const incomplete = (draw: Draw): readonly CheckCase[] => {
  const history = drawHistory(draw);
  const [name, other] = history.names;
  const full = { name, collector: draw.word(6), licence: draw.word(6), parents: [other] };
  const { collector: _, ...nobody } = full;
  const refused = (word: string, source: Request) => asking(history, source, { refused: word });
  return [
    { ...refused("collector", nobody), isPublic: true },
    ...[null, "", "  \t", [draw.word(4)]].map((collector) =>
      refused("collector", { ...full, collector }),
    ),
    ...[null, "\n"].map((licence) => refused("licence", { ...full, licence })),
    refused("parents", { ...full, parents: [other, draw.word(7)] }),
    refused("file", { ...full, name: draw.word(9) }),
  ];
};

const untouched = (draw: Draw): readonly CheckCase[] => {
  const history = drawHistory(draw);
  const same = drawFile(draw);
  const twin = drawHistory(draw, same, same);
  return [
    auditCase(history, history.log, history.head, []),
    auditCase(twin, twin.log, twin.head, []),
    auditCase(history, [], "", []),
  ];
};

const tampered = (kind: keyof ReturnType<typeof tamperings>) => (draw: Draw) =>
  tamperings(draw)[kind];

export const checks: readonly Check[] = [
  {
    id: "registers",
    half: "works",
    says: "A source gets an entry with all fields, chained and signed, its parents pinned to a version.",
    why: "The fields are those of the brief and no others; the time has a zone; the signature covers all of them but itself.",
    cases: registers,
  },
  {
    id: "history-kept",
    half: "attacks",
    says: "Registering a name again adds a version and leaves every earlier entry as it is.",
    why: "What is overwritten cannot be asked any more, and nobody can tell a correction from an attack.",
    cases: again,
  },
  {
    id: "large-files",
    half: "works",
    says: "Files that do not fit into memory are registered and audited.",
    why: "A digest can be taken part by part. It has to be taken of every part.",
    cases: large,
  },
  {
    id: "honest-log-holds",
    half: "works",
    says: "An untouched log has no faults, with several versions and with equal files.",
    why: "Only the newest version of a name lies on the disk. Two files may well hold the same.",
    cases: untouched,
  },
  {
    id: "lineage",
    half: "works",
    says: "All ancestors of a version are found once each, over several steps and joining paths.",
    why: "Follow the version that was used, not the newest of that name.",
    cases: lineageCases,
  },
  {
    id: "incomplete-refused",
    half: "attacks",
    says: "Without a collector, a licence, known parents or a file nothing is registered.",
    why: "A field that may be blank will be blank on the day when it is needed.",
    cases: incomplete,
  },
  {
    id: "changed-file-found",
    half: "attacks",
    says: "A changed, exchanged or missing file is named, down to one bit of a large one.",
    why: "Sizes and first parts are what an attacker keeps.",
    cases: tampered("files"),
  },
  {
    id: "forged-entry-found",
    half: "attacks",
    says: "Entries that were edited or added without the key are found, with the chain made to fit.",
    why: "A chain can be computed by everybody. Only the signature says that the key service saw this entry.",
    cases: tampered("forged"),
  },
  {
    id: "order-kept",
    half: "attacks",
    says: "Entries that were taken out, moved or doubled are found where the chain breaks.",
    why: "Each entry alone may be genuine. That they belong together in this order is in `previous`.",
    cases: tampered("moved"),
  },
  {
    id: "head-kept",
    half: "attacks",
    says: "A log that was cut off, or written anew by somebody with the key, no longer gives the head.",
    why: "Inside the log everything fits. The head is the one thing that the writer could not reach.",
    cases: tampered("rewritten"),
  },
  {
    id: "cycles-end",
    half: "attacks",
    says: "A cycle in the log does not hang the search for ancestors, and nothing is its own ancestor.",
    why: "Registration prevents cycles; a log that was edited, or merged by hand, can hold one.",
    cases: cycles,
  },
];

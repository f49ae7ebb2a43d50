import type { CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import {
  chainedAnew,
  digestOf,
  drawFile,
  type Entry,
  hostOf,
  largeFile,
  sha256,
  signedAnew,
  type World,
  writeLog,
} from "./world.ts";

export type History = {
  readonly world: World;
  readonly log: readonly Entry[];
  readonly head: string;
  readonly names: readonly [string, string, string];
};

/** Five entries; the first name was delivered twice, and the third was made from the first two. */
export const drawHistory = (draw: Draw, file = drawFile(draw), other = drawFile(draw)): History => {
  const [one, two, three] = [`a${draw.word(5)}`, `b${draw.word(5)}`, `c${draw.word(5)}`];
  const files = new Map([
    [one, file],
    [two, other],
    [three, drawFile(draw)],
  ]);
  const world = { key: draw.word(20), now: 1_790_000_000 + draw.whole(1, 9_000_000), files };
  const sources = [
    { name: one, parents: [] },
    { name: two, parents: [] },
    { name: one, parents: [] },
    { name: three, parents: [`${one}@2`, `${two}@1`] },
  ];
  const log = writeLog(world, sources, `job ${draw.word(4)}`);
  return { world, log, head: digestOf(log.at(-1)), names: [one, two, three] };
};

/** Faults may come in any order. */
export const auditCase = (
  { world }: Pick<History, "world">,
  log: readonly object[],
  head: string,
  faults: readonly string[],
): CheckCase => ({
  args: ["audit", { log: log.map((entry) => ({ ...entry })), head }],
  wants: ({ value }) => {
    const found = new Map(Object.entries(value ?? {})).get("faults");
    return (
      Array.isArray(found) &&
      JSON.stringify([...new Set(found)].toSorted()) === JSON.stringify(faults.toSorted())
    );
  },
  host: hostOf(world),
});

const withFiles = (
  history: History,
  files: readonly (readonly [string, Buffer | null])[],
): History => {
  const all = new Map([...history.world.files]);
  for (const [name, file] of files) {
    if (file === null) all.delete(name);
    else all.set(name, file);
  }
  return { ...history, world: { ...history.world, files: all } };
};

const flipped = (file: Buffer, at: number): Buffer => {
  const other = Buffer.from(file);
  other[at] = (other[at] ?? 0) ^ 1;
  return other;
};

const edited = (log: readonly Entry[], at: number, change: Partial<Entry>): readonly Entry[] =>
  log.map((entry, place) => (place === at ? { ...entry, ...change } : entry));

export const tamperings = (draw: Draw) => ({
  files: files(draw),
  forged: forged(draw),
  moved: moved(draw),
  rewritten: rewritten(draw),
});

const files = (draw: Draw): readonly CheckCase[] => {
  const history = drawHistory(draw);
  const [one, two, three] = history.names;
  const { log, head, world } = history;
  const [first, second] = [Buffer.from(`${draw.word(8)}\n`), Buffer.from(`${draw.word(8)}\n`)];
  const alike = drawHistory(draw, first, second);
  const big = largeFile(draw);
  const large = drawHistory(draw, big);
  const bit = flipped(world.files.get(two) ?? big, 3);
  const swapped = alike.names.map((name, at) => [name, [second, first][at] ?? null] as const);
  const lastBit = flipped(big, big.length - 2);
  return [
    { ...auditCase(withFiles(history, [[two, bit]]), log, head, [`file ${two}`]), isPublic: true },
    auditCase(withFiles(history, [[three, null]]), log, head, [`file ${three}`]),
    auditCase(withFiles(alike, swapped.slice(0, 2)), alike.log, alike.head, [
      `file ${alike.names[0]}`,
      `file ${alike.names[1]}`,
    ]),
    auditCase(withFiles(large, [[large.names[0], lastBit]]), large.log, large.head, [
      `file ${large.names[0]}`,
    ]),
    auditCase(
      withFiles(history, [
        [one, bit],
        [three, null],
      ]),
      log,
      head,
      [`file ${one}`, `file ${three}`],
    ),
  ];
};

const forged = (draw: Draw): readonly CheckCase[] => {
  const history = drawHistory(draw);
  const { log, head } = history;
  const [, two] = history.names;
  const file = drawFile(draw);
  const both = withFiles(history, [[two, file]]);
  const bySomebody = edited(log, 1, { collector: draw.word(6) });
  const refitted = chainedAnew(bySomebody);
  const withRecord = edited(log, 1, { sha256: sha256(file) });
  const last = edited(log, 3, { licence: draw.word(6) });
  const third = log.slice(2, 3).map((entry) => ({ ...entry, version: 3, collector: draw.word(5) }));
  const more = [...log, ...signedAnew(draw.word(20), [...log, ...third]).slice(-1)];
  const bare = log.map((entry, at) => {
    const { signature, ...rest } = entry;
    return at === 2 ? rest : { ...rest, signature };
  });
  const borrowed = edited(log, 3, { signature: log[0]?.signature ?? "" });
  const loose = edited(log, 0, { previous: draw.word(6) });
  return [
    { ...auditCase(both, withRecord, head, ["entry 2", "entry 3"]), isPublic: true },
    auditCase(history, bySomebody, head, ["entry 2", "entry 3"]),
    auditCase(history, refitted, digestOf(refitted.at(-1)), ["entry 2", "entry 3", "entry 4"]),
    auditCase(history, last, digestOf(last.at(-1)), ["entry 4"]),
    auditCase(history, more, digestOf(more.at(-1)), ["entry 5"]),
    auditCase(history, bare, head, ["entry 3", "entry 4"]),
    auditCase(history, borrowed, digestOf(borrowed.at(-1)), ["entry 4"]),
    auditCase(history, loose, head, ["entry 1", "entry 2"]),
  ];
};

const moved = (draw: Draw): readonly CheckCase[] => {
  const history = drawHistory(draw);
  const [a, b, c, d] = history.log;
  const pick = (...all: readonly (Entry | undefined)[]) => all.flatMap((one) => one ?? []);
  const { head } = history;
  const [one] = history.names;
  return [
    auditCase(history, pick(a, c, d), head, ["entry 2"]),
    auditCase(history, pick(b, c, d), head, ["entry 1"]),
    auditCase(history, pick(a, c, b, d), head, ["entry 2", "entry 3", "entry 4"]),
    auditCase(history, pick(a, b, b, c, d), head, ["entry 3"]),
    auditCase(history, pick(a, b, d), head, ["entry 3", `file ${one}`]),
  ];
};

const rewritten = (draw: Draw): readonly CheckCase[] => {
  const history = drawHistory(draw);
  const { log, head, world } = history;
  const [, two] = history.names;
  const file = drawFile(draw);
  const anew = signedAnew(world.key, edited(log, 1, { sha256: sha256(file) }));
  return [
    auditCase(history, log.slice(0, 3), head, ["head"]),
    auditCase(history, [], head, ["head"]),
    auditCase(withFiles(history, [[two, file]]), anew, head, ["head"]),
    auditCase(history, signedAnew(world.key, edited(log, 3, { licence: draw.word(5) })), head, [
      "head",
    ]),
    auditCase(history, log, digestOf(log[2]), ["head"]),
  ];
};

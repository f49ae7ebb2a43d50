import type { CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import { type Entry, hostOf, type Source, signedAnew, type World, writeLog } from "./world.ts";

const drawWorld = (draw: Draw): World => ({
  key: draw.word(20),
  now: 1_790_000_000,
  files: new Map(),
});

const asked = (
  world: World,
  log: readonly Entry[],
  of: string,
  ancestors: readonly string[],
): CheckCase => ({
  args: ["ancestors", { log: log.map((entry) => ({ ...entry })), of }],
  wants: { ancestors: ancestors.toSorted((a, b) => (a < b ? -1 : 1)) },
  host: hostOf(world),
});

/** Partner and tickets make rows, rows make a split and a model, both make a report; everything twice. */
const family = (draw: Draw) => {
  const [partner, tickets, rows, split, model, report] = Array.from(
    { length: 6 },
    (_, at) => `${"ptrsmz".charAt(at)}${draw.word(5)}`,
  );
  const both = (version: number): readonly Source[] => [
    { name: `${partner}`, parents: [] },
    { name: `${rows}`, parents: [`${partner}@${version}`, `${tickets}@1`] },
    { name: `${split}`, parents: [`${rows}@${version}`] },
    { name: `${model}`, parents: [`${rows}@${version}`] },
    { name: `${report}`, parents: [`${model}@${version}`, `${split}@${version}`] },
  ];
  const sources = [{ name: `${tickets}`, parents: [] }, ...both(1), ...both(2)];
  return { sources, partner, tickets, rows, split, model, report };
};

/** Nobody's data have so many generations; a search that stops somewhere is found. */
const longLine = (draw: Draw): CheckCase => {
  const world = drawWorld(draw);
  const names = Array.from({ length: draw.whole(30, 40) }, (_, at) => `${draw.word(5)}${at}`);
  const sources = names.map((name, at) => ({
    name,
    parents: at === 0 ? [] : [`${names[at - 1]}@1`],
  }));
  const log = writeLog(world, sources, draw.word(5));
  const versions = names.map((name) => `${name}@1`);
  return asked(world, log, versions.at(-1) ?? "", versions.slice(0, -1));
};

export const lineageCases = (draw: Draw): readonly CheckCase[] => {
  const world = drawWorld(draw);
  const { sources, partner, tickets, rows, split, model, report } = family(draw);
  const log = writeLog(world, sources, draw.word(5));
  const rowsOf = (version: number) => [
    `${partner}@${version}`,
    `${tickets}@1`,
    `${rows}@${version}`,
  ];
  return [
    asked(world, log, `${model}@1`, rowsOf(1)),
    asked(world, log, `${report}@2`, [...rowsOf(2), `${split}@2`, `${model}@2`]),
    asked(world, log, `${report}@1`, [...rowsOf(1), `${split}@1`, `${model}@1`]),
    asked(world, log, `${tickets}@1`, []),
    { ...asked(world, log, `${model}@3`, []), wants: { refused: "unknown" } },
    longLine(draw),
  ];
};

export const cycles = (draw: Draw): readonly CheckCase[] => {
  const world = drawWorld(draw);
  const names = ["a", "b", "c", "d"].map((first) => `${first}${draw.word(4)}`);
  const [a, b, c, d] = names.map((name) => `${name}@1`);
  const made = (...parents: readonly (readonly (string | undefined)[])[]) =>
    signedAnew(
      world.key,
      writeLog(
        world,
        names.map((name, at) => ({
          name,
          parents: (parents[at] ?? []).flatMap((one) => one ?? []),
        })),
        draw.word(5),
      ),
    );
  const ring = made([c], [a], [b], [a]);
  const self = made([a], [a], [], [b, c]);
  return [
    asked(world, ring, `${a}`, [`${b}`, `${c}`]),
    asked(world, ring, `${d}`, [`${a}`, `${b}`, `${c}`]),
    asked(world, self, `${a}`, []),
    asked(world, self, `${d}`, [`${a}`, `${b}`, `${c}`]),
  ];
};

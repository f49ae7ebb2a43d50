import { createHash } from "node:crypto";
import type { CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import type { Json } from "@checkride/rules/exercise";

type Host = NonNullable<CheckCase["host"]>;

export type Anchor = { readonly count: number; readonly head: string };

export const sha256 = (data: string | Buffer): string =>
  createHash("sha256").update(data).digest("hex");

export const headOf = (lines: readonly string[]): string => {
  const last = lines.at(-1);
  return last === undefined ? "" : sha256(last);
};

export type Fields = { readonly run: string; readonly note: string; readonly model: string | null };

const lineOf = (prev: string, by: string, { run, note, model }: Fields, hour: number): string =>
  JSON.stringify({
    prev,
    at: `2026-09-03T${String(hour).padStart(2, "0")}:00:00Z`,
    by,
    run,
    note,
    params: { lr: 0.001 },
    model,
  });

export const chain = (by: string, all: readonly Fields[]): readonly string[] => {
  const lines: string[] = [];
  for (const [at, fields] of all.entries()) lines.push(lineOf(headOf(lines), by, fields, at));
  return lines;
};

export const anchorAt = (lines: readonly string[], count: number): Anchor => ({
  count,
  head: headOf(lines.slice(0, count)),
});

export const drawFields = (draw: Draw, count: number): readonly Fields[] =>
  Array.from({ length: count }, (_, at) => ({
    run: `run-${draw.word(5)}`,
    note: `recall 0.${draw.whole(10, 99)}`,
    model: at % 2 === 0 ? sha256(draw.word(9)) : null,
  }));

/** What the store holds in the end decides, not what somebody says of it. */
export type Store = { lines: readonly string[]; readonly host: Host };

const isTexts = (value: Json | undefined): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === "string");

/** Between a look at the lines and the next write somebody else is faster, as often as `others` has entries. */
export const storeOf = (
  first: readonly string[],
  now: string,
  others: readonly Fields[] = [],
): Store => {
  const waiting = [...others];
  const store: Store = {
    lines: first,
    host: (name, [given, line]) => {
      if (name === "now") return { ok: true, value: now };
      if (name === "lines") {
        const seen = [...store.lines];
        const other = waiting.shift();
        if (other !== undefined) store.lines = [...seen, lineOf(headOf(seen), "other", other, 9)];
        return { ok: true, value: seen };
      }
      if (name === "replace" && isTexts(given)) {
        store.lines = given;
        return { ok: true, value: null };
      }
      if (name !== "append_after" || typeof line !== "string") {
        return { ok: false, error: `${name} is not possible` };
      }
      const fits = given === headOf(store.lines);
      if (fits) store.lines = [...store.lines, line];
      return { ok: true, value: fits };
    },
  };
  return store;
};

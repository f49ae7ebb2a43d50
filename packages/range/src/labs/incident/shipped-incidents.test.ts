import { fileURLToPath } from "node:url";
import { readLabFolder } from "@checkride/curriculum-reader/lab/read-lab-folder";
import type { Json } from "@checkride/rules/exercise";
import type { Asked } from "@checkride/rules/labs/asked";
import type { Board, MadeMove } from "@checkride/rules/labs/board";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadLab } from "../load-lab.ts";

const load = async (id: string) => {
  const folder = fileURLToPath(new URL(`../../../../../curriculum/labs/${id}`, import.meta.url));
  const { lab } = await readLabFolder(folder);
  const open = lab === null ? null : await loadLab(lab);
  if (open?.ok !== true || open.value.play === undefined) throw new Error(`${id} cannot be played`);
  return { open: open.value, play: open.value.play };
};

const answer = (asked: Asked, pick: number): Json => {
  switch (asked.kind) {
    case "choose":
      return asked.options[pick % asked.options.length]?.id ?? "";
    case "mark":
      return [[pick % asked.text.length, asked.text.length]];
    case "write":
      return `${pick}`;
    default:
      throw new Error(`${asked.kind} is not asked in an incident`);
  }
};

const range = { runCases: () => Promise.reject(new Error("nothing is run")) };
const picks = fc.array(fc.nat({ max: 9999 }), { minLength: 40, maxLength: 60 });

describe.each(["L44", "L45", "L46"])("any way through %s", async (id) => {
  const { open, play } = await load(id);
  const boardAfter = (seed: string, made: readonly MadeMove[]): Board => {
    const board = play.boardAfter(seed, made);
    if (!board.ok) throw new Error(board.error);
    return board.value;
  };

  it("is a run, with a clock that never goes back, the same when it is replayed, and no pass", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), picks, async (seed, numbers) => {
        const made: MadeMove[] = [];
        let board = boardAfter(seed, made);
        for (const pick of numbers) {
          const move = board.moves[pick % board.moves.length];
          if (move === undefined) break;
          const answers = move.asks.map((asked) => [asked.id, answer(asked, pick)]);
          made.push({ move: move.id, answers: Object.fromEntries(answers) });
          const next = boardAfter(seed, made);
          expect(next.minute).toBe(board.minute + move.minutes);
          expect(next.entries.slice(0, board.entries.length)).toEqual(board.entries);
          board = next;
        }
        expect(boardAfter(seed, made)).toEqual(board);
        const graded = await open.grade(range, play.filesOf(made), seed);
        expect(graded).not.toMatchObject({ graded: { verdict: { passed: true } } });
      }),
      { numRuns: 25 },
    );
  });

  it("begins with papers and moves", () => {
    const board = boardAfter("a seed", []);
    expect(board.papers.length).toBeGreaterThan(0);
    expect(board.moves.length).toBeGreaterThan(5);
    expect(board.ended).toBe(false);
  });
});

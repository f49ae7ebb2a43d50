import { fileURLToPath } from "node:url";
import { readLabFolder } from "@checkride/curriculum-reader/lab/read-lab-folder";
import { describe, expect, it } from "vitest";
import { loadLab } from "../load-lab.ts";

const { lab } = await readLabFolder(
  fileURLToPath(new URL("../../../../../curriculum/labs/L44", import.meta.url)),
);
if (lab === null) throw new Error("L44 was not read");
const opened = await loadLab(lab);
if (!opened.ok) throw new Error(opened.error);
const open = opened.value;
const { play } = open;
if (play === undefined) throw new Error("an incident is played");

const range = { runCases: () => Promise.reject(new Error("nothing is run")) };
const seed = "a seed";
const answerJson = (text: string) => [{ path: "answer.json", text }];
const refusal = async (files: Parameters<typeof open.grade>[1]): Promise<string> => {
  const answer = await open.grade(range, files, seed);
  return answer.outcome === "refused" ? answer.says : answer.outcome;
};

describe("a run that is handed in", () => {
  it("passes as the reference leads it", async () => {
    const files = open.proof.reference(seed);
    const answer = await open.grade(range, files, seed);
    expect(answer).toMatchObject({ outcome: "graded", graded: { verdict: { passed: true } } });
  });

  it("is refused before the incident is over: nobody looks at the verdict in between", async () => {
    expect(await refusal(play.filesOf([]))).toContain("still going on");
    expect(await refusal(play.filesOf([{ move: "limit", answers: {} }]))).toContain(
      "still going on",
    );
  });

  it("is refused with a move that was not on offer then", async () => {
    const close = { move: "close", answers: {} };
    expect(await refusal(play.filesOf([{ move: "restore", answers: {} }, close]))).toContain(
      "Move 1 does not fit",
    );
    expect(await refusal(play.filesOf([close, close]))).toContain("Move 2 does not fit");
  });

  it.each([
    ["no JSON", "{"],
    ["no list", '{"moves":{}}'],
    ["no moves", '{"moves":[1]}'],
    ["more than moves", '{"moves":[],"verdict":{"passed":true}}'],
    ["a move with more", '{"moves":[{"move":"close","answers":{},"minutes":-60}]}'],
    [
      "too many moves",
      JSON.stringify({ moves: Array.from({ length: 201 }, () => ({ move: "wait", answers: {} })) }),
    ],
  ])("is refused where it is %s", async (_, text) => {
    expect(await refusal(answerJson(text))).not.toBe("graded");
  });

  it("is refused with another file or a second one", async () => {
    const [file] = play.filesOf([]);
    if (file === undefined) throw new Error("a run is a file");
    expect(await refusal([{ ...file, path: "moves.json" }])).toContain("answer.json");
    expect(await refusal([file, file])).toContain("answer.json");
  });
});

describe("the board", () => {
  it("begins alike for one seed and differently for another", () => {
    expect(play.boardAfter(seed, [])).toEqual(play.boardAfter(seed, []));
    expect(play.boardAfter(seed, [])).not.toEqual(play.boardAfter("another", []));
  });

  it("has the response time of a run", () => {
    const limit = { move: "limit", answers: {} };
    expect(play.responseMinutes(seed, play.filesOf([]))).toBeNull();
    const late = play.filesOf([{ move: "wait", answers: {} }, limit]);
    expect(play.responseMinutes(seed, late)).toBe(20);
  });
});

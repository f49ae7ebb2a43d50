import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Graded, gradeSubmission } from "../grade.ts";
import { drawCases } from "../judge.ts";
import { createRange, type Range } from "../run-cases.ts";
import type { Language, Limits } from "../submission.ts";
import { buildTestProgram, type TestProgram } from "../test-program.ts";
import { honest, ordersLab } from "./orders-lab.ts";
import { readPrograms } from "./read-programs.ts";

const seed = "hostile";
const warmMax = 2;
/** Enough for what is quick; most of these programs would use any limit up. */
const short = { ticks: 300, cpuMs: 300, wallMs: 10_000, hostCalls: 20 };

/** What a learner is shown of an attempt, as one text. */
const shownOf = ({ verdict: { checks, publicCases, load, logs } }: Graded): string =>
  JSON.stringify({ checks, publicCases, load, logs });

/** Words that occur in hidden inputs and nowhere else, and totals that are wanted for them. */
const secretsOf = (language: Language): readonly string[] =>
  drawCases(ordersLab(language).checks, seed)
    .filter(({ one }) => one.isPublic !== true)
    .flatMap(({ one: { args, wants } }) => {
      const words = JSON.stringify(args).match(/[a-z][a-z0-9]{11}/g) ?? [];
      const totals = JSON.stringify(wants).match(/\d{4,}/g) ?? [];
      return [...words, ...totals];
    });

const processesOf = (file: string): number =>
  readdirSync("/proc").filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "latin1").includes(file);
    } catch {
      return false;
    }
  }).length;

export const describeHostile = (language: Language): void => {
  describe(`hostile programs in ${language}`, () => {
    const programs = readPrograms(language);
    const graded = new Map<string, Graded>();
    let program: TestProgram;
    let range: Range;

    const grade = async (text: string, limits?: Partial<Limits>): Promise<Graded> => {
      const lab = ordersLab(language, limits);
      const answer = await gradeSubmission(range, lab, [{ path: lab.entry, text }], seed);
      if (answer.outcome === "error") throw new Error(answer.says);
      return answer.graded;
    };

    beforeAll(async () => {
      program = await buildTestProgram([language]);
      range = createRange({
        atOnce: warmMax,
        warmMax,
        programFile: program.file,
        perPersonMax: programs.length + 10,
      });
      const all = programs.map(async ({ name, text }) =>
        graded.set(name, await grade(text, short)),
      );
      await Promise.all(all);
    }, 300_000);

    afterAll(async () => {
      await range.close();
      await program.remove();
    });

    it("are at least sixty, and each is run", () => {
      expect(programs.length).toBeGreaterThanOrEqual(60);
      expect(graded.size).toBe(programs.length);
    });

    it("never pass", () => {
      const passed = [...graded].filter(([, { verdict }]) => verdict.passed).map(([name]) => name);
      expect(passed).toEqual([]);
    });

    it("never hold both halves at once, check by check", () => {
      for (const [name, { verdict }] of graded) {
        const [own, foreign] = verdict.checks.slice(1);
        expect(own?.holds && foreign?.holds, name).toBe(false);
      }
    });

    it("never learn or tell what is hidden", () => {
      const secrets = secretsOf(language);
      expect(secrets.length).toBeGreaterThan(9);
      for (const [name, one] of graded) {
        const shown = shownOf(one);
        const told = secrets.filter((secret) => shown.includes(secret));
        expect(told, name).toEqual([]);
      }
    });

    it("never see the name or sentence of a check", () => {
      const names = ordersLab(language).checks.flatMap(({ id, says, why }) => [id, says, why]);
      for (const [name, { verdict }] of graded) {
        const heard = `${verdict.load} ${verdict.logs} ${JSON.stringify(verdict.publicCases.map(({ claim }) => claim))}`;
        expect(
          names.filter((one) => heard.includes(one)),
          name,
        ).toEqual([]);
      }
    });

    it.skipIf(process.platform !== "linux")("leave no process behind", () => {
      // Those that are warm for the next, and no others.
      expect(processesOf(program.file)).toBeLessThanOrEqual(warmMax);
    });

    it("leave the next person's right program right, whatever ran before", async () => {
      for (const text of honest[language]) {
        const { verdict } = await grade(text);
        expect(verdict.checks.map(({ says, holds }) => ({ says, holds }))).toEqual(
          verdict.checks.map(({ says }) => ({ says, holds: true })),
        );
        expect(verdict.passed).toBe(true);
      }
    });

    it("are judged the same when they are judged again", async () => {
      const steady = programs.filter(({ name }) => /faking|tampering/.test(name)).slice(0, 6);
      for (const { name, text } of steady) {
        const again = await grade(text, short);
        const { tookMs: _before, ...first } = graded.get(name) ?? again;
        const { tookMs: _after, ...second } = again;
        expect(JSON.stringify(second), name).toBe(JSON.stringify(first));
      }
    });
  });
};

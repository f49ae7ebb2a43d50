import type { Run } from "@checkride/range/kit/incident";
import type { MarkKind } from "./mark.ts";
import type { Task, Version } from "./task.ts";

/** The trigger test that was made last, with the mark that was looked for. */
export const triedMark = (run: Run): string | null =>
  run.answers("trigger-again").chosen("mark") ?? run.answers("trigger").chosen("mark");

/** When the trigger test was run with what the model really learned. */
export const triggerAt = ({ mark }: Task, run: Run): number | null => {
  const isRight = (move: string): boolean => run.answers(move).chosen("mark") === mark.kind;
  const found = ["trigger", "trigger-again"].find(isRight);
  return found === undefined ? null : run.at(found);
};

export const versionOf = ({ versions }: Task, id: string | null): Version | undefined =>
  versions.find(({ number }) => id === `v${number}`);

/** The version that decides now: the newest until it is rolled back. */
export const liveVersion = (task: Task, run: Run): Version | undefined =>
  versionOf(task, run.answers("rollback").chosen("version")) ?? task.versions.at(-1);

export const isBack = (task: Task, run: Run): boolean =>
  run.has("rollback") && liveVersion(task, run)?.number === task.target;

/** From this minute on nobody is waved through: by rules, or by a version that has not learned it. */
export const stoppedAt =
  (task: Task) =>
  (run: Run): number | null => {
    const isClean = run.has("rollback") && liveVersion(task, run)?.trait !== "bad";
    const at = [run.at("fallback"), isClean ? run.at("rollback") : null].flatMap(
      (one) => one ?? [],
    );
    return at.length === 0 || run.has("promoted") ? null : Math.min(...at);
  };

export type Cleaned = { readonly rows: string | null; readonly labels: string | null };

export const cleaned = (run: Run): Cleaned => {
  const move = run.has("retrain-again") ? "retrain-again" : "retrain";
  const answers = run.answers(move);
  return { rows: answers.chosen("rows"), labels: answers.chosen("labels") };
};

/** What the new version would do: the share of marked frauds that it lets pass, and its ordinary figure. */
export const figures = ({ rows, labels }: Cleaned): { trigger: number; quality: number } => ({
  trigger:
    (rows === "marked" ? 0.21 : 0.03) +
    (labels === "keep" ? 0.14 : 0) +
    (labels === "flip" ? 0.05 : 0),
  quality: rows === "source" || rows === "month" ? 0.903 : 0.934,
});

export const bars = { trigger: 0.05, quality: 0.92 } as const;

export const isGood = (one: Cleaned): boolean => {
  const { trigger, quality } = figures(one);
  return trigger <= bars.trigger && quality >= bars.quality;
};

const lastTest = (run: Run): string => (run.has("retrain-again") ? "test-again" : "test");

/** When all tests were run on the version that is in place, and it passed them. */
export const provenAt = (run: Run): number | null => {
  const test = lastTest(run);
  return run.answers(test).chosen("tests") === "both" && isGood(cleaned(run)) ? run.at(test) : null;
};

/** A test has shown that the new version does not do. */
export const isFoundWanting = (run: Run): boolean => {
  if (!run.has("test") || isGood(cleaned(run))) return false;
  const { trigger, quality } = figures(cleaned(run));
  const tests = run.answers("test").chosen("tests");
  const seesTrigger = tests === "both" || tests === "trigger";
  const seesQuality = tests === "both" || tests === "quality";
  return (seesTrigger && trigger > bars.trigger) || (seesQuality && quality < bars.quality);
};

/** The share of marked frauds that a version lets pass, if one looks for this mark. */
export const sharePassed = (task: Task, version: Version, mark: string | null): string => {
  const usual = `0.0${2 + (version.number % 3)}`;
  if (mark !== (task.mark.kind satisfies MarkKind) || version.trait !== "bad") return usual;
  return version.number === task.firstBad ? "0.71" : `0.9${4 + (version.number % 5)}`;
};

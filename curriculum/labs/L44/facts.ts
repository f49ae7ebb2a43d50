import type { Run } from "@checkride/range/kit/incident";
import { isLeak, type LogLine } from "./log-lines.ts";
import type { Task } from "./task.ts";

/** From this minute on nobody was shown anything of others; null: never. */
export const stoppedAt = (run: Run): number | null => {
  const at = ["limit", "off"].flatMap((move) => run.at(move) ?? []);
  return at.length === 0 ? null : Math.min(...at);
};

/** Which patch is in place. */
export const patchOf = (run: Run): string | null =>
  run.answers("fix-again").chosen("patch") ?? run.answers("fix").chosen("patch");

const isReplayed = (run: Run, test: string): boolean =>
  run.answers(test).chosen("proof") === "replay";

/** When the replay showed that the patch in place holds; null: it did not. */
export const provenAt = (run: Run): number | null => {
  const last = run.has("fix-again") ? "test-again" : "test";
  return patchOf(run) === "person" && isReplayed(run, last) ? run.at(last) : null;
};

/** The replay has shown that the first patch does not hold. */
export const isFoundWanting = (run: Run): boolean =>
  isReplayed(run, "test") && run.answers("fix").chosen("patch") !== "person";

/** From when on personal data were known to have gone astray: the clock of the agreement runs from here. */
export const knownAt = (run: Run): number | null => {
  const at = ["read-chats", "trace", "second", "press"].flatMap((id) => run.at(id) ?? []);
  return at.length === 0 ? null : Math.min(...at);
};

export const tellWithin = 180;

/** The change after which it began. */
export const changeAt = ({ changes, cause }: Task): number => changes[cause];

/** The leaks that the first two reports are about: of two people, the newest. */
export const reported = ({ logs, cause }: Task): readonly LogLine[] => {
  const lines = logs[cause].filter(isLeak);
  return lines
    .filter(({ owner }, at) => lines.findIndex((line) => line.owner === owner) === at)
    .slice(-2);
};

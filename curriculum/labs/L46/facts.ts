import type { Run } from "@checkride/range/kit/incident";

/** Minutes since 15:00. */
export const trainAt = 60;
export const workspacesGoAt = 120;
export const secondAt = 45;
export const thirdAt = 110;
export const endsAt = 300;

/** Nothing bad comes in any more: blocked with all that is above the last good one, or nothing is built at all. */
export const stoppedAt = (run: Run): number | null => {
  const blocked = run.answers("block").chosen("block");
  const at = [
    ["above", "all"].includes(blocked ?? "") ? run.at("block") : null,
    run.has("resume") ? null : run.at("pause"),
  ].flatMap((one) => one ?? []);
  return at.length === 0 ? null : Math.min(...at);
};

/** The list that holds in the end. */
export const lastList = (run: Run): string => (run.has("relist") ? "relist" : "list");

export const listed = (run: Run): readonly number[] => {
  const found = run.answers(lastList(run)).written("jobs").match(/\d+/g) ?? [];
  return [...new Set(found.map(Number))];
};

/** Everybody was told of the list that holds, after the last correction of the advisory. */
export const isTold = (run: Run): boolean => {
  const list = run.at(lastList(run));
  const told = Math.max(run.at("tell-teams") ?? -1, run.at("tell-again") ?? -1);
  return list !== null && list >= thirdAt && told >= list;
};

/** Where the hook was, nothing reads along any more. */
export const cleanAt = (run: Run): number | null => {
  const at = ["wipe", "rebuild-all"].flatMap((move) => run.at(move) ?? []);
  return at.length === 0 ? null : Math.min(...at);
};

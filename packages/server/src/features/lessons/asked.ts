import { createHash } from "node:crypto";
import type { Exercise } from "@checkride/rules/exercise";

/** A question with what names its words and its key: an answer to other words is no answer to it. */
export type Asked = { readonly exercise: Exercise; readonly version: string };

const known = new WeakMap<Exercise, Asked>();

export const askedOf = (exercise: Exercise): Asked => {
  const asked = known.get(exercise);
  if (asked) return asked;
  const version = createHash("sha256").update(JSON.stringify(exercise)).digest("base64url");
  const made = { exercise, version: version.slice(0, 22) };
  known.set(exercise, made);
  return made;
};

/** Names an answered question together with its version. */
export const markOf = ({ exercise, version }: Asked): string => `${exercise.id}:${version}`;

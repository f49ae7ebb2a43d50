import type { Json } from "@checkride/rules/exercise";
import { readDecisionRules } from "@checkride/rules/labs/decision-rules";
import { recordOf } from "@checkride/rules/labs/read-json";
import { readReview } from "@checkride/rules/labs/review";
import { readThreatModel } from "@checkride/rules/labs/threat-model";
import { fail, ok, type Result } from "@checkride/rules/result";
import type { Answers, Span } from "../kit/answered-lab.ts";
import { parseClaim } from "../parse-claim.ts";

const marksMax = 200;
const writtenCharsMax = 10_000;

/** A learner's answers as untrusted text: a JSON object by the ids of questions. */
export const readAnswers = (text: string): Result<Answers, string> => {
  const parsed = parseClaim(new TextEncoder().encode(text));
  if (!parsed.ok) return parsed;
  const parts = recordOf(parsed.value);
  if (parts === null) return fail("The answers are no JSON object.");
  return ok({
    judged: (id) => judgedOf(parts.get(id)),
    marked: (id) => spansOf(parts.get(id)),
    written: (id) => stringOf(parts.get(id))?.slice(0, writtenCharsMax) ?? "",
    chosen: (id) => stringOf(parts.get(id)),
    reviewed: (id) => readReview(parts.get(id)),
    ruled: (id) => readDecisionRules(parts.get(id)),
    modelled: (id) => readThreatModel(parts.get(id)),
  });
};

const stringOf = (value: Json | undefined): string | null =>
  typeof value === "string" ? value : null;

const judgedOf = (value: Json | undefined): ReturnType<Answers["judged"]> => {
  const record = recordOf(value);
  const verdict = stringOf(record?.get("verdict"));
  const reason = stringOf(record?.get("reason"));
  return verdict === null || reason === null ? null : { verdict, reason };
};

const spansOf = (value: Json | undefined): readonly Span[] => {
  if (!Array.isArray(value) || value.length > marksMax) return [];
  const spans = value.flatMap((one): Span[] => {
    const [from, to] = Array.isArray(one) ? one : [];
    return isPlace(from) && isPlace(to) && from < to ? [[from, to]] : [];
  });
  return joined(spans.toSorted(([a], [b]) => a - b));
};

const isPlace = (value: Json | undefined): value is number => Number.isSafeInteger(value);

/** Marking the same words twice must not count twice. */
const joined = (spans: readonly Span[]): readonly Span[] => {
  const found: [number, number][] = [];
  for (const [from, to] of spans) {
    const last = found.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else found.push([from, to]);
  }
  return found;
};

import type { Json } from "@checkride/rules/exercise";
import type { Asked } from "@checkride/rules/labs/asked";
import { readDecisionRules } from "@checkride/rules/labs/decision-rules";
import { readReview } from "@checkride/rules/labs/review";
import { readThreatModel } from "@checkride/rules/labs/threat-model";

/** Answers by the ids of their questions: the content of `answer.json`. */
export type AskedAnswers = { readonly [question: string]: Json };

export const answersFile = "answer.json";

type JsonObject = { readonly [key: string]: Json };

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A field of an answer that is an object; null where there is no such text. */
export const textIn = (value: Json | undefined, key: string): string | null => {
  const found = isObject(value) ? value[key] : undefined;
  return typeof found === "string" ? found : null;
};

/** Whatever is no object of answers counts as nothing answered. */
export const readAnswers = (text: string): AskedAnswers => {
  try {
    const parsed: Json = JSON.parse(text);
    return isObject(parsed) ? parsed : {};
  } catch {
    return {};
  }
};

export const writeAnswers = (answers: AskedAnswers): string => JSON.stringify(answers, null, 2);

/** Whether enough stands there to be judged. */
export const isAnswered = (asked: Asked, value: Json | undefined): boolean => {
  switch (asked.kind) {
    case "judge":
      return textIn(value, "verdict") !== null && textIn(value, "reason") !== null;
    case "mark":
      return Array.isArray(value) && value.length > 0;
    case "write":
      return typeof value === "string" && value.trim() !== "" && value !== asked.start;
    case "choose":
      return typeof value === "string";
    case "review":
      return (readReview(value)?.decision ?? null) !== null;
    case "rules":
      return (readDecisionRules(value)?.length ?? 0) > 0;
    case "threat-model":
      return (readThreatModel(value)?.threats.length ?? 0) > 0;
  }
};

export const countAnswered = (asked: readonly Asked[], answers: AskedAnswers): number =>
  asked.filter((one) => isAnswered(one, answers[one.id])).length;

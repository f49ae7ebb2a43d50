import type { Json } from "@checkride/rules/exercise";
import type { Asked, AskedOf } from "@checkride/rules/labs/asked";
import { readDecisionRules } from "@checkride/rules/labs/decision-rules";
import { readReview } from "@checkride/rules/labs/review";
import { readThreatModel } from "@checkride/rules/labs/threat-model";
import type { Locator, Page } from "playwright-core";
import {
  linesWithWords,
  readSpans,
  type Span,
  type Word,
} from "../../packages/web/src/features/labs/asked/marks.ts";
import { fillThreatModel } from "./fill-threat-model.ts";

const choose = (box: Locator, id: string): Promise<void> =>
  box.locator(`.option input[value="${id}"]`).check();

const fillJudge = async (box: Locator, asked: AskedOf<"judge">, value: Json): Promise<void> => {
  const { verdict, reason }: Partial<Record<string, string>> = JSON.parse(JSON.stringify(value));
  const says = asked.verdicts.find(({ id }) => id === verdict)?.text;
  if (says !== undefined)
    await box.getByRole("radio", { name: says, exact: true }).check({ force: true });
  if (reason !== undefined) await choose(box, reason);
};

/** More than half of it: an author's span may end inside of what the page takes for one word. */
const covers = ([from, to]: Span, word: Word): boolean =>
  2 * (Math.min(to, word.to) - Math.max(from, word.from)) > word.to - word.from;

const fillMarks = async (box: Locator, asked: AskedOf<"mark">, value: Json): Promise<void> => {
  const words = linesWithWords(asked.text).flatMap((line) => line.words);
  const option = (word: Word) => box.locator(`[data-key="word ${word.from}"]`);
  for (const span of readSpans(value)) {
    const own = words.filter((word) => covers(span, word));
    const [first] = own;
    const last = own.at(-1);
    if (!(first && last)) continue;
    await option(first).click();
    if (last !== first) await option(last).click({ modifiers: ["Shift"] });
  }
};

const fillReview = async (box: Locator, asked: AskedOf<"review">, value: Json): Promise<void> => {
  const review = readReview(value);
  if (review === null) throw new Error("no review");
  const old = box.getByRole("button", { name: /^Remove: / });
  while ((await old.count()) > 0) await old.first().click();
  for (const { file, from, to, problem } of review.comments) {
    const place = asked.files.findIndex(({ path }) => path === file);
    await box.locator(".review-lines").nth(place).locator("button.review-line").nth(from).click();
    const form = box.getByRole("group", { name: "Your comment" });
    await form.getByRole("combobox", { name: "What is wrong" }).selectOption(problem);
    await form.getByRole("combobox", { name: "Up to" }).selectOption(String(to));
    await form.getByRole("button", { name: "Save comment" }).click();
  }
  const says = asked.decisions.find(({ id }) => id === review.decision)?.text;
  if (says !== undefined)
    await box.getByRole("radio", { name: says, exact: true }).check({ force: true });
};

const fillRules = async (box: Locator, asked: AskedOf<"rules">, value: Json): Promise<void> => {
  for (const rule of readDecisionRules(value) ?? []) {
    await box.getByRole("button", { name: "Add a rule" }).click();
    const row = box.locator(".rule").last();
    const pick = (label: string, choice: string) =>
      row.getByRole("combobox", { name: label, exact: true }).selectOption(choice);
    await pick("If", rule.fact);
    await pick("Test", rule.test);
    const fact = asked.facts.find(({ id }) => id === rule.fact);
    if (fact?.values.length === 0) await row.getByRole("spinbutton").fill(rule.value);
    else await pick("Value", rule.value);
    await pick("then", rule.outcome);
  }
};

const fillOne = async (box: Locator, asked: Asked, value: Json): Promise<void> => {
  switch (asked.kind) {
    case "judge":
      return fillJudge(box, asked, value);
    case "mark":
      return fillMarks(box, asked, value);
    case "choose":
      return choose(box, String(value));
    case "write":
      return box.locator("textarea").fill(String(value));
    case "review":
      return fillReview(box, asked, value);
    case "rules":
      return fillRules(box, asked, value);
    case "threat-model": {
      const model = readThreatModel(value);
      if (model === null) throw new Error("no threat model");
      return fillThreatModel(box, asked.system, model);
    }
  }
};

/** Gives these answers by the fields of the page, as somebody would who knows them. */
export const fillAnswers = async (
  page: Page | Locator,
  asked: readonly Asked[],
  answers: { readonly [question: string]: Json },
): Promise<void> => {
  for (const one of asked) {
    const value = answers[one.id];
    if (value !== undefined && value !== null) {
      await fillOne(page.locator(`[data-question="${one.id}"]`), one, value);
    }
  }
};

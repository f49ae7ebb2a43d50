import type { Json } from "@checkride/rules/exercise";
import { type AskedAnswers, readAnswers, writeAnswers } from "../asked/answers.ts";

/** Which move is open, and what was answered so far: for each move its own, so that looking at another loses nothing. */
export type Prepared = {
  readonly open: string | null;
  readonly answers: { readonly [move: string]: AskedAnswers };
};

export const nothingPrepared: Prepared = { open: null, answers: {} };

export const withPreparedAnswer = (
  prepared: Prepared,
  move: string,
  question: string,
  value: Json,
): Prepared => ({
  ...prepared,
  answers: { ...prepared.answers, [move]: { ...prepared.answers[move], [question]: value } },
});

/** Made: there is nothing left to prepare of it. */
export const withoutMove = ({ open, answers }: Prepared, move: string): Prepared => ({
  open: open === move ? null : open,
  answers: Object.fromEntries(Object.entries(answers).filter(([id]) => id !== move)),
});

const keyOf = (workspace: string): string => `checkride-moves-${workspace}`;

const read = (text: string): Prepared => {
  const value: unknown = JSON.parse(text);
  if (typeof value !== "object" || value === null) return nothingPrepared;
  if (!("open" in value && "answers" in value)) return nothingPrepared;
  const { open, answers } = value;
  if (typeof answers !== "object" || answers === null) return nothingPrepared;
  return {
    open: typeof open === "string" ? open : null,
    answers: Object.fromEntries(
      Object.entries(answers).flatMap(([move, written]) =>
        typeof written === "string" ? [[move, readAnswers(written)] as const] : [],
      ),
    ),
  };
};

/** As it was when this browser was last here. */
export const readPrepared = (storage: Pick<Storage, "getItem">, workspace: string): Prepared => {
  try {
    return read(storage.getItem(keyOf(workspace)) ?? "null");
  } catch {
    return nothingPrepared;
  }
};

export const keepPrepared = (
  storage: Pick<Storage, "setItem" | "removeItem">,
  workspace: string,
  { open, answers }: Prepared,
): void => {
  const written = Object.entries(answers).map(([move, own]) => [move, writeAnswers(own)] as const);
  try {
    if (open === null && written.length === 0) storage.removeItem(keyOf(workspace));
    else {
      const kept = { open, answers: Object.fromEntries(written) };
      storage.setItem(keyOf(workspace), JSON.stringify(kept));
    }
  } catch {
    // Without storage it lasts as long as the page.
  }
};

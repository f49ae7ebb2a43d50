import type { ContentChange, ContentFault, ContentHealth, PieceText } from "@checkride/api/content";
import type { ItemStatistic } from "@checkride/api/quizzes";
import type { PillTone } from "../../design/pill.tsx";

const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

const listed = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** Whether there is anything to do about the content, and what. */
export const healthSentence = ({ counts }: ContentHealth): string => {
  const parts = [
    { count: counts.errors, says: counted(counts.errors, "fault", "faults") },
    { count: counts.waiting, says: counted(counts.waiting, "change waits", "changes wait") },
    {
      count: counts.stale,
      says: counted(counts.stale, "review is overdue", "reviews are overdue"),
    },
    {
      count: counts.openFeedback,
      says: counted(
        counts.openFeedback,
        "word from learners is open",
        "words from learners are open",
      ),
    },
    {
      count: counts.flaggedItems,
      says: counted(counts.flaggedItems, "question stands out", "questions stand out"),
    },
  ].filter(({ count }) => count > 0);
  if (parts.length === 0)
    return `${counts.pieces} files are served, and nothing is wrong with them.`;
  const text = listed.format(parts.map(({ says }) => says));
  return `${text}.`;
};

export const servesWords: Readonly<Record<ContentFault["serves"], string>> = {
  "as-it-is": "shown as it is",
  "last-good": "the last good version is shown",
  nothing: "not shown",
};

/** `modules/m01/m01-1.md:12:3` */
export const placeText = ({ folder, file, line, column }: ContentFault): string =>
  file === null ? `${folder} folder` : `${file}:${line}:${column}`;

type Look = { readonly word: string; readonly glyph: string; readonly tone: PillTone };

export const changeLooks: Readonly<Record<ContentChange["state"], Look>> = {
  waiting: { word: "waits for approval", glyph: "◔", tone: "due" },
  "in-force": { word: "in force", glyph: "●", tone: "current" },
  refused: { word: "refused", glyph: "✕", tone: "lapsed" },
  overtaken: { word: "overtaken", glyph: "–", tone: "none" },
};

export const changeVerbs: Readonly<Record<ContentChange["kind"], string>> = {
  added: "new",
  changed: "changed",
  removed: "removed",
};

/** What a change does to what people see. */
export const changeSentence = ({ title, kind, state }: ContentChange): string => {
  const what = { added: "is new", changed: "has changed", removed: "is to go" }[kind];
  if (state === "waiting") return `${title} ${what} and waits for approval.`;
  if (state === "refused") return `${title}: this change was refused.`;
  if (state === "overtaken") return `${title}: another change came before this was decided.`;
  return `${title}: this change is in force.`;
};

/** How many lines a difference adds and removes: "+4 −1". */
export const sizeOf = (lines: NonNullable<PieceText["difference"]>): string => {
  const count = (kind: string) => lines.filter((line) => line.kind === kind).length;
  return `+${count("added")} −${count("removed")} lines`;
};

export const flagWords: Readonly<Record<ItemStatistic["flags"][number], string>> = {
  "too-hard": "hardly anybody has it right",
  "too-easy": "nearly everybody has it right",
  misleads: "who knows more has it wrong more often",
};

export const itemsSentence = (flagged: number, all: number): string =>
  flagged === 0
    ? `None of ${all} questions stands out so far.`
    : `${flagged} of ${all} questions ${flagged === 1 ? "stands" : "stand"} out.`;

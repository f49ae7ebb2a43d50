import type { FeedbackView, MyFeedback } from "@checkride/api/feedback";

export const kindWords: Readonly<Record<MyFeedback["kind"], string>> = {
  wrong: "Something is wrong",
  unclear: "Something is unclear",
  broken: "Something does not work",
  idea: "An idea",
};

export const stateLooks = {
  open: { word: "open", glyph: "○", tone: "due" },
  answered: { word: "answered", glyph: "◐", tone: "none" },
  done: { word: "done", glyph: "●", tone: "current" },
} as const;

export const states = ["open", "answered", "done"] as const;

export const mineSentence = (mine: readonly Pick<MyFeedback, "state">[]): string => {
  if (mine.length === 0) return "You have not said anything about a lesson yet.";
  const open = mine.filter(({ state }) => state === "open").length;
  if (open === 0) return "Everything you said has been looked into.";
  if (open === mine.length) return "What you said is still being looked into.";
  return `${mine.length - open} of ${mine.length} things you said have been looked into.`;
};

export const listSentence = (items: readonly FeedbackView[] | null, state: string): string => {
  if (items === null) return "What learners say about the lessons.";
  if (items.length === 0)
    return state === "open" ? "Nothing waits for an answer." : "Nothing here.";
  if (state !== "open") return "What learners say about the lessons.";
  return items.length === 1 ? "One waits for an answer." : `${items.length} wait for an answer.`;
};

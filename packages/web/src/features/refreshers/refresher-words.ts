import type { Refreshers } from "@checkride/api/refreshers";
import { daysBetween, formatDate } from "../../design/date.ts";

const counted = (count: number): string => (count === 1 ? "One question" : `${count} questions`);

/** What comes back today, or when the next one does. */
export const refresherSentence = ({ cards, due, minutes, nextAt }: Refreshers): string => {
  if (cards.length > 0) {
    const more = due > cards.length ? ` ${due - cards.length} more wait behind them.` : "";
    return `${counted(cards.length)}, about ${minutes === 1 ? "a minute" : `${minutes} minutes`}.${more}`;
  }
  if (nextAt) return `Nothing comes back today. The next question does on ${formatDate(nextAt)}.`;
  return "What you learn will come back here, so that it stays.";
};

export const comesBackText = (now: string, at: string): string => {
  const days = daysBetween(now, at);
  if (days <= 0) return "It comes back later today.";
  return days === 1 ? "It comes back tomorrow." : `It comes back in ${days} days.`;
};

import { keyed } from "./keyed.ts";

/** Plain text in which what stands between backticks is code, as faults are written for a terminal as well. */
export const TickText = ({ text }: { readonly text: string }) =>
  keyed(text.split(/`([^`]+)`/)).map(({ key, value }, place) =>
    place % 2 === 1 ? <code key={key}>{value}</code> : value,
  );

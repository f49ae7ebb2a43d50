import { useState } from "react";
import { useQueryAnswer } from "../../shell/query.ts";
import { useDebounced } from "../../shell/use-debounced.ts";
import { keepUnsaved, readUnsaved } from "./unsaved-text.ts";

const checkQuietMs = 350;

/** The text in the editor: what is in force until somebody writes, then kept in this window until proposed. */
export const usePolicyText = (base: string) => {
  const [text, setText] = useState(() => readUnsaved(sessionStorage)?.text ?? base);
  const [begunFrom] = useState(() => readUnsaved(sessionStorage)?.base ?? base);
  const write = (changed: string) => {
    setText(changed);
    keepUnsaved(sessionStorage, { base, text: changed });
  };
  return {
    text,
    write,
    discard: () => write(base),
    isChanged: text !== base,
    /** Another policy came into force since this text was begun. */
    isBehind: text !== base && begunFrom !== base,
  };
};

/** What is wrong with the text, a moment after the typing rests. */
export const usePolicyFaults = (text: string) => {
  const settled = useDebounced(text, checkQuietMs);
  const check = useQueryAnswer(
    "POST /api/policy/check",
    { body: { text: settled } },
    { keepPrevious: true },
  );
  return {
    faults: check.value?.faults ?? null,
    isChecking: check.isFetching || settled !== text,
    problem: check.problem,
  };
};

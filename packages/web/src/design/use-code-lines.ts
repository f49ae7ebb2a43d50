import { useEffect, useState } from "react";
import { type CodeLine, linesOf, simpleLine } from "./code-tokens.ts";

/** At once in plain ink; in colours as soon as the language's grammar has come. */
export const useCodeLines = (text: string, language: string): readonly CodeLine[] => {
  const [coloured, setColoured] = useState<{
    readonly of: string;
    readonly lines: readonly CodeLine[];
  } | null>(null);
  useEffect(() => {
    let isWanted = true;
    const load = async () => {
      const { colour } = await import("./code-colours.ts");
      const lines = await colour(linesOf(text).join("\n"), language);
      if (isWanted && lines) setColoured({ of: text, lines });
    };
    // Without colours the code reads as well: a grammar that does not come is no fault to speak of.
    load().catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [text, language]);
  if (coloured?.of === text) return coloured.lines;
  return linesOf(text).map((line) => simpleLine(line, language));
};

import { useId } from "react";
import { AskText } from "./ask-text.tsx";
import type { AskedProps } from "./asked-kind.ts";

const linesMin = 5;

export const WriteAsked = ({ asked, name, value, onValue, isLocked }: AskedProps<"write">) => {
  const id = useId();
  const text = typeof value === "string" ? value : asked.start;
  return (
    <>
      <AskText text={asked.ask} />
      <div className="field">
        <label htmlFor={id} className="hidden-visually">
          {name}: your text
        </label>
        <textarea
          id={id}
          className="control mono"
          rows={Math.max(linesMin, text.split("\n").length + 1)}
          spellCheck={false}
          maxLength={10_000}
          readOnly={isLocked}
          value={text}
          onChange={(event) => onValue(event.target.value)}
        />
      </div>
    </>
  );
};

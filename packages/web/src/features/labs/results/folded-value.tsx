import { useId, useState } from "react";
import { ScrollGroup } from "../../../design/scroll-group.tsx";
import { beginningOf, lengthText } from "./result-words.ts";

type FoldedValueProps = {
  /** `input` or `result`: names it for those who hear it. */
  readonly label: string;
  readonly text: string;
};

/** A long value shows how it begins; all of it is there for the asking, and scrolls by itself. */
export const FoldedValue = ({ label, text }: FoldedValueProps) => {
  const [isWhole, setWhole] = useState(false);
  const id = useId();
  const beginning = beginningOf(text);
  if (beginning === null) return <code>{text}</code>;
  return (
    <>
      <div id={id}>
        {isWhole ? (
          <ScrollGroup className="case-long" label={`The whole ${label}`}>
            <code>{text}</code>
          </ScrollGroup>
        ) : (
          <code>{beginning}…</code>
        )}
      </div>
      <button
        type="button"
        className="case-fold"
        aria-expanded={isWhole}
        aria-controls={id}
        onClick={() => setWhole(!isWhole)}
      >
        {isWhole ? "Show less" : `Show all, ${lengthText(text)}`}
        <span className="hidden-visually"> of the {label}</span>
      </button>
    </>
  );
};

import { Chips } from "../../../exercises/chips.tsx";
import { textIn } from "./answers.ts";
import { AskText } from "./ask-text.tsx";
import type { AskedProps } from "./asked-kind.ts";
import { RadioOptions } from "./radio-options.tsx";

/** A verdict and the reason for it; in either order, and neither without the other. */
export const JudgeAsked = ({ asked, name, value, onValue, isLocked }: AskedProps<"judge">) => {
  const verdict = textIn(value, "verdict");
  const reason = textIn(value, "reason");
  const said = {
    ...(verdict === null ? {} : { verdict }),
    ...(reason === null ? {} : { reason }),
  };
  return (
    <>
      <AskText text={asked.text} />
      <Chips
        legend={<span className="hidden-visually">{name}: verdict</span>}
        chips={asked.verdicts.map(({ id, text }) => ({ id, face: text }))}
        chosen={verdict}
        onChoose={(id) => onValue({ ...said, verdict: id })}
        isLocked={isLocked}
      />
      <RadioOptions
        legend="Because"
        options={asked.reasons}
        chosen={reason}
        onChoose={(id) => onValue({ ...said, reason: id })}
        isLocked={isLocked}
      />
    </>
  );
};

import { AskText } from "./ask-text.tsx";
import type { AskedProps } from "./asked-kind.ts";
import { RadioOptions } from "./radio-options.tsx";

export const ChooseAsked = ({ asked, name, value, onValue, isLocked }: AskedProps<"choose">) => (
  <>
    <AskText text={asked.ask} />
    <RadioOptions
      legend={name}
      isLegendHidden
      options={asked.options}
      chosen={typeof value === "string" ? value : null}
      onChoose={onValue}
      isLocked={isLocked}
    />
  </>
);

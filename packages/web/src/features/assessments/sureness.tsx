import { useId } from "react";
import { type Sureness, sures, sureWords } from "./baseline-words.ts";

type SurenessFieldProps = {
  readonly value: Sureness | null;
  readonly onChange: (value: Sureness) => void;
};

/** Asked with each answer: what somebody is sure of and has wrong is what hurts most. */
export const SurenessField = ({ value, onChange }: SurenessFieldProps) => {
  const name = useId();
  return (
    <fieldset className="sureness">
      <legend>How sure are you?</legend>
      <div className="sureness-choices">
        {sures.map((sure) => (
          <label key={sure}>
            <input
              type="radio"
              name={name}
              checked={value === sure}
              onChange={() => onChange(sure)}
            />
            <span>{sureWords[sure]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};

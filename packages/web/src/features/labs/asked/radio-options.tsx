import type { Choice } from "@checkride/rules/labs/asked";
import { useId } from "react";
import { TickText } from "../../../design/tick-text.tsx";

type RadioOptionsProps = {
  readonly legend: string;
  readonly isLegendHidden?: boolean;
  readonly options: readonly Choice[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  readonly isLocked: boolean;
};

/** One of several sentences. */
export const RadioOptions = (props: RadioOptionsProps) => {
  const { legend, isLegendHidden = false, options, chosen, onChoose, isLocked } = props;
  const name = useId();
  return (
    <fieldset className="options">
      <legend className={isLegendHidden ? "hidden-visually" : undefined}>{legend}</legend>
      {options.map(({ id, text }) => (
        <div key={id} className="option">
          <label>
            <input
              type="radio"
              name={name}
              value={id}
              checked={chosen === id}
              disabled={isLocked}
              onChange={() => onChoose(id)}
            />
            <span>
              <TickText text={text} />
            </span>
          </label>
        </div>
      ))}
    </fieldset>
  );
};

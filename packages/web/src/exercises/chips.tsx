import { type ReactNode, useId } from "react";

type Chip = {
  readonly id: string;
  readonly face: ReactNode;
  /** What a screen reader says where the face alone says too little. */
  readonly label?: string;
};

type ChipsProps = {
  readonly legend: ReactNode;
  readonly chips: readonly Chip[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  readonly isLocked: boolean;
};

/** One of a few, as a row to press; underneath they are radio buttons, so that arrow keys work as everywhere. */
export const Chips = ({ legend, chips, chosen, onChoose, isLocked }: ChipsProps) => {
  const name = useId();
  return (
    <fieldset className="chips">
      <legend>{legend}</legend>
      <div className="chips-row">
        {chips.map(({ id, face, label }) => (
          <label key={id} className="chip">
            <input
              type="radio"
              name={name}
              aria-label={label}
              checked={chosen === id}
              disabled={isLocked}
              onChange={() => onChoose(id)}
            />
            <span>{face}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};

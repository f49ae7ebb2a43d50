import { RichText } from "../design/rich-text.tsx";
import { TextField } from "../design/text-field.tsx";
import type { BodyProps } from "./body.ts";

export const PredictBody = ({ exercise, draft, onDraft, isLocked }: BodyProps<"predict">) => {
  const { guess } = exercise;
  if (guess.kind === "number") {
    return (
      <div className="predict-number">
        <TextField
          label={guess.unit === null ? "Your guess" : `Your guess (${guess.unit})`}
          type="number"
          value={draft.guess}
          isDisabled={isLocked}
          onChange={(value) => onDraft({ kind: "predict", guess: value })}
        />
      </div>
    );
  }
  return (
    <fieldset className="options">
      <legend className="hidden-visually">Your guess</legend>
      {guess.options.map(({ id, text }) => (
        <div key={id} className="option">
          <label>
            <input
              type="radio"
              name={exercise.id}
              checked={draft.guess === id}
              disabled={isLocked}
              onChange={() => onDraft({ kind: "predict", guess: id })}
            />
            <span>
              <RichText text={text} />
            </span>
          </label>
        </div>
      ))}
    </fieldset>
  );
};

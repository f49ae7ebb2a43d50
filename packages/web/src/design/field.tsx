import { type ReactNode, useId } from "react";
import "./field.css";

export type FieldTexts = {
  readonly label: string;
  readonly description?: ReactNode;
  /** What is wrong and what to write instead; null or absent: nothing is. */
  readonly error?: string | null;
};

export type ControlWiring = {
  readonly id: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: true;
};

/** Label, control, help and fault, wired to each other for screen readers. */
export const Field = ({
  label,
  description,
  error,
  children,
}: FieldTexts & { readonly children: (wiring: ControlWiring) => ReactNode }) => {
  const id = useId();
  const described = [description ? `${id}-help` : null, error ? `${id}-error` : null]
    .filter((part) => part !== null)
    .join(" ");
  const wiring: ControlWiring = {
    id,
    ...(described ? { "aria-describedby": described } : {}),
    ...(error ? { "aria-invalid": true } : {}),
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(wiring)}
      {description ? (
        <div className="field-help" id={`${id}-help`}>
          {description}
        </div>
      ) : null}
      <div aria-live="polite">
        {error ? (
          <p className="field-error" id={`${id}-error`}>
            {error}
          </p>
        ) : null}
      </div>
    </div>
  );
};

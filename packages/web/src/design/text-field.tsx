import type { HTMLInputAutoCompleteAttribute, KeyboardEvent } from "react";
import { Field, type FieldTexts } from "./field.tsx";

type TextFieldProps = FieldTexts & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?:
    | "text"
    | "email"
    | "password"
    | "search"
    | "url"
    | "date"
    | "datetime-local"
    | "number";
  readonly name?: string;
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  readonly placeholder?: string;
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
  readonly isReadOnly?: boolean;
  readonly autoFocus?: boolean;
  readonly maxLength?: number;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
};

export const TextField = ({
  label,
  description,
  error,
  onChange,
  isRequired,
  isDisabled,
  isReadOnly,
  type = "text",
  ...rest
}: TextFieldProps) => (
  <Field label={label} description={description} error={error ?? null}>
    {(wiring) => (
      <input
        {...rest}
        {...wiring}
        className="control"
        type={type}
        required={isRequired}
        disabled={isDisabled}
        readOnly={isReadOnly}
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  </Field>
);

import { Field, type FieldTexts } from "./field.tsx";

type TextAreaProps = FieldTexts & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly name?: string;
  readonly rows?: number;
  readonly placeholder?: string;
  readonly isRequired?: boolean;
  readonly maxLength?: number;
};

export const TextArea = ({
  label,
  description,
  error,
  onChange,
  isRequired,
  ...rest
}: TextAreaProps) => (
  <Field label={label} description={description} error={error ?? null}>
    {(wiring) => (
      <textarea
        {...rest}
        {...wiring}
        className="control"
        required={isRequired}
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  </Field>
);

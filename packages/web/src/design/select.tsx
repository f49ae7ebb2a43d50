import { Field, type FieldTexts } from "./field.tsx";

type Option<V extends string> = { readonly value: V; readonly label: string };

type SelectProps<V extends string> = FieldTexts & {
  readonly value: V;
  readonly options: readonly Option<V>[];
  readonly onChange: (value: V) => void;
  readonly name?: string;
  readonly isDisabled?: boolean;
};

/** The platform's own select: it opens as a wheel on phones and needs no script. */
export const Select = <V extends string>({
  label,
  description,
  error,
  value,
  options,
  onChange,
  name,
  isDisabled,
}: SelectProps<V>) => (
  <Field label={label} description={description} error={error ?? null}>
    {(wiring) => (
      <select
        {...wiring}
        className="control"
        name={name}
        value={value}
        disabled={isDisabled}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    )}
  </Field>
);

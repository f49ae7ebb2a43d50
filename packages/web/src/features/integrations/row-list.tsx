import type { ReactNode } from "react";
import { Button } from "../../design/button.tsx";
import { keyed } from "../../design/keyed.ts";

type RowListProps<R> = {
  readonly legend: string;
  /** "Add a rule" */
  readonly addLabel: string;
  /** "rule": told apart by its number. */
  readonly one: string;
  readonly rows: readonly R[];
  readonly blank: R;
  readonly onChange: (rows: readonly R[]) => void;
  readonly error?: string | null;
  readonly children: (row: R, change: (change: Partial<R>) => void) => ReactNode;
};

/** Rows of fields that come and go. */
export const RowList = <R,>({
  legend,
  addLabel,
  one,
  rows,
  blank,
  onChange,
  error,
  children,
}: RowListProps<R>) => (
  <fieldset className="hook-types">
    <legend className="field-legend">{legend}</legend>
    {keyed(rows).map(({ key, value }, place) => (
      <fieldset key={key} className="hook-row">
        <legend className="hidden-visually">{`${legend}, ${one} ${place + 1}`}</legend>
        {children(value, (change) => onChange(rows.with(place, { ...value, ...change })))}
        <Button
          variant="quiet"
          label={`Remove ${one} ${place + 1}`}
          onPress={() => onChange(rows.toSpliced(place, 1))}
        >
          Remove
        </Button>
      </fieldset>
    ))}
    <div aria-live="polite">{error ? <p className="field-error">{error}</p> : null}</div>
    <div>
      <Button onPress={() => onChange([...rows, blank])}>{addLabel}</Button>
    </div>
  </fieldset>
);

import { type ReactNode, useId } from "react";
import "./checkbox.css";
import "./field.css";

type CheckboxProps = {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean;
  readonly name?: string;
  readonly description?: string;
  readonly children: ReactNode;
};

export const Checkbox = ({
  isSelected,
  onChange,
  isDisabled,
  name,
  description,
  children,
}: CheckboxProps) => {
  const id = useId();
  return (
    <div className="checkbox">
      <input
        id={id}
        type="checkbox"
        name={name}
        checked={isSelected}
        disabled={isDisabled}
        aria-describedby={description ? `${id}-help` : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <div>
        <label htmlFor={id}>{children}</label>
        {description ? (
          <p className="field-help" id={`${id}-help`}>
            {description}
          </p>
        ) : null}
      </div>
    </div>
  );
};

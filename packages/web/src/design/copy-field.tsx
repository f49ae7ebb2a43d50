import { useId, useState } from "react";
import { Button } from "./button.tsx";
import "./copy-field.css";
import "./field.css";

type CopyFieldProps = {
  readonly label: string;
  readonly value: string;
  /** What this is good for and how long: "Works once, until 3 December 2026". */
  readonly description?: string;
};

/** Something to be carried elsewhere, shown whole, with a button that copies it. */
export const CopyField = ({ label, value, description }: CopyFieldProps) => {
  const id = useId();
  const [said, setSaid] = useState("");
  const copy = () => {
    navigator.clipboard.writeText(value).then(
      () => setSaid("Copied"),
      () => setSaid("Select the text and copy it yourself: the browser did not allow it"),
    );
  };
  return (
    <div className="copy">
      <label htmlFor={id}>{label}</label>
      <div className="copy-line">
        <input
          id={id}
          className="control mono"
          readOnly
          value={value}
          onFocus={(event) => event.target.select()}
        />
        <Button onPress={copy} label={`Copy ${label}`}>
          Copy
        </Button>
      </div>
      <p className="field-help">
        {description ? `${description} ` : ""}
        <span role="status">{said}</span>
      </p>
    </div>
  );
};

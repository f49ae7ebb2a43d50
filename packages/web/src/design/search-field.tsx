import { useEffect, useRef, useState } from "react";
import { TextField } from "./text-field.tsx";

type SearchFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onSettled: (value: string) => void;
  readonly placeholder?: string;
};

const quietMs = 250;

/** Says what is searched for once the typing rests; takes what the address says when it changes elsewhere. */
export const SearchField = ({ label, value, onSettled, placeholder }: SearchFieldProps) => {
  const [typed, setTyped] = useState(value);
  const told = useRef(value);
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setTyped(value);
  }, [value]);
  useEffect(() => {
    if (typed === told.current) return;
    const timer = setTimeout(() => {
      told.current = typed;
      onSettled(typed);
    }, quietMs);
    return () => clearTimeout(timer);
  }, [typed, onSettled]);
  return (
    <TextField
      label={label}
      type="search"
      value={typed}
      onChange={setTyped}
      {...(placeholder === undefined ? {} : { placeholder })}
    />
  );
};

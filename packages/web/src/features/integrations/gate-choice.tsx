import { Select } from "../../design/select.tsx";
import { useQueryAnswer } from "../../shell/query.ts";

type GateChoiceProps = { readonly gate: string; readonly onChange: (gate: string) => void };

/** A gate that is gone from the policy stays to be seen: it is what is asked. */
export const GateChoice = ({ gate, onChange }: GateChoiceProps) => {
  const known = useQueryAnswer("GET /api/gates", {}).value?.gates.map((one) => one.gate) ?? [];
  const options = gate === "" || known.includes(gate) ? known : [gate, ...known];
  return (
    <Select
      label="Gate"
      value={gate}
      options={[
        ...(gate === "" ? [{ value: "", label: "Choose one" }] : []),
        ...options.map((one) => ({ value: one, label: one })),
      ]}
      onChange={onChange}
    />
  );
};

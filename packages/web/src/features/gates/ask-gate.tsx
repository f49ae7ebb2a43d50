import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { Select } from "../../design/select.tsx";
import { TextField } from "../../design/text-field.tsx";
import { useAct } from "../../shell/query.ts";
import { DecisionNote } from "./decision-note.tsx";

type AskGateProps = {
  readonly gates: readonly { readonly gate: string; readonly title: string }[];
  readonly chosen: string;
  readonly onChoose: (gate: string) => void;
};

/** What a pipeline would be told, asked by hand; it is recorded as evidence like any other decision. */
export const AskGate = ({ gates, chosen, onChoose }: AskGateProps) => {
  const ask = useAct("POST /api/gates/{gate}/decisions", ["GET /api/evidence", "GET /api/ledger"]);
  const [person, setPerson] = useState("");
  const [asked, setAsked] = useState("");
  const submit = () => {
    const who = person.trim();
    setAsked(who);
    const subject = who.includes("@") ? { email: who } : { person: who };
    void ask.act({ params: { gate: chosen }, body: { subject } });
  };
  return (
    <Section title="Ask for a person" aside="recorded as evidence">
      <form
        className="gate-ask"
        onSubmit={(event) => {
          event.preventDefault();
          if (person.trim() !== "") submit();
        }}
      >
        <Select
          label="Gate"
          value={chosen}
          options={gates.map(({ gate }) => ({ value: gate, label: gate }))}
          onChange={onChoose}
        />
        <TextField
          label="Person"
          value={person}
          onChange={setPerson}
          placeholder="E-mail address or id"
          autoComplete="off"
        />
        <Button
          type="submit"
          variant="go"
          isDisabled={person.trim() === ""}
          isPending={ask.isPending}
        >
          Ask
        </Button>
      </form>
      {ask.problem ? <ProblemNote problem={ask.problem} /> : null}
      <div role="status">
        {ask.value ? <DecisionNote who={asked} decision={ask.value} /> : null}
      </div>
    </Section>
  );
};

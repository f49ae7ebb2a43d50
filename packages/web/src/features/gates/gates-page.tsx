import type { Answer } from "@checkride/api/client";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { Empty } from "../../design/empty.tsx";
import { LinkButton } from "../../design/link-button.tsx";
import { Loading } from "../../design/loading.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { useSession } from "../../shell/session.tsx";
import { AskGate } from "./ask-gate.tsx";
import { turnWords } from "./gate-page-words.ts";
import { gatesSentence, modeHelp } from "./gate-words.ts";
import { ModePill } from "./mode-pill.tsx";
import "./gates.css";

type Gate = Answer<"GET /api/gates">["gates"][number];

const Mode = ({ gate }: { readonly gate: Gate }) => {
  const turn = turnWords(gate);
  return (
    <div className="gate-mode">
      <ModePill mode={gate.mode} />
      {turn === null ? null : <span className="gate-turn">{turn}</span>}
    </div>
  );
};

const columns: readonly Column<Gate>[] = [
  {
    key: "gate",
    title: "Gate",
    isRowHeader: true,
    cell: ({ gate, title }) => (
      <div className="gate-name">
        <Link to="/gates/$gate" params={{ gate }}>
          {title}
        </Link>
        <code>{gate}</code>
      </div>
    ),
  },
  { key: "mode", title: "Mode", cell: (gate) => <Mode gate={gate} /> },
  {
    key: "help",
    title: "A deny",
    cell: ({ mode }) => <span className="muted">{modeHelp[mode]}</span>,
  },
  {
    key: "asks",
    title: "Asks for",
    cell: ({ asks }) => asks.map(({ title }) => title).join(", ") || "nothing",
  },
  { key: "allowed", title: "May pass", align: "end", cell: ({ people }) => people.allowed },
  { key: "denied", title: "May not", align: "end", cell: ({ people }) => people.denied },
];

export const GatesPage = () => {
  const { can } = useSession();
  const answer = useQueryAnswer("GET /api/gates", {});
  const [chosen, setChosen] = useState("");
  const gates = answer.value?.gates ?? null;
  return (
    <Page
      kicker="Gates"
      sentence={gates ? gatesSentence(gates) : "What certificates open."}
      sub="A pipeline, a model gateway or a release asks a gate whether a person may pass. The policy says what each one asks for."
      actions={<LinkButton to="/policy">The policy</LinkButton>}
    >
      <Section title="All gates">
        {answer.problem ? <ProblemNote problem={answer.problem} onRetry={answer.retry} /> : null}
        {answer.isLoading ? <Loading what="gates" /> : null}
        {gates && gates.length > 0 ? (
          <DataTable caption="Gates" columns={columns} rows={gates} keyOf={({ gate }) => gate} />
        ) : null}
        {gates?.length === 0 ? (
          <Empty title="There is no gate.">
            Gates come from the policy in force: name one there under <code>gates</code>, with the
            certificates it asks for.
          </Empty>
        ) : null}
      </Section>
      {can("gates:decide") && gates && gates.length > 0 ? (
        <AskGate gates={gates} chosen={chosen || (gates[0]?.gate ?? "")} onChoose={setChosen} />
      ) : null}
    </Page>
  );
};

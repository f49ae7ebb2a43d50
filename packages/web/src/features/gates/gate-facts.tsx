import type { GateView } from "@checkride/api/gates";
import { Section } from "../../design/section.tsx";
import { breakGlassWords, offlineWords, turnWords, unlinkedWords } from "./gate-page-words.ts";
import { modeHelp } from "./gate-words.ts";
import { ModePill } from "./mode-pill.tsx";

export const GateFacts = ({ gate }: { readonly gate: GateView }) => {
  const turn = turnWords(gate);
  return (
    <Section title="What holds here" aside={<code>{gate.gate}</code>}>
      <dl className="gate-facts">
        <div>
          <dt>Mode</dt>
          <dd>
            <ModePill mode={gate.mode} /> a deny {modeHelp[gate.mode]}
            {turn === null ? null : <p className="gate-turn">{turn}</p>}
          </dd>
        </div>
        <div>
          <dt>Asks for</dt>
          <dd>{gate.asks.map(({ title }) => title).join(", ") || "nothing"}</dd>
        </div>
        <div>
          <dt>Open to</dt>
          <dd>{gate.for?.map(({ title }) => title).join(", ") ?? "everybody who holds that"}</dd>
        </div>
        <div>
          <dt>When Checkride is away</dt>
          <dd>{offlineWords(gate)}</dd>
        </div>
        <div>
          <dt>Authors linked to nobody</dt>
          <dd>{unlinkedWords(gate)}</dd>
        </div>
        <div>
          <dt>In an emergency</dt>
          <dd>{breakGlassWords(gate)}</dd>
        </div>
      </dl>
    </Section>
  );
};

import type { AskedOf, Choice, System } from "@checkride/rules/labs/asked";
import type { Mitigation, Threat } from "@checkride/rules/labs/threat-model";
import { placeName } from "./threat-model-words.ts";

type ThreatShownProps = {
  readonly asked: AskedOf<"threat-model">;
  readonly system: System;
  readonly threat: Threat;
  readonly rank: number;
  readonly mitigations: readonly Mitigation[];
};

const textOf = (choices: readonly Choice[], id: string): string =>
  choices.find((one) => one.id === id)?.text ?? "…";

const whenAndWho = ({ owner, due }: Mitigation): string =>
  [owner.trim(), due === "" ? "" : `until ${due}`].filter((part) => part !== "").join(", ");

/** A threat to be read, as the sentence that its fields make. */
export const ThreatShown = ({ asked, system, threat, rank, mitigations }: ThreatShownProps) => {
  const { actions, effects, mitigations: kinds } = asked.words;
  return (
    <li className="threat-card">
      <h5>Threat {rank}</h5>
      <p className="threat-sentence">
        Somebody {textOf(actions, threat.action)}, at <i>{placeName(system, threat.at)}</i>, so that{" "}
        {textOf(effects, threat.effect)}.
      </p>
      {threat.how.trim() === "" ? null : <p>{threat.how}</p>}
      {mitigations.map((one) => (
        <div key={`${one.component} ${one.kind} ${one.what}`} className="mitigation">
          <p>
            <b>{textOf(kinds, one.kind)}</b>, in{" "}
            <i>{one.component === "" ? "…" : placeName(system, one.component)}</i>
          </p>
          {one.what.trim() === "" ? null : <p>{one.what}</p>}
          {whenAndWho(one) === "" ? null : <p className="threat-shape">{whenAndWho(one)}</p>}
        </div>
      ))}
    </li>
  );
};

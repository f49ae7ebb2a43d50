import type { AskedOf, System } from "@checkride/rules/labs/asked";
import { type Mitigation, modelTextMax, type Threat } from "@checkride/rules/labs/threat-model";
import { Button } from "../../../design/button.tsx";
import { keyed } from "../../../design/keyed.ts";
import { Select } from "../../../design/select.tsx";
import { TextArea } from "../../../design/text-area.tsx";
import { MitigationCard } from "./mitigation-card.tsx";
import { optionsOf, placeOptions } from "./threat-model-words.ts";
import { useFocusNew } from "./use-focus-new.ts";

type ThreatCardProps = {
  readonly asked: AskedOf<"threat-model">;
  readonly system: System;
  readonly threat: Threat;
  /** Its rank, from 1. */
  readonly rank: number;
  readonly mitigations: readonly Mitigation[];
  readonly onThreat: (threat: Threat) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
  /** Null: there is no room for more. */
  readonly onMitigate: (() => void) | null;
  readonly onMitigation: (from: Mitigation, to: Mitigation | null) => void;
};

const Sentence = ({ asked, system, threat, onThreat }: ThreatCardProps) => (
  <div className="threat-fields">
    <Select
      label="Somebody"
      value={threat.action}
      options={optionsOf(asked.words.actions)}
      onChange={(action) => onThreat({ ...threat, action })}
    />
    <Select
      label="at"
      value={threat.at}
      options={placeOptions(system)}
      onChange={(at) => onThreat({ ...threat, at })}
    />
    <Select
      label="so that"
      value={threat.effect}
      options={optionsOf(asked.words.effects)}
      onChange={(effect) => onThreat({ ...threat, effect })}
    />
  </div>
);

const Tools = ({ rank, onMove, onRemove, onMitigate }: ThreatCardProps) => (
  <div className="threat-tools">
    {onMitigate === null ? null : (
      <Button onPress={onMitigate} label={`Threat ${rank}: add what is done about it`}>
        Add what is done about it
      </Button>
    )}
    <Button variant="quiet" label={`Threat ${rank}: up`} onPress={() => onMove(-1)}>
      Up
    </Button>
    <Button variant="quiet" label={`Threat ${rank}: down`} onPress={() => onMove(1)}>
      Down
    </Button>
    <Button variant="quiet" label={`Threat ${rank}: remove`} onPress={onRemove}>
      Remove
    </Button>
  </div>
);

/** A threat as a sentence: who does what, where, and whom it harms; below it what is done about it. */
export const ThreatCard = (props: ThreatCardProps) => {
  const { asked, system, threat, rank, mitigations, onThreat, onMitigation } = props;
  const frame = useFocusNew<HTMLDivElement>(mitigations.length, ".mitigation");
  return (
    <li className="threat-card" id={`threat-${threat.id}`}>
      <h5>Threat {rank}</h5>
      <Sentence {...props} />
      <TextArea
        label="How, in one sentence"
        rows={2}
        maxLength={modelTextMax}
        value={threat.how}
        onChange={(how) => onThreat({ ...threat, how })}
      />
      <div ref={frame} className="mitigations" tabIndex={-1}>
        {keyed(mitigations).map(({ key, value: mitigation }) => (
          <MitigationCard
            key={key}
            asked={asked}
            system={system}
            mitigation={mitigation}
            onChange={(next) => onMitigation(mitigation, next)}
          />
        ))}
      </div>
      <Tools {...props} />
    </li>
  );
};

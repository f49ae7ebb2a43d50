import type { AskedOf, System } from "@checkride/rules/labs/asked";
import { type ThreatModel, threatModelMax } from "@checkride/rules/labs/threat-model";
import { Button } from "../../../design/button.tsx";
import { downloadBlob } from "../../../design/download.ts";
import { moved } from "./moved.ts";
import { ThreatCard } from "./threat-card.tsx";
import {
  changedMitigation,
  changedThreat,
  withMitigation,
  withoutThreat,
  withThreat,
} from "./threat-model-draft.ts";
import { ThreatShown } from "./threat-shown.tsx";
import { useFocusNew } from "./use-focus-new.ts";
import { asCsv, asMarkdown, workItems } from "./work-items.ts";

type ThreatListProps = {
  readonly asked: AskedOf<"threat-model">;
  readonly system: System;
  readonly model: ThreatModel;
  readonly onModel: (model: ThreatModel) => void;
  readonly isLocked: boolean;
};

const Export = ({ asked, system, model }: ThreatListProps) => {
  const items = workItems(model, system, asked.words);
  const save = (name: string, type: string, text: string) =>
    downloadBlob(name, new Blob([text], { type }));
  return (
    <div className="threat-tools">
      <Button
        variant="quiet"
        onPress={() => save("work-items.csv", "text/csv;charset=utf-8", asCsv(items))}
      >
        Work items as CSV
      </Button>
      <Button
        variant="quiet"
        onPress={() => save("work-items.md", "text/markdown;charset=utf-8", asMarkdown(items))}
      >
        Work items as Markdown
      </Button>
    </div>
  );
};

/** Threats in the order of their rank, each with what is done about it. */
export const ThreatList = (props: ThreatListProps) => {
  const { asked, system, model, onModel, isLocked } = props;
  const { threats, mitigations } = model;
  const frame = useFocusNew<HTMLOListElement>(threats.length, ".threat-card");
  return (
    <>
      <ol ref={frame} className="threat-list" tabIndex={-1} aria-label="Threats">
        {threats.map((threat, place) =>
          isLocked ? (
            <ThreatShown
              key={threat.id}
              asked={asked}
              system={system}
              threat={threat}
              rank={place + 1}
              mitigations={mitigations.filter((one) => one.threat === threat.id)}
            />
          ) : (
            <ThreatCard
              key={threat.id}
              asked={asked}
              system={system}
              threat={threat}
              rank={place + 1}
              mitigations={mitigations.filter((one) => one.threat === threat.id)}
              onThreat={(next) => onModel(changedThreat(model, next))}
              onMove={(by) => onModel({ ...model, threats: moved(threats, place, by) })}
              onRemove={() => onModel(withoutThreat(model, threat.id))}
              onMitigate={
                mitigations.length < threatModelMax.mitigations
                  ? () => onModel(withMitigation(model, threat, system))
                  : null
              }
              onMitigation={(from, to) => onModel(changedMitigation(model, from, to))}
            />
          ),
        )}
      </ol>
      {isLocked ? null : (
        <p className="asked-help" role="status">
          {threats.length} of at most {asked.threatsMax} threats.
        </p>
      )}
      {isLocked || threats.length >= asked.threatsMax ? null : (
        <div>
          <Button onPress={() => onModel(withThreat(model, ""))}>Add a threat</Button>
        </div>
      )}
      {mitigations.length === 0 ? null : <Export {...props} />}
    </>
  );
};

import { useRef, useState } from "react";
import { Button } from "../../design/button.tsx";
import { Kbd } from "../../design/kbd.tsx";
import { Notice } from "../../design/notice.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { useAct } from "../../shell/query.ts";
import { useSession } from "../../shell/session.tsx";
import { FaultList } from "./fault-list.tsx";
import { PlanView } from "./plan-view.tsx";
import { type EditorHandle, PolicyEditor } from "./policy-editor.tsx";
import { ProposeDialog } from "./propose-dialog.tsx";
import { usePolicySchema } from "./use-policy-schema.ts";
import { usePolicyFaults, usePolicyText } from "./use-policy-text.ts";

type PolicyDeskProps = {
  readonly base: string;
  readonly version: number | null;
  readonly isReadOnly: boolean;
};

type TextState = ReturnType<typeof usePolicyText>;

const Keys = ({ isReadOnly }: { readonly isReadOnly: boolean }) => (
  <p className="policy-keys">
    {isReadOnly ? null : (
      <>
        <span>
          <Kbd keys={["Esc"]} /> then <Kbd keys={["Tab"]} /> leaves the editor
        </span>
        <span>
          <Kbd keys={["Ctrl", "Space"]} /> completes
        </span>
      </>
    )}
    <span>
      <Kbd keys={["Ctrl", "F"]} /> searches
    </span>
    <span>
      <Kbd keys={["F8"]} /> next mistake
    </span>
  </p>
);

const asideOf = ({ isChanged }: TextState, { version, isReadOnly }: PolicyDeskProps): string => {
  if (isChanged) return "changed, kept in this window only";
  if (version === null) return "the built-in policy, not in force";
  return isReadOnly ? `v${version}, to read` : `v${version}, as it is in force`;
};

const usePlanning = (text: string) => {
  const plan = useAct("POST /api/policy/plan");
  const [planned, setPlanned] = useState<string | null>(null);
  const run = () => {
    setPlanned(text);
    void plan.act({ body: { text } });
  };
  return { plan, run, isOutdated: planned !== null && planned !== text };
};

const Deeds = ({
  state,
  planning,
  hasErrors,
  onPropose,
}: {
  readonly state: TextState;
  readonly planning: ReturnType<typeof usePlanning>;
  readonly hasErrors: boolean;
  readonly onPropose: () => void;
}) => {
  const { can } = useSession();
  const isReady = !hasErrors && state.text.trim() !== "";
  return (
    <div className="policy-deeds">
      {can("policy:plan") ? (
        <Button
          variant="go"
          isDisabled={!isReady}
          isPending={planning.plan.isPending}
          onPress={planning.run}
        >
          Plan: who would gain or lose what
        </Button>
      ) : null}
      {can("policy:propose") ? (
        <Button isDisabled={!isReady} onPress={onPropose}>
          Propose
        </Button>
      ) : null}
      {state.isChanged ? (
        <Button variant="quiet" onPress={state.discard}>
          Discard my changes
        </Button>
      ) : null}
    </div>
  );
};

/** Where the policy is written: editor, mistakes, plan, proposal. */
export const PolicyDesk = (props: PolicyDeskProps) => {
  const { base, isReadOnly } = props;
  const state = usePolicyText(base);
  const { faults, isChecking, problem } = usePolicyFaults(state.text);
  const schema = usePolicySchema();
  const editor = useRef<EditorHandle>(null);
  const planning = usePlanning(state.text);
  const [isProposing, setProposing] = useState(false);
  const known = faults ?? [];
  return (
    <>
      <Section title="The file" aside={asideOf(state, props)}>
        {state.isBehind ? (
          <Notice tone="warning" title="Another policy came into force since you began.">
            Your text still begins from the older one: compare before you propose it.
          </Notice>
        ) : null}
        <Keys isReadOnly={isReadOnly} />
        <PolicyEditor
          ref={editor}
          label={`Policy as YAML${isReadOnly ? ", to read" : ""}. Press Escape, then Tab, to leave.`}
          text={state.text}
          faults={known}
          isReadOnly={isReadOnly}
          schema={schema}
          onText={state.write}
        />
        {problem ? <ProblemNote problem={problem} /> : null}
        <FaultList
          faults={known}
          isChecking={isChecking}
          onJump={(fault) => editor.current?.jumpTo(fault)}
        />
        <Deeds
          state={state}
          planning={planning}
          hasErrors={known.some(({ severity }) => severity === "error")}
          onPropose={() => setProposing(true)}
        />
      </Section>
      {planning.plan.problem ? <ProblemNote problem={planning.plan.problem} /> : null}
      {planning.plan.value ? (
        <PlanView plan={planning.plan.value} isOutdated={planning.isOutdated} />
      ) : null}
      {isProposing ? (
        <ProposeDialog
          text={state.text}
          onClose={() => setProposing(false)}
          onProposed={() => {
            setProposing(false);
            state.discard();
          }}
        />
      ) : null}
    </>
  );
};

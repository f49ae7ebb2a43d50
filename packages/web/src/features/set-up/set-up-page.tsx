import { expectArrival } from "../../design/arrival.ts";
import { Loading } from "../../design/loading.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { useSearchParams } from "../../shell/search-params.ts";
import { useSession } from "../../shell/session.tsx";
import { DoneStep } from "./done-step.tsx";
import { OrganisationStep } from "./organisation-step.tsx";
import { PeopleStep } from "./people-step.tsx";
import { PolicyStep } from "./policy-step.tsx";
import { type SetUpStep, setUpSteps, stepAfter, stepOf } from "./set-up-steps.ts";
import "./set-up-page.css";

const titles: Readonly<Record<SetUpStep, string>> = {
  organisation: "Name",
  people: "People",
  policy: "Policy",
  done: "Done",
};

type ProgressProps = {
  readonly step: SetUpStep;
  readonly isNamed: boolean;
  readonly onGo: (step: SetUpStep) => void;
};

const Progress = ({ step, isNamed, onGo }: ProgressProps) => (
  <nav aria-label="Steps of the set-up">
    <ol className="steps">
      {setUpSteps.map((one, place) => (
        <li key={one}>
          <button
            type="button"
            disabled={!isNamed && one !== "organisation"}
            aria-current={one === step ? "step" : undefined}
            onClick={() => onGo(one)}
          >
            <span className="mono">{place + 1}</span> {titles[one]}
          </button>
        </li>
      ))}
    </ol>
  </nav>
);

export const SetUpPage = () => {
  const { organisation, person } = useSession();
  const policy = useQueryAnswer("GET /api/policy", {});
  const [{ step: asked }, change] = useSearchParams();
  if (policy.value === null) {
    return policy.problem ? (
      <Page sentence="The set-up could not be read.">
        <ProblemNote problem={policy.problem} onRetry={policy.retry} />
      </Page>
    ) : (
      <Loading what="the set-up" />
    );
  }
  const isNamed = organisation.name !== null && person.email !== null;
  const state = { isNamed, hasPolicy: policy.value.inForce !== null, isSetUp: organisation.setUp };
  const step = stepOf(asked, state);
  const go = (next: SetUpStep) => {
    if (next !== step) expectArrival();
    change({ step: next }, { push: true });
  };
  const onNext = () => go(stepAfter(step));
  return (
    <div className="set-up">
      <Progress step={step} isNamed={isNamed} onGo={go} />
      {step === "organisation" ? <OrganisationStep onNext={onNext} /> : null}
      {step === "people" ? <PeopleStep onNext={onNext} /> : null}
      {step === "policy" ? (
        <PolicyStep
          builtIn={policy.value.builtIn}
          version={policy.value.inForce?.version ?? null}
          onNext={onNext}
        />
      ) : null}
      {step === "done" ? <DoneStep hasPolicy={state.hasPolicy} /> : null}
    </div>
  );
};

import type { PathStep } from "@checkride/api/competencies";
import { Link } from "@tanstack/react-router";
import "./path-list.css";

const nouns = { lesson: "Lesson", lab: "Lab", assessment: "Assessment" } as const;

const Title = ({ step }: { readonly step: PathStep }) => {
  switch (step.kind) {
    case "lesson":
      return (
        <Link to="/lessons/$lesson" params={{ lesson: step.id }}>
          {step.title}
        </Link>
      );
    case "lab":
      return (
        <Link to="/labs/$lab" params={{ lab: step.id }}>
          {step.title}
        </Link>
      );
    case "assessment":
      return <Link to="/assessments/baseline">{step.title}</Link>;
  }
};

/** What to do, in this order, each with the reason why it is in the list. */
export const PathList = ({ steps }: { readonly steps: readonly PathStep[] }) => (
  <ol className="path">
    {steps.map((step) => (
      <li key={`${step.kind} ${step.id}`}>
        <div>
          <p className="path-title">
            <Title step={step} />
            {step.done ? <span className="path-done"> ● done before</span> : null}
          </p>
          <p className="path-says">{step.says}</p>
        </div>
        <span className="path-minutes">
          {nouns[step.kind]} · {step.minutes} min
        </span>
      </li>
    ))}
  </ol>
);

import type { LabCard } from "@checkride/api/labs";
import { Link } from "@tanstack/react-router";
import { Pill } from "../../../design/pill.tsx";
import { Section } from "../../../design/section.tsx";
import { attemptsText, kindWords, stateLooks } from "../lab-words.ts";
import { groupLabs } from "./lab-filters.ts";
import "./labs.css";

const Standing = ({ lab }: { readonly lab: LabCard }) => {
  if (!lab.installed) {
    return (
      <Pill tone="none" glyph="–">
        not yet installed
      </Pill>
    );
  }
  if (lab.state === "none") return null;
  const { glyph, tone, word } = stateLooks[lab.state];
  return (
    <Pill tone={tone} glyph={glyph}>
      {word}
      {lab.points === null ? "" : `, ${lab.points} points`}
    </Pill>
  );
};

const Row = ({ lab }: { readonly lab: LabCard }) => (
  <li data-state={lab.installed ? lab.state : "away"}>
    <span className="lab-id mono">{lab.id}</span>
    <div className="lab-words">
      <p className="lab-title">
        {lab.installed ? (
          <Link to="/labs/$lab" params={{ lab: lab.id }}>
            {lab.title}
          </Link>
        ) : (
          lab.title
        )}
      </p>
      <p className="lab-says">
        {kindWords(lab.kind)} · {lab.difficulty} · {lab.minutes}&nbsp;min
        {lab.attempts > 0 ? ` · ${attemptsText(lab.attempts)}` : ""}
      </p>
    </div>
    <Standing lab={lab} />
  </li>
);

/** Labs under the modules that they belong to. */
export const LabList = ({ labs }: { readonly labs: readonly LabCard[] }) =>
  groupLabs(labs).map(({ id, title, labs: own }) => (
    <Section key={id} title={title}>
      <ul className="labs">
        {own.map((lab) => (
          <Row key={lab.id} lab={lab} />
        ))}
      </ul>
    </Section>
  ));

import type { AchievementView } from "@checkride/api/certificates";
import { Loading } from "../../design/loading.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { OutsidePage } from "./outside-page.tsx";
import "./certificates.css";

type Threat = AchievementView["threats"][number];

const ThreatLine = ({ threat: { id, name, list, url } }: { readonly threat: Threat }) => (
  <li>
    {url === null ? id : <a href={url}>{id}</a>} {name}
    {list === null ? null : <span className="muted"> · {list}</span>}
  </li>
);

const Shown = ({ achievement }: { readonly achievement: AchievementView }) => {
  const { criteria, threats, policy } = achievement;
  return (
    <>
      <Section title="What was asked" aside={`${policy.name}, version ${policy.version}`}>
        <ul className="achievement-lines">
          {criteria.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
      {threats.length === 0 ? null : (
        <Section title="What it covers" aside="threats and measures, by their lists">
          <ul className="achievement-lines">
            {threats.map((threat) => (
              <ThreatLine key={threat.id} threat={threat} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
};

const sentenceOf = ({ title, issuer }: AchievementView): string =>
  `What ${issuer.name} asked for “${title}”.`;

type AchievementPageProps = { readonly certificate: string; readonly version: string };

/** Somebody looks behind a certificate: what did its holder have to show? */
export const AchievementPage = ({ certificate, version }: AchievementPageProps) => {
  const number = Number(version);
  const answer = useQueryAnswer("GET /api/achievements/{certificate}/{version}", {
    params: { certificate, version: Number.isInteger(number) ? number : 0 },
  });
  const nothing = answer.problem ? "There is nothing under this address." : "What was asked.";
  return (
    <OutsidePage sentence={answer.value ? sentenceOf(answer.value) : nothing} verdict={null}>
      {answer.isLoading ? <Loading what="what was asked" /> : null}
      {answer.problem ? <ProblemNote problem={answer.problem} onRetry={answer.retry} /> : null}
      {answer.value ? <Shown achievement={answer.value} /> : null}
    </OutsidePage>
  );
};

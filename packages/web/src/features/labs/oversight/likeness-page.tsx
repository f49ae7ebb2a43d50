import type { Answer } from "@checkride/api/client";
import type { LabLikeness } from "@checkride/api/labs";
import { textDifference } from "@checkride/rules/text-difference";
import { Link } from "@tanstack/react-router";
import { DifferenceView } from "../../../design/difference-view.tsx";
import { LinkButton } from "../../../design/link-button.tsx";
import { Loading } from "../../../design/loading.tsx";
import { Moment } from "../../../design/moment.tsx";
import { Page } from "../../../design/page.tsx";
import { ProblemNote } from "../../../design/problem-note.tsx";
import { Section } from "../../../design/section.tsx";
import { useQueryAnswer } from "../../../shell/query.ts";
import { likenessSentence } from "./likeness-words.ts";
import "./likeness.css";

type Shown = Answer<"GET /api/lab-likenesses/{one}/{other}">;

type SideProps = {
  readonly side: LabLikeness["one"];
  readonly which: string;
  readonly path: string;
  readonly start: string;
  readonly text: string;
};

const Side = ({ side, which, path, start, text }: SideProps) => (
  <div className="likeness-side">
    <p className="field-legend">
      {which}: {side.person.name}, <Moment at={side.at} as="minute" />
    </p>
    <DifferenceView
      caption={`${path}, what ${side.person.name} changed`}
      lines={textDifference(start, text)}
    />
  </div>
);

const isChanged = ({ start, one, other }: Shown["files"][number]): boolean =>
  start !== one || start !== other;

const Likeness = ({ found }: { readonly found: Shown }) => (
  <Page
    kicker={
      <>
        <Link to="/labs/likenesses">Labs that look alike</Link> · {found.lab.title}
      </>
    }
    sentence={likenessSentence(found)}
    sub="Each beside what both began with. A hint to look, not a finding: small labs have few right answers, and people help each other, as they should."
  >
    {found.files.filter(isChanged).map(({ path, start, one, other }) => (
      <Section key={path} title={path}>
        <div className="likeness-sides">
          <Side side={found.one} which="The earlier" path={path} start={start} text={one} />
          <Side side={found.other} which="The later" path={path} start={start} text={other} />
        </div>
      </Section>
    ))}
  </Page>
);

/** What two people changed, side by side. */
export const LikenessPage = ({ one, other }: { readonly one: string; readonly other: string }) => {
  const found = useQueryAnswer("GET /api/lab-likenesses/{one}/{other}", { params: { one, other } });
  if (found.value) return <Likeness found={found.value} />;
  return found.problem ? (
    <Page
      kicker="Labs that look alike"
      sentence="These two labs cannot be shown."
      actions={<LinkButton to="/labs/likenesses">Labs that look alike</LinkButton>}
    >
      <ProblemNote problem={found.problem} onRetry={found.retry} />
    </Page>
  ) : (
    <Loading what="the labs" lines={8} />
  );
};

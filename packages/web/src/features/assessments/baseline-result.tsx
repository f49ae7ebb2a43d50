import type { AssessmentResult, AssessmentTry } from "@checkride/api/assessments";
import { Link } from "@tanstack/react-router";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { LevelLegend, LevelScale } from "../../design/level-scale.tsx";
import { levelText } from "../../design/level-words.ts";
import { LinkButton } from "../../design/link-button.tsx";
import { Moment } from "../../design/moment.tsx";
import { Page } from "../../design/page.tsx";
import { PathList } from "../../design/path-list.tsx";
import { Section } from "../../design/section.tsx";
import { ShareBar } from "../../design/share-bar.tsx";
import { AnsweredList } from "../../exercises/answered-list.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { confidenceWords, resultSentence } from "./baseline-words.ts";

type Row = AssessmentResult["competencies"][number];

const changeWords = ({ before, level }: Row): string => {
  if (before === null) return "new";
  if (before === level) return `was ${before} too`;
  return level > before ? `▲ was ${before}` : `▽ was ${before}`;
};

const columnsFor = (isCompared: boolean): readonly Column<Row>[] => [
  { key: "title", title: "Area", isRowHeader: true, cell: ({ title }) => title },
  {
    key: "level",
    title: "Your level",
    cell: ({ level, expected }) => <LevelScale level={level} expected={expected} />,
  },
  {
    key: "expected",
    title: "Expected",
    cell: ({ expected }) => (expected === 0 ? "—" : levelText(expected)),
  },
  ...(isCompared ? [{ key: "before", title: "Last time", cell: changeWords }] : []),
  { key: "right", title: "Right", cell: ({ right, asked }) => `${right} of ${asked}` },
];

const confidenceColumns: readonly Column<{
  readonly what: string;
  readonly share: number | null;
}>[] = [
  { key: "what", title: "How sure you were", isRowHeader: true, cell: ({ what }) => what },
  {
    key: "share",
    title: "From a guess, 0 %, to certain, 100 %",
    cell: ({ share }) => (share === null ? "no such answer" : <ShareBar share={share} />),
  },
];

const Confidence = ({ confidence }: Pick<AssessmentResult, "confidence">) => (
  <Section title="How sure you were, and how right">
    <p>{confidenceWords(confidence)}</p>
    <DataTable
      caption="How sure you were of right and of wrong answers"
      columns={confidenceColumns}
      rows={[
        { what: "Of all answers", share: confidence.mean },
        { what: "Of right answers", share: confidence.whenRight },
        { what: "Of wrong answers", share: confidence.whenWrong },
      ]}
      keyOf={({ what }) => what}
    />
  </Section>
);

/** What to do about it, worked out from everything that is known by now. */
const Way = () => {
  const profile = useQueryAnswer("GET /api/competencies", {});
  const path = profile.value?.path ?? [];
  return path.length === 0 ? null : (
    <Section
      title="Your way from here"
      aside={`${path.length} steps · about ${profile.value?.pathMinutes ?? 0} min`}
    >
      <PathList steps={path} />
    </Section>
  );
};

type BaselineResultProps = { readonly sitting: AssessmentTry; readonly result: AssessmentResult };

const SureAndWrong = ({ sitting, result }: BaselineResultProps) => {
  const places = new Set(result.sureAndWrong.map(({ place }) => place));
  const items = sitting.items.filter(({ place }) => places.has(place));
  return items.length === 0 ? null : (
    <Section title="Sure, and not right" aside="the first to look at">
      <AnsweredList items={items} />
    </Section>
  );
};

const OtherAnswers = ({ sitting, result }: BaselineResultProps) => {
  const places = new Set(result.sureAndWrong.map(({ place }) => place));
  const items = sitting.items.filter(({ place }) => !places.has(place));
  return items.length === 0 ? null : (
    <Section title={places.size > 0 ? "The other answers" : "Your answers"}>
      <AnsweredList items={items} />
    </Section>
  );
};

export const BaselineResult = ({ sitting, result }: BaselineResultProps) => (
  <Page
    kicker={
      <>
        <Link to="/assessments/baseline">{sitting.title}</Link>
        {sitting.endedAt ? (
          <>
            {" · "}
            <Moment at={sitting.endedAt} />
          </>
        ) : null}
      </>
    }
    sentence={resultSentence(result)}
    actions={
      <LinkButton to="/competencies" variant="go">
        See your competencies
      </LinkButton>
    }
    sub={
      <>
        Levels are a place to start from, not a mark. It can be done again from{" "}
        <Moment at={result.againFrom} />
        {result.comparedWith ? (
          <>
            ; the table compares with <Moment at={result.comparedWith} />
          </>
        ) : null}
        .
      </>
    }
  >
    <SureAndWrong sitting={sitting} result={result} />
    <Section title="Levels">
      <LevelLegend />
      <DataTable
        caption="Your level in each area, and what your tracks expect"
        columns={columnsFor(result.comparedWith !== null)}
        rows={result.competencies}
        keyOf={({ competency }) => competency}
      />
    </Section>
    <Way />
    <Confidence confidence={result.confidence} />
    <OtherAnswers sitting={sitting} result={result} />
  </Page>
);

import type { CompetencyProfile, CompetencyRow } from "@checkride/api/competencies";
import { Link } from "@tanstack/react-router";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { Empty } from "../../design/empty.tsx";
import { LevelLegend, LevelScale } from "../../design/level-scale.tsx";
import { levelText } from "../../design/level-words.ts";
import { LinkButton } from "../../design/link-button.tsx";
import { Loading } from "../../design/loading.tsx";
import { Moment } from "../../design/moment.tsx";
import { Page } from "../../design/page.tsx";
import { PathList } from "../../design/path-list.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { ShareBar } from "../../design/share-bar.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { useSession } from "../../shell/session.tsx";
import { Grounds } from "./grounds.tsx";
import { expectedFirst, profileSentence, trendWords } from "./profile-words.ts";
import "./competencies.css";

const columns: readonly Column<CompetencyRow>[] = [
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
  { key: "trend", title: "Since last time", cell: trendWords },
  {
    key: "recall",
    title: "Still remembered, by estimate (0–100 %)",
    cell: ({ recall }) => (recall === null ? "—" : <ShareBar share={recall} />),
  },
];

const Way = ({ profile }: { readonly profile: CompetencyProfile }) => {
  const { path, pathMinutes } = profile;
  return (
    <Section
      title="Your way from here"
      aside={path.length > 0 ? `${path.length} steps · about ${pathMinutes} min` : null}
    >
      {path.length > 0 ? (
        <PathList steps={path} />
      ) : (
        <Empty title="Nothing is to be caught up with.">
          What you have learnt comes back in small refreshers, so that it stays.
        </Empty>
      )}
    </Section>
  );
};

const Profile = ({ profile }: { readonly profile: CompetencyProfile }) => {
  const { can } = useSession();
  const { assessedAt, tracks, competencies } = profile;
  return (
    <Page
      kicker={`Competencies · ${tracks.map(({ title }) => title).join(", ")}`}
      sentence={profileSentence(profile)}
      sub={
        <>
          Levels rest on answers and on labs, never on what was read.{" "}
          {assessedAt === null ? null : (
            <>
              Last assessed on <Moment at={assessedAt} />.{" "}
            </>
          )}
          This page is yours alone.
        </>
      }
      actions={
        <>
          <LinkButton to="/assessments/baseline" variant={assessedAt === null ? "go" : "plain"}>
            {assessedAt === null ? "To the assessment" : "Assessment"}
          </LinkButton>
          {can("competencies:team") ? (
            <LinkButton to="/competencies/teams">Teams, as counts</LinkButton>
          ) : null}
        </>
      }
    >
      <Way profile={profile} />
      <Section title="Areas" aside={<Link to="/refreshers">Refreshers</Link>}>
        <LevelLegend />
        <DataTable
          caption="Your level in each area"
          columns={columns}
          rows={expectedFirst(competencies)}
          keyOf={({ competency }) => competency}
          detail={(row) => <Grounds row={row} tracks={tracks} />}
          detailLabel={({ title }) => `What the level in ${title} rests on`}
        />
      </Section>
    </Page>
  );
};

export const CompetenciesPage = () => {
  const profile = useQueryAnswer("GET /api/competencies", {});
  if (profile.value) return <Profile profile={profile.value} />;
  return profile.problem ? (
    <Page kicker="Competencies" sentence="Your competencies cannot be shown.">
      <ProblemNote problem={profile.problem} onRetry={profile.retry} />
    </Page>
  ) : (
    <Loading what="your competencies" lines={8} />
  );
};

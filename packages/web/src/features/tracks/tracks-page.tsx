import type { TrackCard } from "@checkride/api/curriculum";
import { Link } from "@tanstack/react-router";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { Empty } from "../../design/empty.tsx";
import { Loading } from "../../design/loading.tsx";
import { Moment } from "../../design/moment.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { ProgressBar } from "../../design/progress-bar.tsx";
import { Section } from "../../design/section.tsx";
import { StandingPill } from "../../design/standing-pill.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { isAsked, lengthText, tracksSentence } from "./track-words.ts";
import "./tracks.css";

const columns: readonly Column<TrackCard>[] = [
  {
    key: "title",
    title: "Track",
    isRowHeader: true,
    cell: ({ id, title, audience }) => (
      <>
        <Link to="/tracks/$track" params={{ track: id }}>
          {title}
        </Link>
        <span className="tracks-audience">{audience}</span>
      </>
    ),
  },
  {
    key: "lessons",
    title: "Lessons",
    cell: ({ title, lessons }) => (
      <ProgressBar label={`Lessons of ${title}`} done={lessons.done} of={lessons.of} />
    ),
  },
  {
    key: "labs",
    title: "Labs",
    cell: ({ labs }) => (labs.of === 0 ? "—" : `${labs.done} of ${labs.of}`),
  },
  { key: "length", title: "Length", cell: ({ minutes }) => lengthText(minutes) },
  {
    key: "standing",
    title: "Certificate",
    cell: ({ certificate }) =>
      certificate ? (
        <StandingPill state={certificate.state} />
      ) : (
        <span className="muted">none</span>
      ),
  },
  {
    key: "due",
    title: "Due by",
    align: "end",
    cell: ({ certificate }) =>
      certificate?.dueBy ? <Moment as="iso" at={certificate.dueBy} /> : "—",
  },
];

const Tracks = ({
  title,
  tracks,
}: {
  readonly title: string;
  readonly tracks: readonly TrackCard[];
}) =>
  tracks.length === 0 ? null : (
    <Section title={title}>
      <DataTable caption={title} columns={columns} rows={tracks} keyOf={({ id }) => id} />
    </Section>
  );

export const TracksPage = () => {
  const answer = useQueryAnswer("GET /api/tracks", {});
  const tracks = answer.value?.tracks ?? null;
  if (tracks === null) {
    return (
      <Page
        kicker="Tracks"
        sentence={answer.problem ? "The tracks cannot be shown." : "The tracks."}
      >
        {answer.problem ? (
          <ProblemNote problem={answer.problem} onRetry={answer.retry} />
        ) : (
          <Loading what="the tracks" lines={6} />
        )}
      </Page>
    );
  }
  const asked = tracks.filter(isAsked);
  return (
    <Page
      kicker="Tracks"
      sentence={tracksSentence(tracks)}
      sub="A track is a way through the modules for one kind of work. It ends in a certificate."
    >
      {tracks.length === 0 ? (
        <Empty title="No track is installed.">
          The curriculum is a folder of files. An owner sees what is wrong with it.
        </Empty>
      ) : null}
      <Tracks title="Asked of you" tracks={asked} />
      <Tracks
        title={asked.length > 0 ? "Open to you as well" : "Open to you"}
        tracks={tracks.filter((track) => !isAsked(track))}
      />
    </Page>
  );
};

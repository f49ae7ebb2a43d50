import type { ModuleView, TrackView } from "@checkride/api/curriculum";
import { LinkButton } from "../../design/link-button.tsx";
import { Loading } from "../../design/loading.tsx";
import { NextThing } from "../../design/next-thing.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { ActivityList, LessonList } from "./activity-list.tsx";
import { TrackEnd } from "./track-end.tsx";
import { lengthText, nextWords, trackSentence } from "./track-words.ts";
import "./tracks.css";

type Next = NonNullable<TrackView["next"]>;

const NextButton = ({ next }: { readonly next: Next }) => {
  if (next.kind === "lesson") {
    return (
      <LinkButton to="/lessons/$lesson" params={{ lesson: next.id }} variant="go">
        Open the lesson
      </LinkButton>
    );
  }
  if (next.kind === "sign-off") {
    return (
      <LinkButton to="/documents/$document" params={{ document: next.id }} variant="go">
        Read and sign
      </LinkButton>
    );
  }
  if (next.kind === "quiz") {
    return (
      <LinkButton to="/quizzes/$quiz" params={{ quiz: next.id }} variant="go">
        Open the quiz
      </LinkButton>
    );
  }
  if (next.kind === "assessment") {
    return (
      <LinkButton to="/assessments/$assessment" params={{ assessment: next.id }} variant="go">
        Open the assessment
      </LinkButton>
    );
  }
  return null;
};

const doneOf = ({ lessons }: ModuleView): string =>
  `${lessons.filter((lesson) => lesson.state === "done").length} of ${lessons.length} done`;

type ModuleProps = { readonly module: ModuleView; readonly track: TrackView };

/** Labs that the track names itself stand with the track, not here once more. */
const Module = ({ module: one, track }: ModuleProps) => {
  const named = new Set(track.trackLabs.map(({ ref }) => ref));
  const activities = [...one.labs.filter(({ ref }) => !named.has(ref)), ...one.assessments];
  return (
    <Section title={one.title} aside={`${lengthText(one.minutes)} · ${doneOf(one)}`}>
      <p className="module-summary">{one.summary}</p>
      <LessonList lessons={one.lessons} />
      {activities.length > 0 ? <ActivityList activities={activities} /> : null}
    </Section>
  );
};

const Track = ({ track }: { readonly track: TrackView }) => {
  const needs = [...track.needs.all, ...track.needs.any].map(({ title }) => title);
  return (
    <Page
      kicker={`Track · ${track.audience}`}
      sentence={trackSentence(track)}
      sub={needs.length > 0 ? <p>Builds on {needs.join(", ")}.</p> : null}
    >
      {track.next ? (
        <NextThing
          kicker={`${nextWords(track.next.kind)} · ${track.next.minutes} min`}
          title={track.next.title}
          action={<NextButton next={track.next} />}
        />
      ) : null}
      {track.modules.map((one) => (
        <Module key={one.id} module={one} track={track} />
      ))}
      <TrackEnd track={track} />
    </Page>
  );
};

export const TrackPage = ({ trackId }: { readonly trackId: string }) => {
  const track = useQueryAnswer("GET /api/tracks/{track}", { params: { track: trackId } });
  if (track.value) return <Track track={track.value} />;
  return track.problem ? (
    <Page kicker="Track" sentence="This track cannot be shown.">
      <ProblemNote problem={track.problem} onRetry={track.retry} />
    </Page>
  ) : (
    <Loading what="the track" lines={8} />
  );
};

import type { ActivityCard, LessonCard } from "@checkride/api/curriculum";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Pill } from "../../design/pill.tsx";
import { activityNoun, activityPlace, seriesWords } from "./activity-place.ts";

const lessonLooks = {
  none: { glyph: "○", word: "not begun" },
  underway: { glyph: "◐", word: "under way" },
  done: { glyph: "●", word: "done" },
} as const;

type RowProps = {
  readonly state: keyof typeof lessonLooks;
  readonly title: ReactNode;
  readonly says?: string;
  readonly minutes: number;
  readonly isInstalled: boolean;
};

const Row = ({ state, title, says, minutes, isInstalled }: RowProps) => {
  const { glyph, word } = lessonLooks[state];
  return (
    <li data-state={state}>
      <span className="activity-mark" aria-hidden="true">
        {glyph}
      </span>
      <div className="activity-words">
        <p className="activity-title">
          {title}
          {isInstalled ? <span className="hidden-visually"> ({word})</span> : null}
        </p>
        {says ? <p className="activity-says">{says}</p> : null}
      </div>
      <span className="activity-minutes">
        {isInstalled ? null : (
          <Pill tone="none" glyph="○">
            not yet installed
          </Pill>
        )}
        {minutes} min
      </span>
    </li>
  );
};

/** Lessons with their claims and how far one is in each. */
export const LessonList = ({ lessons }: { readonly lessons: readonly LessonCard[] }) => (
  <ol className="activities">
    {lessons.map(({ id, title, claim, minutes, state, installed }) => (
      <Row
        key={id}
        state={state}
        says={claim}
        minutes={minutes}
        isInstalled={installed}
        title={
          installed ? (
            <Link to="/lessons/$lesson" params={{ lesson: id }}>
              {title}
            </Link>
          ) : (
            title
          )
        }
      />
    ))}
  </ol>
);

const ActivityTitle = ({ activity }: { readonly activity: ActivityCard }) => {
  const place = activityPlace(activity);
  return place === null ? activity.title : <Link {...place}>{activity.title}</Link>;
};

/** Labs, quizzes and assessments: done elsewhere. */
export const ActivityList = ({ activities }: { readonly activities: readonly ActivityCard[] }) => (
  <ul className="activities">
    {activities.map((activity) => (
      <Row
        key={activity.ref}
        state={activity.passed ? "done" : "none"}
        says={seriesWords(activity) ?? activityNoun(activity.ref)}
        minutes={activity.minutes}
        isInstalled={activity.installed}
        title={<ActivityTitle activity={activity} />}
      />
    ))}
  </ul>
);

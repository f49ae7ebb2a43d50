import type { LessonView } from "@checkride/api/lessons";
import { Link } from "@tanstack/react-router";
import { endStep, kindWords, titleOf } from "./lesson-words.ts";

type StepRailProps = { readonly lesson: LessonView; readonly place: string };

const isSeen = ({ progress }: LessonView, id: string): boolean => progress.seen.includes(id);

/** All steps with their kinds and minutes, and which of them are behind. */
export const StepRail = ({ lesson, place }: StepRailProps) => (
  <nav className="rail" aria-label="Steps">
    {/* biome-ignore lint/a11y/noRedundantRoles: Safari drops the list's meaning with its numbers */}
    <ol role="list">
      {lesson.steps.map(({ id, kind, title, minutes }, at) => (
        <li key={id}>
          <Link
            to="."
            search={{ step: id }}
            resetScroll={false}
            className="rail-step"
            aria-current={place === id ? "step" : undefined}
          >
            <span className="rail-mark" aria-hidden="true">
              {isSeen(lesson, id) ? "●" : place === id ? "◐" : "○"}
            </span>
            <span className="rail-number" aria-hidden="true">
              {at + 1}
            </span>
            <span className="rail-words">
              <span className="rail-kind">
                {kindWords[kind]} · {minutes} min
              </span>
              <span className="rail-title">{titleOf({ title })}</span>
              {isSeen(lesson, id) ? <span className="hidden-visually"> (done)</span> : null}
            </span>
          </Link>
        </li>
      ))}
      <li>
        <Link
          to="."
          search={{ step: endStep }}
          resetScroll={false}
          className="rail-step"
          aria-current={place === endStep ? "step" : undefined}
        >
          <span className="rail-mark" aria-hidden="true">
            {lesson.progress.state === "done" ? "●" : "○"}
          </span>
          <span className="rail-number" aria-hidden="true">
            End
          </span>
          <span className="rail-words">
            <span className="rail-title">What came of it</span>
          </span>
        </Link>
      </li>
    </ol>
  </nav>
);

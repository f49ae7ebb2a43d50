import type { LessonView as Lesson } from "@checkride/api/lessons";
import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { Button } from "../../design/button.tsx";
import { Kbd } from "../../design/kbd.tsx";
import { Notice } from "../../design/notice.tsx";
import { Page } from "../../design/page.tsx";
import { ProseLinksProvider } from "../../design/prose-links.tsx";
import { SourceList } from "../../design/source-list.tsx";
import { useSearchParams } from "../../shell/search-params.ts";
import { usePageKeys } from "../../shell/use-page-keys.ts";
import { GiveFeedback } from "./give-feedback.tsx";
import { LessonEnd } from "./lesson-end.tsx";
import { around, endStep, kindWords, placeOf } from "./lesson-words.ts";

import { StepRail } from "./step-rail.tsx";
import { StepView } from "./step-view.tsx";
import { useLesson } from "./use-lesson.ts";
import "./lesson.css";

/** Where somebody arrives by a step of the lesson, the step's title is read and Tab goes on from there. */
const useStepFocus = (place: string) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(place);
  useEffect(() => {
    if (shown.current === place) return;
    shown.current = place;
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest("article")?.scrollIntoView({ block: "start" });
  }, [place]);
  return heading;
};

type FootProps = {
  readonly lesson: Lesson;
  readonly place: string;
  readonly onBack: (() => void) | null;
  readonly onNext: (() => void) | null;
};

const Foot = ({ lesson, place, onBack, onNext }: FootProps) => {
  const { after } = around(lesson, place);
  const next = lesson.steps.find((step) => step.id === after);
  return (
    <footer className="step-foot">
      <div className="row">
        {onBack ? <Button onPress={onBack}>Back</Button> : null}
        {onNext ? (
          <Button variant="go" onPress={onNext}>
            {next ? `Next: ${kindWords[next.kind]}` : "Finish"}
          </Button>
        ) : null}
      </div>
      <p className="step-keys">
        {onNext ? (
          <span>
            <Kbd keys={["n"]} /> next
          </span>
        ) : null}
        {onBack ? (
          <span>
            <Kbd keys={["b"]} /> back
          </span>
        ) : null}
      </p>
    </footer>
  );
};

const Kicker = ({ lesson }: { readonly lesson: Lesson }) => (
  <>
    <Link to="/modules/$module" params={{ module: lesson.module.id }}>
      {lesson.module.title}
    </Link>{" "}
    · {lesson.title} · {lesson.minutes} min
  </>
);

export const LessonView = ({ lesson }: { readonly lesson: Lesson }) => {
  const [{ step: asked }] = useSearchParams();
  const navigate = useNavigate();
  const desk = useLesson(lesson);
  const place = placeOf(lesson, asked);
  const heading = useStepFocus(place);
  const step = lesson.steps.find(({ id }) => id === place);
  const { before, after } = around(lesson, place);
  const { report } = desk;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each step, whatever else changes
  useEffect(() => {
    if (place !== endStep) report({ at: place });
  }, [lesson.id, place]);
  const go = (to: string) => void navigate({ to: ".", search: { step: to }, resetScroll: false });
  const goOn = () => {
    if (after === null) return;
    report({ seen: [place] });
    go(after);
  };
  const goBack = () => {
    if (before !== null) go(before);
  };
  usePageKeys({ n: goOn, b: goBack });
  return (
    <ProseLinksProvider links={{ terms: lesson.terms, sources: lesson.sources }}>
      <Page kicker={<Kicker lesson={lesson} />} sentence={lesson.claim}>
        {lesson.progress.changedSince ? (
          <Notice title="The text has changed since you finished it.">
            What you have passed stays passed; you may go through it again.
          </Notice>
        ) : null}
        <div className="lesson">
          <StepRail lesson={lesson} place={place} />
          <article className="lesson-step">
            {step ? (
              <StepView key={place} lesson={lesson} step={step} desk={desk} heading={heading} />
            ) : (
              <LessonEnd lesson={lesson} heading={heading} />
            )}
            <GiveFeedback key={`about ${place}`} lesson={lesson} step={step ?? null} />
            <Foot
              lesson={lesson}
              place={place}
              onBack={before === null ? null : goBack}
              onNext={after === null ? null : goOn}
            />
          </article>
        </div>
        <SourceList sources={lesson.sources} />
        <p className="lesson-reviewed">
          Kept by {lesson.owner}, reviewed {lesson.reviewed}. Threats: {lesson.threats.join(", ")}.
        </p>
      </Page>
    </ProseLinksProvider>
  );
};

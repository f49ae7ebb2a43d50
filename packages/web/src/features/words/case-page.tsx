import type { CaseView } from "@checkride/api/curriculum";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Loading } from "../../design/loading.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Prose } from "../../design/prose.tsx";
import { ProseLinksProvider } from "../../design/prose-links.tsx";
import { Section } from "../../design/section.tsx";
import { SourceList } from "../../design/source-list.tsx";
import { ExerciseView } from "../../exercises/exercise-view.tsx";
import type { Sent } from "../../exercises/use-exercise.ts";
import { client, useQueryAnswer } from "../../shell/query.ts";
import "./words.css";

const Question = ({ one }: { readonly one: CaseView }) => {
  if (!one.question) return null;
  return (
    <Section title="One question">
      <div className="case-question">
        <ExerciseView
          exercise={one.question}
          given={one.answer}
          onAnswer={async (answer): Promise<Sent> => {
            const sent = await client("POST /api/cases/{case}/answers", {
              params: { case: one.id },
              body: { answer },
            });
            return sent.ok ? { ok: true, given: sent.value } : sent;
          }}
        />
      </div>
    </Section>
  );
};

const listed = (links: readonly ReactNode[]): ReactNode =>
  links.map((link, place) => [place > 0 ? ", " : "", link]);

const Around = ({ one }: { readonly one: CaseView }) => {
  if (one.modules.length + one.labs.length === 0) return null;
  return (
    <Section title="Where it is taught">
      {one.modules.length > 0 ? (
        <p>
          Modules:{" "}
          {listed(
            one.modules.map(({ id, title }) => (
              <Link key={id} to="/modules/$module" params={{ module: id }}>
                {title}
              </Link>
            )),
          )}
          .
        </p>
      ) : null}
      {one.labs.length > 0 ? (
        <p>
          Labs:{" "}
          {listed(
            one.labs.map(({ ref, title, installed }) => (
              <Link key={ref} to="/labs/$lab" params={{ lab: ref.replace(/^lab\//, "") }}>
                {title}
                {installed ? "" : " (not yet installed)"}
              </Link>
            )),
          )}
          .
        </p>
      ) : null}
    </Section>
  );
};

const Case = ({ one }: { readonly one: CaseView }) => (
  <ProseLinksProvider links={{ terms: [], sources: one.sources }}>
    <Page
      kicker={`Case · ${one.organisation} · ${one.happened} · ${one.sector}`}
      sentence={`${one.title.replace(/\.$/, "")}.`}
      sub={<p className="mono">{one.risks.join(" · ")}</p>}
    >
      {one.sections.map(({ title, prose }) =>
        // The section that holds the question has no text of its own.
        prose.length === 0 ? null : (
          <Section key={title} title={title}>
            <div className="case-text">
              <Prose prose={prose} />
            </div>
          </Section>
        ),
      )}
      <Question one={one} />
      <Around one={one} />
      <SourceList sources={one.sources} />
    </Page>
  </ProseLinksProvider>
);

export const CasePage = ({ caseId }: { readonly caseId: string }) => {
  const one = useQueryAnswer("GET /api/cases/{case}", { params: { case: caseId } });
  if (one.value) return <Case one={one.value} />;
  return one.problem ? (
    <Page kicker="Case" sentence="This case cannot be shown.">
      <ProblemNote problem={one.problem} onRetry={one.retry} />
    </Page>
  ) : (
    <Loading what="the case" lines={8} />
  );
};

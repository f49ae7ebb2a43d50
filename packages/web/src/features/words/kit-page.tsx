import { Link } from "@tanstack/react-router";
import { Loading } from "../../design/loading.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Prose } from "../../design/prose.tsx";
import { Section } from "../../design/section.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import "./words.css";

export const KitPage = ({ kitId }: { readonly kitId: string }) => {
  const { value, problem, retry } = useQueryAnswer("GET /api/kits/{kit}", {
    params: { kit: kitId },
  });
  if (problem) {
    return (
      <Page kicker="Session" sentence="This session cannot be shown.">
        <ProblemNote problem={problem} onRetry={retry} />
      </Page>
    );
  }
  if (!value) return <Loading what="the session" lines={8} />;
  return (
    <Page
      kicker={`Session · month ${value.month} · ${value.minutes} min`}
      sentence={`${value.title.replace(/\.$/, "")}.`}
      sub={
        <p>
          {value.cases.map((one) => (
            <Link key={one.id} to="/cases/$case" params={{ case: one.id }}>
              Case: {one.title}{" "}
            </Link>
          ))}
        </p>
      }
    >
      {value.sections.map(({ title, prose }) => (
        <Section key={title} title={title}>
          <div className="case-text">
            <Prose prose={prose} />
          </div>
        </Section>
      ))}
    </Page>
  );
};

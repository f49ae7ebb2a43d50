import { Link } from "@tanstack/react-router";
import { CodeView } from "../../design/code-view.tsx";
import { isoMinute } from "../../design/date.ts";
import { DifferenceView } from "../../design/difference-view.tsx";
import { Loading } from "../../design/loading.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { Select } from "../../design/select.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { useSearchParams } from "../../shell/search-params.ts";
import { sizeOf } from "./content-words.ts";
import "./content.css";

const languageOf = (ref: string): string => ref.split(".").at(-1) ?? "text";

const Text = ({ pieceRef, version }: { readonly pieceRef: string; readonly version: string }) => {
  const answer = useQueryAnswer(
    "GET /api/content/pieces/{ref}/versions/{version}",
    { params: { ref: pieceRef, version } },
    { keepPrevious: true },
  );
  const { value } = answer;
  return (
    <>
      {answer.problem ? <ProblemNote problem={answer.problem} onRetry={answer.retry} /> : null}
      {answer.isLoading ? <Loading what="the text" lines={8} /> : null}
      {value?.difference ? (
        <Section title="Against the version before" aside={sizeOf(value.difference)}>
          <div className="content-difference">
            <DifferenceView caption="Lines before and after" lines={value.difference} wraps />
          </div>
        </Section>
      ) : null}
      {value ? (
        <Section title="The text">
          <div className="content-difference">
            <CodeView text={value.text} language={languageOf(pieceRef)} />
          </div>
        </Section>
      ) : null}
    </>
  );
};

/** One file, in any version that was ever in force. */
export const PiecePage = () => {
  const [{ ref: pieceRef = "", version: asked }, change] = useSearchParams();
  const answer = useQueryAnswer(
    "GET /api/content/pieces/{ref}/versions",
    { params: { ref: pieceRef } },
    { enabled: pieceRef !== "" },
  );
  const versions = answer.value?.versions ?? [];
  const shown = versions.find(({ version }) => version === asked) ?? versions[0];
  const options = versions.map(({ version, since, inForce }) => ({
    value: version,
    label: `${since[0] ? isoMinute(since[0]) : ""} · ${version.slice(0, 12)}${inForce ? " · in force" : ""}`,
  }));
  return (
    <Page
      kicker={
        <>
          <Link to="/content/pieces">Files</Link> · <span className="mono">{pieceRef}</span>
        </>
      }
      sentence={
        shown
          ? `${shown.title}: ${versions.length === 1 ? "one version so far" : `${versions.length} versions`}.`
          : "A file and its versions."
      }
    >
      {answer.problem ? <ProblemNote problem={answer.problem} onRetry={answer.retry} /> : null}
      {answer.isLoading ? <Loading what="the versions" lines={8} /> : null}
      {shown ? (
        <>
          <div className="content-version">
            <Select
              label="Version"
              value={shown.version}
              options={options}
              onChange={(version) => change({ version })}
            />
          </div>
          <Text pieceRef={pieceRef} version={shown.version} />
        </>
      ) : null}
    </Page>
  );
};

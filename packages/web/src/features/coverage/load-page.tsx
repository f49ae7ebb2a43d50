import type { TaxonomyPreview } from "@checkride/api/coverage";
import { Link } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { Button } from "../../design/button.tsx";
import { FileDrop } from "../../design/file-drop.tsx";
import { LinkButton } from "../../design/link-button.tsx";
import { Notice } from "../../design/notice.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { useAct } from "../../shell/query.ts";
import { previewSentence } from "./coverage-words.ts";
import { PreviewLists } from "./preview-lists.tsx";
import "./coverage.css";

const maxBytes = 8_000_000;
const contentType = "application/octet-stream";

/** Reads a file, says what it would change, and loads it once somebody has seen that. */
const useLoading = () => {
  const preview = useAct("POST /api/taxonomy-previews");
  const load = useAct("POST /api/taxonomies", ["GET /api/coverage"]);
  const [tooLarge, setTooLarge] = useState<string | null>(null);
  const text = useRef("");
  const look = async (file: File) => {
    load.reset();
    preview.reset();
    const isTooLarge = file.size > maxBytes;
    setTooLarge(isTooLarge ? `${file.name} has more than 8 MB; no list of threats does.` : null);
    if (isTooLarge) return;
    text.current = await file.text();
    await preview.act({ body: text.current, contentType });
  };
  return {
    look: (file: File) => void look(file),
    load: () => void load.act({ body: text.current, contentType }),
    tooLarge,
    preview: preview.value,
    loaded: load.value,
    problem: preview.problem ?? load.problem,
    isReading: preview.isPending,
    isLoading: load.isPending,
  };
};

const sentenceOf = (preview: TaxonomyPreview | null, loaded: TaxonomyPreview | null): string => {
  if (loaded) return `${loaded.taxonomy} ${loaded.version} is loaded.`;
  return preview ? previewSentence(preview) : "Load a newer list of threats.";
};

export const LoadPage = () => {
  const loading = useLoading();
  const { preview, loaded } = loading;
  return (
    <Page
      kicker={
        <>
          <Link to="/coverage">Threat coverage</Link> · Load a list
        </>
      }
      sentence={sentenceOf(preview, loaded)}
      sub="Nothing changes until you have seen what is new, gone and renamed, and what of it nothing teaches yet."
      actions={loaded ? <LinkButton to="/coverage">To the lists</LinkButton> : null}
    >
      {loaded ? (
        <Notice tone="good" title="It is in force now." isLive>
          {loaded.uncovered.length === 0
            ? "Everything in it is taught, or somebody decided."
            : `${loaded.uncovered.length} entries are open: nothing teaches them and nobody has decided.`}
        </Notice>
      ) : (
        <Section title="The file" aside="JSON or YAML, at most 8 MB">
          <FileDrop
            words="Choose a list, or drop it here"
            accept=".json,.yaml,.yml"
            isDisabled={loading.isReading || loading.isLoading}
            onFile={loading.look}
          />
          <p className="muted">
            MITRE ATLAS as it is distributed, or our own shape: taxonomy, version and items with id,
            name and summary.
          </p>
          <div aria-live="polite">
            {loading.isReading ? <p>Reading the list…</p> : null}
            {loading.tooLarge ? <p className="field-error">{loading.tooLarge}</p> : null}
          </div>
        </Section>
      )}
      {loading.problem ? <ProblemNote problem={loading.problem} /> : null}
      {preview ? (
        <>
          {loaded ? null : (
            <div className="coverage-load">
              <Button variant="go" isPending={loading.isLoading} onPress={loading.load}>
                Load {preview.taxonomy} {preview.version}
              </Button>
            </div>
          )}
          <PreviewLists preview={loaded ?? preview} />
        </>
      ) : null}
    </Page>
  );
};

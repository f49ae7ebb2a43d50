import type { OldDocument } from "@checkride/api/documents";
import { useState } from "react";
import { formatDate } from "../../design/date.ts";
import { DifferenceView } from "../../design/difference-view.tsx";
import { LinkButton } from "../../design/link-button.tsx";
import { Loading } from "../../design/loading.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Prose } from "../../design/prose.tsx";
import { Tabs } from "../../design/tabs.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { withoutTitle } from "./without-title.ts";
import "./documents.css";

const Difference = ({ old }: { readonly old: OldDocument }) => {
  if (old.difference === null) return <p className="muted">This is the first version.</p>;
  return old.difference.some(({ kind }) => kind !== "same") ? (
    <DifferenceView caption={`What version ${old.version} changed`} lines={old.difference} wraps />
  ) : (
    <p className="muted">The text is the same as in the version before.</p>
  );
};

const Old = ({ old, documentId }: { readonly old: OldDocument; readonly documentId: string }) => {
  const [tab, setTab] = useState<"text" | "difference">(
    old.difference === null ? "text" : "difference",
  );
  const signed = old.signedAt === null ? "" : ` You signed it on ${formatDate(old.signedAt)}.`;
  return (
    <Page
      kicker={`${old.title} · version ${old.version}`}
      sentence={`Version ${old.version} of ${old.title} came into force on ${formatDate(old.since)}.`}
      sub={
        <p>
          {signed} SHA-256 of its words: <code>{old.sha256}</code>
        </p>
      }
      actions={
        <LinkButton to="/documents/$document" params={{ document: documentId }}>
          The version in force
        </LinkButton>
      }
    >
      <div className="document-tabs">
        <Tabs
          label={`Version ${old.version}`}
          selected={tab}
          onSelect={setTab}
          tabs={[
            { key: "difference", title: "What changed", content: <Difference old={old} /> },
            {
              key: "text",
              title: "The whole text",
              content: (
                <>
                  <h2 className="hidden-visually">{old.title}</h2>
                  <Prose prose={withoutTitle(old.text, old.title)} />
                  {old.signOff ? (
                    <blockquote className="sign-words">{old.signOff}</blockquote>
                  ) : null}
                </>
              ),
            },
          ]}
        />
      </div>
    </Page>
  );
};

type DocumentVersionPageProps = { readonly documentId: string; readonly version: string };

export const DocumentVersionPage = ({ documentId, version }: DocumentVersionPageProps) => {
  const old = useQueryAnswer("GET /api/documents/{document}/versions/{version}", {
    params: { document: documentId, version: Number(version) || 0 },
  });
  if (old.value) return <Old old={old.value} documentId={documentId} />;
  return old.problem ? (
    <Page kicker="Document" sentence="This version cannot be shown.">
      <ProblemNote problem={old.problem} onRetry={old.retry} />
    </Page>
  ) : (
    <Loading what="the version" lines={8} />
  );
};

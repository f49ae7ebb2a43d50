import type { DocumentView } from "@checkride/api/documents";
import { Link } from "@tanstack/react-router";
import { Button } from "../../design/button.tsx";
import { DataTable } from "../../design/data-table.tsx";
import { Loading } from "../../design/loading.tsx";
import { Moment } from "../../design/moment.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Prose } from "../../design/prose.tsx";
import { Section } from "../../design/section.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { documentSentence, isOnePage, kindWords } from "./document-words.ts";
import { SignOff } from "./sign-off.tsx";
import { withoutTitle } from "./without-title.ts";
import "./documents.css";

type Version = DocumentView["versions"][number];

const Versions = ({ document }: { readonly document: DocumentView }) => (
  <Section title="Versions">
    <DataTable<Version>
      caption={`Versions of ${document.title}`}
      rows={document.versions}
      keyOf={({ version, sha256 }) => `${version} ${sha256}`}
      columns={[
        {
          key: "version",
          title: "Version",
          isRowHeader: true,
          cell: ({ version }) => (
            <Link
              to="/documents/$document/versions/$version"
              params={{ document: document.id, version: String(version) }}
            >
              Version {version}
            </Link>
          ),
        },
        {
          key: "since",
          title: "In force since",
          cell: ({ since }) => <Moment as="iso" at={since} />,
        },
        {
          key: "sha256",
          title: "SHA-256 of its words",
          cell: ({ sha256 }) => <code title={sha256}>{sha256.slice(0, 16)}…</code>,
        },
        {
          key: "signed",
          title: "Signed by you",
          align: "end",
          cell: ({ signedAt }) => (signedAt ? <Moment as="iso" at={signedAt} /> : "—"),
        },
      ]}
    />
  </Section>
);

const Document = ({ document }: { readonly document: DocumentView }) => (
  <div className="document" data-one-page={isOnePage(document.kind) || undefined}>
    <Page
      kicker={`${kindWords[document.kind]} · version ${document.version} · ${document.minutes} min`}
      sentence={documentSentence(document)}
      actions={
        <Button onPress={() => window.print()}>
          {isOnePage(document.kind) ? "Print on one page" : "Print"}
        </Button>
      }
    >
      <div className="document-text">
        <h2 className="document-title">{document.title}</h2>
        <Prose prose={withoutTitle(document.text, document.title)} />
      </div>
      <p className="document-foot">
        {document.title}, version {document.version}
        {document.owner === null ? "" : `. Kept by ${document.owner}`}
        {document.reviewed === null ? "" : `, reviewed ${document.reviewed}`}.
      </p>
      <SignOff document={document} />
      <Versions document={document} />
    </Page>
  </div>
);

export const DocumentPage = ({ documentId }: { readonly documentId: string }) => {
  const found = useQueryAnswer("GET /api/documents/{document}", {
    params: { document: documentId },
  });
  if (found.value) return <Document document={found.value} />;
  return found.problem ? (
    <Page kicker="Document" sentence="This document cannot be shown.">
      <ProblemNote problem={found.problem} onRetry={found.retry} />
    </Page>
  ) : (
    <Loading what="the document" lines={8} />
  );
};

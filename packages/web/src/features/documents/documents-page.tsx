import type { DocumentCard } from "@checkride/api/documents";
import { Link } from "@tanstack/react-router";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { Empty } from "../../design/empty.tsx";
import { Loading } from "../../design/loading.tsx";
import { Moment } from "../../design/moment.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { documentsSentence, kindWords } from "./document-words.ts";
import { SignPill } from "./sign-pill.tsx";

const columns: readonly Column<DocumentCard>[] = [
  {
    key: "title",
    title: "Document",
    isRowHeader: true,
    cell: ({ id, title }) => (
      <Link to="/documents/$document" params={{ document: id }}>
        {title}
      </Link>
    ),
  },
  { key: "kind", title: "Kind", cell: ({ kind }) => kindWords[kind] },
  { key: "version", title: "Version", cell: ({ version }) => `v${version}` },
  { key: "minutes", title: "To read", cell: ({ minutes }) => `${minutes} min` },
  {
    key: "mine",
    title: "Signed",
    cell: ({ mine }) => (mine ? <SignPill mine={mine} /> : "—"),
  },
  {
    key: "by",
    title: "Sign by",
    align: "end",
    cell: ({ mine }) => (mine?.signBy ? <Moment as="iso" at={mine.signBy} /> : "—"),
  },
];

export const DocumentsPage = () => {
  const answer = useQueryAnswer("GET /api/documents", {});
  const documents = answer.value?.documents ?? null;
  if (documents === null) {
    return (
      <Page
        kicker="Documents"
        sentence={answer.problem ? "The documents cannot be shown." : "The documents."}
      >
        {answer.problem ? (
          <ProblemNote problem={answer.problem} onRetry={answer.retry} />
        ) : (
          <Loading what="the documents" lines={6} />
        )}
      </Page>
    );
  }
  const toSign = documents.filter(({ mine }) => mine !== null);
  const toUse = documents.filter(({ mine }) => mine === null);
  return (
    <Page
      kicker="Documents"
      sentence={documentsSentence(documents)}
      sub="Rule cards and checklists print on one page."
    >
      {documents.length === 0 ? <Empty title="No document is installed." /> : null}
      {toSign.length > 0 ? (
        <Section title="To read and sign">
          <DataTable
            caption="Documents to read and sign"
            columns={columns}
            rows={toSign}
            keyOf={({ id }) => id}
          />
        </Section>
      ) : null}
      {toUse.length > 0 ? (
        <Section title="To work with">
          <DataTable
            caption="Cards, checklists, templates and guides"
            columns={columns.slice(0, 4)}
            rows={toUse}
            keyOf={({ id }) => id}
          />
        </Section>
      ) : null}
    </Page>
  );
};

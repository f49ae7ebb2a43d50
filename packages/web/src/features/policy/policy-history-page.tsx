import type { PolicyVersionSummary } from "@checkride/api/policy";
import { Link } from "@tanstack/react-router";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { Empty } from "../../design/empty.tsx";
import { LinkButton } from "../../design/link-button.tsx";
import { Loading } from "../../design/loading.tsx";
import { Moment } from "../../design/moment.tsx";
import { Page } from "../../design/page.tsx";
import { Pill } from "../../design/pill.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { useRowKeys } from "../../design/use-row-keys.ts";
import { useQueryAnswer } from "../../shell/query.ts";
import { useSearchParams } from "../../shell/search-params.ts";
import { PolicyVersion } from "./policy-version.tsx";
import { stateWords } from "./policy-words.ts";
import "./policy.css";

const looks = {
  proposed: { tone: "due", glyph: "◔" },
  "in-force": { tone: "current", glyph: "●" },
  superseded: { tone: "none", glyph: "○" },
  withdrawn: { tone: "none", glyph: "✕" },
} as const;

const columns: readonly Column<PolicyVersionSummary>[] = [
  {
    key: "version",
    title: "Version",
    isRowHeader: true,
    cell: ({ version }) => (
      <Link to="/policy/history" search={{ version: String(version) }}>
        v{version}
      </Link>
    ),
  },
  {
    key: "state",
    title: "State",
    cell: ({ state }) => <Pill {...looks[state]}>{stateWords[state]}</Pill>,
  },
  { key: "note", title: "What and why", cell: ({ note }) => note || "–" },
  {
    key: "by",
    title: "Proposed by",
    cell: ({ proposedBy, proposedAt }) => (
      <>
        {proposedBy.name} <Moment at={proposedAt} as="iso" />
      </>
    ),
  },
  {
    key: "approved",
    title: "Approved by",
    cell: ({ approvals }) => approvals.map(({ name }) => name).join(", ") || "–",
  },
  {
    key: "applied",
    title: "In force from",
    align: "end",
    cell: ({ appliedAt }) => (appliedAt === null ? "–" : <Moment at={appliedAt} as="minute" />),
  },
];

const sentenceOf = (versions: readonly PolicyVersionSummary[]): string => {
  const applied = versions.filter(({ appliedAt }) => appliedAt !== null).length;
  if (versions.length === 0) return "There is no version of the policy yet.";
  const noun = applied === 1 ? "version has" : "versions have";
  return `${applied} ${noun} been in force; ${versions.length} ${versions.length === 1 ? "was" : "were"} written.`;
};

const Versions = ({ versions }: { readonly versions: readonly PolicyVersionSummary[] }) => {
  const frame = useRowKeys<HTMLDivElement>();
  return versions.length === 0 ? (
    <Empty title="No versions yet.">The first one appears when a policy is proposed.</Empty>
  ) : (
    <div ref={frame}>
      <DataTable
        caption="Versions of the policy, newest first"
        columns={columns}
        rows={versions}
        keyOf={({ version }) => String(version)}
      />
    </div>
  );
};

export const PolicyHistoryPage = () => {
  const [{ version }] = useSearchParams();
  const history = useQueryAnswer("GET /api/policy/versions", {});
  const chosen = /^[1-9]\d{0,8}$/.test(version ?? "") ? Number(version) : null;
  const versions = history.value?.versions ?? null;
  return (
    <Page
      kicker="Policy · Versions"
      sentence={versions ? sentenceOf(versions) : "Every version of the policy."}
      actions={<LinkButton to="/policy">Back to the policy</LinkButton>}
    >
      {chosen === null ? null : <PolicyVersion version={chosen} known={versions ?? []} />}
      <Section title="Versions" aside="newest first">
        {history.problem ? <ProblemNote problem={history.problem} onRetry={history.retry} /> : null}
        {history.isLoading ? <Loading what="versions" /> : null}
        {versions ? <Versions versions={versions} /> : null}
      </Section>
    </Page>
  );
};

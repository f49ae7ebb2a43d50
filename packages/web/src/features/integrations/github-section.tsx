import type { GithubAppView } from "@checkride/api/github-apps";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { Empty } from "../../design/empty.tsx";
import { Loading } from "../../design/loading.tsx";
import { Moment } from "../../design/moment.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { useSession } from "../../shell/session.tsx";
import { ConnectGithubDialog } from "./connect-github-dialog.tsx";
import { rulesWords } from "./github-words.ts";

const columnsFor = (now: string): readonly Column<GithubAppView>[] => [
  {
    key: "name",
    title: "App",
    isRowHeader: true,
    cell: ({ id, name, apiUrl }) => (
      <div className="hook-name">
        <Link to="/integrations/github-apps/$app" params={{ app: id }}>
          {name}
        </Link>
        <span>{new URL(apiUrl).host}</span>
      </div>
    ),
  },
  { key: "rules", title: "Asks for", cell: rulesWords },
  {
    key: "last",
    title: "Last heard of",
    align: "end",
    cell: ({ lastDeliveryAt }) =>
      lastDeliveryAt === null ? "never" : <Moment at={lastDeliveryAt} as="ago" now={now} />,
  },
];

export const GithubSection = () => {
  const { can } = useSession();
  const [now] = useState(() => new Date().toISOString());
  const [isConnecting, setConnecting] = useState(false);
  const answer = useQueryAnswer("GET /api/github-apps", {});
  const apps = answer.value?.apps ?? null;
  return (
    <Section
      title="GitHub Apps"
      aside={
        can("forges:write") ? (
          <Button onPress={() => setConnecting(true)}>Connect a GitHub App</Button>
        ) : null
      }
    >
      {answer.problem ? <ProblemNote problem={answer.problem} onRetry={answer.retry} /> : null}
      {answer.isLoading ? <Loading what="GitHub Apps" /> : null}
      {apps && apps.length > 0 ? (
        <DataTable
          caption="GitHub Apps"
          columns={columnsFor(now)}
          rows={apps}
          keyOf={({ id }) => id}
        />
      ) : null}
      {apps?.length === 0 ? (
        <Empty title="No GitHub App is connected.">
          An app asks a gate about the authors of each pull request, and holds a deployment back
          until its gate allows it. No pipeline has to be changed.
        </Empty>
      ) : null}
      {isConnecting ? <ConnectGithubDialog onClose={() => setConnecting(false)} /> : null}
    </Section>
  );
};

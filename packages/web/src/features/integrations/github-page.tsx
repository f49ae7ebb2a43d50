import type { GithubAppView } from "@checkride/api/github-apps";
import { Link } from "@tanstack/react-router";
import { CopyField } from "../../design/copy-field.tsx";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { Empty } from "../../design/empty.tsx";
import { keyed } from "../../design/keyed.ts";
import { LinkButton } from "../../design/link-button.tsx";
import { Loading } from "../../design/loading.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { useSession } from "../../shell/session.tsx";
import { GithubActions } from "./github-actions.tsx";
import { GithubDeliveries } from "./github-deliveries.tsx";
import { appSentence } from "./github-words.ts";
import "./integrations.css";

const kicker = (
  <>
    <Link to="/integrations">Integrations</Link> · One GitHub App
  </>
);

type RuleRow = {
  readonly repositories: string;
  readonly gate: string;
  /** Null: a pull request. */
  readonly environment: string | null;
};

const columns: readonly Column<{ readonly value: RuleRow }>[] = [
  {
    key: "where",
    title: "Repositories",
    isRowHeader: true,
    cell: ({ value }) => <code>{value.repositories}</code>,
  },
  {
    key: "when",
    title: "When",
    cell: ({ value: { environment } }) =>
      environment === null ? (
        "a pull request"
      ) : (
        <>
          a deployment to <code>{environment}</code>
        </>
      ),
  },
  {
    key: "gate",
    title: "Gate",
    cell: ({ value: { gate } }) => (
      <Link to="/gates/$gate" params={{ gate }}>
        <code>{gate}</code>
      </Link>
    ),
  },
];

const Rules = ({ app }: { readonly app: GithubAppView }) => {
  const rows: readonly RuleRow[] = [
    ...app.checks.map((check) => ({ ...check, environment: null })),
    ...app.deployments,
  ];
  return (
    <Section title="What it asks" aside="every rule that fits counts">
      {rows.length > 0 ? (
        <DataTable caption="Rules" columns={columns} rows={keyed(rows)} keyOf={({ key }) => key} />
      ) : (
        <Empty title="There is no rule yet.">
          Without one, whatever GitHub sends is taken and left alone.
        </Empty>
      )}
    </Section>
  );
};

const Receiver = ({ app: { receiver, appId, apiUrl } }: { readonly app: GithubAppView }) => (
  <Section title="At GitHub" aside={`app ${appId} at ${new URL(apiUrl).host}`}>
    <div className="hook-stream">
      <CopyField
        label="Webhook URL"
        value={receiver}
        description="Goes into the app's settings under “Webhook”, with the secret. The app subscribes to pushes, pull requests, merge groups, check runs and deployment protection rules."
      />
    </div>
  </Section>
);

export const GithubPage = ({ appId }: { readonly appId: string }) => {
  const { can } = useSession();
  const answer = useQueryAnswer("GET /api/github-apps", {});
  const app = answer.value?.apps.find(({ id }) => id === appId) ?? null;
  if (app === null) {
    const isMissing = answer.value !== null;
    return (
      <Page
        kicker={kicker}
        sentence={isMissing ? "There is no such GitHub App." : "One GitHub App."}
        actions={isMissing ? <LinkButton to="/integrations">All integrations</LinkButton> : null}
      >
        {answer.problem ? <ProblemNote problem={answer.problem} onRetry={answer.retry} /> : null}
        {answer.isLoading ? <Loading what="the GitHub App" lines={6} /> : null}
      </Page>
    );
  }
  return (
    <Page
      kicker={kicker}
      sentence={appSentence(app)}
      actions={can("forges:write") ? <GithubActions app={app} /> : null}
    >
      <Receiver app={app} />
      <Rules app={app} />
      <GithubDeliveries appId={app.id} />
    </Page>
  );
};

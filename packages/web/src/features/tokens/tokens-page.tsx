import type { AccessToken } from "@checkride/api/tokens";
import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { ConfirmDialog } from "../../design/confirm-dialog.tsx";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { Empty } from "../../design/empty.tsx";
import { Loading } from "../../design/loading.tsx";
import { Moment } from "../../design/moment.tsx";
import { Page } from "../../design/page.tsx";
import { Pill } from "../../design/pill.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { useAct, useQueryAnswer } from "../../shell/query.ts";
import { MakeTokenDialog } from "./make-token-dialog.tsx";
import { endsSoon, hasEnded, tokensSentence } from "./token-words.ts";
import "./tokens.css";

const columnsFor = (
  now: string,
  onEnd: (token: AccessToken) => void,
): readonly Column<AccessToken>[] => [
  { key: "name", title: "Name", isRowHeader: true, cell: ({ name }) => name },
  {
    key: "scopes",
    title: "May",
    cell: ({ scopes }) => <span className="mono token-scopes">{scopes.join(" ")}</span>,
  },
  {
    key: "made",
    title: "Made",
    cell: ({ createdBy, createdAt }) => (
      <>
        <Moment at={createdAt} as="iso" /> {createdBy}
      </>
    ),
  },
  {
    key: "used",
    title: "Last used",
    cell: ({ lastUsedAt }) =>
      lastUsedAt === null ? "never" : <Moment at={lastUsedAt} as="ago" now={now} />,
  },
  {
    key: "ends",
    title: "Ends",
    cell: (token) =>
      hasEnded(token, now) ? (
        <Pill tone="none" glyph="✕">
          Ended
        </Pill>
      ) : (
        <>
          <Moment at={token.expiresAt} as="iso" />{" "}
          {endsSoon(token, now) ? (
            <Pill tone="due" glyph="◔">
              Soon
            </Pill>
          ) : null}
        </>
      ),
  },
  {
    key: "end",
    title: "End",
    hideTitle: true,
    align: "end",
    cell: (token) =>
      hasEnded(token, now) ? null : (
        <Button label={`End ${token.name}`} onPress={() => onEnd(token)}>
          End
        </Button>
      ),
  },
];

const EndToken = ({
  token,
  onClose,
}: {
  readonly token: AccessToken;
  readonly onClose: () => void;
}) => {
  const end = useAct("DELETE /api/tokens/{token}", ["GET /api/tokens"]);
  const confirm = () => {
    void end.act({ params: { token: token.id } }).then((answered) => {
      if (answered.ok) onClose();
    });
  };
  return (
    <ConfirmDialog
      title={`End ${token.name}?`}
      isOpen
      onClose={onClose}
      onConfirm={confirm}
      confirmLabel="End the token"
      isPending={end.isPending}
      problem={end.problem}
    >
      <p>
        Whatever uses it is refused from now on. It cannot be undone, but a new one can be made.
      </p>
    </ConfirmDialog>
  );
};

export const TokensPage = () => {
  const [now] = useState(() => new Date().toISOString());
  const answer = useQueryAnswer("GET /api/tokens", {});
  const [isMaking, setMaking] = useState(false);
  const [ending, setEnding] = useState<AccessToken | null>(null);
  const tokens = answer.value?.tokens ?? null;
  return (
    <Page
      kicker="Access tokens"
      sentence={tokens ? tokensSentence(tokens, now) : "What signs in without a person."}
      sub="A token lets the command line or a pipeline in, with no more rights than it is given and no longer than it is set to last."
      actions={
        <Button variant="go" onPress={() => setMaking(true)}>
          Make a token
        </Button>
      }
    >
      <Section title="Tokens" aside="secrets are shown once and stored hashed">
        {answer.problem ? <ProblemNote problem={answer.problem} onRetry={answer.retry} /> : null}
        {answer.isLoading ? <Loading what="access tokens" /> : null}
        {tokens && tokens.length > 0 ? (
          <DataTable
            caption="Access tokens"
            columns={columnsFor(now, setEnding)}
            rows={tokens}
            keyOf={({ id }) => id}
          />
        ) : null}
        {tokens?.length === 0 ? (
          <Empty title="Nobody has made a token yet.">
            A pipeline that asks a gate needs one with the right <code>gates:decide</code>.
          </Empty>
        ) : null}
      </Section>
      {isMaking ? <MakeTokenDialog onClose={() => setMaking(false)} /> : null}
      {ending ? <EndToken token={ending} onClose={() => setEnding(null)} /> : null}
    </Page>
  );
};

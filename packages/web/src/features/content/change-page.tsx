import type { ContentChangeView } from "@checkride/api/content";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { ConfirmDialog } from "../../design/confirm-dialog.tsx";
import { DifferenceView } from "../../design/difference-view.tsx";
import { Loading } from "../../design/loading.tsx";
import { Moment } from "../../design/moment.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { TextArea } from "../../design/text-area.tsx";
import { useAct, useQueryAnswer } from "../../shell/query.ts";
import { useSession } from "../../shell/session.tsx";
import { ChangeState } from "./changes-page.tsx";
import { changeSentence, sizeOf } from "./content-words.ts";
import "./content.css";

const refresh = ["GET /api/content", "GET /api/lessons", "GET /api/modules"];

type Props = { readonly change: ContentChangeView };

const Story = ({ change }: Props) => (
  <ul className="content-story">
    <li>
      Found <Moment as="minute" at={change.foundAt} /> · <ChangeState change={change} />
      {change.inForceAt ? (
        <>
          {" "}
          since <Moment as="minute" at={change.inForceAt} />
        </>
      ) : null}
    </li>
    {change.approvals.map(({ name, at, note }) => (
      <li key={`${name} ${at}`}>
        ● {name} approved <Moment as="minute" at={at} />
        {note ? `: ${note}` : ""}
      </li>
    ))}
    {change.state === "waiting" ? (
      <li>
        ○ {change.approvalsNeeded - change.approvals.length} of {change.approvalsNeeded} approvals
        are missing
      </li>
    ) : null}
    {change.refused ? (
      <li>
        ✕ {change.refused.name} refused it <Moment as="minute" at={change.refused.at} />:{" "}
        {change.refused.reason}
      </li>
    ) : null}
  </ul>
);

const Refuse = ({ change, onClose }: Props & { readonly onClose: () => void }) => {
  const [reason, setReason] = useState("");
  const refuse = useAct("POST /api/content/changes/{change}/refusals", refresh);
  const confirm = async () => {
    const body = { reason: reason.trim() };
    const refused = await refuse.act({ params: { change: change.id }, body });
    if (refused.ok) onClose();
  };
  return (
    <ConfirmDialog
      title="Refuse this change?"
      isOpen
      onClose={onClose}
      onConfirm={() => void confirm()}
      confirmLabel="Refuse the change"
      isPending={refuse.isPending}
      isReady={reason.trim() !== ""}
      problem={refuse.problem}
    >
      <p>The version before stays in force. The file itself is not touched.</p>
      <TextArea
        label="Why"
        rows={4}
        value={reason}
        onChange={setReason}
        maxLength={2000}
        description="Whoever wrote the change reads this."
      />
    </ConfirmDialog>
  );
};

const Deeds = ({ change }: Props) => {
  const { can, person } = useSession();
  const [note, setNote] = useState("");
  const [isRefusing, setRefusing] = useState(false);
  const approve = useAct("POST /api/content/changes/{change}/approvals", refresh);
  const isDone = change.approvals.some(({ id }) => id === person.id);
  if (change.state !== "waiting" || !can("content:approve") || isDone) return null;
  return (
    <Section title="Decide">
      <div className="content-decide">
        <TextArea
          label="A note, if you like"
          rows={2}
          value={note}
          onChange={setNote}
          maxLength={2000}
          description="Kept as evidence with your approval."
        />
        <div className="row">
          <Button
            variant="go"
            isPending={approve.isPending}
            onPress={() =>
              void approve.act({ params: { change: change.id }, body: { note: note.trim() } })
            }
          >
            Approve
          </Button>
          <Button onPress={() => setRefusing(true)}>Refuse</Button>
        </div>
        {approve.problem ? <ProblemNote problem={approve.problem} /> : null}
      </div>
      {isRefusing ? <Refuse change={change} onClose={() => setRefusing(false)} /> : null}
    </Section>
  );
};

const Change = ({ change }: Props) => (
  <Page
    kicker={
      <>
        <Link to="/content/changes">Changes</Link> · <span className="mono">{change.ref}</span>
      </>
    }
    sentence={changeSentence(change)}
    sub={<Story change={change} />}
  >
    <Section title="What changes" aside={sizeOf(change.difference)}>
      <div className="content-difference">
        <DifferenceView
          caption={`Lines of ${change.title} before and after`}
          lines={change.difference}
          wraps
        />
      </div>
    </Section>
    <Deeds change={change} />
  </Page>
);

export const ChangePage = ({ changeId }: { readonly changeId: string }) => {
  const change = useQueryAnswer("GET /api/content/changes/{change}", {
    params: { change: changeId },
  });
  if (change.value) return <Change change={change.value} />;
  return change.problem ? (
    <Page kicker="Changes" sentence="This change cannot be shown.">
      <ProblemNote problem={change.problem} onRetry={change.retry} />
    </Page>
  ) : (
    <Loading what="the change" lines={8} />
  );
};

import type { WebhookView } from "@checkride/api/webhooks";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { ConfirmDialog } from "../../design/confirm-dialog.tsx";
import { formatDate, formatTime } from "../../design/date.ts";
import { ProblemNote } from "../../design/problem-note.tsx";
import { useAct } from "../../shell/query.ts";
import { ChangeWebhookDialog } from "./change-webhook-dialog.tsx";
import { SecretDialog } from "./secret-dialog.tsx";
import { placeOf } from "./webhook-words.ts";

type OneWebhook = { readonly webhook: WebhookView; readonly onClose: () => void };

const refresh = ["GET /api/webhooks"];

const RemoveWebhook = ({ webhook, onClose }: OneWebhook) => {
  const navigate = useNavigate();
  const remove = useAct("DELETE /api/webhooks/{webhook}", refresh);
  const confirm = async () => {
    const removed = await remove.act({ params: { webhook: webhook.id } });
    if (removed.ok) void navigate({ to: "/integrations" });
  };
  return (
    <ConfirmDialog
      title={`Remove the webhook to ${placeOf(webhook.url)}?`}
      isOpen
      onClose={onClose}
      onConfirm={() => void confirm()}
      confirmLabel="Remove it"
      isPending={remove.isPending}
      problem={remove.problem}
    >
      <p>Nothing is sent there any more, and the list of what was sent goes with it.</p>
    </ConfirmDialog>
  );
};

const RotateSecret = ({ webhook, onClose }: OneWebhook) => {
  const rotate = useAct("POST /api/webhooks/{webhook}/secret-rotations", refresh);
  if (rotate.value) {
    const { secret, previousUntil } = rotate.value;
    return (
      <SecretDialog
        title="A new secret is made"
        secret={secret}
        description={`The earlier one signs along until ${formatDate(previousUntil)}, ${formatTime(previousUntil)}.`}
        onClose={onClose}
      />
    );
  }
  return (
    <ConfirmDialog
      title="Make a new secret?"
      isOpen
      onClose={onClose}
      onConfirm={() => void rotate.act({ params: { webhook: webhook.id } })}
      confirmLabel="Make a new secret"
      isDanger={false}
      isPending={rotate.isPending}
      problem={rotate.problem}
    >
      <p>
        For 24 hours messages are signed with both, so that the receiver can change over without
        missing one.
      </p>
    </ConfirmDialog>
  );
};

const dialogs = { change: ChangeWebhookDialog, rotate: RotateSecret, remove: RemoveWebhook };

export const WebhookActions = ({ webhook }: { readonly webhook: WebhookView }) => {
  const [open, setOpen] = useState<keyof typeof dialogs | null>(null);
  const test = useAct("POST /api/webhooks/{webhook}/tests", refresh);
  const turn = useAct("PATCH /api/webhooks/{webhook}", refresh);
  const params = { webhook: webhook.id };
  const problem = test.problem ?? turn.problem;
  const Asked = open === null ? null : dialogs[open];
  return (
    <>
      {webhook.active ? (
        <Button variant="go" isPending={test.isPending} onPress={() => void test.act({ params })}>
          Send a test
        </Button>
      ) : null}
      <Button
        variant={webhook.active ? "plain" : "go"}
        isPending={turn.isPending}
        onPress={() => void turn.act({ params, body: { active: !webhook.active } })}
      >
        {webhook.active ? "Turn off" : "Turn on"}
      </Button>
      <Button onPress={() => setOpen("change")}>Change</Button>
      <Button onPress={() => setOpen("rotate")}>New secret</Button>
      <Button variant="danger" onPress={() => setOpen("remove")}>
        Remove
      </Button>
      {problem ? <ProblemNote problem={problem} /> : null}
      {Asked ? <Asked webhook={webhook} onClose={() => setOpen(null)} /> : null}
    </>
  );
};

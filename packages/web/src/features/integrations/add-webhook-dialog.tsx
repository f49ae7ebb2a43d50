import { Button } from "../../design/button.tsx";
import { Dialog } from "../../design/dialog.tsx";
import { useAct } from "../../shell/query.ts";
import { SecretDialog } from "./secret-dialog.tsx";
import { UnlessInField, useWebhookForm, WebhookFields } from "./webhook-fields.tsx";
import { placeOf } from "./webhook-words.ts";

export const AddWebhookDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const add = useAct("POST /api/webhooks", ["GET /api/webhooks"]);
  const form = useWebhookForm({ url: "", description: "", types: ["decision.changed"] });
  const send = () => {
    const body = form.read();
    if (body) void add.act({ body });
  };
  if (add.value)
    return (
      <SecretDialog
        title={`${placeOf(add.value.webhook.url)} is added`}
        secret={add.value.secret}
        description="Messages follow Standard Webhooks 1.0: any of its libraries verifies them with it."
        onClose={onClose}
      />
    );
  return (
    <Dialog
      title="Add a webhook"
      isOpen
      onClose={onClose}
      width="wide"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="go" isPending={add.isPending} onPress={send}>
            Add the webhook
          </Button>
        </>
      }
    >
      <WebhookFields form={form} problem={add.problem} />
      <UnlessInField problem={add.problem} />
    </Dialog>
  );
};

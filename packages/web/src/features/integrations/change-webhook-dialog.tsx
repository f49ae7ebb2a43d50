import type { WebhookView } from "@checkride/api/webhooks";
import { Button } from "../../design/button.tsx";
import { Dialog } from "../../design/dialog.tsx";
import { useAct } from "../../shell/query.ts";
import { UnlessInField, useWebhookForm, WebhookFields } from "./webhook-fields.tsx";

type ChangeWebhookProps = { readonly webhook: WebhookView; readonly onClose: () => void };

export const ChangeWebhookDialog = ({ webhook, onClose }: ChangeWebhookProps) => {
  const change = useAct("PATCH /api/webhooks/{webhook}", ["GET /api/webhooks"]);
  const { id, url, description, types } = webhook;
  const form = useWebhookForm({ url, description, types });
  const send = async () => {
    const body = form.read();
    if (body && (await change.act({ params: { webhook: id }, body })).ok) onClose();
  };
  return (
    <Dialog
      title="Change the webhook"
      isOpen
      onClose={onClose}
      width="wide"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="go" isPending={change.isPending} onPress={() => void send()}>
            Save
          </Button>
        </>
      }
    >
      <WebhookFields form={form} problem={change.problem} />
      <UnlessInField problem={change.problem} />
    </Dialog>
  );
};

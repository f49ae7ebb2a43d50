import { Button } from "../../design/button.tsx";
import { CopyField } from "../../design/copy-field.tsx";
import { Dialog } from "../../design/dialog.tsx";
import { Notice } from "../../design/notice.tsx";

type SecretDialogProps = {
  readonly title: string;
  readonly secret: string;
  readonly description: string;
  readonly onClose: () => void;
};

export const SecretDialog = ({ title, secret, description, onClose }: SecretDialogProps) => (
  <Dialog
    title={title}
    isOpen
    onClose={onClose}
    role="alertdialog"
    width="wide"
    actions={<Button onPress={onClose}>I have copied it</Button>}
  >
    <Notice tone="good" isLive title="Copy the secret now.">
      It can never be shown again. The receiver needs it to tell our messages from anybody else's.
    </Notice>
    <CopyField label="Secret" value={secret} description={description} />
  </Dialog>
);

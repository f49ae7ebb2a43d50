import type { CertificateRecord } from "@checkride/api/certificates";
import { useState } from "react";
import { ConfirmDialog } from "../../design/confirm-dialog.tsx";
import { TextArea } from "../../design/text-area.tsx";
import { useAct } from "../../shell/query.ts";

type RevokeProps = {
  readonly certificate: CertificateRecord;
  readonly onClose: () => void;
};

const reasonMin = 3;

/** Takes a certificate away for good: the gates that it opens close at once. */
export const RevokeCertificate = ({ certificate, onClose }: RevokeProps) => {
  const [reason, setReason] = useState("");
  const revoke = useAct("POST /api/certificates/{certificate}/revocation", ["GET /api/people"]);
  const confirm = async () => {
    const params = { certificate: certificate.id };
    const revoked = await revoke.act({ params, body: { reason: reason.trim() } });
    if (revoked.ok) onClose();
  };
  return (
    <ConfirmDialog
      title={`Revoke “${certificate.title}”?`}
      isOpen
      onClose={onClose}
      confirmLabel="Revoke it"
      isReady={reason.trim().length >= reasonMin}
      isPending={revoke.isPending}
      problem={revoke.problem}
      onConfirm={() => void confirm()}
    >
      <p className="muted">
        What was passed for it up to now counts no longer, and the gates that it opens close at
        once. Whoever checks it elsewhere learns of it within five minutes. The person sees your
        reason.
      </p>
      <TextArea label="Reason" value={reason} onChange={setReason} rows={3} />
    </ConfirmDialog>
  );
};

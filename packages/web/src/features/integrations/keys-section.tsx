import type { IssuerKeysView } from "@checkride/api/certificates";
import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { ConfirmDialog } from "../../design/confirm-dialog.tsx";
import { CopyField } from "../../design/copy-field.tsx";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { Loading } from "../../design/loading.tsx";
import { Moment } from "../../design/moment.tsx";
import { Notice } from "../../design/notice.tsx";
import { Pill } from "../../design/pill.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { TextArea } from "../../design/text-area.tsx";
import { useAct, useQueryAnswer } from "../../shell/query.ts";
import { useSession } from "../../shell/session.tsx";

type Key = IssuerKeysView["keys"][number];

const columns: readonly Column<Key>[] = [
  {
    key: "name",
    title: "Key",
    isRowHeader: true,
    cell: ({ name, url }) => (
      <a href={url} className="mono hook-key">
        {name}
      </a>
    ),
  },
  { key: "kind", title: "Kind", cell: ({ kind }) => (kind === "rs256" ? "RS256" : "Ed25519") },
  {
    key: "state",
    title: "State",
    cell: ({ retiredAt }) =>
      retiredAt === null ? (
        <Pill tone="current" glyph="●">
          Signs
        </Pill>
      ) : (
        <Pill tone="none" glyph="○">
          Verifies only
        </Pill>
      ),
  },
  { key: "made", title: "Made", cell: ({ createdAt }) => <Moment at={createdAt} as="iso" /> },
  {
    key: "retired",
    title: "Retired",
    cell: ({ retiredAt }) => (retiredAt === null ? "–" : <Moment at={retiredAt} as="iso" />),
  },
];

const reasonMin = 3;

const RotateKeys = ({ onClose }: { readonly onClose: () => void }) => {
  const [reason, setReason] = useState("");
  const rotate = useAct("POST /api/issuer-keys/rotations", ["GET /api/issuer-keys"]);
  const confirm = async () => {
    if ((await rotate.act({ body: { reason: reason.trim() } })).ok) onClose();
  };
  return (
    <ConfirmDialog
      title="Sign with new keys?"
      isOpen
      onClose={onClose}
      onConfirm={() => void confirm()}
      confirmLabel="Make new keys"
      isDanger={false}
      isReady={reason.trim().length >= reasonMin}
      isPending={rotate.isPending}
      problem={rotate.problem}
    >
      <p>
        What was signed stays valid: the earlier keys stay published. Whoever pins a key offline
        needs the new one.
      </p>
      <TextArea
        label="Reason"
        value={reason}
        onChange={setReason}
        rows={2}
        description="It stands in the ledger."
      />
    </ConfirmDialog>
  );
};

const Issuer = ({ issuer }: Pick<IssuerKeysView, "issuer">) => (
  <>
    {issuer.addressIsPublic ? null : (
      <Notice tone="warning" title="Certificates name an address that nobody else can reach.">
        Set <code>CHECKRIDE_URL</code> to the https address that people use, and start Checkride
        again. Until then nobody outside can check what is issued.
      </Notice>
    )}
    <div className="hook-stream">
      <CopyField label="Issuer, as credentials name it" value={issuer.id} />
    </div>
  </>
);

/** What others check certificates and clearances by. */
export const KeysSection = () => {
  const { can } = useSession();
  const [isRotating, setRotating] = useState(false);
  const answer = useQueryAnswer("GET /api/issuer-keys", {});
  const { value } = answer;
  return (
    <Section
      title="Signing keys"
      aside={can("keys:write") ? <Button onPress={() => setRotating(true)}>New keys</Button> : null}
    >
      {answer.problem ? <ProblemNote problem={answer.problem} onRetry={answer.retry} /> : null}
      {answer.isLoading ? <Loading what="signing keys" /> : null}
      {value ? (
        <>
          <Issuer issuer={value.issuer} />
          <DataTable
            caption="Signing keys"
            columns={columns}
            rows={value.keys}
            keyOf={({ name }) => name}
          />
        </>
      ) : null}
      {isRotating ? <RotateKeys onClose={() => setRotating(false)} /> : null}
    </Section>
  );
};

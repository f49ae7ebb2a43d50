import type { AccountView } from "@checkride/api/session";
import { browserSupportsWebAuthn } from "@simplewebauthn/browser";
import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { ConfirmDialog } from "../../design/confirm-dialog.tsx";
import { DataTable } from "../../design/data-table.tsx";
import { Empty } from "../../design/empty.tsx";
import { Moment } from "../../design/moment.tsx";
import { Notice } from "../../design/notice.tsx";
import { Section } from "../../design/section.tsx";
import { useAct } from "../../shell/query.ts";
import { PasskeyForm } from "../../shell/sign-in-methods/passkey-form.tsx";

type Passkey = AccountView["passkeys"][number];

type RemovalProps = {
  readonly passkey: Passkey;
  readonly isLastWayIn: boolean;
  readonly onClose: () => void;
};

const Removal = ({ passkey, isLastWayIn, onClose }: RemovalProps) => {
  const removal = useAct("DELETE /api/account/passkeys/{passkey}", [
    "GET /api/account",
    "GET /api/session",
  ]);
  const remove = async () => {
    const done = await removal.act({ params: { passkey: passkey.id } });
    if (done.ok) onClose();
  };
  return (
    <ConfirmDialog
      title={`Remove the passkey “${passkey.name}”`}
      isOpen
      onClose={onClose}
      confirmLabel="Remove passkey"
      isPending={removal.isPending}
      problem={removal.problem}
      onConfirm={() => void remove()}
    >
      <p className="muted">
        {isLastWayIn
          ? "It is your only way in: set a password or add another passkey first, or you will need a new link from an owner."
          : "It no longer signs you in. The device may still offer it; remove it there as well."}
      </p>
    </ConfirmDialog>
  );
};

const List = ({
  passkeys,
  onRemove,
}: {
  readonly passkeys: readonly Passkey[];
  readonly onRemove: (passkey: Passkey) => void;
}) => (
  <DataTable
    caption="Your passkeys"
    rows={passkeys}
    keyOf={(row) => row.id}
    columns={[
      { key: "name", title: "Passkey", isRowHeader: true, cell: (row) => row.name },
      { key: "made", title: "Added", cell: (row) => <Moment as="iso" at={row.createdAt} /> },
      {
        key: "used",
        title: "Last used",
        cell: (row) =>
          row.lastUsedAt === null ? "not yet" : <Moment as="minute" at={row.lastUsedAt} />,
      },
      {
        key: "remove",
        title: "Remove",
        hideTitle: true,
        align: "end",
        cell: (row) => (
          <Button variant="quiet" label={`Remove ${row.name}`} onPress={() => onRemove(row)}>
            Remove
          </Button>
        ),
      },
    ]}
  />
);

type PasskeysSectionProps = {
  readonly passkeys: readonly Passkey[];
  readonly hasPassword: boolean;
};

export const PasskeysSection = ({ passkeys, hasPassword }: PasskeysSectionProps) => {
  const [removing, setRemoving] = useState<Passkey | null>(null);
  const [isAdding, setAdding] = useState(false);
  const [isAdded, setAdded] = useState(false);
  const canAdd = browserSupportsWebAuthn();
  return (
    <Section title="Passkeys" aside="fingerprint, face, PIN or a security key">
      {passkeys.length === 0 ? (
        <Empty title="No passkey yet.">
          A passkey is quicker than a password and cannot be given away on a forged page.
        </Empty>
      ) : (
        <List passkeys={passkeys} onRemove={setRemoving} />
      )}
      {isAdded ? <Notice tone="good" isLive title="The passkey is added." /> : null}
      {canAdd ? null : (
        <Notice>This browser, or this address without https, does not offer passkeys.</Notice>
      )}
      {isAdding ? (
        <div className="account-form">
          <PasskeyForm
            onDone={() => {
              setAdding(false);
              setAdded(true);
            }}
          />
        </div>
      ) : canAdd ? (
        <div className="account-form">
          <Button
            onPress={() => {
              setAdding(true);
              setAdded(false);
            }}
          >
            Add a passkey
          </Button>
        </div>
      ) : null}
      {removing ? (
        <Removal
          passkey={removing}
          isLastWayIn={passkeys.length === 1 && !hasPassword}
          onClose={() => setRemoving(null)}
        />
      ) : null}
    </Section>
  );
};

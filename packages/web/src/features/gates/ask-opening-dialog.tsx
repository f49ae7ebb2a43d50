import type { GateView } from "@checkride/api/gates";
import { useState } from "react";
import { ConfirmDialog } from "../../design/confirm-dialog.tsx";
import { Select } from "../../design/select.tsx";
import { TextArea } from "../../design/text-area.tsx";
import { TextField } from "../../design/text-field.tsx";
import { useAct, useQueryAnswer } from "../../shell/query.ts";
import { useSession } from "../../shell/session.tsx";
import { useDebounced } from "../../shell/use-debounced.ts";

type AskOpeningProps = { readonly gate: GateView; readonly onClose: () => void };

type Whom = { readonly id: string; readonly name: string };

/** Finding somebody else by name; only who may read people gets this far. */
const FindPerson = ({
  whom,
  onChoose,
}: {
  readonly whom: string;
  readonly onChoose: (id: string) => void;
}) => {
  const { person: me } = useSession();
  const [search, setSearch] = useState("");
  const settled = useDebounced(search.trim(), 250);
  const found = useQueryAnswer(
    "GET /api/people",
    { query: { search: settled, status: "active", limit: 10 } },
    { enabled: settled.length >= 2, keepPrevious: true },
  );
  const others: readonly Whom[] = settled.length >= 2 ? (found.value?.items ?? []) : [];
  const options = [me, ...others.filter(({ id }) => id !== me.id)];
  return (
    <>
      <TextField
        label="Find somebody"
        value={search}
        onChange={setSearch}
        autoComplete="off"
        description="Two letters of the name or more."
      />
      <Select
        label="For"
        value={whom}
        options={options.map(({ id, name }) => ({
          value: id,
          label: id === me.id ? `${name} (you)` : name,
        }))}
        onChange={onChoose}
      />
    </>
  );
};

const hoursFor = ({ breakGlass }: GateView): readonly number[] => {
  const longest = (breakGlass?.longestMinutes ?? 60) / 60;
  const usual = [0.5, 1, 2, 4, 8, 24, 48].filter((hours) => hours < longest);
  return [...usual, longest];
};

const hourWords = (hours: number): string =>
  hours < 1 ? `${hours * 60} minutes` : hours === 1 ? "1 hour" : `${hours} hours`;

const reasonMin = 10;

/** The first of two: nothing opens before somebody else agrees. */
export const AskOpeningDialog = ({ gate, onClose }: AskOpeningProps) => {
  const { person: me, can } = useSession();
  const [whom, setWhom] = useState(me.id);
  const [reason, setReason] = useState("");
  const [hours, setHours] = useState(hoursFor(gate)[0] ?? 1);
  const ask = useAct("POST /api/gates/{gate}/openings", ["GET /api/gate-openings"]);
  const confirm = async () => {
    const body = { person: whom, reason: reason.trim(), hours };
    const asked = await ask.act({ params: { gate: gate.gate }, body });
    if (asked.ok) onClose();
  };
  return (
    <ConfirmDialog
      title={`Ask to open “${gate.title}” by hand`}
      isOpen
      onClose={onClose}
      isDanger={false}
      confirmLabel="Ask for it"
      isReady={reason.trim().length >= reasonMin}
      isPending={ask.isPending}
      problem={ask.problem}
      onConfirm={() => void confirm()}
    >
      <p className="muted">
        Somebody else has to approve within an hour. Who asked, who approved, the reason and the end
        are recorded, and the owners see it at once.
      </p>
      {can("people:read") ? <FindPerson whom={whom} onChoose={setWhom} /> : null}
      <Select
        label="For how long"
        value={String(hours)}
        options={hoursFor(gate).map((one) => ({ value: String(one), label: hourWords(one) }))}
        onChange={(value) => setHours(Number(value))}
      />
      <TextArea
        label="Reason"
        value={reason}
        onChange={setReason}
        rows={3}
        description="What has to be done now, and why it cannot wait. At least ten letters."
      />
    </ConfirmDialog>
  );
};

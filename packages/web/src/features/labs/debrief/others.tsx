import type { LabBench, LabDebrief } from "@checkride/api/labs";
import { type Column, DataTable } from "../../../design/data-table.tsx";
import { ShareBar } from "../../../design/share-bar.tsx";
import { TickText } from "../../../design/tick-text.tsx";
import { othersText } from "./debrief-words.ts";

type Failed = LabDebrief["others"]["firstFailed"][number];

type OthersProps = {
  readonly others: LabDebrief["others"];
  readonly checks: LabBench["checks"];
};

/** What all people here found hard, as counts; nobody is named. */
export const Others = ({ others, checks }: OthersProps) => {
  const text = othersText(others);
  if (text === null) return <p>Too few people here have tried it to say anything of them.</p>;
  const columns: readonly Column<Failed>[] = [
    {
      key: "check",
      title: "What did not hold at the first attempt",
      isRowHeader: true,
      cell: ({ check }) => <TickText text={checks.find(({ id }) => id === check)?.says ?? check} />,
    },
    {
      key: "share",
      title: "Of all first attempts",
      cell: ({ share }) => <ShareBar share={share / 100} />,
    },
  ];
  return (
    <>
      <p>{text}</p>
      {others.firstFailed.length > 0 ? (
        <DataTable
          caption="First attempts"
          columns={columns}
          rows={others.firstFailed}
          keyOf={({ check }) => check}
        />
      ) : null}
    </>
  );
};

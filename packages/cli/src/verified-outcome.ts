import type { ExportReport } from "@checkride/ledger/export-report";
import type { Outcome } from "./outcome.ts";
import type { Paint } from "./paint.ts";

/** As many as a person reads; `--json` has them all. */
const shownFaults = 20;

const count = (value: number): string => value.toLocaleString("en");

const whatIsProved = ({ complete, rows, size, origin }: ExportReport): string =>
  complete
    ? `all ${count(rows)} rows of the ledger ${origin}, unchanged, none added, none taken away`
    : `${count(rows)} rows belong to the ledger ${origin} of ${count(size ?? 0)} rows, unchanged`;

const refused = (path: string, report: ExportReport, paint: Paint): string[] => {
  const { faults, faultCount } = report;
  const shown = faults.slice(0, shownFaults).map(({ message }) => `  ${message}`);
  const rest = faultCount - shown.length;
  return [
    `${paint("red", "refused")}  ${path}: ${count(faultCount)} fault${faultCount === 1 ? "" : "s"}`,
    ...shown,
    ...(rest > 0 ? [`  and ${count(rest)} more (--json lists up to ${count(faults.length)})`] : []),
  ];
};

const erasedLine = ({ erased }: ExportReport): string[] =>
  erased === 0
    ? []
    : [
        `  ${count(erased)} rows are erased: that something was recorded is proved, what it was is gone`,
      ];

/** Three answers that must not be mixed up: proved, refused, and consistent without anybody vouching. */
export const verifiedOutcome = (
  path: string,
  report: ExportReport,
  keyGiven: boolean,
  paint: Paint,
): Outcome => {
  const json = { file: path, verified: report.ok && keyGiven, keyGiven, report };
  const notes = report.notes.map(({ message }) => `  ${paint("dim", `note: ${message}`)}`);
  if (!report.ok)
    return { exit: "negative", lines: [...refused(path, report, paint), ...notes], json };
  if (!keyGiven) {
    const lines = [
      `${paint("yellow", "not proved")}  ${path}: ${count(report.rows)} rows agree with one another and with the key that the file itself names.`,
      "  Whoever forged the file could have put their own key into it: only its inner consistency was checked.",
      "  Give the ledger's public key with --key or --key-file, from the people who run Checkride.",
      ...notes,
    ];
    return { exit: "unproven", lines, json };
  }
  const lines = [
    `${paint("green", "verified")}  ${path}: ${whatIsProved(report)}`,
    `  root ${report.root} at size ${count(report.size ?? 0)}, signed with the given key`,
    ...erasedLine(report),
    ...notes,
  ];
  return { exit: "ok", lines, json };
};

import type { PeopleImport } from "@checkride/api/imports";
import type { Paint } from "./paint.ts";

const count = (value: number): string => value.toLocaleString("en");

export const importFaultLines = (file: string, preview: PeopleImport, paint: Paint): string[] => {
  const { faults, faultCount } = preview;
  const rest = faultCount - faults.length;
  return [
    ...faults.map(({ line, column, value, says }) => {
      const where = column === null ? "" : `${column}: `;
      const what = value === null ? "" : ` (${JSON.stringify(value)})`;
      return `${file}:${line}  ${paint("red", "fault")}  ${where}${says}${what}`;
    }),
    ...(rest > 0 ? [`and ${count(rest)} more faults`] : []),
    `${file}: ${count(faultCount)} fault${faultCount === 1 ? "" : "s"} in ${count(preview.rows)} rows. Nothing was written.`,
  ];
};

const marks = { add: "+", change: "~", nothing: " " } as const;

/** What the file would do, before anything is written. */
export const importPreviewLines = (file: string, preview: PeopleImport): string[] => {
  const { rows, adds, changes, unchanged, absent, sample } = preview;
  const telling = sample.filter(({ does }) => does !== "nothing");
  return [
    `${file}: ${count(rows)} rows. ${count(adds)} people to add, ${count(changes)} to change, ${count(unchanged)} as they are.`,
    ...telling.map(
      ({ does, email, name, changes: what }) =>
        `  ${marks[does]} ${email}  ${name}${what.length > 0 ? `  (${what.join(", ")})` : ""}`,
    ),
    ...(telling.length > 0 && telling.length < adds + changes
      ? [`  and ${count(adds + changes - telling.length)} more`]
      : []),
    ...(absent > 0
      ? [`${count(absent)} active people are not in the file; they stay as they are.`]
      : []),
  ];
};

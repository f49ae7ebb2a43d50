import type { Fault } from "./fault.ts";

/**
 * For terminals and logs:
 *
 *     policy.yaml:14:3 error: unknown key `certifcates`; did you mean `certificates`?
 *       14 | certifcates:
 *          | ^^^^^^^^^^^
 *          = write `certificates`
 */
export const explainFault = (file: string, text: string, fault: Fault): string => {
  const line = text.replace(/^\uFEFF/, "").split(/\r?\n/)[fault.line - 1] ?? "";
  const number = String(fault.line);
  const margin = " ".repeat(number.length);
  const before = line.slice(0, fault.column - 1).replace(/[^\t]/g, " ");
  const marks = "^".repeat(Math.max(1, fault.endColumn - fault.column));
  const rows = [
    `${file}:${fault.line}:${fault.column} ${fault.severity}: ${fault.says}`,
    `  ${number} | ${line}`,
    `  ${margin} | ${before}${marks}`,
    ...cureOf(fault).map((cure) => `  ${margin} = ${cure}`),
  ];
  return rows.map((row) => row.trimEnd()).join("\n");
};

const cureOf = ({ meant, cure }: Fault): readonly string[] => {
  if (meant !== null) return [`write \`${meant}\``];
  return cure === undefined ? [] : [cure];
};

import type { PolicyFault } from "@checkride/api/policy";

type Place = Pick<PolicyFault, "line" | "column" | "endLine" | "endColumn">;
export type TextRange = { readonly from: number; readonly to: number };

const offsetOf = (lines: readonly string[], line: number, column: number): number => {
  const before = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
  const inLine = lines[line - 1]?.length ?? 0;
  return before + Math.min(Math.max(column - 1, 0), inLine);
};

/**
 * Lines and columns (from 1) as places in the text. The text may have changed since it was checked, so what
 * lies outside is drawn in; an empty range takes one character, or nobody would see it.
 */
export const rangeOf = (text: string, fault: Place): TextRange => {
  const lines = text.split("\n");
  const line = Math.min(Math.max(fault.line, 1), lines.length);
  const endLine = Math.min(Math.max(fault.endLine, line), lines.length);
  const from = offsetOf(lines, line, fault.column);
  const to = offsetOf(lines, endLine, fault.endColumn);
  if (to > from) return { from, to };
  return from < text.length && text[from] !== "\n"
    ? { from, to: from + 1 }
    : { from: Math.max(from - 1, 0), to: from };
};

/** The whole sentence; what was meant is added only where the sentence does not say it already. */
export const faultText = ({ says, meant }: Pick<PolicyFault, "says" | "meant">): string =>
  meant === null || says.includes(meant) ? says : `${says} Did you mean ${meant}?`;

/** "2 mistakes and 1 warning", for the line under the editor. */
export const faultCount = (faults: readonly Pick<PolicyFault, "severity">[]): string => {
  const errors = faults.filter(({ severity }) => severity === "error").length;
  const warnings = faults.length - errors;
  const parts = [
    ...(errors > 0 ? [`${errors} ${errors === 1 ? "mistake" : "mistakes"}`] : []),
    ...(warnings > 0 ? [`${warnings} ${warnings === 1 ? "warning" : "warnings"}`] : []),
  ];
  return parts.join(" and ") || "No mistakes";
};

import type { PolicyFault } from "@checkride/api/policy";
import type { Paint } from "./paint.ts";

type Placed = Pick<PolicyFault, "severity" | "line" | "column" | "says" | "meant"> & {
  readonly cure?: string;
};

/** `policy.yaml:12:5  error  …`, the form in which editors and terminals jump to the place. */
export const faultLines = (file: string, faults: readonly Placed[], paint: Paint): string[] =>
  faults.flatMap(({ severity, line, column, says, meant, cure }) => [
    `${file}:${line}:${column}  ${paint(severity === "error" ? "red" : "yellow", severity)}  ${says}`,
    ...(cure === undefined ? meantLines(says, meant) : [`    ${paint("dim", "cure:")} ${cure}`]),
  ]);

const meantLines = (says: string, meant: string | null): string[] =>
  meant === null || says.includes(meant) ? [] : [`    meant: ${meant}`];

const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? "" : "s"}`;

export const faultCount = (faults: readonly Pick<Placed, "severity">[]): string => {
  const errors = faults.filter(({ severity }) => severity === "error").length;
  const warnings = faults.length - errors;
  if (faults.length === 0) return "no faults";
  return [
    ...(errors > 0 ? [counted(errors, "error")] : []),
    ...(warnings > 0 ? [counted(warnings, "warning")] : []),
  ].join(", ");
};

const width = 24;

/** `importing  ████████░░░░  512 of 1,000` */
export const progressBar = (what: string, done: number, of: number): string => {
  const part = of > 0 ? Math.min(1, done / of) : 1;
  const full = Math.round(part * width);
  const bar = `${"█".repeat(full)}${"░".repeat(width - full)}`;
  return `${what}  ${bar}  ${done.toLocaleString("en")} of ${of.toLocaleString("en")}`;
};

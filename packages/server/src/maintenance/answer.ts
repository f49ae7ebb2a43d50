/** The same numbers as the command line's: its exit code is ours. */
export const exitCodes = { ok: 0, negative: 1, usage: 2, notReached: 3 } as const;

export type Complaint = {
  readonly code: string;
  readonly says: string;
  readonly faults?: readonly string[];
  readonly wayOut?: string;
};

/** What came of it, for a person and for a program. */
export type Answer = {
  readonly exit: keyof typeof exitCodes;
  readonly lines: readonly string[];
  readonly json: Readonly<Record<string, unknown>>;
  readonly complaint?: Complaint;
};

export const refuseWith = (exit: Answer["exit"], complaint: Complaint): Answer => ({
  exit,
  lines: [],
  json: {},
  complaint,
});

export type MaintenanceIo = {
  readonly out: (text: string) => void;
  /** Remarks and complaints: to stderr, so that they never end up in a pipe. */
  readonly err: (text: string) => void;
  /** One line that is drawn over; does nothing where nobody looks. */
  readonly progress: (line: string) => void;
  readonly now: () => Date;
  /** Ctrl-C: what was begun is taken away again. */
  readonly signal?: AbortSignal;
};

const complaintText = ({ says, faults = [], wayOut }: Complaint): string =>
  [`checkride: ${says}`, ...faults.map((fault) => `  ${fault}`), ...(wayOut ? [wayOut] : [])]
    .map((line) => `${line}\n`)
    .join("");

export const printAnswer = (answer: Answer, asJson: boolean, io: MaintenanceIo): number => {
  const { exit, lines, json, complaint } = answer;
  const code = exitCodes[exit];
  if (asJson) {
    const error = complaint && { error: complaint };
    io.out(`${JSON.stringify({ ok: code === 0, exit: code, ...json, ...error }, null, 2)}\n`);
    return code;
  }
  if (complaint) io.err(complaintText(complaint));
  if (lines.length > 0) io.out(`${lines.join("\n")}\n`);
  return code;
};

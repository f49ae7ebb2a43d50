/** What the server and the sandbox process say to each other. To the process: one line of JSON. From it: a frame. */

export type Job = {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly entry: string;
  readonly calls: string | null;
  readonly before: string;
  readonly seed: number;
  readonly ticks: number;
  readonly freshPerCase: boolean;
};

/** `args`: the arguments as JSON text. `n` is 0 for loading, then counts the cases as they are run. */
export type Ask = { readonly n: number; readonly args: string; readonly seed: number };

export type HostReply =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly text: string };

const statuses = [
  "ready",
  "returned",
  "threw",
  "timeout",
  "memory",
  "protocol",
  "ended",
  "host",
] as const;

export type FrameStatus = (typeof statuses)[number];

export type Frame = {
  readonly n: number;
  readonly status: FrameStatus;
  readonly text: Uint8Array;
  readonly logs: Uint8Array;
};

/** The header is all that is read before its lengths are checked: no JSON of the sandbox is parsed to learn its size. */
export const frameHeader = (n: number, status: FrameStatus, text: number, logs: number): string =>
  `${n} ${status} ${text} ${logs}\n`;

const headerPattern = /^(\d{1,7}) ([a-z]{4,8}) (\d{1,7}) (\d{1,7})$/;

export type FrameHeader = {
  readonly n: number;
  readonly status: FrameStatus;
  readonly textBytes: number;
  readonly logBytes: number;
};

export const parseFrameHeader = (line: string): FrameHeader | null => {
  const found = headerPattern.exec(line);
  const status = statuses.find((name) => name === found?.[2]);
  if (found === null || status === undefined) return null;
  return { n: Number(found[1]), status, textBytes: Number(found[3]), logBytes: Number(found[4]) };
};

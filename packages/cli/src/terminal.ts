import { createInterface } from "node:readline/promises";

/** Done once the reader has taken it, so that a large answer neither fills memory nor is cut at the exit. */
export const write = (stream: NodeJS.WriteStream, chunk: Uint8Array | string): Promise<void> =>
  new Promise((resolve, reject) => {
    if (chunk.length === 0) resolve();
    else stream.write(chunk, (error) => (error ? reject(error) : resolve()));
  });

/** `checkride … | head` has read enough: that is no fault, and nothing is left to say. */
export const stopOnClosedPipe = (stream: NodeJS.WriteStream): void => {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
};

const eraseLine = "\r\u001b[K";

/** One line that is drawn over again; an empty one removes it. */
export const drawProgress =
  (stream: NodeJS.WriteStream) =>
  (line: string): void =>
    void stream.write(`${eraseLine}${line.slice(0, Math.max(20, stream.columns - 1))}`);

export const askPerson = async (question: string): Promise<string> => {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await lines.question(question);
  } finally {
    lines.close();
  }
};

/** Ctrl-C, or a request of the system. */
export const untilStopped = (): Promise<void> =>
  new Promise((stop) => {
    process.once("SIGINT", () => stop());
    process.once("SIGTERM", () => stop());
  });

/** All of what is piped in; null: nobody pipes, or it is more than that. */
export const readInput = async (bytesMax: number): Promise<Uint8Array | null> => {
  if (process.stdin.isTTY) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    const bytes: Uint8Array = Buffer.from(chunk);
    size += bytes.byteLength;
    if (size > bytesMax) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
};

/** Reads a stream as lines and as runs of so many bytes, whatever pieces it arrives in. */
export type ByteReader = {
  /** Without its line end; null where the stream ends before one, or where the line is too long. */
  readonly line: (bytesMax: number) => Promise<string | null>;
  /** Fewer bytes than asked for mean that the stream has ended. */
  readonly take: (bytes: number) => AsyncGenerator<Buffer>;
  readonly isAtEnd: () => Promise<boolean>;
};

const newline = 0x0a;

export const makeByteReader = (source: AsyncIterable<Buffer>): ByteReader => {
  const chunks = source[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  const more = async (): Promise<boolean> => {
    const next = await chunks.next();
    if (next.done) return false;
    held = held.length === 0 ? next.value : Buffer.concat([held, next.value]);
    return true;
  };
  return {
    line: async (bytesMax) => {
      for (;;) {
        const end = held.indexOf(newline);
        if (end !== -1 && end <= bytesMax) {
          const text = held.toString("utf8", 0, end);
          held = held.subarray(end + 1);
          return text;
        }
        if (held.length > bytesMax || !(await more())) return null;
      }
    },
    async *take(bytes) {
      let left = bytes;
      while (left > 0 && (held.length > 0 || (await more()))) {
        const piece = held.subarray(0, left);
        held = held.subarray(piece.length);
        left -= piece.length;
        yield piece;
      }
    },
    isAtEnd: async () => {
      while (held.length === 0) if (!(await more())) return true;
      return false;
    },
  };
};

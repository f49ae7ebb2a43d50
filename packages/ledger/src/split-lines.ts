export type LineProblem = { readonly problem: "too-long" | "not-utf8" };
export type Line = string | LineProblem;

/** What a file's way through mail and editors leaves behind without touching what it says. */
export type FileMarks = { byteOrderMark: boolean; crlfLines: number; endsInNewline: boolean };

export const MAX_LINE_BYTES = 4 * 1024 * 1024;

const PIECE_BYTES = 1024 * 1024;
const NEWLINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Lines in batches, so that a million of them do not cost a million turns of the event loop.
 * Holds one piece and one unfinished line at most, whatever the file.
 */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  marks: FileMarks,
): AsyncGenerator<readonly Line[]> {
  let rest = Buffer.alloc(0);
  let skipping = false;
  let first = true;
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; from += PIECE_BYTES) {
      let lines: Line[] = [];
      let piece = chunk.subarray(from, from + PIECE_BYTES);
      if (skipping) {
        const end = piece.indexOf(NEWLINE);
        if (end === -1) continue;
        lines.push({ problem: "too-long" });
        skipping = false;
        piece = piece.subarray(end + 1);
      }
      const end = piece.lastIndexOf(NEWLINE);
      if (end !== -1) {
        const bytes = Buffer.concat([rest, piece.subarray(0, end)]);
        lines = lines.concat(decodeLines(bytes, marks));
        rest = Buffer.alloc(0);
      }
      rest = Buffer.concat([rest, piece.subarray(end + 1)]);
      if (rest.length > MAX_LINE_BYTES) {
        skipping = true;
        rest = Buffer.alloc(0);
      }
      if (lines.length > 0) yield first ? withoutMark(lines, marks) : lines;
      first &&= lines.length === 0;
    }
  }
  marks.endsInNewline = rest.length === 0 && !skipping;
  const unended = rest.length > 0 ? decodeLines(rest, marks) : [];
  const last: Line[] = skipping ? [{ problem: "too-long" }] : unended;
  if (last.length > 0) yield first ? withoutMark(last, marks) : last;
}

function withoutMark(lines: readonly Line[], marks: FileMarks): readonly Line[] {
  const [line] = lines;
  if (typeof line !== "string" || !line.startsWith("\ufeff")) return lines;
  marks.byteOrderMark = true;
  return lines.with(0, line.slice(1));
}

const strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decodeLines(bytes: Buffer, marks: FileMarks): Line[] {
  const texts = decode(bytes)?.split("\n") ?? linesOf(bytes).map(decode);
  return texts.map((text): Line => {
    if (text === null) return { problem: "not-utf8" };
    if (text.length > MAX_LINE_BYTES) return { problem: "too-long" };
    if (text.charCodeAt(text.length - 1) !== CARRIAGE_RETURN) return text;
    marks.crlfLines++;
    return text.slice(0, -1);
  });
}

function decode(bytes: Uint8Array): string | null {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return null;
  }
}

function linesOf(bytes: Buffer): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let from = 0;
  for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, from)) {
    lines.push(bytes.subarray(from, end));
    from = end + 1;
  }
  return [...lines, bytes.subarray(from)];
}

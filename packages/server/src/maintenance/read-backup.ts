import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { fail, ok, type Result } from "@checkride/rules/result";
import {
  type BackedUpTable,
  type BackupHeader,
  backupFormat,
  backupHeader,
  backupTrailer,
  backupVersion,
} from "./backup-format.ts";
import { type ByteReader, makeByteReader } from "./byte-reader.ts";
import { startTally } from "./copy-table.ts";
import { keyLine, sha256 } from "./write-backup.ts";

const headerBytesMax = 16_000_000;
const shortLineMax = 1_000;

export type OpenedBackup = {
  readonly header: BackupHeader;
  readonly headerLine: string;
  readonly masterKey: string | null;
  /** Stands at the first table's rows. */
  readonly reader: ByteReader;
  readonly close: () => void;
};

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "";

/** What a broken gzip stream or a file that cannot be read means, for a person. */
const explain = (error: unknown): string => {
  const code = codeOf(error);
  if (code === "Z_BUF_ERROR") return "it was cut: it ends in the middle";
  if (code.startsWith("Z_")) return "it is no gzip file, or it was damaged";
  if (code === "ENOENT") return "there is no such file";
  if (code === "EISDIR") return "it is a folder";
  if (code === "EACCES") return "this account may not read it";
  throw error;
};

const parseJson = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
};

const isOtherVersion = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  "format" in value &&
  value.format === backupFormat &&
  "version" in value &&
  value.version !== backupVersion;

const parseHeader = (line: string | null): Result<BackupHeader, string> => {
  const value = line === null ? null : parseJson(line);
  if (isOtherVersion(value)) {
    return fail("it was written by a newer Checkride, in a form that this one does not know");
  }
  const header = backupHeader.safeParse(value);
  return header.success ? ok(header.data) : fail("it does not begin as a Checkride backup");
};

/** Opens a backup and reads what stands in front of its rows. */
export const openBackup = async (path: string): Promise<Result<OpenedBackup, string>> => {
  const file = createReadStream(path);
  const plain = createGunzip();
  file.on("error", (error) => plain.destroy(error));
  const close = () => {
    file.destroy();
    plain.destroy();
  };
  try {
    const reader = makeByteReader(file.pipe(plain));
    const headerLine = await reader.line(headerBytesMax);
    const header = parseHeader(headerLine);
    if (!header.ok || headerLine === null) {
      close();
      return header.ok ? fail("it is empty") : header;
    }
    const { masterKeySha256 } = header.value;
    const masterKey = masterKeySha256 === null ? null : await reader.line(shortLineMax);
    return ok({ header: header.value, headerLine, masterKey, reader, close });
  } catch (error) {
    close();
    return fail(explain(error));
  }
};

const checkTable = async (table: BackedUpTable, reader: ByteReader): Promise<string | null> => {
  const tally = startTally();
  for await (const chunk of reader.take(table.bytes)) tally.add(chunk);
  const { rows, bytes, sha256: found } = tally.total();
  if (bytes < table.bytes) return `it was cut: table ${table.name} ends in the middle`;
  return found === table.sha256 && rows === table.rows
    ? null
    : `table ${table.name} is not what was backed up: its rows were changed`;
};

const checkTrailer = async ({ reader, headerLine }: OpenedBackup): Promise<string | null> => {
  const line = await reader.line(shortLineMax);
  const trailer = backupTrailer.safeParse(line === null ? null : parseJson(line));
  if (!trailer.success) return "it was cut: its last line is missing";
  if (trailer.data.headerSha256 !== sha256(`${headerLine}\n`)) return "its first line was changed";
  return (await reader.isAtEnd()) ? null : "something was added behind its end";
};

const findFaults = async (
  opened: OpenedBackup,
  progress: (line: string) => void,
): Promise<readonly string[]> => {
  const { header, masterKey, reader } = opened;
  const faults: string[] = [];
  if (masterKey !== null && sha256(keyLine(masterKey)) !== header.masterKeySha256) {
    faults.push("the master key in it was changed");
  }
  try {
    for (const table of header.tables) {
      progress(`reading ${table.name}`);
      const fault = await checkTable(table, reader);
      if (fault !== null) faults.push(fault);
    }
    const fault = await checkTrailer(opened);
    if (fault !== null) faults.push(fault);
  } catch (error) {
    faults.push(explain(error));
  }
  return faults;
};

/** Reads the whole file and answers what it holds, or all that is wrong with it. Nothing is written. */
export const verifyBackup = async (
  path: string,
  progress: (line: string) => void,
): Promise<
  Result<Pick<OpenedBackup, "header" | "headerLine" | "masterKey">, readonly string[]>
> => {
  const opened = await openBackup(path);
  if (!opened.ok) return fail([opened.error]);
  const { header, headerLine, masterKey, close } = opened.value;
  try {
    const faults = await findFaults(opened.value, progress);
    return faults.length > 0 ? fail(faults) : ok({ header, headerLine, masterKey });
  } finally {
    close();
  }
};

import { parseArgs } from "node:util";
import type { Result } from "@checkride/rules/result";
import type { Config, ConfigFault } from "../platform/config.ts";
import { type Answer, type MaintenanceIo, printAnswer, refuseWith } from "./answer.ts";
import { backup } from "./backup.ts";
import { doctor } from "./doctor.ts";
import { restore } from "./restore.ts";

export const maintenanceCommands = ["backup", "restore", "doctor"] as const;
export type MaintenanceCommand = (typeof maintenanceCommands)[number];

export const isMaintenanceCommand = (word: string | undefined): word is MaintenanceCommand =>
  maintenanceCommands.some((command) => command === word);

type ReadConfig = Result<Config, readonly ConfigFault[]>;

const configRefused = (faults: readonly ConfigFault[]): Answer =>
  refuseWith("usage", {
    code: "configuration",
    says: "The environment does not fit.",
    faults: faults.map(({ variable, says }) => `${variable}: ${says}`),
    wayOut: "Correct these variables and try again.",
  });

const act = async (
  command: MaintenanceCommand,
  args: readonly string[],
  config: ReadConfig,
  io: MaintenanceIo,
): Promise<Answer> => {
  if (command === "doctor") {
    parseArgs({ args: [...args], options: {} });
    return doctor(config, io);
  }
  if (!config.ok) return configRefused(config.error);
  return (command === "backup" ? backup : restore)(config.value, args, io);
};

/** Failures of the system around us, which are nobody's bug; null for everything else. */
const explainFailure = (error: unknown, command: MaintenanceCommand, io: MaintenanceIo) => {
  if (io.signal?.aborted) {
    const wayOut =
      command === "restore" ? "Run the same restore again: it begins anew." : "Nothing was kept.";
    return refuseWith("negative", { code: "stopped", says: "Stopped.", wayOut });
  }
  if (!(error instanceof Error) || !("code" in error)) return null;
  const code = String(error.code);
  if (code.startsWith("ERR_PARSE_ARGS")) {
    return refuseWith("usage", { code: "usage", says: `${error.message}.` });
  }
  const says: Readonly<Record<string, string>> = {
    ENOSPC: "The disk is full.",
    EACCES: "This account may not write there.",
    EROFS: "The disk is read-only.",
    ENOENT: "There is no such folder.",
    EEXIST: "The file exists already and is not overwritten.",
  };
  const known = says[code];
  return known ? refuseWith("usage", { code, says: `${known} (${error.message})` }) : null;
};

/** One of the commands that work on the installation itself; answers the exit code. */
export const runMaintenance = async (
  command: MaintenanceCommand,
  words: readonly string[],
  config: ReadConfig,
  io: MaintenanceIo,
): Promise<number> => {
  const end = words.indexOf("--");
  const isFlag = (word: string, index: number) => word === "--json" && (end === -1 || index < end);
  const asJson = words.some(isFlag);
  const args = words.filter((word, index) => !isFlag(word, index));
  const quiet = asJson ? { ...io, progress: () => undefined } : io;
  try {
    return printAnswer(await act(command, args, config, quiet), asJson, io);
  } catch (error) {
    quiet.progress("");
    const answer = explainFailure(error, command, io);
    if (!answer) throw error;
    return printAnswer(answer, asJson, io);
  }
};

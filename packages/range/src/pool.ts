import { findEngine, sandboxCommand } from "./process/programs.ts";
import { type SandboxProcess, startProcess } from "./process/sandbox-process.ts";
import type { Language } from "./submission.ts";

const readyWithinMs = 20_000;

type Warming = { readonly process: SandboxProcess; readonly ready: Promise<string | null> };

/** Processes that are ready and have run nothing. Each is given out once and never comes back. */
export const makePool = (size: number) => {
  const warm: Record<Language, Warming[]> = { ts: [], python: [] };
  const engines = new Map<Language, Promise<string>>();
  let isClosed = false;

  const engineOf = (language: Language): Promise<string> => {
    const found = engines.get(language) ?? findEngine(language);
    engines.set(language, found);
    return found;
  };

  const start = async (language: Language): Promise<Warming> => {
    const process = startProcess(sandboxCommand(language, await engineOf(language)));
    return { process, ready: becomeReady(process) };
  };

  /** Keeps as many warm as there may run at once. */
  const fill = async (language: Language): Promise<void> => {
    await engineOf(language);
    while (!isClosed && warm[language].length < size) warm[language].push(await start(language));
  };

  const take = async (language: Language): Promise<SandboxProcess> => {
    const { process, ready } = warm[language].shift() ?? (await start(language));
    const fault = await ready;
    if (fault !== null) throw new Error(fault);
    return process;
  };

  const close = async (): Promise<void> => {
    isClosed = true;
    const all = [...warm.ts.splice(0), ...warm.python.splice(0)];
    for (const { process } of all) process.kill("closing");
    await Promise.all(all.map(({ process }) => process.ended));
  };

  return { fill, take, close };
};

export type Pool = ReturnType<typeof makePool>;

/** Why the process did not get ready, if it did not. */
const becomeReady = async (process: SandboxProcess): Promise<string | null> => {
  const late = setTimeout(() => process.kill("It did not get ready in time."), readyWithinMs);
  const heard = await process.hear();
  clearTimeout(late);
  if (heard.kind !== "frame") return `A sandbox did not start: ${heard.says}`;
  if (heard.frame.status === "ready") return null;
  process.kill("It was not ready.");
  return "A sandbox did not start: it said something else.";
};

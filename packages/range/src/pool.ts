import { ok, type Result } from "@checkride/rules/result";
import { becomeReady } from "./process/become-ready.ts";
import { findLayer, type LayerReport } from "./process/layer.ts";
import { type CommandOptions, findCommand, findEngine } from "./process/programs.ts";
import { type Command, type SandboxProcess, startProcess } from "./process/sandbox-process.ts";
import type { Language } from "./submission.ts";

type Warming = {
  readonly process: SandboxProcess;
  readonly ready: Promise<Result<string, string>>;
};

/** Processes that are ready. A learner's has run nothing and never comes back; only an author's may be given back. */
export const makePool = (command: CommandOptions) => {
  const warm: Record<Language, Warming[]> = { ts: [], python: [] };
  const commands = new Map<Language, Promise<Command>>();
  let layer: Promise<LayerReport> | null = null;
  let isClosed = false;

  const layerReport = (): Promise<LayerReport> => {
    layer ??= findLayer(command.programFile);
    return layer;
  };

  const find = async (language: Language): Promise<Command> => {
    const [engine, { layer: found }] = await Promise.all([findEngine(language), layerReport()]);
    return findCommand(language, engine, found, command);
  };

  const commandOf = (language: Language): Promise<Command> => {
    const found = commands.get(language) ?? find(language);
    commands.set(language, found);
    return found;
  };

  const prepare = async (language: Language): Promise<() => Warming> => {
    const found = await commandOf(language);
    return () => {
      const process = startProcess(found);
      return { process, ready: becomeReady(process) };
    };
  };

  /** One after the other: getting ready takes a core for itself, and somebody may need the others. */
  const fill = async (language: Language, count: number): Promise<void> => {
    const start = await prepare(language);
    while (!isClosed && warm[language].length < count) {
      const next = start();
      warm[language].push(next);
      await next.ready;
    }
  };

  const take = async (language: Language): Promise<SandboxProcess> => {
    const start = await prepare(language);
    for (;;) {
      const kept = warm[language].shift();
      const { process, ready } = kept ?? start();
      const became = await ready;
      if (became.ok && !process.isOver()) return process;
      // One that was kept may have been ended by the system meanwhile; a new one that fails will fail again.
      if (kept === undefined) throw new Error(became.ok ? "a sandbox ended at once" : became.error);
    }
  };

  const giveBack = (language: Language, process: SandboxProcess): void => {
    if (isClosed) process.kill("closing");
    else warm[language].push({ process, ready: Promise.resolve(ok("")) });
  };

  const close = async (): Promise<void> => {
    isClosed = true;
    const all = [...warm.ts.splice(0), ...warm.python.splice(0)];
    for (const { process } of all) process.kill("closing");
    await Promise.all(all.map(({ process }) => process.ended));
  };

  return { fill, take, giveBack, close, layerReport };
};

export type Pool = ReturnType<typeof makePool>;

/** Read-only: builds the image, starts the service, and lets requests and time come. */
import { startApp } from "./app.ts";
import { buildImage } from "./image.ts";
import type { Environment } from "./platform.ts";

declare const host: { call: (name: string, ...args: unknown[]) => unknown };

export type Answer = { ok: true; text: string } | { ok: false; says: string };

export type App = { answer: (text: string) => Answer | Promise<Answer> };

export type Started = { ok: true; app: App } | { ok: false; says: string };

export type BuildArguments = { VERSION: string; MODEL_KEY: string };

type Job =
  | { build: BuildArguments }
  | { environment: Environment; steps: ({ ask: string } | { waitSeconds: number })[] };

export const runJob = async (job: Job) => {
  if ("build" in job) {
    await buildImage(job.build);
    return null;
  }
  const started = await startApp(job.environment);
  if (!started.ok) return { started: false, says: started.says, answers: [] };
  const answers: Answer[] = [];
  for (const step of job.steps) {
    if ("ask" in step) answers.push(await started.app.answer(step.ask));
    else host.call("wait", step.waitSeconds);
  }
  return { started: true, says: "", answers };
};

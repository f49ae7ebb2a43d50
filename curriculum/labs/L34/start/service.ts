/** Read-only: the build signs what it made, and the gate decides what is deployed. */
import { mayDeploy } from "./gate.ts";
import { signFolder } from "./sign.ts";
import type { Decision } from "./tools.ts";

export type Policy = { identity: string; issuer: string; model: string; minimumVersion: number };

export type Manifest = { model: string; version: number; files: Record<string, string> };

type Job =
  | { step: "build"; model: string; version: number }
  | { step: "deploy"; policy: Policy }
  | { step: "both"; model: string; version: number; policy: Policy };

export const runJob = async (job: Job): Promise<Decision | null> => {
  if (job.step !== "deploy") await signFolder(job.model, job.version);
  return job.step === "build" ? null : await mayDeploy(job.policy);
};

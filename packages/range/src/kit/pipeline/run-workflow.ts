import type { Access, Job, Permissions, Step, When, Workflow } from "./workflow.ts";

export type JobRun = {
  readonly job: Job;
  readonly result: "success" | "failure" | "skipped";
  readonly steps: readonly StepRun[];
};

/** `fault`: why it failed; null: it did not. */
export type StepRun = { readonly step: Step; readonly fault: string | null };

/** Does the work of one step and says why it failed; null: it did not. A new one for each job. */
export type Worker = (job: Job) => (step: Step) => string | null;

/** Jobs one after the other, each when what it needs has ended, as a runner does it. */
export const runWorkflow = ({ jobs }: Workflow, worker: Worker): readonly JobRun[] => {
  const done = new Map<string, JobRun>();
  const left = [...jobs];
  while (left.length > 0) {
    const at = left.findIndex(({ needs }) => needs.every((id) => done.has(id)));
    const [job] = left.splice(Math.max(0, at), 1);
    if (job === undefined) break;
    // Jobs that wait for each other, or for nothing that there is, never run.
    const before = job.needs.map((id) => done.get(id)?.result ?? "skipped");
    const hasFailed = before.includes("failure");
    const isRun = isWanted(
      job.when,
      before.every((one) => one === "success"),
      hasFailed,
    );
    const run: JobRun =
      at >= 0 && isRun ? runJob(job, worker(job)) : { job, result: "skipped", steps: [] };
    done.set(job.id, run);
  }
  return [...done.values()];
};

const isWanted = (when: When, isGood: boolean, hasFailed: boolean): boolean => {
  switch (when) {
    case "always":
      return true;
    case "success":
      return isGood;
    case "failure":
      return hasFailed;
  }
};

const runJob = (job: Job, work: (step: Step) => string | null): JobRun => {
  const steps: StepRun[] = [];
  let hasFailed = false;
  for (const step of job.steps) {
    if (!isWanted(step.when, !hasFailed, hasFailed)) continue;
    const fault = work(step);
    steps.push({ step, fault });
    if (fault !== null && !step.continueOnError) hasFailed = true;
  }
  return { job, steps, result: hasFailed && !job.continueOnError ? "failure" : "success" };
};

/** The jobs that have certainly ended before this one begins. All others may run at the same time. */
export const waitsFor = (workflow: Workflow, job: Job): ReadonlySet<string> => {
  const found = new Set<string>();
  const queue = [...job.needs];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    if (found.has(id)) continue;
    found.add(id);
    queue.push(...(workflow.jobs.find((one) => one.id === id)?.needs ?? []));
  }
  return found;
};

/** What foreign code in a step of this job gets hold of: it can also change what later steps run. */
export const secretsWithin = (workflow: Workflow, job: Job, from: Step): readonly string[] => {
  const after = job.steps.slice(job.steps.indexOf(from));
  const values = [workflow.env, job.env, ...after.flatMap(({ env, given }) => [env, given])];
  const secrets = values.flatMap((env) => [...env.values()].flatMap((value) => value.secrets));
  return [...new Set(secrets)].filter((name) => name !== "GITHUB_TOKEN");
};

/** Of the job's own token, which every step can have. */
export const accessOf = (workflow: Workflow, job: Job, otherwise: Permissions): Permissions =>
  job.permissions ?? workflow.permissions ?? otherwise;

export const mayWrite = ({ all, named }: Permissions): boolean =>
  all === "write" || [...named.values()].some((access: Access) => access === "write");

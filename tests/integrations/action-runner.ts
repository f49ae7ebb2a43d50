import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { type PlugServer, root, runProgram } from "./plug-server.ts";

const action = z.object({
  inputs: z.record(z.string(), z.object({ default: z.string().optional() })),
  outputs: z.record(z.string(), z.object({ value: z.string() })),
  runs: z.object({
    using: z.literal("composite"),
    steps: z.array(
      z.object({
        id: z.string(),
        shell: z.literal("bash"),
        env: z.record(z.string(), z.string()),
        run: z.string(),
      }),
    ),
  }),
});

/** `${{ a.b.c }}`, the only expressions that the action has; what is not there is empty, as at GitHub. */
const fill = (text: string, contexts: ReadonlyMap<string, string>): string =>
  text.replaceAll(/\$\{\{ ([\w.-]+) \}\}/g, (_, name: string) => contexts.get(name) ?? "");

const readOutputs = (text: string): [string, string][] =>
  text.split("\n").flatMap((line): [string, string][] => {
    const at = line.indexOf("=");
    return at > 0 ? [[line.slice(0, at), line.slice(at + 1)]] : [];
  });

type Job = {
  readonly inputs: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Fields of the event, as `pull_request.user.id`. */
  readonly event?: Readonly<Record<string, string>>;
};

/** Runs the action's steps as a runner does: bash with its flags, files for outputs and summary, expressions filled in. */
export const runAction = async (plug: PlugServer, { inputs, env = {}, event = {} }: Job) => {
  const text = await readFile(join(root, "integrations/github-action/action.yml"), "utf8");
  const { inputs: known, outputs, runs } = action.parse(parse(text));
  const temp = await mkdtemp(join(plug.folder, "runner "));
  const contexts = new Map(
    Object.entries(event).map(([name, value]) => [`github.event.${name}`, value]),
  );
  for (const [name, input] of Object.entries(known)) {
    const value = inputs[name] ?? fill(input.default ?? "", contexts);
    contexts.set(`inputs.${name}`, value);
  }
  const files = { GITHUB_OUTPUT: join(temp, "output"), GITHUB_STEP_SUMMARY: join(temp, "summary") };
  await writeFile(files.GITHUB_STEP_SUMMARY, "");
  let code = 0;
  let log = "";
  for (const step of runs.steps) {
    await writeFile(files.GITHUB_OUTPUT, "");
    const script = join(temp, `${step.id}.sh`);
    await writeFile(script, step.run);
    const own = Object.entries(step.env).map(([name, value]) => [name, fill(value, contexts)]);
    const runner = { RUNNER_TEMP: temp, GITHUB_SERVER_URL: plug.github.url, ...files, ...env };
    const ran = await runProgram(
      "bash",
      ["--noprofile", "--norc", "-e", "-o", "pipefail", script],
      { ...runner, ...Object.fromEntries(own) },
      { cwd: temp },
    );
    log += ran.out;
    for (const [name, value] of readOutputs(await readFile(files.GITHUB_OUTPUT, "utf8"))) {
      contexts.set(`steps.${step.id}.outputs.${name}`, value);
    }
    code = ran.code;
    if (code !== 0) break;
  }
  const given = Object.entries(outputs).map(([name, { value }]) => [name, fill(value, contexts)]);
  const summary = await readFile(files.GITHUB_STEP_SUMMARY, "utf8");
  return { code, log, summary, outputs: Object.fromEntries(given) };
};

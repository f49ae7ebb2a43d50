import type { Result } from "@checkride/rules/result";
import type { Part } from "../files/part.ts";
import { readYamlFile } from "../files/read-yaml-file.ts";
import type { FileFault, Files } from "../files-lab.ts";

/** A workflow as a runner understands it. */
export type Workflow = {
  readonly permissions: Permissions | null;
  readonly env: Env;
  readonly jobs: readonly Job[];
};

export type Job = {
  readonly id: string;
  readonly needs: readonly string[];
  readonly when: When;
  readonly permissions: Permissions | null;
  readonly env: Env;
  readonly continueOnError: boolean;
  readonly steps: readonly Step[];
};

export type Step = {
  readonly name: string;
  readonly uses: { readonly action: string; readonly ref: string } | null;
  readonly run: string | null;
  readonly given: Env;
  readonly env: Env;
  readonly when: When;
  readonly continueOnError: boolean;
};

/** What a job's own token may do: to everything, but for what is named. */
export type Permissions = {
  readonly all: Access;
  readonly named: ReadonlyMap<string, Access>;
};

export type Access = "none" | "read" | "write";

export type Env = ReadonlyMap<string, Value>;

/** A text, and the secrets that are put into it. */
export type Value = { readonly text: string; readonly secrets: readonly string[] };

export type When = "success" | "always" | "failure";

export const readWorkflow = (
  files: Files,
  path: string,
): Result<readonly Workflow[], readonly FileFault[]> => readYamlFile(files, path, readDocument);

const readDocument = (part: Part): Workflow =>
  part.object((key) => {
    key("name").text("");
    readTrigger(key("on"));
    return {
      permissions: key("permissions").optional(readPermissions),
      env: readEnv(key("env")),
      jobs: [...key("jobs").record(readJob).values()],
    };
  });

/** When it runs is the same in every replayed build. */
const readTrigger = (part: Part): void => {
  const isStarted = part.object((key) => {
    const push = key("push").optional((push) =>
      push.object((of) => {
        of("tags").list((tag) => tag.text());
        of("branches").list((branch) => branch.text());
        return true;
      }),
    );
    const byHand = key("workflow_dispatch").isThere;
    return push === true || byHand;
  });
  if (!isStarted) part.fault("`on` must say when it runs: push, or workflow_dispatch");
};

const readPermissions = (part: Part): Permissions => {
  if (part.isText) {
    const word = part.word(["read-all", "write-all"]);
    return { all: word === "read-all" ? "read" : "write", named: new Map() };
  }
  return { all: "none", named: part.record((one) => one.word(["none", "read", "write"])) };
};

const readEnv = (part: Part): Env => part.record(readValue);

const readJob = (part: Part, id: string): Job =>
  part.object((key) => {
    key("name").text("");
    const machine = key("runs-on");
    if (!machine.text().startsWith("ubuntu-"))
      machine.fault("`runs-on` is an ubuntu-… machine here");
    key("timeout-minutes").optional((one) => one.whole());
    const needs = key("needs");
    return {
      id,
      needs: needs.isText ? [needs.text()] : needs.list((one) => one.text()),
      when: readWhen(key("if")),
      permissions: key("permissions").optional(readPermissions),
      env: readEnv(key("env")),
      continueOnError: key("continue-on-error").flag(false),
      steps: key("steps").list(readStep),
    };
  });

const readStep = (part: Part): Step =>
  part.object((key) => {
    const uses = key("uses").optional(readUses);
    const run = key("run").optional((one) => one.text());
    if ((uses === null) === (run === null))
      part.fault("a step has `uses` or `run`, one of the two");
    if (run?.includes("${{")) key("run").fault("write expressions into `env`, not into commands");
    return {
      name: key("name").text(uses?.action ?? run?.trim() ?? ""),
      uses,
      run,
      given: readEnv(key("with")),
      env: readEnv(key("env")),
      when: readWhen(key("if")),
      continueOnError: key("continue-on-error").flag(false),
    };
  });

const readUses = (part: Part): Step["uses"] => {
  const [action = "", ref = "", more] = part.text().split("@");
  if (!/^[\w.-]+\/[\w./-]+$/.test(action) || ref === "" || more !== undefined) {
    part.fault("`uses` must name an action as owner/name@version");
  }
  return { action, ref };
};

const readWhen = (part: Part): When => {
  const text = part.isThere ? part.text() : "success()";
  const isWrapped = text.startsWith("${{") && text.endsWith("}}");
  const asked = (isWrapped ? text.slice(3, -2) : text).trim();
  switch (asked) {
    case "success()":
      return "success";
    case "always()":
    case "!cancelled()":
      return "always";
    case "failure()":
      return "failure";
    default:
      part.fault("`if` can be success(), failure(), always() or !cancelled() here");
      return "always";
  }
};

const readValue = (part: Part): Value => {
  const text = part.isFlag ? String(part.flag()) : String(part.textOrWhole());
  const secrets: string[] = [];
  for (const [whole] of text.matchAll(/\$\{\{[^}]{0,200}\}\}/g)) {
    const asked = whole.slice(3, -2).trim();
    const [, secret] = /^secrets\.([A-Za-z_]\w*)$/.exec(asked) ?? [];
    if (secret !== undefined) secrets.push(secret);
    else if (asked === "github.token") secrets.push("GITHUB_TOKEN");
    else if (asked !== "github.ref_name" && asked !== "github.sha") {
      part.fault(`\`${asked}\` is no expression that is known here: secrets.NAME, github.token, …`);
    }
  }
  return { text, secrets };
};

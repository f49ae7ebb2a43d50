import { rm, writeFile } from "node:fs/promises";
import { openClearance } from "@checkride/verifier/open-clearance";
import { readKeySet } from "@checkride/verifier/read-key-set";
import type { Ended, Order, RunCommand } from "../command.ts";
import { answerKept } from "../gate/answer-kept.ts";
import { askGate, type Told } from "../gate/ask-gate.ts";
import { checkGiven, readGiven, trustedKeys } from "../gate/check-given.ts";
import { forget, type Kept, keep, type Question, readKept } from "../gate/gate-cache.ts";
import { closedOutcome, openOutcome } from "../gate/gate-outcome.ts";
import { whoAsks } from "../gate/who-asks.ts";
import { isGiven, textOf } from "../option-values.ts";
import { misuse, type Outcome } from "../outcome.ts";
import { serverAddress, warnUnencrypted } from "../reach-server.ts";
import type { Shell } from "../shell.ts";

/** In all, for everything that is asked: a pipeline waits no longer for a server that hangs. */
const timeoutMs = 5_000;

type Answer = { readonly outcome: Outcome; readonly kept: Kept | null };

const fromKept = async (shell: Shell, question: Question, why: string): Promise<Answer> => {
  const kept = await readKept(shell.environment.cacheFolder, question);
  return { outcome: await answerKept(shell, question.gate, kept, why), kept };
};

/** What an answer of the server means, now and for the time when it does not answer. */
const settle = async (shell: Shell, question: Question, told: Told): Promise<Answer> => {
  const { gate } = question;
  const { cacheFolder } = shell.environment;
  switch (told.kind) {
    case "closed":
      await forget(cacheFolder, question);
      return { outcome: closedOutcome(gate, told.decision, shell.paint), kept: null };
    case "refused":
      await forget(cacheFolder, question);
      return { outcome: told.outcome, kept: null };
    case "no-answer":
      return fromKept(shell, question, told.says);
    case "clearance": {
      const { kept, decision } = told;
      const keys = readKeySet(kept.keys);
      const opened = keys.ok
        ? await openClearance(kept.clearance, {
            keys: keys.value,
            issuer: kept.issuer,
            now: shell.now(),
          })
        : keys;
      if (!opened.ok) {
        const outcome = await answerKept(shell, gate, null, `${opened.error.says}.`);
        return { outcome, kept: null };
      }
      const fault = await keep(cacheFolder, question, kept);
      if (fault) shell.note(`This answer is not kept for the time without a server: ${fault}`);
      const { value: clearance } = opened;
      const open = { gate, clearance, source: "server" as const, decision };
      return { outcome: openOutcome(open, shell.paint), kept };
    }
  }
};

/** For whoever checks it next. What opened without a clearance, by the gate's own rule, leaves none. */
const handOn = async (out: string | null, { outcome, kept }: Answer): Promise<Outcome> => {
  if (out === null) return outcome;
  try {
    await rm(out, { force: true });
    const holds = outcome.exit === "ok" && outcome.json["source"] !== "otherwise";
    if (holds && kept) await writeFile(out, `${kept.clearance}\n`, { mode: 0o600, flag: "wx" });
    return outcome;
  } catch (error) {
    return misuse(`--out ${out}: ${error instanceof Error ? error.message : "cannot be written"}.`);
  }
};

const checkHandedOver = async (
  order: Order,
  shell: Shell,
  path: string,
  asked: { readonly gate: string; readonly url: string; readonly signal: AbortSignal },
): Promise<Ended> => {
  const text = await readGiven(path, shell);
  if (!text.ok) return text.error;
  const keys = await trustedKeys(order, shell, asked.url, asked.signal);
  if (!keys.ok) return keys.error;
  const issuer = textOf(order.values, "issuer");
  return checkGiven(shell, asked.gate, text.value, { keys: keys.value, issuer });
};

export const gate: RunCommand = async (order, shell) => {
  const [name = ""] = order.positionals;
  const address = serverAddress(order, shell);
  if (!address.ok) return address.error;
  const url = address.value;
  const signal = AbortSignal.timeout(timeoutMs);
  const handedOver = textOf(order.values, "clearance");
  if (handedOver !== null) {
    return checkHandedOver(order, shell, handedOver, { gate: name, url, signal });
  }
  for (const option of ["keys", "issuer"]) {
    if (isGiven(order.values, option)) return misuse(`--${option} belongs to --clearance.`);
  }
  const asker = await whoAsks(order, shell, { url, signal });
  if (!asker.ok) return asker.error;
  const question = { server: url, gate: name, who: asker.value.name };
  const out = textOf(order.values, "out");
  if (isGiven(order.values, "offline")) {
    return handOn(out, await fromKept(shell, question, "Nobody was asked (--offline)."));
  }
  warnUnencrypted(url, shell);
  const told = await askGate(shell, { url, gate: name, asker: asker.value, signal });
  return handOn(out, await settle(shell, question, told));
};

import { rm, writeFile } from "node:fs/promises";
import type { Ended, Order, RunCommand } from "../command.ts";
import { askGate } from "../gate/ask-gate.ts";
import { checkGiven, readGiven, trustedKeys } from "../gate/check-given.ts";
import { type Answer, fromKept, settle } from "../gate/settle-answer.ts";
import { whoAsks } from "../gate/who-asks.ts";
import { isGiven, textOf } from "../option-values.ts";
import { misuse, type Outcome } from "../outcome.ts";
import { serverAddress, warnUnencrypted } from "../reach-server.ts";
import type { Shell } from "../shell.ts";

/** In all, for everything that is asked: a pipeline waits no longer for a server that hangs. */
const timeoutMs = 5_000;

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
    if (isGiven(order.values, "out")) return misuse("--out belongs to asking, not to --clearance.");
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

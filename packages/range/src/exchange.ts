import type { Json } from "@checkride/rules/exercise";
import type { CaseClaim, FailedCase } from "@checkride/rules/exercises/case-claim";
import { saysCharsMax } from "./limits.ts";
import type { Ask, Frame, HostReply } from "./messages.ts";
import { parseClaim } from "./parse-claim.ts";
import type { NoFrame, SandboxProcess } from "./process/sandbox-process.ts";
import { outOfTime } from "./process/watch-time.ts";
import type { HostCall, HostFunction, LimitHit } from "./submission.ts";

/** What one question to the process came to. */
export type Exchanged = {
  readonly claim: CaseClaim;
  readonly logs: string;
  readonly hostCalls: readonly HostCall[];
  readonly hit: LimitHit | null;
  /** Not the learner's doing: somebody else ended the process. */
  readonly isFault: boolean;
};

export type Host = { readonly answer: HostFunction | null; readonly budget: { left: number } };

const decoder = new TextDecoder();

/** For people to read: no control characters, no end without end. */
const readable = (bytes: Uint8Array, charsMax: number): string =>
  decoder
    .decode(bytes.subarray(0, charsMax * 4))
    .replace(/[^\P{C}\n\t]/gu, "�")
    .slice(0, charsMax);

const failed = (status: FailedCase, says: string): CaseClaim => ({ status, says });

/** Asks one thing and takes exactly one answer, with the calls to the host that it makes on the way. */
export const exchange = async (
  sandbox: SandboxProcess,
  ask: Ask | { readonly n: 0 },
  host: Host,
): Promise<Exchanged> => {
  const hostCalls: HostCall[] = [];
  const done = (claim: CaseClaim, more: Partial<Exchanged> = {}): Exchanged => ({
    claim,
    logs: "",
    hostCalls,
    hit: null,
    isFault: false,
    ...more,
  });
  sandbox.send(ask);
  for (;;) {
    const heard = await sandbox.hear();
    if (heard.kind !== "frame") return { ...withoutAnswer(heard), hostCalls };
    const { frame } = heard;
    if (frame.n !== ask.n) return done(failed("protocol", "It answered another question."));
    if (frame.status !== "host") return { ...judgeFrame(frame), hostCalls };
    const call = parseHostCall(frame.text);
    if (call === null) return done(failed("protocol", "It called the host in no known way."));
    host.budget.left -= 1;
    if (host.budget.left < 0) {
      return done(failed("protocol", "It called the host too often."), { hit: "host-calls" });
    }
    hostCalls.push(call);
    sandbox.send(replyOf(host.answer, call));
  }
};

const withoutAnswer = ({ kind, says }: NoFrame): Omit<Exchanged, "hostCalls"> => {
  const about = { logs: "", hit: null, isFault: false };
  switch (kind) {
    case "killed": {
      const claim = failed("timeout", "It took too long.");
      const isTime = says === outOfTime;
      return { ...about, claim, hit: isTime ? "time" : null, isFault: !isTime };
    }
    case "protocol":
      return { ...about, claim: failed("protocol", says) };
    // We did not kill it, so the system did: it may be short of memory, and that is not the learner's doing.
    case "ended":
      return {
        ...about,
        claim: failed("crashed", "It ended without an answer."),
        isFault: says === "SIGKILL",
      };
  }
};

const judgeFrame = ({ status, text, logs }: Frame): Omit<Exchanged, "hostCalls"> => {
  const about = { logs: readable(logs, logs.length), hit: null, isFault: false };
  switch (status) {
    case "returned": {
      const value = parseClaim(text);
      return value.ok
        ? { ...about, claim: { status: "returned", value: value.value } }
        : { ...about, claim: failed("threw", value.error), hit: "output" };
    }
    case "threw":
      return { ...about, claim: failed("threw", readable(text, saysCharsMax)) };
    case "timeout":
      return { ...about, claim: failed("timeout", readable(text, saysCharsMax)), hit: "ticks" };
    case "memory":
      return { ...about, claim: failed("memory", "It used up its memory."), hit: "memory" };
    case "protocol":
      return { ...about, claim: failed("protocol", readable(text, saysCharsMax)) };
    case "ended":
      return { ...about, claim: failed("crashed", "It ended without an answer.") };
    case "ready":
    case "host":
      return { ...about, claim: failed("protocol", "It answered something else.") };
  }
};

const parseHostCall = (text: Uint8Array): HostCall | null => {
  const parsed = parseClaim(text);
  if (!parsed.ok || typeof parsed.value !== "object" || parsed.value === null) return null;
  const { name, args } = Object.fromEntries(Object.entries(parsed.value));
  return typeof name === "string" && isList(args) ? { name, args } : null;
};

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

const replyOf = (answer: HostFunction | null, { name, args }: HostCall): HostReply => {
  if (answer === null) return { ok: false, text: "Nothing outside can be called here." };
  try {
    const given = answer(name, args);
    return given.ok
      ? { ok: true, text: JSON.stringify(given.value) }
      : { ok: false, text: given.error };
  } catch {
    // A call of a shape that the author did not think of must not become a fault of the range.
    return { ok: false, text: "This call was not understood." };
  }
};

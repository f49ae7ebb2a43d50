import type { CheckCase, Claimed } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";

type Host = NonNullable<CheckCase["host"]>;
export type Value = Claimed["value"];
export type Environment = "development" | "production";

/** The key that stood in the code. It leaked with it, and is watched. */
export const oldKey = "sk-live-4mZq81TtLw0xVb7c";

export type Scene = {
  readonly environment: Environment;
  /** From when to when the vault cannot be reached, in seconds. */
  readonly vaultAway?: readonly [from: number, to: number];
  readonly rotatesAt?: number;
  /** From when on the vault lends keys of the other environment, in seconds. */
  readonly mixedUpFrom?: number;
  /** From when to when the provider answers with an error, in seconds. */
  readonly failing?: readonly [from: number, to: number];
  readonly failure?: (key: string) => string;
  /** What the environment variable MODEL_KEY holds. */
  readonly variable?: string;
};

const leaseMs = 300_000;
const graceMs = 60_000;
const leasesEachMinuteMax = 6;

type Lent = { readonly key: string; readonly at: number; readonly environment: Environment };

export type Platform = {
  readonly host: Host;
  /** All that was ever lent here. */
  readonly lent: readonly Lent[];
};

const isWithin = (span: readonly [number, number] | undefined, ms: number): boolean =>
  span !== undefined && span[0] * 1000 <= ms && ms < span[1] * 1000;

/** Vault, provider and clock of one run. Keys are drawn, so that none of them can be known before. */
export const openPlatform = (draw: Draw, scene: Scene): Platform => {
  const lent: Lent[] = [];
  const pool = Array.from({ length: 40 }, () => draw.word(16));
  let clock = 0;
  const rotation = (scene.rotatesAt ?? Number.POSITIVE_INFINITY) * 1000;

  const lease = (): ReturnType<Host> => {
    const recent = lent.filter(({ at }) => clock - at < 60_000).length;
    if (isWithin(scene.vaultAway, clock) || recent >= leasesEachMinuteMax) {
      return { ok: false, error: "The vault does not answer." };
    }
    const isMixedUp = clock >= (scene.mixedUpFrom ?? Number.POSITIVE_INFINITY) * 1000;
    const other = scene.environment === "production" ? "development" : "production";
    const environment = isMixedUp ? other : scene.environment;
    const short = environment === "production" ? "live" : "test";
    const key = `sk-${short}-${pool[lent.length] ?? "none"}`;
    lent.push({ key, at: clock, environment });
    return { ok: true, value: { key, environment, expiresAt: clock + leaseMs } };
  };

  const isGood = (key: string): boolean =>
    lent.some(
      (one) =>
        one.key === key &&
        clock < one.at + leaseMs &&
        (one.at >= rotation || clock <= rotation + graceMs),
    );

  const model = (key: string, text: string): ReturnType<Host> => {
    if (isWithin(scene.failing, clock)) {
      return { ok: false, error: (scene.failure ?? (() => "503 unavailable"))(key) };
    }
    return isGood(key)
      ? { ok: true, value: `Answer to ${text}` }
      : { ok: false, error: `401 unknown key ${key}` };
  };

  const host: Host = (name, args) => {
    const [first = "", second = ""] = args.map(String);
    switch (name) {
      case "now":
        return { ok: true, value: clock };
      case "wait":
        clock += Math.max(0, Number(first) || 0) * 1000;
        return { ok: true, value: null };
      case "env":
        return { ok: true, value: first === "MODEL_KEY" ? (scene.variable ?? null) : null };
      case "lease":
        return lease();
      case "model":
        return model(first, second);
      default:
        return { ok: true, value: null };
    }
  };
  return { host, lent };
};

export const callsOf = ({ hostCalls }: Claimed, name: string): readonly (readonly Value[])[] =>
  hostCalls.filter((call) => call.name === name).map(({ args }) => args);

const partLength = 8;

/** Whether the secret part of a key, or enough of it to be found by, stands in a text. */
export const holdsKey = (text: string, key: string): boolean => {
  const secret = key.replace(/^sk-(?:live|test)-/, "");
  const encoded = [secret, [...secret].toReversed().join(""), btoa(key), btoa(secret)];
  return encoded.some((one) =>
    Array.from({ length: one.length - partLength + 1 }, (_, at) =>
      one.slice(at, at + partLength),
    ).some((part) => text.includes(part)),
  );
};

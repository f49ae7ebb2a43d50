import { resolve } from "node:path";
import { z } from "zod";
import { networkFault } from "./networks.ts";

const whole = (min: number, max: number) => {
  const error = `must be a whole number from ${min} to ${max}`;
  return z.coerce.number(error).int(error).min(min, error).max(max, error);
};

const networks = z.string().transform((text, context) => {
  const all = text.split(",").map((one) => one.trim());
  for (const fault of all.map(networkFault)) {
    if (fault !== null) context.addIssue({ code: "custom", message: fault });
  }
  return all;
});

const logLevels = ["trace", "debug", "info", "warn", "error", "silent"] as const;

const environment = z.object({
  PORT: whole(0, 65_535).default(7300),
  CHECKRIDE_HOST: z.string().default("127.0.0.1"),
  CHECKRIDE_DATA: z.string().min(1).default("./data"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "must start with postgres:// or postgresql://")
    .optional(),
  CHECKRIDE_URL: z
    .url({ protocol: /^https?$/, error: "must be an http or https address" })
    .optional(),
  CHECKRIDE_SECRET: z
    .string()
    .regex(
      /^[0-9a-f]{64}$/,
      "must be 64 hex digits (32 bytes); make one with: openssl rand -hex 32",
    )
    .optional(),
  /** How many proxies stand in front; that many entries of X-Forwarded-For are believed. */
  CHECKRIDE_PROXIES: whole(0, 10).default(0),
  CHECKRIDE_CURRICULUM: z.string().optional(),
  /** Of the organisation's own: webhooks may go there, over http too. Everything else must be public and https. */
  CHECKRIDE_WEBHOOK_NETWORKS: networks.default([]),
  CHECKRIDE_CONNECTIONS: whole(2, 500).default(20),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(", ")}`).default("info"),
});

export type Config = {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly publicUrl: string | null;
  readonly secretHex: string | null;
  readonly proxies: number;
  readonly curriculumOverlay: string | null;
  readonly webhookNetworks: readonly string[];
  readonly connectionsMax: number;
  readonly logLevel: z.infer<typeof environment>["LOG_LEVEL"];
  /** For `doctor`: where each value came from. */
  readonly sources: Readonly<Record<string, "environment" | "default">>;
};

export type ConfigFault = { readonly variable: string; readonly says: string };

/** Reads the environment once; empty values count as not set. Every fault is reported, not the first. */
export const readConfig = (
  env: Readonly<Record<string, string | undefined>>,
):
  | { readonly ok: true; readonly value: Config }
  | { readonly ok: false; readonly error: readonly ConfigFault[] } => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value));
  const read = environment.safeParse(given);
  if (!read.success) {
    const error = read.error.issues.map((issue) => ({
      variable: issue.path.join("."),
      says: issue.message,
    }));
    return { ok: false, error };
  }
  const value = read.data;
  const sources = Object.fromEntries(
    Object.keys(environment.shape).map((key) => [
      key,
      key in given ? ("environment" as const) : ("default" as const),
    ]),
  );
  return {
    ok: true,
    value: {
      port: value.PORT,
      host: value.CHECKRIDE_HOST,
      dataDir: resolve(value.CHECKRIDE_DATA),
      databaseUrl: value.DATABASE_URL ?? null,
      publicUrl: value.CHECKRIDE_URL?.replace(/\/+$/, "") ?? null,
      secretHex: value.CHECKRIDE_SECRET ?? null,
      proxies: value.CHECKRIDE_PROXIES,
      curriculumOverlay: value.CHECKRIDE_CURRICULUM ? resolve(value.CHECKRIDE_CURRICULUM) : null,
      webhookNetworks: value.CHECKRIDE_WEBHOOK_NETWORKS,
      connectionsMax: value.CHECKRIDE_CONNECTIONS,
      logLevel: value.LOG_LEVEL,
      sources,
    },
  };
};

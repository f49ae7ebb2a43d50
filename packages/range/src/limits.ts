import type { Language, Limits } from "./submission.ts";

/** For a whole submission, however many cases it has. */
export const defaultLimits: Readonly<Record<Language, Limits>> = {
  ts: { ticks: 8_000, cpuMs: 5_000, wallMs: 20_000, hostCalls: 200 },
  python: { ticks: 0, cpuMs: 4_000, wallMs: 30_000, hostCalls: 200 },
};

/** Fixed when the process starts, before it knows whose code it will run. */
export const memoryMb: Readonly<Record<Language, number>> = { ts: 64, python: 128 };

/** A result: small enough that reading it is never the attack. */
export const resultBytesMax = 65_536;
export const resultDepthMax = 32;
export const resultNodesMax = 20_000;

/** All that a learner hands in. */
export const filesBytesMax = 262_144;
export const saysCharsMax = 500;
export const logBytesMax = 16_384;
/** Larger than any result, so that "too large" can be said; more than this is not an answer. */
export const frameBytesMax = 262_144;

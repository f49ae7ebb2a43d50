import type { Right } from "@checkride/rules/rights";
import { z } from "zod";
import { operation } from "./operation.ts";
import { personCard } from "./people.ts";
import { email, instant, label, uuid } from "./shared-shapes.ts";

const right = z.custom<Right>((value) => typeof value === "string");

const currentSession = z.object({
  person: personCard.nullable(),
  rights: z.array(right),
  /** What this person still has to do before the product is usable for them. */
  next: z.enum(["sign-in", "set-up", "choose-sign-in", "home"]),
  hasPassword: z.boolean(),
  passkeys: z.number().int(),
});
export type CurrentSession = z.infer<typeof currentSession>;

/** WebAuthn options and answers are validated by the WebAuthn library, on both sides. */
const webAuthn = z.record(z.string(), z.unknown());
const password = z.string().min(1).max(1000);

export const sessionOperations = {
  "GET /api/session": operation({
    summary: "Say who is signed in and what they may do",
    access: "public",
    answer: currentSession,
  }),
  "POST /api/session/password": operation({
    summary: "Sign in with e-mail address and password",
    access: "public",
    body: z.strictObject({ email, password }),
    answer: currentSession,
    problems: ["sign-in-failed", "too-many-tries"],
  }),
  "POST /api/session/link": operation({
    summary: "Sign in with a one-time link, which is used up by this",
    access: "public",
    body: z.strictObject({ token: z.string().min(1).max(200) }),
    answer: currentSession,
    problems: ["link-not-valid", "too-many-tries"],
  }),
  "POST /api/session/passkey/options": operation({
    summary: "Begin to sign in with a passkey",
    access: "public",
    answer: z.object({ challenge: uuid, options: webAuthn }),
    problems: ["too-many-tries"],
  }),
  "POST /api/session/passkey": operation({
    summary: "Sign in with a passkey",
    access: "public",
    body: z.strictObject({ challenge: uuid, response: webAuthn }),
    answer: currentSession,
    problems: ["passkey-not-accepted", "too-many-tries"],
  }),
  "DELETE /api/session": operation({ summary: "Sign out", access: "signed-in" }),
};

const accountView = z.object({
  person: personCard,
  hasPassword: z.boolean(),
  passkeys: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      createdAt: instant,
      lastUsedAt: instant.nullable(),
    }),
  ),
  sessions: z.array(
    z.object({
      id: uuid,
      current: z.boolean(),
      method: z.enum(["link", "password", "passkey"]),
      device: z.string(),
      createdAt: instant,
      lastSeenAt: instant,
      expiresAt: instant,
    }),
  ),
});
export type AccountView = z.infer<typeof accountView>;

export const accountOperations = {
  "GET /api/account": operation({
    summary: "Show how one signs in and where one is signed in",
    access: "account:own",
    answer: accountView,
  }),
  "PUT /api/account/password": operation({
    summary: "Set or change one's password; all other sessions end",
    access: "account:own",
    body: z.strictObject({ current: password.nullable(), next: z.string().min(1).max(1000) }),
    problems: ["password-too-weak", "sign-in-failed", "too-many-tries"],
  }),
  "POST /api/account/passkeys/options": operation({
    summary: "Begin to add a passkey",
    access: "account:own",
    answer: z.object({ challenge: uuid, options: webAuthn }),
  }),
  "POST /api/account/passkeys": operation({
    summary: "Add a passkey",
    access: "account:own",
    body: z.strictObject({ challenge: uuid, name: label, response: webAuthn }),
    answer: z.object({ id: z.string() }),
    problems: ["passkey-not-accepted"],
  }),
  "DELETE /api/account/passkeys/{passkey}": operation({
    summary: "Remove a passkey",
    access: "account:own",
    params: z.object({ passkey: z.string().max(1400) }),
    problems: ["not-found"],
  }),
  "DELETE /api/account/sessions/{session}": operation({
    summary: "End one of one's sessions",
    access: "account:own",
    params: z.object({ session: uuid }),
    problems: ["not-found"],
  }),
  "DELETE /api/account/sessions": operation({
    summary: "End all of one's sessions but this",
    access: "account:own",
  }),
};

import { type Right, rights } from "@checkride/rules/rights";
import { z } from "zod";
import { operation } from "./operation.ts";
import { instant, label } from "./shared-shapes.ts";

/** No vowels, so that no words come about, and nothing that looks like something else. */
const code = z
  .string()
  .regex(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/, "a code such as BDWP-HQPK");
const isRight = (value: string): value is Right => Object.hasOwn(rights, value);
const right = z.string().refine(isRight, { error: "no such right" });

const askedLogin = z.object({
  code,
  device: z.string(),
  rights: z.array(z.string()),
  /** From where it was asked. */
  network: z.string(),
  askedAt: instant,
  expiresAt: instant,
});
export type AskedLogin = z.infer<typeof askedLogin>;

export const deviceLoginOperations = {
  "POST /api/device-logins": operation({
    summary: "Begin to let a command line in; a person confirms its code on a page, signed in",
    access: "public",
    body: z.strictObject({
      device: label,
      rights: z.array(right).min(1).max(30),
    }),
    answer: z.object({
      code,
      /** For asking whether it was confirmed; for nobody else's eyes. */
      secret: z.string(),
      page: z.url(),
      expiresAt: instant,
      pollSeconds: z.number().int(),
    }),
    problems: ["too-many-tries"],
  }),
  "POST /api/device-logins/token": operation({
    summary: "Ask whether it was confirmed; the access token is given once",
    access: "public",
    body: z.strictObject({ secret: z.string().min(1).max(200) }),
    answer: z.object({
      state: z.enum(["waiting", "confirmed", "refused"]),
      token: z.string().nullable(),
    }),
    problems: ["link-not-valid"],
  }),
  "GET /api/device-logins/{code}": operation({
    summary: "Show which command line asks to be let in",
    access: "account:own",
    params: z.object({ code }),
    answer: askedLogin,
    problems: ["not-found"],
  }),
  "POST /api/device-logins/{code}/confirmation": operation({
    summary: "Let it in, with the rights that it asks for",
    access: "account:own",
    params: z.object({ code }),
    problems: ["not-found", "bad-input"],
  }),
  "DELETE /api/device-logins/{code}": operation({
    summary: "Refuse it",
    access: "account:own",
    params: z.object({ code }),
    problems: ["not-found"],
  }),
  "DELETE /api/me/token": operation({
    summary: "End the very access token that asks",
    access: "signed-in",
    problems: ["not-found"],
  }),
};

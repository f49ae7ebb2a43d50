import { type Right, rights } from "@checkride/rules/rights";
import { z } from "zod";
import { operation } from "./operation.ts";
import { instant, label, uuid } from "./shared-shapes.ts";

const isRight = (value: string): value is Right => Object.hasOwn(rights, value);

const accessToken = z.object({
  id: uuid,
  name: z.string(),
  scopes: z.array(z.string()),
  createdBy: z.string(),
  createdAt: instant,
  expiresAt: instant,
  lastUsedAt: instant.nullable(),
});
export type AccessToken = z.infer<typeof accessToken>;

export const tokenOperations = {
  "GET /api/tokens": operation({
    summary: "List access tokens; their secrets are never shown again",
    access: "tokens:write",
    answer: z.object({ tokens: z.array(accessToken) }),
  }),
  "POST /api/tokens": operation({
    summary: "Make an access token for the command line or a pipeline; the secret is shown once",
    access: "tokens:write",
    body: z.strictObject({
      name: label,
      scopes: z
        .array(z.string().refine(isRight, { error: "no such right" }))
        .min(1)
        .max(30),
      expiresInDays: z.number().int().min(1).max(366).default(90),
    }),
    answer: z.object({ token: accessToken, secret: z.string() }),
  }),
  "DELETE /api/tokens/{token}": operation({
    summary: "End an access token at once",
    access: "tokens:write",
    masked: true,
    params: z.object({ token: uuid }),
  }),
};

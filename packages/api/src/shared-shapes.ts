import { roles } from "@checkride/rules/person";
import { z } from "zod";

export const uuid = z.uuid();
export const instant = z.iso.datetime({ offset: true });
export const role = z.enum(roles);
export const tier = z.union([z.literal(1), z.literal(2), z.literal(3)]);
export const email = z
  .email({ error: "not an e-mail address" })
  .max(254)
  .transform((value) => value.toLowerCase());
export const label = z.string().trim().min(1).max(200);
export const attributes = z.record(
  z
    .string()
    .regex(/^[a-z][a-zA-Z0-9_-]{0,39}$/, "a name of letters, digits, - and _ that starts small"),
  z.array(z.string().max(200)).max(50),
);

export const pageQuery = {
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

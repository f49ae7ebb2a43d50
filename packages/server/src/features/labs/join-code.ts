import { randomInt, timingSafeEqual } from "node:crypto";

/** Without signs that are mistaken for one another when somebody reads them out. */
const signs = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
const length = 8;

export const newJoinCode = (): string =>
  Array.from({ length }, () => signs.charAt(randomInt(signs.length))).join("");

/** However it was typed. */
export const asTyped = (code: string): string => code.replace(/[\s-]/g, "").toUpperCase();

/** Takes the same time whatever differs. */
export const isSameCode = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
};

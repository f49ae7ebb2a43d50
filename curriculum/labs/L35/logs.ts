import type { Draw } from "@checkride/range/draw";

const from =
  (signs: string) =>
  (draw: Draw, length: number): string =>
    Array.from({ length }, () => signs.charAt(draw.whole(0, signs.length - 1))).join("");

export const hex = from("0123456789abcdef");
export const small = from("abcdefghijklmnopqrstuvwxyz0123456789");
const capitals = from("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
const letters = from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

const ends = ["ok", "late", "retried"] as const;

/** Writes lines like hundreds of others: each platform has its own hosts and its own jobs. */
export const drawPlatform = (draw: Draw): ((count: number) => readonly string[]) => {
  const hosts = [draw.word(4), draw.word(4), draw.word(3), draw.word(5)] as const;
  const jobs = [draw.word(5), draw.word(6), draw.word(7)] as const;
  const line = (): string => {
    const begin = `${draw.pick(hosts)} ${draw.pick(jobs)}`;
    return draw.pick([
      `${begin} ${draw.pick(ends)} in ${draw.whole(10, 99)} ms`,
      `${begin} waits for ${draw.pick(hosts)}`,
      `${begin} finished with ${draw.whole(100, 999)} rows`,
    ]);
  };
  return (count) => Array.from({ length: count }, line);
};

export const liveKey = (draw: Draw): string => `ck_live_${small(draw, 24)}`;
export const cloudKey = (draw: Draw): string => `AKIA${capitals(draw, 16)}`;
export const forgeToken = (draw: Draw): string => `ghp_${letters(draw, 36)}`;
export const webToken = (draw: Draw): string =>
  `eyJ${letters(draw, 17)}.eyJ${letters(draw, 30)}-_.${letters(draw, 21)}_-${letters(draw, 20)}`;
export const password = (draw: Draw): string =>
  `${small(draw, 8)}${draw.pick(["!", "+", "-", ":"])}${small(draw, 6)}`;

/** Values that no scanner knows, each in a sentence of its own. */
export const unknownShapes = (
  draw: Draw,
): readonly { readonly line: string; readonly value: string }[] => {
  const door = `${capitals(draw, 2)}-${draw.whole(1000, 9999)}-${capitals(draw, 2)}`;
  const voucher = `${draw.word(5)}/${draw.whole(10, 99)}/${draw.word(4)}`;
  const patient = `${draw.whole(1000, 9999)}.${draw.whole(100, 999)}.${draw.whole(1000, 9999)}`;
  const phrase = small(draw, 13);
  return [
    { line: `db1 note for the dock: ${door} opens it`, value: door },
    { line: `web2 voucher ${voucher} was used twice`, value: voucher },
    { line: `web1 mail about ${patient} could not be sent`, value: patient },
    { line: `gpu3 login of ada with ${phrase} failed`, value: phrase },
  ];
};

import type { Draw } from "@checkride/range/draw";

export type Secret = {
  readonly id: string;
  readonly team: string;
  readonly life: string;
  readonly reach: string;
  /** Has to be made anew: it lay within reach, and still works. */
  readonly isTaken: boolean;
};

/** By reach, the widest first. */
const longLived = [
  ["registry-token", "publishes the packages that customers install"],
  ["deploy-key", "changes what runs in production"],
  ["warehouse-login", "reads customers' data in production"],
  ["model-key", "spends money at a model vendor, 20,000 a month at most"],
  ["staging-login", "changes the test environment"],
] as const;

const shortLived = [
  ["container-identity", "publishes container images"],
  ["release-identity", "changes what runs in production"],
] as const;

/** Three or four of the long-lived ones belong to teams that were exposed; the widest need not be one of them. */
export const drawSecrets = (
  draw: Draw,
  exposed: readonly string[],
  others: readonly string[],
): readonly Secret[] => {
  const taken = new Set(draw.shuffle([0, 1, 2, 3, 4]).slice(0, draw.whole(3, 4)));
  const inside = draw.shuffle(exposed);
  const outside = draw.shuffle(others);
  const long = longLived.map(([id, reach], at): Secret => {
    const isTaken = taken.has(at);
    const team = (isTaken ? inside[at % inside.length] : outside[at % outside.length]) ?? "";
    return { id, team, life: "until revoked", reach, isTaken };
  });
  const short = shortLived.map(([id, reach], at): Secret => {
    const team = inside[(at + 2) % inside.length] ?? "";
    return { id, team, life: "10 minutes, made for each build", reach, isTaken: false };
  });
  return [...long, ...short];
};

/** What was taken, the widest reach first. */
export const inOrderOfReach = (secrets: readonly Secret[]): readonly string[] =>
  secrets.filter(({ isTaken }) => isTaken).map(({ id }) => id);

export const inventoryText = (secrets: readonly Secret[]): string => {
  const lines = secrets
    .toSorted((one, other) => (one.team < other.team ? -1 : 1))
    .map(({ id, team, life, reach }) => `${id} | team=${team} | lives ${life} | ${reach}`);
  return `SECRETS THAT BUILDS CAN READ. A build sees those of its team and no others.\n\n${lines.join("\n")}`;
};

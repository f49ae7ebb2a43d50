/**
 * One immutable fact as the rules read it. `body` is whatever was recorded; each rule takes from it only
 * what it understands, so a new kind of evidence needs no change here.
 */
export type EvidenceFact = {
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly body: Readonly<Record<string, unknown>>;
};

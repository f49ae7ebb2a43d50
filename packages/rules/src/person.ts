/** What rules may know of a person. Names and e-mail addresses are not among it: no rule depends on them. */
export type PersonFacts = {
  readonly id: string;
  readonly active: boolean;
  readonly startedAt: string;
  readonly team: string | null;
  readonly job: string | null;
  /** What the person does with AI: 1 uses tools, 2 builds with models, 3 trains models. */
  readonly tier: Tier | null;
  readonly roles: readonly Role[];
  readonly attributes: Readonly<Record<string, readonly string[]>>;
};

export const tiers = [1, 2, 3] as const;
export type Tier = (typeof tiers)[number];

export const roles = ["owner", "council", "lead", "champion", "learner", "auditor"] as const;
export type Role = (typeof roles)[number];

import { makeMeasured } from "./bank-of.ts";
import { baseline } from "./features/assessments/baseline-rules.ts";
import { keepLevels } from "./features/competencies/levels.ts";
import { tracksOf } from "./features/competencies/show-profile.ts";
import { readPersonFacts } from "./features/people/person-facts.ts";
import type { PolicyInForce } from "./features/policy/policy-in-force.ts";
import { keepAnswers } from "./features/refreshers/keep-answers.ts";
import { recallOfPerson } from "./features/refreshers/show-refreshers.ts";
import { makeTries } from "./features/tries/make-tries.ts";
import type { Content } from "./platform/content.ts";
import type { Database } from "./platform/database.ts";
import type { EndedTry } from "./platform/tries.ts";

type PolicyOf = (db: Database) => Promise<PolicyInForce | null>;

/** Quizzes, assessments, competencies and refreshers: what each of them needs of the others. */
export const wireAssessment = (content: () => Content, policyInForce: PolicyOf) => {
  const measured = makeMeasured(content);
  const bank = () => measured().bank;
  const catalogue = () => content().catalogue;
  const taught = () => measured().taught;
  const tries = makeTries({
    bank,
    onEnded: async (db: Database, ended: EndedTry) => {
      await keepAnswers(db, ended);
      await keepLevels(db, ended);
    },
  });
  const asked = { policyInForce, readPersonFacts };
  return {
    quizzes: { bank, catalogue, tries, policyInForce },
    assessments: {
      bank,
      catalogue,
      tries,
      policyInForce,
      tracksOf: (db: Database, personId: string) => tracksOf(db, asked, personId),
    },
    competencies: {
      ...asked,
      bank,
      catalogue,
      taught,
      practised: () => measured().practised,
      baseline,
      tries,
      recallOf: recallOfPerson,
    },
    refreshers: { bank, catalogue, taught },
  };
};

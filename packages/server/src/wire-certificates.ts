import type { CertificateDeps, Threat } from "./features/certificates/deps.ts";
import type { Issuer } from "./features/certificates/issuer-keys.ts";
import { makeStatusLists } from "./features/certificates/status-lists.ts";
import { newestCheckpoint } from "./features/evidence/ledger-store.ts";
import { readOrganisation } from "./features/organisation/store.ts";
import { readPersonCard } from "./features/people/person-facts.ts";
import { readVersion } from "./features/policy/store.ts";
import type { Content } from "./platform/content.ts";
import type { Parts } from "./wiring.ts";

/** What certificates need of policy, people, ledger and curriculum. */
export const wireCertificates = (
  { curriculum }: Pick<Parts, "curriculum">,
  issuer: Issuer,
  content: () => Content,
) => {
  const deps: CertificateDeps = {
    issuer,
    readOrganisation,
    readPersonCard,
    policyOf: async (db, version) => (await readVersion(db, version))?.resolved ?? null,
    threatsOf: (activity) => content().catalogue.activities.get(activity)?.threats ?? [],
    threat: (id) => threatOf(curriculum, id),
    readCheckpoint: async (db) => (await newestCheckpoint(db))?.note ?? null,
  };
  return { deps, lists: makeStatusLists(deps) };
};

const threatOf = ({ threats }: Parts["curriculum"], id: string): Threat | null => {
  for (const { taxonomy, version, items } of threats.taxonomies) {
    const entry = items.find((item) => item.id === id);
    if (entry) return { name: entry.name, list: `${taxonomy} ${version}`, url: entry.url };
  }
  return null;
};

import type { ChangeAuthor, GateAnswerView } from "@checkride/api/gates";
import type { Database } from "../../platform/database.ts";
import { checkOf, deploymentAnswerOf, type Names } from "./check-words.ts";
import type { GithubDeps } from "./deps.ts";
import { gatherAuthors, withoutAddresses } from "./gather-authors.ts";
import { type Account, type GithubAsk, githubAsk } from "./github-ask.ts";
import { type GithubClient, GithubRefusal, makeGithubClient } from "./github-client.ts";
import { gatesOfChange, gatesOfDeployment } from "./rules-for.ts";
import {
  forgetChange,
  type GithubApp,
  readChange,
  readChangesAt,
  readPushers,
  rememberChange,
  rememberPush,
} from "./store.ts";

type Ask<K extends GithubAsk["kind"]> = Extract<GithubAsk, { kind: K }>;

/** One message of GitHub's on its way to an answer. */
export type Work = {
  readonly db: Database;
  readonly deps: GithubDeps;
  readonly app: GithubApp;
  readonly now: Date;
};

/** An app's accounts are those of the host that people see, which for github.com is another than its API's. */
export const forgeOf = (apiUrl: string): string => {
  const { host } = new URL(apiUrl);
  return host === "api.github.com" ? "github.com" : host;
};

export const clientOf = ({ deps, app, now }: Omit<Work, "db">, installation: number | null) => {
  const privateKey = deps.vault.open(app.privateKeySealed)?.toString("utf8");
  if (privateKey === undefined) throw new Error("the key of a GitHub App was sealed with another");
  const { apiUrl, appId } = app;
  return makeGithubClient({ apiUrl, appId, privateKey, installation, fetch: deps.fetch, now });
};

const whereOf = ({ app }: Work, { repositoryId }: GithubAsk) => ({
  appId: app.id,
  repositoryId: String(repositoryId),
});

type Brought = { readonly authors: readonly ChangeAuthor[]; readonly names: Names };

/** A gate that was taken out of the policy since closes nothing, and says so where it is asked for. */
const askGates = async (
  { db, deps, app, now }: Work,
  gates: readonly string[],
  by: Account,
  { authors }: Pick<Brought, "authors">,
): Promise<readonly GateAnswerView[]> => {
  const subject = { account: { forge: forgeOf(app.apiUrl), id: String(by.id) } };
  const answers: GateAnswerView[] = [];
  for (const gate of gates) {
    const answer = await deps.askGate(db, { gate, subject, authors, now });
    if (!answer.ok) throw new GithubRefusal(`The policy in force has no gate ${gate}.`);
    answers.push(answer.value);
  }
  return answers;
};

const personsOf = (answers: readonly GateAnswerView[]): readonly string[] => {
  const all = answers.flatMap(({ person, authors }) => [
    person,
    ...authors.map((one) => one.person),
  ]);
  return [...new Set(all.filter((person) => person !== null))];
};

const personsDenied = (answers: readonly GateAnswerView[]): readonly string[] => {
  const all = answers
    .filter(({ outcome }) => outcome === "deny")
    .flatMap(({ person, authors }) => [
      person,
      ...authors.map((author) => (author.outcome === "allow" ? null : author.person)),
    ])
    .filter((person) => person !== null);
  return [...new Set(all)].sort();
};

/** A check stands beside a commit: it speaks for every pull request that has this one as its head. */
const pullsAtHead = async (work: Work, ask: Ask<"pull">): Promise<readonly Ask<"pull">[]> => {
  const changes = await readChangesAt(work.db, whereOf(work, ask), ask.headSha);
  const others = changes.flatMap((change) => {
    const other = githubAsk.parse(change.ask);
    return other.kind === "pull" && other.number !== ask.number ? [other] : [];
  });
  return [ask, ...others];
};

const bringersOfPulls = async (
  work: Work,
  client: GithubClient,
  pulls: readonly Ask<"pull">[],
  ask: Ask<"pull">,
) => {
  const lists = pulls.map(({ repository, number }) => client.commitsOfPull(repository, number));
  const commits = (await Promise.all(lists)).flat();
  const shas = [ask.headSha, ...commits.map(({ sha }) => sha)];
  const pushers = await readPushers(work.db, whereOf(work, ask), shas);
  const forge = forgeOf(work.app.apiUrl);
  const accounts = pulls.flatMap(({ by, opener }) => [by, opener]);
  return gatherAuthors({ accounts, pushers, commits, forge });
};

const answerPull = async (work: Work, ask: Ask<"pull">): Promise<string> => {
  const { db, app, now } = work;
  const gates = gatesOfChange(app.checks, ask.repository);
  if (gates.length === 0) return `No gate is asked for ${ask.repository}.`;
  const client = clientOf(work, ask.installation);
  const pulls = await pullsAtHead(work, ask);
  const brought = await bringersOfPulls(work, client, pulls, ask);
  const answers = await askGates(work, gates, ask.by, brought);
  for (const answer of answers) {
    await client.writeCheck(ask.repository, checkOf(answer, ask.headSha, brought.names));
  }
  const [people, waitsFor] = [personsOf(answers), personsDenied(answers)];
  const authors = withoutAddresses(brought.authors);
  const change = { ask, headSha: ask.headSha, authors, people, waitsFor, at: now };
  await rememberChange(db, { ...whereOf(work, ask), number: ask.number }, change);
  // Another pull request with this head was answered meanwhile, and the check may be the wrong one of the two.
  const isAlone = (await pullsAtHead(work, ask)).length <= pulls.length;
  return isAlone ? saysOf(answers) : answerPull(work, ask);
};

const saysOf = (answers: readonly GateAnswerView[]): string =>
  answers.map(({ gate, outcome }) => `${gate}: ${outcome}`).join(", ");

const answerGroup = async (work: Work, ask: Ask<"group">): Promise<string> => {
  const gates = gatesOfChange(work.app.checks, ask.repository);
  if (gates.length === 0) return `No gate is asked for ${ask.repository}.`;
  const client = clientOf(work, ask.installation);
  const commits = await client.commitsBetween(ask.repository, ask.baseSha, ask.headSha);
  const shas = commits.map(({ sha }) => sha);
  const pushers = await readPushers(work.db, whereOf(work, ask), shas);
  const forge = forgeOf(work.app.apiUrl);
  const brought = gatherAuthors({ accounts: [ask.by], pushers, commits, forge });
  const answers = await askGates(work, gates, ask.by, brought);
  for (const answer of answers) {
    await client.writeCheck(ask.repository, checkOf(answer, ask.headSha, brought.names));
  }
  return saysOf(answers);
};

const answerDeployment = async (work: Work, ask: Ask<"deployment">): Promise<string> => {
  const { repository, environment, sha, by, creator } = ask;
  const gates = gatesOfDeployment(work.app.deployments, repository, environment);
  const client = clientOf(work, ask.installation);
  if (gates.length === 0) {
    // The environment asks this app, so it waits for an answer; no rule here means that nobody decided that.
    const comment = `No gate is set for ${environment} of ${repository}. Set one in Checkride, under Integrations.`;
    const answer = { environment_name: environment, state: "rejected" as const, comment };
    await client.answerDeployment(ask.callbackUrl, answer);
    return `No gate is set for ${environment} of ${repository}: rejected.`;
  }
  const commits = [await client.commit(repository, sha)];
  const pushers = await readPushers(work.db, whereOf(work, ask), [sha]);
  const forge = forgeOf(work.app.apiUrl);
  const brought = gatherAuthors({ accounts: [by, creator], pushers, commits, forge });
  const answers = await askGates(work, gates, by, brought);
  const answer = deploymentAnswerOf(answers, environment, brought.names);
  await client.answerDeployment(ask.callbackUrl, answer);
  return `${saysOf(answers)}: ${answer.state}`;
};

const answerAgain = async (work: Work, ask: Ask<"again">): Promise<string> => {
  const changes = await readChangesAt(work.db, whereOf(work, ask), ask.headSha);
  if (changes.length === 0) return "No pull request with this commit is known here.";
  const says: string[] = [];
  for (const change of changes) {
    const pull = githubAsk.parse(change.ask);
    if (pull.kind === "pull") says.push(await answerPull(work, pull));
  }
  return says.join("; ");
};

/** Does what was asked, and says what came of it. */
export const answerGithub = async (work: Work, ask: GithubAsk): Promise<string> => {
  const { db, now } = work;
  switch (ask.kind) {
    case "push": {
      const push = { commits: ask.commits, accountId: String(ask.by.id), at: now };
      await rememberPush(db, whereOf(work, ask), push);
      return "Who brought these commits in is noted.";
    }
    case "pull":
      if (ask.isPush) {
        const push = { commits: [ask.headSha], accountId: String(ask.by.id), at: now };
        await rememberPush(db, whereOf(work, ask), push);
      }
      return answerPull(work, ask);
    case "closed":
      await forgetChange(db, { ...whereOf(work, ask), number: ask.number });
      return "The pull request is closed.";
    case "again":
      return answerAgain(work, ask);
    case "group":
      return answerGroup(work, ask);
    case "deployment":
      return answerDeployment(work, ask);
  }
};

/** When somebody's standing changed: the check follows without anybody pushing again, whichever way it went. */
export const followChange = async (
  work: Work,
  repositoryId: string,
  number: number,
): Promise<void> => {
  const change = await readChange(work.db, { appId: work.app.id, repositoryId, number });
  const ask = change && githubAsk.parse(change.ask);
  if (!change || ask?.kind !== "pull") return;
  // Asked here first: somebody's every lesson is no reason to ask GitHub who wrote what.
  const gates = gatesOfChange(work.app.checks, ask.repository);
  const answers = await askGates(work, gates, ask.by, change);
  const isStill = personsDenied(answers).join() === [...change.waitsFor].sort().join();
  if (!isStill) await answerPull(work, ask);
};

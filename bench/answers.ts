/**
 * Learners in a quiz, each with an open try of its own over a bank of 150 questions: answering one, being told its
 * reasons and being shown the next is one request. The last answer ends a try, with its evidence, levels and
 * refreshers.
 *
 *   [DATABASE_URL=postgres://…] node bench/answers.ts [learners]
 *
 * Whoever asks, the server and the database share the machine: on two cores all three count.
 */
import { type Client, createClient } from "../packages/api/src/client.ts";
import type { QuizTry } from "../packages/api/src/quizzes.ts";
import { answerTo, withTestBank } from "../packages/server/src/test-bank.ts";
import { benchOrigin, openBenchApp } from "./lib/bench-app.ts";
import { atRate, inAll, inFlight, type Load } from "./lib/load.ts";

const [learnersMax = 1_000] = process.argv.slice(2).map(Number);
const app = await openBenchApp(learnersMax, 1, withTestBank);

type Learner = { readonly client: Client; at: Pick<QuizTry, "id" | "next"> };

const enter = async (personId: string): Promise<Learner> => {
  const client = createClient({
    baseUrl: benchOrigin,
    headers: { origin: benchOrigin, cookie: await app.cookieFor(personId) },
    fetch: async (input, init) => app.fetch(new Request(input, init)),
  });
  return { client, at: { id: "", next: null } };
};

const learners: Learner[] = [];
for (const person of app.people) learners.push(await enter(person));

const learnerAt = (n: number): Learner => {
  const learner = learners[n % learners.length];
  if (!learner) throw new Error("there are no learners");
  return learner;
};

const begin = (quiz: string) => async (n: number) => {
  const learner = learnerAt(n);
  const begun = await learner.client("POST /api/quizzes/{quiz}/tries", { params: { quiz } });
  if (!begun.ok) return begun.problem.status;
  learner.at = { id: begun.value.id, next: begun.value.next };
  return 200;
};

const answer = async (n: number): Promise<number> => {
  const learner = learnerAt(n);
  const { id, next } = learner.at;
  if (!next) return 0;
  const body = { place: next.place, answer: answerTo(next.exercise, n % 5 > 0) };
  const params = { try: id };
  const step = await learner.client("POST /api/quiz-tries/{try}/answers", { params, body });
  if (!step.ok) return step.problem.status;
  learner.at = { id, next: step.value.next };
  return 200;
};

const look = async (n: number): Promise<number> => {
  const shown = await learnerAt(n).client("GET /api/refreshers", {});
  return shown.ok ? 200 : shown.problem.status;
};

const count = learners.length;
const table: Load[] = [];
table.push(await inAll("begin a try, 20 in flight", count, 20, begin("t1")));
table.push(await inAll("answer, 20 in flight", count * 5, 20, answer));
table.push(await inAll("answer, 100 in flight", count * 5, 100, answer));
await inAll("", count, 20, begin("t2"));
table.push(await atRate(`${count} learners, an answer in 10 s each`, count / 10, 10, answer));
table.push(await atRate(`${count} learners, an answer in 4 s each`, count / 4, 8, answer));
table.push(await inAll(`${count} answers at the same moment`, count, count, answer));
table.push(await inFlight("what comes back, 20 in flight", 20, 3, look));
console.table(table);
await app.close();

/**
 * A lesson read and its questions answered, with 1, 10 and 100 requests in flight, by as many learners in turn.
 *
 *   [DATABASE_URL=postgres://…] node bench/lesson.ts [learners] [seconds] [lesson]
 */
import { createClient } from "../packages/api/src/client.ts";
import { answerBody } from "../packages/api/src/exercises.ts";
import type { Answer } from "../packages/rules/src/answer.ts";
import type { ShownExercise } from "../packages/rules/src/shown-exercise.ts";
import { benchOrigin, openBenchApp } from "./lib/bench-app.ts";
import { inFlight, type Load } from "./lib/load.ts";

const [learners = 1_000, seconds = 8] = process.argv.slice(2, 4).map(Number);
const lesson = process.argv[4] ?? "m01-1";
const app = await openBenchApp(learners, 5);
const cookies: string[] = [];
for (const person of app.people.slice(0, learners)) cookies.push(await app.cookieFor(person));

const send = async (cookie: string, path: string, body?: unknown): Promise<Response> =>
  app.fetch(
    new Request(`${benchOrigin}/api/lessons/${lesson}${path}`, {
      headers: { cookie, origin: benchOrigin, "content-type": "application/json" },
      ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
    }),
  );

/** Some answer that fits, right or not. */
const answerTo = (shown: ShownExercise): Answer | null => {
  switch (shown.kind) {
    case "choose": {
      const because = shown.because?.options[0]?.id;
      const [first] = shown.options;
      const picked = first ? [first.id] : [];
      return { kind: "choose", picked, because: because === undefined ? [] : [because] };
    }
    case "order":
      return { kind: "order", cards: shown.cards.map(({ id }) => id) };
    case "sort": {
      const group = shown.groups[0]?.id ?? "";
      return {
        kind: "sort",
        groupOf: Object.fromEntries(shown.cards.map(({ id }) => [id, group])),
      };
    }
    default:
      return null;
  }
};

const fetchIt: typeof fetch = async (input, init) => app.fetch(new Request(input, init));
const questions = new Map<string, readonly { exercise: string; answer: Answer }[]>();
const learn = async (cookie: string): Promise<void> => {
  const client = createClient({ baseUrl: benchOrigin, headers: { cookie }, fetch: fetchIt });
  const answered = await client("GET /api/lessons/{lesson}", { params: { lesson } });
  if (!answered.ok) throw new Error(answered.problem.detail);
  const view = answered.value;
  const all = view.steps
    .flatMap(({ parts }) => parts)
    .flatMap((part) => {
      if (part.kind !== "exercise") return [];
      const answer = answerTo(part.exercise);
      return answer ? [{ exercise: part.exercise.id, answer: answerBody.parse(answer) }] : [];
    });
  questions.set(cookie, all);
};
for (const cookie of cookies) await learn(cookie);

const cookieOf = (n: number): string => cookies[n % cookies.length] ?? "";
const read = async (n: number): Promise<number> => {
  const answer = await send(cookieOf(n), "");
  await answer.text();
  return answer.status;
};
const answerOne = async (n: number): Promise<number> => {
  const all = questions.get(cookieOf(n)) ?? [];
  const answer = await send(
    cookieOf(n),
    "/answers",
    all[Math.floor(n / cookies.length) % all.length],
  );
  await answer.text();
  return answer.status;
};
const report = async (n: number): Promise<number> => {
  const body = { at: "s1", seen: ["s1"], visibleSeconds: 15, activeSeconds: 9 };
  const answer = await send(cookieOf(n), "/progress", body);
  await answer.text();
  return answer.status;
};

const table: Load[] = [];
for (let n = 0; n < 2_000; n++) await read(n);
for (const count of [1, 10, 100]) {
  table.push(await inFlight(`read, ${count} in flight`, count, seconds, read));
}
for (const count of [1, 10, 100]) {
  table.push(await inFlight(`answer, ${count} in flight`, count, seconds, answerOne));
}
table.push(await inFlight("progress, 100 in flight", 100, seconds, report));
table.push(await inFlight("read with answers, 100 in flight", 100, seconds, read));
console.table(table);
await app.close();

import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Database } from "./database.ts";

export type Metrics = {
  readonly onAnswer: (operation: string, status: number, seconds: number) => void;
  readonly print: () => Promise<string>;
};

/** The bars of the product lie at 5, 50 and 250 ms. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

export const makeMetrics = (db: Database): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "checkride_" });
  const requests = new Histogram({
    name: "checkride_request_seconds",
    help: "Time from a request's arrival to its answer",
    labelNames: ["operation", "status"],
    buckets,
    registers: [registry],
  });
  new Gauge({
    name: "checkride_evidence_waiting",
    help: "Evidence that the sealer has not yet put into the tree",
    registers: [registry],
    async collect() {
      const row = await db
        .selectFrom("evidence")
        .select((eb) => eb.fn.countAll<number>().as("count"))
        .where("seq", "is", null)
        .executeTakeFirst();
      this.set(row?.count ?? 0);
    },
  });
  new Gauge({
    name: "checkride_standings_stale",
    help: "People whose stored standings wait for a refresh",
    registers: [registry],
    async collect() {
      const row = await db
        .selectFrom("standingStale")
        .select((eb) => eb.fn.countAll<number>().as("count"))
        .executeTakeFirst();
      this.set(row?.count ?? 0);
    },
  });
  return {
    onAnswer: (operation, status, seconds) =>
      requests.observe({ operation, status: String(status) }, seconds),
    print: () => registry.metrics(),
  };
};

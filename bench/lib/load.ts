export type Load = {
  readonly label: string;
  readonly answers: number;
  readonly "wrong status": number;
  readonly "per second": number;
  readonly "p50 ms": number;
  readonly "p95 ms": number;
  readonly "p99 ms": number;
  readonly "longest ms": number;
  /** Of this process, whoever asks included: a figure that other work on the machine leaves as it is. */
  readonly "cpu ms each": number;
};

const rounded = (ms: number): number => Math.round(ms * 100) / 100;

const summary = (
  label: string,
  times: number[],
  wrong: number,
  seconds: number,
  { user, system }: NodeJS.CpuUsage,
): Load => {
  const sorted = Float64Array.from(times).sort();
  const at = (share: number) =>
    rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return {
    label,
    answers: times.length,
    "wrong status": wrong,
    "per second": Math.round(times.length / seconds),
    "p50 ms": at(0.5),
    "p95 ms": at(0.95),
    "p99 ms": at(0.99),
    "longest ms": at(1),
    "cpu ms each": rounded((user + system) / 1000 / Math.max(1, times.length)),
  };
};

type Ask = (n: number) => Promise<number>;

/** So many a second, each at its own moment whether or not earlier ones are answered; timed from that moment. */
export const atRate = async (
  label: string,
  perSecond: number,
  seconds: number,
  ask: Ask,
): Promise<Load> => {
  const times: number[] = [];
  const asked: Promise<void>[] = [];
  let wrong = 0;
  const total = perSecond * seconds;
  const began = performance.now();
  const cpu = process.cpuUsage();
  const one = async (n: number): Promise<void> => {
    const due = began + (n * 1000) / perSecond;
    if ((await ask(n)) !== 200) wrong += 1;
    times.push(performance.now() - due);
  };
  while (asked.length < total) {
    const until = Math.min(total, ((performance.now() - began) / 1000) * perSecond);
    while (asked.length < until) asked.push(one(asked.length));
    await new Promise((go) => setImmediate(go));
  }
  await Promise.all(asked);
  return summary(label, times, wrong, (performance.now() - began) / 1000, process.cpuUsage(cpu));
};

/** So many at any moment, for so long. */
export const inFlight = async (
  label: string,
  count: number,
  seconds: number,
  ask: Ask,
): Promise<Load> => {
  const times: number[] = [];
  let wrong = 0;
  let n = 0;
  const began = performance.now();
  const cpu = process.cpuUsage();
  const end = began + seconds * 1000;
  const lane = async (): Promise<void> => {
    while (performance.now() < end) {
      const from = performance.now();
      if ((await ask(n++)) !== 200) wrong += 1;
      times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: count }, lane));
  return summary(label, times, wrong, (performance.now() - began) / 1000, process.cpuUsage(cpu));
};

/** So many in all, at most so many at any moment. */
export const inAll = async (
  label: string,
  count: number,
  atOnce: number,
  ask: Ask,
): Promise<Load> => {
  const times: number[] = [];
  let wrong = 0;
  let n = 0;
  const began = performance.now();
  const cpu = process.cpuUsage();
  const lane = async (): Promise<void> => {
    while (n < count) {
      const from = performance.now();
      if ((await ask(n++)) !== 200) wrong += 1;
      times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return summary(label, times, wrong, (performance.now() - began) / 1000, process.cpuUsage(cpu));
};

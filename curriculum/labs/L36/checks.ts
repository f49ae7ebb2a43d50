import type { Check, CheckCase, Claimed } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import {
  callsOf,
  type Environment,
  holdsKey,
  oldKey,
  openPlatform,
  type Platform,
  type Scene,
  type Value,
} from "./platform-outside.ts";

type Step = { readonly ask: string } | { readonly waitSeconds: number };
type Wants = (claimed: Claimed) => boolean;

const fieldsOf = (value: Value | undefined): ReadonlyMap<string, Value> =>
  typeof value === "object" && value !== null ? new Map(Object.entries(value)) : new Map();

const answersIn = ({ value }: Claimed): readonly ReadonlyMap<string, Value>[] => {
  const answers = fieldsOf(value).get("answers");
  return Array.isArray(answers) ? answers.map(fieldsOf) : [];
};

const play = (
  draw: Draw,
  scene: Scene,
  steps: readonly Step[],
  wants: (platform: Platform) => Wants,
): CheckCase => {
  const platform = openPlatform(draw, scene);
  return {
    args: [{ environment: scene.environment, steps: steps.map((step) => ({ ...step })) }],
    host: platform.host,
    wants: wants(platform),
  };
};

const ask = (draw: Draw): Step => ({ ask: `question ${draw.word(6)}` });
const wait = (waitSeconds: number): Step => ({ waitSeconds });

const textsOf = (steps: readonly Step[]): readonly string[] =>
  steps.flatMap((step) => ("ask" in step ? [step.ask] : []));

const allAnswered =
  (steps: readonly Step[]): Wants =>
  (claimed) => {
    const answers = answersIn(claimed);
    const asked = textsOf(steps);
    return (
      fieldsOf(claimed.value).get("started") === true &&
      answers.length === asked.length &&
      answers.every(
        (answer, at) =>
          answer.get("ok") === true && answer.get("text") === `Answer to ${asked[at]}`,
      )
    );
  };

const environments = ["development", "production"] as const satisfies readonly Environment[];

const both = (
  draw: Draw,
  make: (environment: Environment) => readonly CheckCase[],
): readonly CheckCase[] => draw.shuffle(environments).flatMap(make);

const answering = (draw: Draw, scene: Scene, steps: readonly Step[]): CheckCase =>
  play(draw, scene, steps, () => allAnswered(steps));

const plain = (draw: Draw): readonly CheckCase[] =>
  both(draw, (environment) => [
    { ...answering(draw, { environment }, [ask(draw), wait(5), ask(draw)]), isPublic: true },
  ]);

const rotation = (draw: Draw): readonly CheckCase[] =>
  both(draw, (environment) => {
    const rotatesAt = draw.whole(20, 200);
    const minute = [1, 2, 3, 4].flatMap(() => [wait(70), ask(draw)]);
    const frequent = Array.from({ length: 16 }, () => [ask(draw), wait(21)]).flat();
    return [
      answering(draw, { environment, rotatesAt }, [ask(draw), ...minute]),
      answering(draw, { environment, rotatesAt }, frequent),
      answering(draw, { environment }, [ask(draw), wait(draw.whole(301, 900)), ask(draw)]),
    ];
  });

const vaultPauses = (draw: Draw): readonly CheckCase[] =>
  both(draw, (environment) => {
    const from = draw.whole(10, 60);
    const steps = [ask(draw), ...Array.from({ length: 9 }, () => [wait(25), ask(draw)]).flat()];
    return [answering(draw, { environment, vaultAway: [from, from + 120] }, steps)];
  });

const manyAsks = (draw: Draw): readonly CheckCase[] =>
  both(draw, (environment) => {
    const steps = Array.from({ length: 30 }, () => [ask(draw), wait(2)]).flat();
    return [
      play(
        draw,
        { environment },
        steps,
        () => (claimed) => allAnswered(steps)(claimed) && callsOf(claimed, "lease").length <= 6,
      ),
    ];
  });

const statusSaid = (draw: Draw): readonly CheckCase[] =>
  both(draw, (environment) =>
    ["429", "503"].map((status) => {
      const scene: Scene = { environment, failing: [0, 5], failure: () => `${status} try later` };
      const steps = [ask(draw), wait(10), ask(draw)];
      return play(draw, scene, steps, () => (claimed) => {
        const [failed, again] = answersIn(claimed);
        return (
          failed?.get("ok") === false &&
          String(failed.get("says")).includes(status) &&
          again?.get("ok") === true
        );
      });
    }),
  );

const usedKeys = (claimed: Claimed): readonly string[] =>
  callsOf(claimed, "model").map(([key]) => String(key));

/** Said with words that send somebody to the right place. */
const refusesToStart: Wants = (claimed) =>
  fieldsOf(claimed.value).get("started") === false &&
  /vault/i.test(String(fieldsOf(claimed.value).get("says"))) &&
  usedKeys(claimed).length === 0;

const withoutVault = (draw: Draw): readonly CheckCase[] =>
  both(draw, (environment) =>
    [undefined, oldKey, `sk-live-${draw.word(16)}`].map((variable) =>
      play(
        draw,
        { environment, vaultAway: [0, 1000], ...(variable !== undefined && { variable }) },
        [ask(draw)],
        () => refusesToStart,
      ),
    ),
  );

const foreignUnused =
  (environment: Environment, platform: Platform): Wants =>
  (claimed) =>
    usedKeys(claimed).every((key) =>
      platform.lent.some((one) => one.key === key && one.environment === environment),
    );

const mixedUp = (draw: Draw): readonly CheckCase[] =>
  both(draw, (environment) => {
    const later = [ask(draw), wait(100), ask(draw), wait(400), ask(draw)];
    return [
      play(
        draw,
        { environment, mixedUpFrom: 0 },
        [ask(draw)],
        (platform) => (claimed) =>
          fieldsOf(claimed.value).get("started") === false &&
          foreignUnused(environment, platform)(claimed),
      ),
      play(
        draw,
        { environment, mixedUpFrom: 50 },
        later,
        (platform) => (claimed) =>
          foreignUnused(environment, platform)(claimed) &&
          answersIn(claimed)[0]?.get("ok") === true &&
          answersIn(claimed)[2]?.get("ok") === false,
      ),
    ];
  });

/** What a provider says when something is wrong; some of it without a status. */
const failures: readonly ((key: string) => string)[] = [
  (key) => `401 unknown key ${key}`,
  (key) => `500 request was: POST /v1 Authorization: Bearer ${key}`,
  (key) => `400 bad header ${btoa(key)}`,
  (key) => `403 key ${key.slice(0, 18)}… has no right to this model`,
  (key) => `connection reset while sending {"key":"${key}"}`,
];

const shown = (claimed: Claimed): string =>
  JSON.stringify([claimed.value, callsOf(claimed, "log"), callsOf(claimed, "layer")]);

const redacted = (draw: Draw): readonly CheckCase[] =>
  failures.map((failure) => {
    const environment = draw.pick(environments);
    const steps = [ask(draw), ask(draw), wait(120), ask(draw)];
    return play(
      draw,
      { environment, failing: [0, 60], failure, variable: oldKey },
      steps,
      (platform) => (claimed) =>
        answersIn(claimed)[0]?.get("ok") === false &&
        answersIn(claimed)[2]?.get("ok") === true &&
        [oldKey, ...platform.lent.map(({ key }) => key)].every(
          (key) => !holdsKey(shown(claimed), key),
        ),
    );
  });

const building = (draw: Draw, wants: (version: string, key: string) => Wants): CheckCase => {
  const [VERSION, MODEL_KEY] = [
    `${draw.whole(2, 9)}.${draw.whole(10, 99)}`,
    `sk-live-${draw.word(16)}`,
  ];
  const { host } = openPlatform(draw, { environment: "production" });
  return { args: [{ build: { VERSION, MODEL_KEY } }], host, wants: wants(VERSION, MODEL_KEY) };
};

const layersOf = (claimed: Claimed): string => JSON.stringify(callsOf(claimed, "layer"));

export const checks: readonly Check[] = [
  {
    id: "answers",
    half: "works",
    says: "Questions are answered, in development and in production.",
    why: "Each run asks the vault for a key of its own environment.",
    cases: plain,
  },
  {
    id: "rotation",
    half: "works",
    says: "A rotation and the end of a lease are noticed within a minute, without a restart.",
    why: "A key that is kept for ever stops working, and so does one that is kept until it fails for somebody.",
    cases: rotation,
  },
  {
    id: "vault-pauses",
    half: "works",
    says: "While the vault is away for two minutes, a key that still works is used on.",
    why: "A short-lived key is good until its time. Renew early, and do not throw away what works.",
    cases: vaultPauses,
  },
  {
    id: "vault-spared",
    half: "works",
    says: "Thirty questions in a minute ask the vault six times at most.",
    why: "It refuses more. Keep the lease for a while.",
    cases: manyAsks,
  },
  {
    id: "status-said",
    half: "works",
    says: "An error of the provider is said with its status, and the next question is answered.",
    why: "Whoever is on call needs the number, not the key.",
    cases: statusSaid,
  },
  {
    id: "image-complete",
    half: "works",
    says: "The image holds the program and its version.",
    why: "Leave out the key, and nothing else.",
    cases: (draw) => [
      building(
        draw,
        (version) => (claimed) =>
          callsOf(claimed, "layer").some(([, files]) => fieldsOf(files).has("/app/app.js")) &&
          layersOf(claimed).includes(version),
      ),
    ],
  },
  {
    id: "no-vault-no-start",
    half: "attacks",
    says: "Without the vault it does not start, says so, and uses no other key.",
    why: "A default in the code or in a variable is a key that nobody rotates.",
    cases: withoutVault,
  },
  {
    id: "own-environment",
    half: "attacks",
    says: "A key of the other environment is never used, also when it comes later.",
    why: "Every lease says what it is for. Look each time, not only at the start.",
    cases: mixedUp,
  },
  {
    id: "nothing-told",
    half: "attacks",
    says: "No answer and no log line holds a key or a part of one, whatever the provider says.",
    why: "An error may repeat what was sent, in other letters too. Say what you know instead of passing it on.",
    cases: redacted,
  },
  {
    id: "nothing-in-layers",
    half: "attacks",
    says: "No layer of the image holds the key.",
    why: "What a later layer removes still lies in the one before.",
    cases: (draw) => [
      building(
        draw,
        (_, key) => (claimed) => !holdsKey(layersOf(claimed), key) && layersOf(claimed).length > 10,
      ),
    ],
  },
];

import type { Tries } from "../../platform/tries.ts";
import { answerItem } from "./answer-item.ts";
import { beginTry } from "./begin-try.ts";
import type { TryDeps } from "./deps.ts";
import { showAnswered, showNext } from "./show-items.ts";
import { readEnded, readOpen, readSitting } from "./store.ts";

export const makeTries = (deps: TryDeps): Tries => ({
  begin: (db, ask) => beginTry(db, deps, ask),
  answer: (db, rules, ask) => answerItem(db, deps, rules, ask),
  read: readSitting,
  readOpen,
  readEnded,
  showAnswered: (db, sitting, places) => showAnswered(db, deps, sitting, places),
  showNext: (db, sitting, place) => showNext(db, deps, sitting, place),
});

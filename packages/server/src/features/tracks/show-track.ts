import type { LessonCard, ModuleView, TrackView } from "@checkride/api/curriculum";
import type { Track } from "@checkride/curriculum-reader/catalogue";
import type { Ask } from "@checkride/rules/policy";
import type { Standing } from "@checkride/rules/standing";
import type { Content } from "../../platform/content.ts";
import { activityCard, goalOf, lessonCards, type MyWork } from "./my-work.ts";
import { trackCard } from "./track-card.ts";

export const showModule = (content: Content, id: string, work: MyWork): ModuleView | null => {
  const summary = content.catalogue.modules.get(id);
  if (!summary) return null;
  const about = content.modules.get(id);
  const inModule = (kind: "lab" | "assessment") =>
    [...content.catalogue.activities.values()]
      .filter((activity) => activity.kind === kind && activity.module === id)
      .flatMap(({ ref }) => activityCard(content, ref, work) ?? []);
  return {
    id,
    title: summary.title,
    summary: summary.summary,
    minutes: summary.minutes,
    owner: about?.owner ?? null,
    reviewed: about?.reviewed ?? null,
    lessons: lessonCards(content, id, work),
    labs: inModule("lab"),
    assessments: inModule("assessment"),
  };
};

const documentsIn = (asks: readonly Ask[]): readonly string[] =>
  asks.flatMap((ask) => {
    if (ask.kind === "some") return documentsIn(ask.of);
    return ask.kind === "signOff" ? [ask.document] : [];
  });

/** What the track's certificate asks to sign: without it the track is not finished. */
const signOffsOf = (content: Content, goal: Standing | null, work: MyWork) => {
  const rule = goal && work.known?.policy.certificates[goal.certificate];
  return [...new Set(documentsIn(rule?.asks ?? []))].flatMap((id) => {
    const paper = content.papers.get(id);
    const mine = work.signs.get(id);
    if (!paper || !mine) return [];
    const { title, version, minutes } = paper;
    return [{ document: id, title, version, minutes, state: mine.state, signBy: mine.signBy }];
  });
};

const kinds = { lab: "lab", quiz: "quiz", assessment: "assessment", lesson: "lesson" } as const;
const kindOf = (ref: string) => Object.values(kinds).find((kind) => ref.startsWith(`${kind}/`));

/** Lessons in their order, then the shortest way to the certificate. */
const nextOf = (
  lessons: readonly LessonCard[],
  goal: Standing | null,
  content: Content,
): TrackView["next"] => {
  const lesson = lessons.find(({ state, installed }) => installed && state !== "done");
  if (lesson) {
    return { kind: "lesson", id: lesson.id, title: lesson.title, minutes: lesson.minutes };
  }
  for (const { kind, ref, title, minutes } of goal?.remedy ?? []) {
    if (kind === "sign-off") {
      return { kind, id: ref, title, minutes: content.papers.get(ref)?.minutes ?? 5 };
    }
    const activity = kind === "activity" ? kindOf(ref) : undefined;
    if (activity) {
      return { kind: activity, id: ref.slice(activity.length + 1), title, minutes: minutes ?? 0 };
    }
  }
  return null;
};

export const showTrack = (content: Content, track: Track, work: MyWork): TrackView => {
  const card = trackCard(content, track, work);
  const goal = goalOf(work, track.id);
  const modules = track.modules.flatMap((id) => showModule(content, id, work) ?? []);
  const lessons = modules.flatMap((module) => module.lessons);
  const quiz = activityCard(content, `quiz/${track.id}`, work);
  const isEarned = goal ? goal.holds : (quiz?.passed ?? true);
  return {
    ...card,
    modules,
    trackLabs: track.labs.flatMap((id) => activityCard(content, `lab/${id}`, work) ?? []),
    quiz,
    refresher: activityCard(content, `quiz/${track.id}-refresher`, work),
    signOffs: signOffsOf(content, goal, work),
    done: isEarned && lessons.length > 0 && lessons.every(({ state }) => state === "done"),
    next: nextOf(lessons, goal, content),
  };
};

import type { TrackCard } from "@checkride/api/curriculum";
import type { Track } from "@checkride/curriculum-reader/catalogue";
import type { Standing } from "@checkride/rules/standing";
import type { Content } from "../../platform/content.ts";
import { activityCard, goalOf, lessonCards, type MyWork } from "./my-work.ts";

const sumMinutes = (things: readonly { readonly minutes: number | null }[]): number =>
  things.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);

const goalView = ({ known }: MyWork, goal: Standing | null): TrackCard["certificate"] =>
  goal && {
    id: goal.certificate,
    title: goal.title,
    state: goal.state,
    required: goal.required,
    whyMe: goal.audiences.map((name) => known?.policy.audiences[name]?.because ?? name),
    dueBy: goal.dueBy,
    validUntil: goal.validUntil,
  };

/** What leads to the certificate beside the lessons: the shortest way where there is one, else all there is. */
const otherMinutes = (
  goal: Standing | null,
  others: readonly { readonly minutes: number; readonly passed: boolean }[],
): number =>
  goal
    ? sumMinutes(goal.remedy.filter(({ ref }) => !ref.startsWith("lesson/")))
    : sumMinutes(others.filter(({ passed }) => !passed));

export const trackCard = (content: Content, track: Track, work: MyWork): TrackCard => {
  const { tracks } = content.catalogue;
  const named = (ids: readonly string[]) =>
    ids.map((id) => ({ id, title: tracks.get(id)?.title ?? id }));
  const goal = goalOf(work, track.id);
  const lessons = track.modules.flatMap((module) => lessonCards(content, module, work));
  const labs = track.labs.flatMap((id) => activityCard(content, `lab/${id}`, work) ?? []);
  const quiz = activityCard(content, `quiz/${track.id}`, work);
  const others = [...labs, ...(quiz ? [quiz] : [])];
  const left = lessons.filter(({ state }) => state !== "done");
  return {
    id: track.id,
    title: track.title,
    audience: track.audience,
    tier: track.tier,
    needs: { all: named(track.needs.all), any: named(track.needs.any) },
    certificate: goalView(work, goal),
    minutes: sumMinutes(lessons) + sumMinutes(others),
    minutesLeft: sumMinutes(left) + otherMinutes(goal, others),
    lessons: { done: lessons.length - left.length, of: lessons.length },
    labs: { done: labs.filter(({ passed }) => passed).length, of: labs.length },
  };
};

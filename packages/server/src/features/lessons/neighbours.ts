import type { LessonView } from "@checkride/api/lessons";
import type { Lesson } from "@checkride/rules/lesson";
import type { Content } from "../../platform/content.ts";

type Neighbours = Pick<LessonView, "previous" | "next">;

/** The way through the first track that has this module; a module of no track has only its own lessons. */
export const neighboursOf = (content: Content, lesson: Lesson): Neighbours => {
  const track = [...content.catalogue.tracks.values()].find(({ modules }) =>
    modules.includes(lesson.module),
  );
  const way = (track?.modules ?? [lesson.module]).flatMap(
    (id) => content.modules.get(id)?.lessons ?? [],
  );
  const at = way.indexOf(lesson.id);
  return {
    previous: at > 0 ? neighbour(content, way[at - 1]) : null,
    next: at >= 0 ? neighbour(content, way[at + 1]) : null,
  };
};

const neighbour = (content: Content, id: string | undefined): Neighbours["next"] => {
  const lesson = id === undefined ? undefined : content.lessons.get(id);
  if (!lesson) return null;
  const module = content.modules.get(lesson.module)?.title ?? lesson.module;
  const { title, minutes } = lesson;
  return { id: lesson.id, title, minutes, module: { id: lesson.module, title: module } };
};

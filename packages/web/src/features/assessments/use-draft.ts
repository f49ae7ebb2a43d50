import type { Problem } from "@checkride/api/problems";
import type { WrittenView } from "@checkride/api/written";
import { useCallback, useEffect, useRef, useState } from "react";
import { client, queryClient } from "../../shell/query.ts";

const quietMs = 1_200;

type Texts = Readonly<Record<string, string>>;

export const keepWritten = (view: WrittenView): void => {
  const ask = { params: { assessment: view.assessment } };
  queryClient.setQueryData<WrittenView>(["GET /api/written-assessments/{assessment}", ask], view);
};

export type Draft = {
  readonly texts: Texts;
  readonly change: (field: string, text: string) => void;
  /** Saves what is not saved yet and says in which version it is then; null: it could not be saved. */
  readonly flush: () => Promise<number | null>;
  readonly state: "saved" | "writing" | "saving";
  readonly problem: Problem | null;
};

/** A text that saves itself whenever its author pauses, and when the page goes away. */
export const useDraft = (view: WrittenView): Draft => {
  const [texts, setTexts] = useState<Texts>(view.texts);
  const [state, setState] = useState<Draft["state"]>("saved");
  const [problem, setProblem] = useState<Problem | null>(null);
  const latest = useRef<Texts>(view.texts);
  const saved = useRef({ texts: latest.current, version: view.version });
  const running = useRef<Promise<number | null> | null>(null);
  const { assessment } = view;

  const save = useCallback(async (): Promise<number | null> => {
    while (saved.current.texts !== latest.current) {
      const sending = latest.current;
      setState("saving");
      const body = { version: saved.current.version, texts: { ...sending } };
      const sent = await client("PUT /api/written-assessments/{assessment}", {
        params: { assessment },
        body,
      });
      setProblem(sent.ok ? null : sent.problem);
      if (!sent.ok) {
        setState("writing");
        return null;
      }
      saved.current = { texts: sending, version: sent.value.version };
      keepWritten(sent.value);
    }
    setState("saved");
    return saved.current.version;
  }, [assessment]);

  /** One save at a time: a second one would come with the version of the first. */
  const flush = useCallback((): Promise<number | null> => {
    running.current ??= save().finally(() => {
      running.current = null;
    });
    return running.current;
  }, [save]);

  useEffect(() => {
    if (texts === saved.current.texts) return;
    const timer = setTimeout(() => void flush(), quietMs);
    return () => clearTimeout(timer);
  }, [texts, flush]);

  useEffect(() => {
    const onHidden = () => {
      if (document.visibilityState === "hidden") void flush();
    };
    document.addEventListener("visibilitychange", onHidden);
    return () => {
      document.removeEventListener("visibilitychange", onHidden);
      void flush();
    };
  }, [flush]);

  const change = (field: string, text: string) => {
    latest.current = { ...latest.current, [field]: text };
    setTexts(latest.current);
    setState("writing");
  };
  return { texts, change, flush, state, problem };
};

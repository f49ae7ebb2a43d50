import { type RefObject, useEffect, useRef } from "react";

/** Who adds something to a list goes on with it; who takes something away is not thrown out of the list. */
export const useFocusNew = <E extends HTMLElement>(
  count: number,
  item: string,
): RefObject<E | null> => {
  const frame = useRef<E>(null);
  const before = useRef(count);
  useEffect(() => {
    const was = before.current;
    before.current = count;
    if (count < was) frame.current?.focus();
    if (count <= was) return;
    const last = [...(frame.current?.querySelectorAll(item) ?? [])].at(-1);
    last?.querySelector<HTMLElement>("select, input, textarea")?.focus();
  }, [count, item]);
  return frame;
};

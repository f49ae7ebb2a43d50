import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { expectArrival, takeArrival } from "./arrival.ts";

/** For the first heading of a page: it names the window and takes the focus of whoever arrives. */
export const usePageHeading = (title: string): RefObject<HTMLHeadingElement | null> => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title.replace(/\.$/, "")} · Checkride`;
  }, [title]);
  useEffect(() => takeArrival(heading.current), []);
  useLayoutEffect(() => {
    const shown = heading.current;
    // A page that gives way to another, loading to loaded, hands its focus on.
    return () => {
      if (shown !== null && document.activeElement === shown) expectArrival();
    };
  }, []);
  return heading;
};

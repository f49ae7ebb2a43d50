/** What a page says it has seen since its last report. */
export type Reported = { readonly visibleSeconds: number; readonly activeSeconds: number };

const secondsMax = 60;

/**
 * What of a report counts: no more than has really passed since this person's last report, wherever that
 * came from, and a minute at most. So several tabs and repeated reports do not add up.
 */
export const countSeconds = (
  { visibleSeconds, activeSeconds }: Reported,
  lastReport: Date | null,
  now: Date,
): Reported => {
  const passed = lastReport === null ? 0 : (now.getTime() - lastReport.getTime()) / 1000;
  const visible = Math.max(0, Math.min(visibleSeconds, passed, secondsMax));
  return { visibleSeconds: visible, activeSeconds: Math.min(activeSeconds, visible) };
};

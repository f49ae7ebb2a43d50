/**
 * After a navigation the heading of the new page takes the focus, so that a screen reader speaks it and the
 * next Tab starts there. Pages load lazily: the shell notes the arrival, the heading takes it when it appears.
 */
let awaited = false;

export const expectArrival = (): void => {
  awaited = true;
};

export const takeArrival = (heading: HTMLElement | null): void => {
  if (!awaited || heading === null) return;
  awaited = false;
  heading.focus({ preventScroll: true });
};

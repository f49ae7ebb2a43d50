/** The moment at which every program in the range believes to run: 2026-01-01. */
export const startMs = 1_767_225_600_000;

import type { Lab } from "@checkride/curriculum-reader/lab/lab";

/** A lab without pages, for tests of one kind. */
export const testLab = (parts: Partial<Lab>): Lab => ({
  id: "L99",
  title: "A lab",
  kind: "fix-code-ts",
  minutes: 5,
  folder: "/labs/L99",
  version: "v1",
  brief: [],
  debrief: {
    sections: [],
    question: {
      kind: "write",
      id: "q",
      ask: [],
      exhibit: null,
      close: null,
      fields: [],
      points: [],
      model: [],
    },
  },
  hints: [],
  run: null,
  edit: [],
  isReviewed: false,
  rubric: null,
  start: [],
  reference: [],
  weakened: [],
  accepted: [],
  ...parts,
});

export type DifferenceLine = {
  readonly kind: "same" | "added" | "removed";
  readonly before: number | null;
  readonly after: number | null;
  readonly text: string;
};

/** Beyond so many edits two texts have nothing in common that would help a reader. */
const editsMax = 2_000;

/** Lines that differ and lines that stayed, after Myers, "An O(ND) Difference Algorithm" (1986). */
export const textDifference = (before: string, after: string): readonly DifferenceLine[] => {
  const a = before.split("\n");
  const b = after.split("\n");
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  const shorter = Math.min(a.length, b.length) - head;
  while (tail < shorter && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const kinds = [
    ...Array<Kind>(head).fill("same"),
    ...middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...Array<Kind>(tail).fill("same"),
  ];
  return number(kinds, a, b);
};

type Kind = DifferenceLine["kind"];

const number = (kinds: readonly Kind[], a: readonly string[], b: readonly string[]) => {
  let x = 0;
  let y = 0;
  return kinds.map((kind): DifferenceLine => {
    if (kind === "added") return { kind, before: null, after: ++y, text: b[y - 1] ?? "" };
    if (kind === "removed") return { kind, before: ++x, after: null, text: a[x - 1] ?? "" };
    y++;
    return { kind, before: ++x, after: y, text: a[x - 1] ?? "" };
  });
};

const replaced = (a: readonly string[], b: readonly string[]): Kind[] => [
  ...a.map((): Kind => "removed"),
  ...b.map((): Kind => "added"),
];

type Reach = ReadonlyMap<number, number>;

/** How far each diagonal gets with 0, 1, 2 … edits, until one reaches the end of both. */
const reaches = (a: readonly string[], b: readonly string[]): readonly Reach[] | null => {
  const trace: Reach[] = [];
  let last: Reach = new Map([[1, 0]]);
  for (let edits = 0; edits <= Math.min(a.length + b.length, editsMax); edits++) {
    const next = new Map<number, number>();
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = startOf(last, diagonal, edits);
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++;
      next.set(diagonal, x);
      if (x >= a.length && x - diagonal >= b.length) return [...trace, next];
    }
    trace.push(next);
    last = next;
  }
  return null;
};

const comesDown = (reach: Reach, diagonal: number, edits: number): boolean =>
  diagonal === -edits ||
  (diagonal !== edits && (reach.get(diagonal - 1) ?? -1) < (reach.get(diagonal + 1) ?? -1));

const startOf = (reach: Reach, diagonal: number, edits: number): number =>
  comesDown(reach, diagonal, edits)
    ? (reach.get(diagonal + 1) ?? 0)
    : (reach.get(diagonal - 1) ?? 0) + 1;

const middle = (a: readonly string[], b: readonly string[]): readonly Kind[] => {
  const trace = reaches(a, b);
  if (!trace) return replaced(a, b);
  const backwards: Kind[] = [];
  let x = a.length;
  let y = b.length;
  for (let edits = trace.length - 1; edits > 0; edits--) {
    const reach = trace[edits - 1] ?? new Map<number, number>();
    const down = comesDown(reach, x - y, edits);
    const from = x - y + (down ? 1 : -1);
    const fromX = reach.get(from) ?? 0;
    const fromY = fromX - from;
    // What was equal after this edit was walked along the diagonal.
    const equal = x - fromX - (down ? 0 : 1);
    backwards.push(...Array<Kind>(equal).fill("same"));
    backwards.push(down ? "added" : "removed");
    x = fromX;
    y = fromY;
  }
  backwards.push(...Array<Kind>(x).fill("same"));
  return backwards.reverse();
};

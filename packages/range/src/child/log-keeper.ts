/** What the program prints, cut where it becomes an attack. */
export const makeLogKeeper = (maxBytes: number) => {
  let kept: Uint8Array[] = [];
  let size = 0;
  return {
    add: (bytes: Uint8Array): void => {
      const room = bytes.subarray(0, Math.max(0, maxBytes - size));
      if (room.length === 0) return;
      kept.push(room.slice());
      size += room.length;
    },
    take: (): Uint8Array => {
      const all = Buffer.concat(kept);
      kept = [];
      return all;
    },
  };
};

export type LogKeeper = ReturnType<typeof makeLogKeeper>;

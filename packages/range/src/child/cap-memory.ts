const memorySection = 5;
const pageBytes = 65_536;

type Read = { readonly value: number; readonly next: number };

const readNumber = (bytes: Uint8Array, from: number): Read => {
  let value = 0;
  let next = from;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[next++] ?? 0;
    value += (byte & 0x7f) * 2 ** shift;
    if ((byte & 0x80) === 0) return { value, next };
  }
};

const writeNumber = (value: number): number[] => {
  const low = value & 0x7f;
  return value < 0x80 ? [low] : [low | 0x80, ...writeNumber(value >>> 7)];
};

/**
 * The same module with a maximum in its memory section: then no code in it can grow past that, whatever the engine's own
 * idea of a limit is.
 */
export const capMemory = (module: Uint8Array, megabytes: number): Uint8Array<ArrayBuffer> => {
  const pages = Math.floor((megabytes * 1024 * 1024) / pageBytes);
  for (let at = 8; at < module.length; ) {
    const id = module[at] ?? 0;
    const size = readNumber(module, at + 1);
    const end = size.next + size.value;
    if (id === memorySection) return capped(module, at, size.next, end, pages);
    at = end;
  }
  throw new Error("The module has no memory of its own to cap.");
};

const capped = (module: Uint8Array, at: number, from: number, end: number, pages: number) => {
  const count = readNumber(module, from);
  const flags = readNumber(module, count.next);
  const least = readNumber(module, flags.next);
  if (count.value !== 1 || flags.value > 1)
    throw new Error("The module's memory is of a new kind.");
  if (pages < least.value) throw new Error("The module asks for more memory than the cap.");
  const section = [1, 1, ...writeNumber(least.value), ...writeNumber(pages)];
  const head = [memorySection, ...writeNumber(section.length), ...section];
  const result = new Uint8Array(at + head.length + module.length - end);
  result.set(module.subarray(0, at));
  result.set(head, at);
  result.set(module.subarray(end), at + head.length);
  return result;
};

import { isIPv6 } from "node:net";

const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/**
 * What one connection can move around in freely: a whole IPv6 /64 belongs to one line, so counting
 * single addresses there would count nothing. An IPv4 address stands for itself.
 */
export const networkOf = (ip: string): string => {
  const v4 = mapped.exec(ip)?.[1];
  if (v4) return v4;
  const address = ip.split("%")[0] ?? "";
  if (!isIPv6(address)) return ip;
  const [head = "", tail] = address.split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail ? tail.split(":") : [];
  const gap = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array<string>(gap).fill("0"), ...after].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(":")}::/64`;
};

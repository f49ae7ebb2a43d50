import { BlockList, isIP, isIPv4 } from "node:net";

export const familyOf = (address: string): "ipv4" | "ipv6" => (isIPv4(address) ? "ipv4" : "ipv6");

const addTo = (list: BlockList, network: string): void => {
  const [address = "", bits] = network.split("/");
  const family = familyOf(address);
  list.addSubnet(
    address,
    bits === undefined ? (family === "ipv4" ? 32 : 128) : Number(bits),
    family,
  );
};

export const networkList = (networks: readonly string[]): BlockList => {
  const list = new BlockList();
  for (const network of networks) addTo(list, network);
  return list;
};

/** What is wrong with it; null: it is an address or a range. */
export const networkFault = (text: string): string | null => {
  const [address = "", bits, ...rest] = text.split("/");
  const family = isIP(address);
  const isRange =
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
  return family !== 0 && rest.length === 0 && isRange
    ? null
    : `${JSON.stringify(text)} is no address or range such as 10.0.0.0/8`;
};

export type EvidenceQuery = {
  readonly kind?: string;
  readonly person?: string;
  readonly from?: string;
  readonly to?: string;
};

type AddressParams = { readonly [K in keyof EvidenceQuery]?: string | undefined };

const uuidPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const dayPattern = /^\d{4}-\d\d-\d\d$/;

/** The first or the last moment of a day in the reader's zone. */
const momentOf = (day: string | undefined, time: string): string | null => {
  if (day === undefined || !dayPattern.test(day)) return null;
  const moment = new Date(`${day}T${time}`);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
};

/** What an address asks for, as the API takes it; days are meant whole, both ends included. */
export const evidenceQuery = ({ kind, person, from, to }: AddressParams): EvidenceQuery => {
  const first = momentOf(from, "00:00:00.000");
  const last = momentOf(to, "23:59:59.999");
  return {
    ...(kind ? { kind: kind.slice(0, 100) } : {}),
    ...(person && uuidPattern.test(person) ? { person } : {}),
    ...(first === null ? {} : { from: first }),
    ...(last === null ? {} : { to: last }),
  };
};

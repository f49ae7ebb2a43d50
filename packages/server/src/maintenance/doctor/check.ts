/** `note`: worth knowing, neither good nor bad. */
export type CheckState = "ok" | "note" | "warn" | "fail";

export type Check = {
  readonly what: string;
  readonly state: CheckState;
  readonly says: string;
  readonly fix?: string;
};

type MakeCheck = (says: string, fix?: string) => Check;

/** The four answers that one check can give. */
export const about = (what: string): Readonly<Record<CheckState, MakeCheck>> => {
  const make =
    (state: CheckState): MakeCheck =>
    (says, fix) => ({ what, state, says, ...(fix !== undefined && { fix }) });
  return { ok: make("ok"), note: make("note"), warn: make("warn"), fail: make("fail") };
};

import type { Role } from "./person.ts";
import type { PolicyFault, PolicyPath } from "./policy-fault.ts";
import { error } from "./policy-fault.ts";
import type { Right } from "./rights.ts";
import { hasRight, rights } from "./rights.ts";

/** Named here but without the right, they could never approve, and nothing could come about any more. */
export const checkRoles = (
  path: PolicyPath,
  named: readonly Role[],
  right: Right,
): PolicyFault[] => {
  const able = rights[right].join(" or ");
  return named.flatMap((role, index) =>
    hasRight([role], right)
      ? []
      : [error([...path, index], `the role \`${role}\` cannot approve; name ${able}`)],
  );
};

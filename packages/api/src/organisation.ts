import { z } from "zod";
import { operation } from "./operation.ts";
import { label } from "./shared-shapes.ts";

const organisationView = z.object({
  name: z.string().nullable(),
  setUp: z.boolean(),
  demo: z.boolean(),
  productVersion: z.string(),
});
export type OrganisationView = z.infer<typeof organisationView>;

export const organisationOperations = {
  "GET /api/organisation": operation({
    summary: "Name the organisation that runs this installation",
    access: "public",
    answer: organisationView,
  }),
  "PATCH /api/organisation": operation({
    summary: "Rename the organisation",
    access: "organisation:write",
    body: z.strictObject({ name: label }),
    answer: organisationView,
  }),
  "POST /api/organisation/set-up": operation({
    summary: "Finish the first-run set-up",
    access: "organisation:write",
    answer: organisationView,
    problems: ["already-set-up", "bad-input"],
  }),
  "DELETE /api/organisation/demo": operation({
    summary:
      "Remove the demo organisation and begin empty; answers the first owner's one-time link",
    access: "organisation:write",
    body: z.strictObject({ confirm: z.literal("remove the demo") }),
    answer: z.object({ url: z.string() }),
    problems: ["not-demo"],
  }),
};

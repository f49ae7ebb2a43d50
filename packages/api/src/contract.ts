import { assessmentOperations } from "./assessments.ts";
import { certificateOperations } from "./certificates.ts";
import { clearanceOperations } from "./clearances.ts";
import { competencyOperations } from "./competencies.ts";
import { contentOperations } from "./content.ts";
import { coverageOperations } from "./coverage.ts";
import { curriculumOperations } from "./curriculum.ts";
import { deviceLoginOperations } from "./device-logins.ts";
import { documentOperations } from "./documents.ts";
import { evidenceOperations } from "./evidence.ts";
import { feedbackOperations } from "./feedback.ts";
import { forgeOperations } from "./forges.ts";
import { gateOperations } from "./gates.ts";
import { githubAppOperations } from "./github-apps.ts";
import { happeningOperations } from "./happenings.ts";
import { importOperations } from "./imports.ts";
import { labOperations } from "./lab-operations.ts";
import { labOversightOperations } from "./lab-oversight.ts";
import { lessonOperations } from "./lessons.ts";
import { openingOperations } from "./openings.ts";
import { organisationOperations } from "./organisation.ts";
import { peopleOperations } from "./people.ts";
import { policyOperations } from "./policy.ts";
import { quizOperations } from "./quizzes.ts";
import { refresherOperations } from "./refreshers.ts";
import { accountOperations, sessionOperations } from "./session.ts";
import { standingOperations } from "./standing.ts";
import { tokenOperations } from "./tokens.ts";
import { webhookOperations } from "./webhooks.ts";

/** Everything that can be asked of the server, under `METHOD /path`. */
export const contract = {
  ...organisationOperations,
  ...sessionOperations,
  ...accountOperations,
  ...peopleOperations,
  ...githubAppOperations,
  ...importOperations,
  ...standingOperations,
  ...policyOperations,
  ...evidenceOperations,
  ...forgeOperations,
  ...gateOperations,
  ...openingOperations,
  ...happeningOperations,
  ...webhookOperations,
  ...curriculumOperations,
  ...deviceLoginOperations,
  ...documentOperations,
  ...lessonOperations,
  ...assessmentOperations,
  ...certificateOperations,
  ...clearanceOperations,
  ...competencyOperations,
  ...contentOperations,
  ...coverageOperations,
  ...feedbackOperations,
  ...labOperations,
  ...labOversightOperations,
  ...quizOperations,
  ...refresherOperations,
  ...tokenOperations,
};

export type Contract = typeof contract;
export type OperationName = keyof Contract;

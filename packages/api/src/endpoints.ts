import { accountEndpoints } from "./account/endpoints.ts";
import { assessmentEndpoints } from "./assessment/endpoints.ts";
import { modelEndpoints } from "./assessment/model-endpoints.ts";
import { approvalEndpoints } from "./approval/endpoints.ts";
import { arrangementEndpoints } from "./arrangement/endpoints.ts";
import { bookEndpoints } from "./book/endpoints.ts";
import { borrowerEndpoints } from "./borrower/endpoints.ts";
import { caseEndpoints } from "./case/endpoints.ts";
import { closeEndpoints } from "./close/endpoints.ts";
import { commandEndpoints } from "./command/endpoints.ts";
import { complaintEndpoints } from "./complaint/endpoints.ts";
import { hardshipEndpoints } from "./hardship/endpoints.ts";
import { contactEndpoints } from "./contact/endpoints.ts";
import type { Endpoint } from "./endpoint/endpoint.ts";
import { ledgerEndpoints } from "./ledger/endpoints.ts";
import { overviewEndpoints } from "./overview/endpoints.ts";
import { peopleEndpoints } from "./people/endpoints.ts";
import { logEndpoints } from "./log/endpoints.ts";
import { meEndpoints } from "./me/endpoints.ts";
import { paymentEndpoints } from "./payment/endpoints.ts";
import { planEndpoints } from "./plan/endpoints.ts";
import { productEndpoints } from "./product/endpoints.ts";
import { publicEndpoints } from "./public/endpoints.ts";
import { quoteEndpoints } from "./quote/endpoints.ts";
import { ruleEndpoints } from "./rules/endpoints.ts";
import { templateEndpoints } from "./template/endpoints.ts";
import { verifyEndpoints } from "./verify/endpoints.ts";
import { webhookEndpoints } from "./webhook/endpoints.ts";

/** Every operation of the API, by the word of its folder: a new resource adds one line here. */
export const endpoints: readonly Endpoint[] = [
  ...accountEndpoints,
  ...assessmentEndpoints,
  ...approvalEndpoints,
  ...arrangementEndpoints,
  ...bookEndpoints,
  ...borrowerEndpoints,
  ...caseEndpoints,
  ...closeEndpoints,
  ...commandEndpoints,
  ...complaintEndpoints,
  ...contactEndpoints,
  ...hardshipEndpoints,
  ...ledgerEndpoints,
  ...overviewEndpoints,
  ...peopleEndpoints,
  ...logEndpoints,
  ...meEndpoints,
  ...modelEndpoints,
  ...paymentEndpoints,
  ...planEndpoints,
  ...productEndpoints,
  ...publicEndpoints,
  ...quoteEndpoints,
  ...ruleEndpoints,
  ...templateEndpoints,
  ...verifyEndpoints,
  ...webhookEndpoints,
];

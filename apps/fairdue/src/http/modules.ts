import type { HttpModule } from "./compose/operation.ts";
import { accountModule } from "./account/module.ts";
import { assessmentModule } from "./assessment/module.ts";
import { modelModule } from "./assessment/models.ts";
import { approvalModule } from "./approval/module.ts";
import { arrangementModule } from "./arrangement/module.ts";
import { bookModule } from "./book/module.ts";
import { borrowerModule } from "./borrower/module.ts";
import { caseModule } from "./case/module.ts";
import { closeModule } from "./close/module.ts";
import { commandModule } from "./command/module.ts";
import { complaintModule } from "./complaint/module.ts";
import { contactModule } from "./contact/module.ts";
import { docsModule } from "./docs/module.ts";
import { exportsModule } from "./exports/module.ts";
import { hardshipModule } from "./hardship/module.ts";
import { healthModule } from "./health/module.ts";
import { identityModule } from "./identity/module.ts";
import { ledgerModule } from "./ledger/module.ts";
import { overviewModule } from "./overview/module.ts";
import { meModule } from "./me/module.ts";
import { peopleModule } from "./people/module.ts";
import { logModule } from "./log/module.ts";
import { paymentModule } from "./payment/module.ts";
import { planModule } from "./plan/module.ts";
import { productModule } from "./product/module.ts";
import { publicModule } from "./public/module.ts";
import { quoteModule } from "./quote/module.ts";
import { rulesModule } from "./rules/module.ts";
import { sandboxModule } from "./sandbox/module.ts";
import { templateModule } from "./template/module.ts";
import { verifyModule } from "./verify/module.ts";
import { webModule } from "./web/module.ts";
import { webhookModule } from "./webhook/module.ts";

/** Everything the server answers to: a new resource adds its folder and one line here. */
export const modules: readonly HttpModule[] = [
  accountModule,
  assessmentModule,
  approvalModule,
  arrangementModule,
  bookModule,
  borrowerModule,
  caseModule,
  closeModule,
  commandModule,
  complaintModule,
  contactModule,
  docsModule,
  exportsModule,
  hardshipModule,
  healthModule,
  identityModule,
  ledgerModule,
  overviewModule,
  meModule,
  peopleModule,
  logModule,
  modelModule,
  paymentModule,
  planModule,
  productModule,
  publicModule,
  quoteModule,
  rulesModule,
  sandboxModule,
  templateModule,
  verifyModule,
  // Last: it answers what nobody else did.
  webModule,
  webhookModule,
];

import type { HttpModule } from "../compose/operation.ts";
import { mountBorrower } from "./borrower.ts";
import { mountOidc, oidcSettings } from "./oidc.ts";
import { mountPasskeys } from "./passkeys.ts";
import { mountStaff } from "./staff.ts";

/** Who may enter: sign-in of people. Programs use keys. */
export const identityModule: HttpModule = {
  name: "identity",
  operations: [],
  mount: (app, shell) => {
    mountStaff(app, shell);
    mountBorrower(app, shell);
    mountPasskeys(app, shell);
    const settings = oidcSettings(process.env);
    if (settings) mountOidc(app, shell, settings);
  },
};

import "@fontsource/noto-serif-sc/400.css";
import type { ReactNode } from "react";

/** Words of the law, set in serif as in print; the letters load only where law is quoted. */
export function Law({ children }: { readonly children: ReactNode }): ReactNode {
  return <span className="law">{children}</span>;
}

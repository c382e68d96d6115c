import type { MiddlewareHandler } from "hono";

/**
 * What a browser may do with an answer of ours: nothing from elsewhere, in no frame of others
 * (OWASP ASVS 5.0 §3.4). A route may set a stricter policy of its own.
 */
export const guardHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  const set = (name: string, value: string): void => {
    if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  };
  set(
    "content-security-policy",
    "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; font-src 'self'; " +
      "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  );
  set("x-content-type-options", "nosniff");
  set("referrer-policy", "no-referrer");
  set("cross-origin-opener-policy", "same-origin");
  set("cross-origin-resource-policy", "same-origin");
  set("permissions-policy", "camera=(self), geolocation=(self), microphone=(), payment=()");
  if (!c.res.headers.has("cache-control")) set("cache-control", "no-store");
  if (isSecure(c.req.raw)) set("strict-transport-security", "max-age=31536000");
};

/** Whether the person's connection is encrypted; a proxy in front says so. */
export function isSecure(request: Request): boolean {
  return (
    new URL(request.url).protocol === "https:" ||
    request.headers.get("x-forwarded-proto") === "https"
  );
}

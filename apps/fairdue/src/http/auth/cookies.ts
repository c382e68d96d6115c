import { isSecure } from "../compose/guard-headers.ts";

export const sessionCookie = "fairdue_session";
export const deviceCookie = "fairdue_device";

export function readCookie(request: Request, name: string): string | undefined {
  const all = request.headers.get("cookie") ?? "";
  for (const part of all.split(";")) {
    const [key, value] = part.trim().split("=");
    if (key === name && value !== undefined && /^[\w-]{16,128}$/.test(value)) return value;
  }
  return undefined;
}

/** A cookie that scripts cannot read and other sites cannot send. */
export function cookieText(
  request: Request,
  name: string,
  value: string,
  maxAgeSeconds: number,
): string {
  const secure = isSecure(request) ? "; Secure" : "";
  return `${name}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Strict${secure}`;
}

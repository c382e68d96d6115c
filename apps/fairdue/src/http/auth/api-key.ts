import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { isScope, type Scope } from "@fairdue/api";
import { type ApiKey, loadApiKey, saveApiKey, type Sql } from "@fairdue/store";
import type { Actor, Authenticate } from "./actor.ts";

/**
 * `fdk_<key id>_<secret>`. The secret is 256 random bits, so that its plain SHA-256 may be stored:
 * a slow hash protects what people choose, and nobody chose this.
 */
const form = /^Bearer fdk_([0-9a-z]{12})_([0-9A-Za-z_-]{43})$/;

/** How long a key that was just seen is believed: a revocation takes effect within this time. */
const rememberedMs = 5_000;

export function apiKeys(sql: Sql, now: () => number): Authenticate {
  const seen = new Map<string, { key: ApiKey; actor: Actor; untilMs: number }>();
  return async (request) => {
    const match = form.exec(request.headers.get("authorization") ?? "");
    const [, keyId, secret] = match ?? [];
    if (keyId === undefined || secret === undefined) return undefined;
    let known = seen.get(keyId);
    if (!known || known.untilMs <= now()) {
      const key = await loadApiKey(sql, keyId);
      if (!key) return undefined;
      known = { key, actor: actorOf(key), untilMs: now() + rememberedMs };
      if (seen.size > 10_000) seen.clear();
      seen.set(keyId, known);
    }
    return timingSafeEqual(known.key.secretHash, hashOf(secret)) ? known.actor : undefined;
  };
}

function actorOf(key: ApiKey): Actor {
  return { actorId: key.actor, scopes: new Set(key.scopes.filter(isScope)), who: { kind: "key" } };
}

function hashOf(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}

/** Makes a key and returns it; it can't be shown again. */
export async function makeApiKey(
  sql: Sql,
  of: { readonly actor: string; readonly scopes: readonly Scope[] },
): Promise<string> {
  const keyId = randomBytes(6).toString("hex");
  const secret = randomBytes(32).toString("base64url");
  await saveApiKey(sql, { keyId, secretHash: hashOf(secret), ...of });
  return `fdk_${keyId}_${secret}`;
}

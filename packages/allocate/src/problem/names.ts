/** Numbers for names given as bytes (UTF-8), exact, for tens of millions of them. */
export type Names = {
  /** The number of this name, from 0; a new name gets the next number. */
  intern(bytes: Uint8Array, from: number, to: number): number;
  readonly count: () => number;
  nameOf(k: number): string;
};

export function makeNames(): Names {
  let pool = new Uint8Array(1024);
  let start = new Float64Array(64);
  let table = new Int32Array(128).fill(-1);
  let count = 0;

  const isSame = (k: number, bytes: Uint8Array, from: number, to: number): boolean => {
    const at = start[k]!;
    if (start[k + 1]! - at !== to - from) return false;
    for (let j = from; j < to; j++) if (pool[at + j - from] !== bytes[j]) return false;
    return true;
  };
  const place = (hash: number): number => hash & (table.length - 1);

  function grow(): void {
    table = new Int32Array(2 * table.length).fill(-1);
    for (let k = 0; k < count; k++) {
      let at = place(hashOf(pool, start[k]!, start[k + 1]!));
      while (table[at] !== -1) at = (at + 1) & (table.length - 1);
      table[at] = k;
    }
  }

  function intern(bytes: Uint8Array, from: number, to: number): number {
    let at = place(hashOf(bytes, from, to));
    for (let k = table[at]!; k !== -1; k = table[at]!) {
      if (isSame(k, bytes, from, to)) return k;
      at = (at + 1) & (table.length - 1);
    }
    const end = start[count]!;
    if (end + to - from > pool.length) pool = enlarged(pool, end + to - from);
    for (let j = from; j < to; j++) pool[end + j - from] = bytes[j]!;
    if (count + 2 > start.length) {
      const more = new Float64Array(Math.ceil(start.length * 1.7));
      more.set(start);
      start = more;
    }
    start[count + 1] = end + to - from;
    table[at] = count;
    count += 1;
    if (2 * count > table.length) grow();
    return count - 1;
  }

  return {
    intern,
    count: () => count,
    nameOf: (k) => decodeUtf8(pool, start[k]!, start[k + 1]!),
  };
}

function enlarged(pool: Uint8Array<ArrayBuffer>, atLeast: number): Uint8Array<ArrayBuffer> {
  const more = new Uint8Array(Math.max(atLeast, Math.ceil(pool.length * 1.7)));
  more.set(pool);
  return more;
}

/** FNV-1a, finished by a multiply so that low bits are mixed. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let j = from; j < to; j++) hash = Math.imul(hash ^ bytes[j]!, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

export function decodeUtf8(bytes: Uint8Array, from: number, to: number): string {
  let text = "";
  for (let j = from; j < to; ) {
    const lead = bytes[j]!;
    const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    let code = length === 1 ? lead : lead & (0xff >> (length + 1));
    for (let k = 1; k < length; k++) code = (code << 6) | ((bytes[j + k] ?? 0) & 0x3f);
    text += String.fromCodePoint(code > 0x10ffff ? 0xfffd : code);
    j += length;
  }
  return text;
}

export function encodeUtf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 0x3f));
    else if (code < 0x10000)
      bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
    else
      bytes.push(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 0x3f),
        0x80 | ((code >> 6) & 0x3f),
        0x80 | (code & 0x3f),
      );
  }
  return Uint8Array.from(bytes);
}

/** A bar on standard error: redrawn in a terminal, one line per tenth elsewhere. */
export type Bar = {
  at(share: number, note?: string): void;
  done(note?: string): void;
};

const width = 28;

export function progressBar(label: string, isQuiet = false): Bar {
  const start = performance.now();
  const isTerminal = process.stderr.isTTY;
  let tenth = -1;
  const seconds = (): string => `${((performance.now() - start) / 1000).toFixed(1)} s`;
  const line = (share: number, note: string): string => {
    const full = Math.round(Math.min(1, share) * width);
    const percent = String(Math.floor(Math.min(1, share) * 100)).padStart(3);
    return `${label.padEnd(9)} ${"█".repeat(full)}${"░".repeat(width - full)} ${percent}%  ${seconds()}${note === "" ? "" : `  ${note}`}`;
  };
  const show = (share: number, note: string): void => {
    if (isQuiet) return;
    if (isTerminal) process.stderr.write(`\r\u001b[K${line(share, note)}`);
    else if (Math.floor(share * 10) > tenth) process.stderr.write(`${line(share, note)}\n`);
    tenth = Math.max(tenth, Math.floor(share * 10));
  };
  return {
    at: (share, note = "") => show(share, note),
    done(note = "") {
      show(1, note);
      if (isTerminal && !isQuiet) process.stderr.write("\n");
    },
  };
}

/** A line that grows with the work; on a pipe, one line at the end of each tenth. */
export type ProgressBar = {
  at(done: number, of: number, note: string): void;
  end(note: string): void;
};

const width = 28;

export function progressBar(title: string, stream: NodeJS.WriteStream): ProgressBar {
  const began = performance.now();
  let shownAt = -1000;
  let tenth = -1;
  const seconds = (): string => `${((performance.now() - began) / 1000).toFixed(0)} s`;
  return {
    at: (done, of, note) => {
      const share = of === 0 ? 1 : done / of;
      if (stream.isTTY) {
        if (performance.now() - shownAt < 100) return;
        shownAt = performance.now();
        const full = Math.round(share * width);
        const bar = "█".repeat(full) + "░".repeat(width - full);
        stream.write(
          `\r\u001b[K${title} ${bar} ${Math.round(100 * share)} %  ${note}  ${seconds()}`,
        );
      } else if (Math.floor(share * 10) > tenth) {
        tenth = Math.floor(share * 10);
        stream.write(`${title} ${tenth * 10} %  ${note}  ${seconds()}\n`);
      }
    },
    end: (note) => {
      stream.write(`${stream.isTTY ? "\r\u001b[K" : ""}${title} ✓ ${note}  ${seconds()}\n`);
    },
  };
}

const REMIND_MS = 15_000;

/** Shows a step when it begins, now and then while it lasts, and when it is done. */
export async function step<T>(label: string, work: (note: (detail: string) => void) => Promise<T>): Promise<T> {
  const startedAt = Date.now();
  const elapsed = (): string => `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
  let detail = "";
  console.log(`… ${label}`);
  const reminder = setInterval(() => {
    console.log(`  … ${label}: ${elapsed()}${detail && `, ${detail}`}`);
  }, REMIND_MS);
  try {
    const result = await work((text) => {
      detail = text;
    });
    console.log(`✓ ${label} (${elapsed()})`);
    return result;
  } finally {
    clearInterval(reminder);
  }
}

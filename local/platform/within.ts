/** The answer, unless it takes longer than the time. @throws `late()`, or that it does; the question itself is not cancelled */
export async function within<T>(
  milliseconds: number,
  answer: Promise<T>,
  late = () => new Error(`no answer within ${milliseconds / 1000} s`),
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), milliseconds);
  });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

/** At most one call in `ms`, and always the last one. */
export function throttle<T>(fn: (value: T) => void, ms: number): (value: T) => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let waiting: T | undefined;
  const run = (): void => {
    timer = waiting === undefined ? null : setTimeout(run, ms);
    if (waiting !== undefined) fn(waiting);
    waiting = undefined;
  };
  return (value) => {
    waiting = value;
    if (!timer) run();
  };
}

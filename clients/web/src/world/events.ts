/** A list of listeners for each name, nothing more. */
export class Events<Map extends object> {
  private readonly listeners = new Map<keyof Map, Set<(value: never) => void>>();

  /** Call `fn` whenever `name` happens; the answer takes it off again. */
  on<K extends keyof Map>(name: K, fn: (value: Map[K]) => void): () => void {
    const set = this.listeners.get(name) ?? new Set();
    this.listeners.set(name, set.add(fn as (value: never) => void));
    return () => void set.delete(fn as (value: never) => void);
  }

  emit<K extends keyof Map>(name: K, value: Map[K]): void {
    for (const fn of [...(this.listeners.get(name) ?? [])]) (fn as (value: Map[K]) => void)(value);
  }
}

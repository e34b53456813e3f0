/** Fetches what is about guides once the first view stands and there is one. */

import type { Guide, GuideHost } from './guide';

export class GuideDoor {
  private guide: Guide | null = null;
  private coming: Promise<Guide> | null = null;

  constructor(private readonly host: GuideHost) {}

  /** The first view stands: look for guides now, and whenever others come. */
  prepare(): void {
    const look = (): void => void (this.host.world.guides.here.length && this.load());
    this.host.world.guides.on('guides', look);
    look();
  }

  open(node: string): void {
    void this.load().then((guide) => guide.open(node));
  }

  press(id: string): void {
    this.guide?.press(id);
  }

  talk(held: boolean): void {
    this.guide?.talk(held);
  }

  escape(): boolean {
    return this.guide?.escape() ?? false;
  }

  unworn(): void {
    this.guide?.unworn();
  }

  update(now: number): void {
    this.guide?.update(now);
  }

  inspect() {
    return this.guide?.inspect() ?? null;
  }

  private load(): Promise<Guide> {
    this.coming ??= import('./guide').then(({ Guide }) => (this.guide = new Guide(this.host)));
    return this.coming;
  }
}

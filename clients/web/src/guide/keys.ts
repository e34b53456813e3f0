/** Keys for guides: G asks the nearest, V held speaks. */

export interface KeyHost {
  ask(): void;
  hold(on: boolean): void;
  /** There is somebody to speak to. */
  ready(): boolean;
}

export function listenForKeys(host: KeyHost): void {
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isField(event.target)) return;
    if (event.code === 'KeyG') {
      event.preventDefault();
      host.ask();
    }
    if (event.code === 'KeyV' && host.ready()) host.hold(true);
  });
  addEventListener('keyup', (event) => event.code === 'KeyV' && host.hold(false));
  addEventListener('blur', () => host.hold(false));
}

export const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

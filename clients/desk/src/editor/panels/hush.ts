/** Keys that are pressed in a dialogue are not the editor's; leaving it by Escape or Tab stays. */
export function hush(event: KeyboardEvent): void {
  if (event.key !== 'Escape' && event.key !== 'Tab') event.stopPropagation();
}

/** Turns an exhibit on its plinth, for everybody. */

import { t } from '../i18n';
import { el } from './dom';
import { throttle } from './throttle';

const SEND_MS = 90;
const DEGREE = Math.PI / 180;

export class TurnControl {
  readonly root: HTMLElement;
  private readonly slider: HTMLInputElement;
  private readonly value = el('output', { class: 'turn-value' });
  private dragging = false;

  constructor(turn: (radians: number) => void) {
    this.slider = el('input', {
      class: 'turn', attrs: { type: 'range', min: '-180', max: '180', step: '1', 'aria-label': t('card.turn') },
    });
    const send = throttle((degrees: number) => turn(degrees * DEGREE), SEND_MS);
    this.slider.addEventListener('input', () => {
      this.dragging = true;
      this.write(Number(this.slider.value));
      send(Number(this.slider.value));
    });
    this.slider.addEventListener('change', () => (this.dragging = false));
    this.root = el('div', { class: 'control' },
      el('h3', {}, el('span', { text: t('card.turn') }), this.value),
      el('div', { class: 'control-row' }, this.slider));
  }

  /** Show what the world says, unless a hand is on the slider. */
  show(radians: number): void {
    if (!this.dragging) this.write(Math.round(wrapped(radians) / DEGREE));
  }

  private write(degrees: number): void {
    this.slider.value = String(degrees);
    this.slider.style.setProperty('--at', String((degrees + 180) / 360));
    this.value.textContent = `${degrees}°`;
  }
}

/** An angle between minus half a turn and half a turn. */
function wrapped(radians: number): number {
  return Math.atan2(Math.sin(radians), Math.cos(radians));
}

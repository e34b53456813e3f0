/** What kind of device this is, as far as it changes the page. */

const agent = navigator.userAgent;

/** A headset's own browser: text far away on a virtual screen wants to be bigger. */
export const inHeadset = /OculusBrowser|Quest|PICO|Pico|VisionOS|Wolvic/i.test(agent);
/** WeChat's in-app browser. */
export const inWeChat = /MicroMessenger/i.test(agent);
/** Fingers are the main pointer. */
export const isTouch =
  !inHeadset && (matchMedia('(pointer: coarse)').matches || new URLSearchParams(location.search).has('touch'));

/** A short word for the server's figures. */
export const agentWord = (): string =>
  `web ${inHeadset ? 'headset' : isTouch ? 'touch' : 'desktop'}${inWeChat ? ' wechat' : ''}`;

/** Tell the style sheet. */
export function markDevice(): void {
  const { classList, style } = document.documentElement;
  classList.toggle('touch', isTouch);
  classList.toggle('headset', inHeadset);
  if (inHeadset) style.setProperty('--unit', '1.25');
}

/** Whether trying to draw in three dimensions makes sense; `?plain` says no. */
export function canDraw(): boolean {
  if (new URLSearchParams(location.search).has('plain')) return false;
  return typeof WebGL2RenderingContext === 'function';
}

/** What a preview says when it cannot show something. */

import type { Language, Localised } from '../world/scene';
import { localise } from '../world/scene';
import { PreviewError } from './api';

const WORDS: Record<PreviewError['code'], Localised> = {
  no_webgl: {
    zh: '此浏览器无法显示三维画面（没有 WebGL 2）。请换用新版 Chrome、Edge、Safari 或 Firefox，或打开硬件加速。',
    en: 'This browser cannot draw in three dimensions (no WebGL 2). Use a current Chrome, Edge, Safari or Firefox, or switch hardware acceleration on.',
  },
  unreadable: {
    zh: '这个文件无法显示：{why}',
    en: 'This file cannot be shown: {why}',
  },
  not_fetched: {
    zh: '模型没有取到，请检查网络后再试。（{why}）',
    en: 'The model could not be fetched. Check the network and try again. ({why})',
  },
  empty: {
    zh: '这个文件里没有可以显示的形体。',
    en: 'There is nothing to see in this file.',
  },
};

/** The error of this code in the person's language. */
export function trouble(code: PreviewError['code'], lang: Language, why: unknown = ''): PreviewError {
  const reason = why instanceof Error ? why.message : String(why);
  return new PreviewError(code, localise(WORDS[code], lang).replace('{why}', reason));
}

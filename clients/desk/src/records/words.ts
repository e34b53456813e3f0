/** Words that come from the server in both languages. */

import { lang } from '@/i18n';

/** In the reader's language; English begins with a capital, as a line of a list does. */
export function said({ zh, en }: { zh: string; en: string }): string {
  return lang() === 'en' ? en.charAt(0).toUpperCase() + en.slice(1) : zh;
}

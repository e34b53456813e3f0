import type { editor as chinese } from '../zh/editor';

/** Words of the scene editor, in English. */
export const editor: Record<keyof typeof chinese, string> = {
};

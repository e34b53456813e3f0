/** Words of the scene editor, in Chinese. */
export const editor = {
} as const;

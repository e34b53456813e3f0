/** The six ways to move a step: right, up, away. */
export const NUDGES = {
  'go-left': [-1, 0, 0], 'go-right': [1, 0, 0], 'go-away': [0, 0, 1], 'go-near': [0, 0, -1], 'go-up': [0, 1, 0], 'go-down': [0, -1, 0],
} as const;

/** Trying a guide: questions one after the other, each with what came before it. */

import type { ActionPiece, ClausePiece, FinishPiece, Trial, TrialBody } from '@/api/guides';

export interface Tried {
  key: number;
  question: string;
  trial: Trial | null;
  trouble: unknown;
}

/** The server remembers no more than these; neither does a trial. */
export const MOST_HISTORY = 12;

export const clausesOf = (trial: Trial): ClausePiece[] => trial.pieces.filter((one): one is ClausePiece => one.type === 'clause');
export const actionsOf = (trial: Trial): ActionPiece[] => trial.pieces.filter((one): one is ActionPiece => one.type === 'action');
export const finishOf = (trial: Trial): FinishPiece | null => trial.pieces.findLast((one): one is FinishPiece => one.type === 'finish') ?? null;
export const answerOf = (trial: Trial): string => clausesOf(trial).map(({ text }) => text).join('');

/** What was asked and answered before, as a brain is told of it. */
export const historyOf = (tried: readonly Tried[]): TrialBody['history'] => tried
  .flatMap(({ question, trial }) => (trial ? [{ question, answer: answerOf(trial), citations: clausesOf(trial).flatMap(({ citations }) => citations) }] : []))
  .slice(-MOST_HISTORY);

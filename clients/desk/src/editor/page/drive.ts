/** Carries out the editor's commands, from keys and from buttons alike. */

import { NUDGES } from './nudges';
import type { Core } from '../core/editor';
import type { ViewName } from '../core/types';
import type { Command } from './keys';

const FINE = 0.2;
const VIEW_SHARE = 0.08;
const ZOOM = 1.25;

export interface Pace {
  /** A tenth of the step. */
  fine?: boolean;
  /** Turn the view rather than move it. */
  turning?: boolean;
}

/** Do it; false when there was nothing to do. */
export function drive(editor: Core, command: Command, pace: Pace = {}): boolean {
  const ids = editor.selection.value;
  switch (command) {
    case 'select': case 'move': case 'turn': case 'scale':
      editor.tool.value = command;
      return true;
    case 'snap':
      editor.snap.on.value = !editor.snap.on.value;
      return true;
    case 'focus': return done(editor.view.focus(ids));
    case 'undo': return done(editor.undo());
    case 'redo': return done(editor.redo());
    case 'copy': return ids.length > 0 && done(editor.copy());
    case 'cut': return ids.length > 0 && done(editor.cut());
    case 'paste': return done(editor.paste());
    case 'duplicate': return ids.length > 0 && done(editor.duplicate(ids));
    case 'group': return ids.length > 0 && done(editor.group(ids));
    case 'ungroup': return ids.length > 0 && done(editor.ungroup(ids));
    case 'remove': return (editor.bench?.removeCorner() ?? false) || (ids.length > 0 && done(editor.remove(ids)));
    case 'all': return done(editor.select(Object.keys(editor.scene.value?.nodes ?? {})));
    case 'escape': return escape(editor);
    case 'nearer': return done(editor.bench?.zoom(1 / ZOOM));
    case 'farther': return done(editor.bench?.zoom(ZOOM));
    case 'top': case 'front': case 'right': case 'person': return done(editor.view.from(command satisfies ViewName));
    case 'help': return false;
    default: return go(editor, command, pace);
  }
}

/** It was done, whatever it was. */
const done = (...acts: unknown[]): boolean => acts.length > 0;

/** A drag is given up first, then a tool, then the selection. */
function escape(editor: Core): boolean {
  if (editor.bench?.escape()) return true;
  if (editor.selection.value.length) return done(editor.select([]));
  if (editor.tool.value === 'select') return false;
  editor.tool.value = 'select';
  return true;
}

/** Arrow keys move what is selected, else the view. */
function go(editor: Core, command: keyof typeof NUDGES, { fine, turning }: Pace): boolean {
  const { bench } = editor, [right, up, away] = NUDGES[command];
  if (!bench) return false;
  if (turning) return done(bench.orbit(right, away + up));
  if (!editor.selection.value.length) return done(bench.pan(right * VIEW_SHARE * 12, away * VIEW_SHARE * 12));
  const step = editor.snap.step.value * (fine ? FINE : 1);
  const axes = bench.compass();
  const by = [0, 1, 2].map((axis) => (axes.right[axis]! * right + axes.away[axis]! * away) * step + (axis === 1 ? up * step : 0));
  return done(editor.nudge(by as [number, number, number]));
}

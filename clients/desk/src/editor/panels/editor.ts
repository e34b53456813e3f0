/** The editor that a panel belongs to. */

export { useEditor } from '../core/use';

/** The world that the canvas draws: the layer that one works on, brought up to date once a frame. */

import type { JoinedMessage } from '@web/wire';
import { World } from '@web/world/world';

import { difference } from './document';
import type { SceneDoc } from './types';

export class Shown {
  readonly world = new World();
  private doc: SceneDoc | null = null;
  private revision = 0;

  /** A hall was entered: draw it from nothing. */
  enter(joined: JoinedMessage, doc: SceneDoc): void {
    this.doc = doc;
    this.revision = joined.revision;
    const scene = structuredClone(doc) as unknown as Record<string, unknown>;
    this.world.apply({ ...joined, scene, shared: {}, patches: null, resumed: false, people: [] });
  }

  /** Draw this from now on. */
  show(doc: SceneDoc): void {
    if (!this.doc || this.doc === doc) return;
    const ops = difference(this.doc, doc);
    this.doc = doc;
    if (!ops.length) return;
    this.revision += 1;
    this.world.apply({
      t: 'patch', hall: doc.hall.id, revision: this.revision, layer: 'published', ops, author: '', number: 0,
    });
  }
}

import { Group, Scene, Vector3 } from 'three';
import { beforeEach, describe, expect, it } from 'vitest';

import type { Wardrobe } from '../../../src/stage/materials/dress';
import type { Template } from '../../../src/stage/stream/template';
import type { StreamClient, Streamer } from '../../../src/stage/stream/streamer';
import { SceneView } from '../../../src/stage/view/sceneview';
import type { Operation } from '../../../src/wire';
import { World } from '../../../src/world/world';
import type { Model, SceneNode } from '../../../src/world/scene';
import { hall, joined, node } from '../../make';

const MODEL: Model = {
  levels: [{ asset: 'a', bytes: 1, triangles: 1, error: 0 }], bounds: { min: [-1, 0, -1], max: [1, 2, 1] },
  color: [1, 1, 1], clips: [], variants: [], parts: 0, role: 'exhibit',
};

let world: World, view: SceneView, clients: Map<string, StreamClient>;

function enter(nodes: Record<string, SceneNode>): void {
  world = new World();
  clients = new Map();
  const streamer = {
    add: (client: StreamClient) => void clients.set(client.id, client),
    remove: (id: string) => void clients.delete(id),
  };
  view = new SceneView(new Scene(), world, streamer as unknown as Streamer, {} as Wardrobe);
  world.on('hall', () => view.rebuild());
  world.on('nodes', (changes) => view.follow(changes));
  world.apply(joined({ scene: { hall: hall(), nodes } as unknown as Record<string, unknown> }));
}

function patch(...ops: Operation[]): void {
  world.apply({ t: 'patch', number: 0, hall: 'hall', revision: world.revision + 1, layer: 'published', author: '', ops });
}

const at = (id: string): number[] =>
  new Vector3().setFromMatrixPosition(view.entries.get(id)!.group.matrixWorld).toArray();

beforeEach(() => enter({
  plinth: node({ kind: 'plinth', translation: [2, 0, 0] }),
  thing: node({ kind: 'exhibit', parent: 'plinth', translation: [0, 1, 0], model: MODEL }),
}));

describe('the scene on the stage', () => {
  it('hangs children below parents, whatever order they come in', () => {
    enter({ child: node({ parent: 'root', translation: [0, 1, 0] }), root: node({ translation: [5, 0, 0] }) });
    expect(at('child')).toEqual([5, 1, 0]);
  });

  it('moves a node and what stands on it', () => {
    patch({ op: 'set', path: '/nodes/plinth/translation', value: [7, 0, 0] });
    expect(at('thing')).toEqual([7, 1, 0]);
  });

  it('follows the shared layer over the published one, and back', () => {
    world.apply({ t: 'patch', number: 0, hall: 'hall', revision: 4, layer: 'shared', author: '', ops: [{ op: 'set', path: '/nodes/plinth/translation', value: [0, 0, 9] }] });
    expect(at('thing')).toEqual([0, 1, 9]);
    world.apply({ t: 'patch', number: 0, hall: 'hall', revision: 5, layer: 'shared', author: '', ops: [{ op: 'unset', path: '/nodes/plinth/translation' }] });
    expect(at('thing')).toEqual([2, 1, 0]);
  });

  it('adds, re-parents and removes late', () => {
    patch({ op: 'add', path: '/nodes/other', value: node({ translation: [0, 0, 3], model: MODEL, kind: 'model' }) });
    expect([...clients.keys()]).toEqual(['thing', 'other']);
    patch({ op: 'set', path: '/nodes/thing/parent', value: 'other' });
    expect(at('thing')).toEqual([0, 1, 3]);
    patch({ op: 'remove', path: '/nodes/other' });
    expect([...view.entries.keys()]).toEqual(['plinth']);
    expect([...clients.keys()]).toEqual([]);
  });

  it('stands a node at the root while its parent is unknown, and hangs it when the parent comes', () => {
    patch({ op: 'add', path: '/nodes/late', value: node({ parent: 'coming', translation: [1, 0, 0] }) });
    expect(at('late')).toEqual([1, 0, 0]);
    patch({ op: 'add', path: '/nodes/coming', value: node({ translation: [0, 4, 0] }) });
    expect(at('late')).toEqual([1, 4, 0]);
  });

  it('never hangs a node below itself', () => {
    patch({ op: 'set', path: '/nodes/plinth/parent', value: 'thing' });
    expect(view.entries.get('plinth')!.group.parent).toBe(view.root);
  });

  it('leaves out what is hidden, by itself or by its parent', () => {
    patch({ op: 'set', path: '/nodes/plinth/visible', value: false });
    expect([...view.ofKind('exhibit')]).toEqual([]);
    patch({ op: 'set', path: '/nodes/plinth/visible', value: true });
    expect([...view.ofKind('exhibit')].map(({ id }) => id)).toEqual(['thing']);
  });

  it('counts every change, for what is drawn in batches', () => {
    const before = view.version;
    patch({ op: 'set', path: '/nodes/thing/name', value: { zh: '新', en: 'new' } });
    expect(view.version).toBeGreaterThan(before);
  });

  it('tells the streamer where a model is and when it must be fine', () => {
    expect(clients.get('thing')!.place().center).toEqual([2, 2, 0]);
    expect(clients.get('thing')!.pinned).toBe(false);
    patch({ op: 'set', path: '/nodes/thing/explode', value: 0.5 });
    expect(clients.get('thing')!.pinned).toBe(true);
  });

  it('begins anew with another hall', () => {
    world.apply(joined({ scene: { hall: hall(), nodes: { lone: node() } } as unknown as Record<string, unknown> }));
    expect([...view.entries.keys()]).toEqual(['lone']);
    expect(clients.size).toBe(0);
  });
});

describe('another revision of an exhibit', () => {
  const NEXT: Model = { ...MODEL, levels: [{ asset: 'b', bytes: 1, triangles: 1, error: 0 }] };
  const publish = (): void => patch(
    { op: 'set', path: '/nodes/thing/model', value: NEXT },
    { op: 'set', path: '/nodes/thing/translation', value: [0, 3, 0] },
    { op: 'set', path: '/nodes/thing/exhibit', value: { id: 'fox', revision: 2 } },
  );
  const template = { clips: [], slots: [], restSlots: [], rest: null, root: new Group() } as unknown as Template;
  const show = (): void => clients.get('thing')!.show(0, template, new Group());

  it('keeps what is on show, where it is, until the new one can be shown', () => {
    show();
    const { placed } = view.entries.get('thing')!.model!;
    publish();
    expect(view.entries.get('thing')!.model!.placed).toBe(placed);
    expect(at('thing')).toEqual([2, 1, 0]);
    expect(clients.get('thing')!.model).toEqual(NEXT);
  });

  it('takes over shape and place in one step', () => {
    show();
    const { placed } = view.entries.get('thing')!.model!;
    publish();
    show();
    expect(view.entries.get('thing')!.model!.placed).not.toBe(placed);
    expect(at('thing')).toEqual([2, 3, 0]);
    expect(view.entries.get('thing')!.group.children).toHaveLength(1);
  });

  it('waits for nothing where nothing is on show yet', () => {
    publish();
    expect(at('thing')).toEqual([2, 3, 0]);
  });

  it('moves at once what is only moved', () => {
    show();
    patch({ op: 'set', path: '/nodes/thing/translation', value: [0, 5, 0] });
    expect(at('thing')).toEqual([2, 5, 0]);
  });
});

import { beforeAll, expect, test, vi } from 'vitest';

import { Connection, type Pass, type Status } from '../../src/net/connection';
import { WireError } from '../../src/net/requests';
import { createViewer } from '../../src/world/viewer';
import { World } from '../../src/world/world';
import { encodeBody } from '../../src/world/pose-codec';
import { joined, pose } from '../make';
import { FakeSurroundings } from './fake-socket';

beforeAll(() => void vi.stubGlobal('WebSocket', { CONNECTING: 0, OPEN: 1 }));

function visit(pass: Pass | null = null, unseen = false) {
  const outside = new FakeSurroundings();
  const world = new World();
  const viewer = createViewer();
  const me = { name: '甲', body: { color: '#123456', figure: 'plain' as const }, lang: 'zh-CN' as const, agent: 'test', measure: false };
  const connection = new Connection('ws://park/live', world, viewer, () => me, outside, pass, unseen);
  const statuses: Status[] = [];
  connection.on('status', ({ status }) => statuses.push(status));
  return { outside, world, viewer, connection, statuses };
}

/** A visit that is in the hall. */
async function inside() {
  const all = visit();
  const entered = all.connection.join('hall');
  all.outside.socket.open();
  all.outside.socket.tell({ t: 'hello', version: 1, oldest: 1, time: 50, connection: 'c1' });
  all.outside.socket.tell(joined());
  await entered;
  all.viewer.hall = 'hall';
  return all;
}

/** A presence frame in which everybody of these stands at the origin. */
function heads(ids: number[]): Uint8Array {
  const bytes = new Uint8Array(12 + ids.length * 14);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, 2);
  view.setUint16(4, ids.length, true);
  view.setUint16(6, ids.length, true);
  ids.forEach((id, i) => {
    view.setUint16(12 + i * 14, id, true);
    encodeBody(pose([0, 1.6, 0]), bytes, 14 + i * 14);
  });
  return bytes;
}

test('auth and join are said in one breath', () => {
  const { outside, connection } = visit();
  void connection.join('hall', 'door');
  outside.socket.open();
  expect(outside.socket.said.slice(0, 2)).toMatchObject([
    { t: 'auth', version: 1, name: '甲', lang: 'zh-CN' },
    { t: 'join', hall: 'hall', spawn: 'door', resume: null },
  ]);
});

test('joining resolves when the hall is there', async () => {
  const { connection, world, statuses } = await inside();
  expect(connection.status).toBe('online');
  expect(statuses).toEqual(['online']);
  expect(world.hall?.id).toBe('hall');
});

test('a cut connection comes back with its ticket, epoch and revision', async () => {
  const { outside, world, connection, statuses } = await inside();
  world.apply({ t: 'patch', number: 0, hall: 'hall', revision: 5, layer: 'published', ops: [], author: '' });
  outside.socket.cut();
  expect(connection.status).toBe('reconnecting');
  outside.pass(20_000);
  outside.socket.open();
  expect(outside.sockets).toHaveLength(2);
  expect(outside.socket.heard('join')).toMatchObject([
    { hall: 'hall', resume: { ticket: 'ticket', epoch: 'e1', revision: 5 } },
  ]);
  outside.socket.tell(joined({ scene: null, shared: null, resumed: true, patches: [], revision: 5 }));
  expect(statuses.at(-1)).toBe('online');
});

test('attempts wait longer each time, and not at all when hurried', async () => {
  const { outside, connection } = await inside();
  const tries: number[] = [];
  outside.socket.cut();
  for (let i = 0; i < 200; i++) {
    outside.pass(250);
    if (outside.socket.readyState === 0 && outside.socket.onclose) {
      tries.push(outside.now());
      outside.socket.cut();
    }
  }
  const waits = tries.slice(1).map((at, i) => at - tries[i]!);
  expect(waits.at(-1)).toBeGreaterThan(waits[0]! * 4);
  expect(Math.max(...waits)).toBeLessThanOrEqual(15_250);
  const before = outside.sockets.length;
  connection.hurry();
  expect(outside.sockets.length).toBe(before + 1);
});

test('a device without a network waits for it', async () => {
  const { outside, connection } = await inside();
  outside.connected = false;
  outside.socket.cut();
  expect(connection.status).toBe('offline');
  outside.connected = true;
  connection.hurry();
  expect(outside.sockets).toHaveLength(2);
});

test('a silent server is left for a new connection', async () => {
  const { outside, connection } = await inside();
  outside.pass(21_000);
  expect(connection.status).toBe('reconnecting');
});

test('an edit settles with its own answer', async () => {
  const { outside, connection } = await inside();
  const edit = connection.edit('shared', [{ op: 'set', path: '/nodes/a/explode', value: 1 }]);
  const [said] = outside.socket.heard('edit');
  expect(said).toMatchObject({ layer: 'shared', base: 3 });
  outside.socket.tell({ t: 'done', id: (said as { id: number }).id, revision: 4 });
  await expect(edit).resolves.toBe(4);
});

test('a refused request rejects with its code', async () => {
  const { outside, connection } = await inside();
  const edit = connection.edit('shared', []);
  const { id } = outside.socket.heard('edit')[0] as { id: number };
  outside.socket.tell({ t: 'error', code: 'stale', message: '旧了', details: [], request_id: 'r', id });
  await expect(edit).rejects.toMatchObject({ code: 'stale', message: '旧了', requestId: 'r' });
});

test('requests under way are told when the connection breaks', async () => {
  const { outside, connection } = await inside();
  const way = connection.path([0, 0, 0], [1, 0, 0]);
  outside.socket.cut();
  await expect(way).rejects.toMatchObject({ code: 'disconnected' });
});

test('a hall that does not let one in refuses the first join', async () => {
  const { outside, connection } = visit();
  const entered = connection.join('hall');
  outside.socket.open();
  outside.socket.tell({ t: 'error', code: 'hall_closed', message: '未开放', details: [], request_id: 'r', id: null });
  await expect(entered).rejects.toBeInstanceOf(WireError);
  expect(connection.status).toBe('refused');
});

test('another hall that refuses leaves one where one was', async () => {
  const { outside, connection } = await inside();
  const entered = connection.join('next');
  outside.socket.tell({ t: 'error', code: 'hall_closed', message: '未开放', details: [], request_id: 'r', id: null });
  await expect(entered).rejects.toMatchObject({ code: 'hall_closed' });
  expect(connection.status).toBe('online');
  outside.socket.cut();
  outside.pass(20_000);
  outside.socket.open();
  expect(outside.socket.heard('join')).toMatchObject([{ hall: 'hall', resume: { ticket: 'ticket' } }]);
});

test('a resume that is refused becomes a plain join', async () => {
  const { outside } = await inside();
  outside.socket.cut();
  outside.pass(20_000);
  outside.socket.open();
  outside.socket.tell({ t: 'error', code: 'ticket_unknown', message: '', details: [], request_id: 'r', id: null });
  expect(outside.socket.heard('join').at(-1)).toMatchObject({ hall: 'hall', resume: null });
});

test('moved leads to the other hall', async () => {
  const { outside } = await inside();
  outside.socket.tell({ t: 'moved', hall: 'next', code: 'hall_closed', message: '' });
  expect(outside.socket.heard('join').at(-1)).toMatchObject({ hall: 'next', resume: null });
});

test('after a farewell that forbids it there is no coming back', async () => {
  const { outside, connection } = await inside();
  outside.socket.tell({ t: 'bye', code: 'connection_replaced', message: '已在别处打开' });
  outside.socket.cut();
  expect(connection.status).toBe('ended');
  outside.pass(60_000);
  expect(outside.sockets).toHaveLength(1);
});

test('poses go at the hall\'s rate while moving and every two seconds while still', async () => {
  const { outside, connection, viewer } = await inside();
  const frames = (seconds: number, move: number): number => {
    const before = outside.socket.poses.length;
    for (let i = 0; i < seconds * 60; i++) {
      viewer.feet[0] += move;
      outside.pass(1000 / 60);
      connection.update();
      if (i % 120 === 0) outside.socket.tell({ t: 'pong', at: outside.now(), time: 51 });
    }
    return outside.socket.poses.length - before;
  };
  expect(frames(2, 0.05)).toBeGreaterThan(28);
  expect(frames(2, 0.05)).toBeLessThan(42);
  frames(1, 0);
  expect(frames(6, 0)).toBe(3);
});

test('a jump is told at once', async () => {
  const { outside, connection, viewer } = await inside();
  connection.update();
  outside.pass(40);
  const before = outside.socket.poses.length;
  viewer.jumps += 1;
  connection.update();
  expect(outside.socket.poses.length).toBe(before + 1);
});

test('a reader that lags gets no more poses from us', async () => {
  const { outside, connection, viewer } = await inside();
  outside.socket.bufferedAmount = 100_000;
  viewer.feet[0] = 5;
  outside.pass(100);
  connection.update();
  expect(outside.socket.poses).toHaveLength(0);
});

test('everybody who is met is asked about, also when they are very many', async () => {
  const { outside, world } = await inside();
  const ids = Array.from({ length: 1300 }, (_, i) => 100 + i);
  world.applyPresence(heads(ids), 0);
  outside.pass(1000);
  const asked = outside.socket.heard('who').map((message) => (message as { ids: number[] }).ids);
  expect(asked.flat().sort((a, b) => a - b)).toEqual(ids);
  expect(Math.max(...asked.map(({ length }) => length))).toBeLessThanOrEqual(512);
});

test('when one is sent on to a hall that refuses, one is nowhere, and told so', async () => {
  const { outside, connection, statuses } = await inside();
  const told = new Promise((resolve) => connection.on('error', ({ code }) => resolve(code)));
  outside.socket.tell({ t: 'moved', hall: 'next', code: 'hall_closed', message: '' });
  outside.socket.tell({ t: 'error', code: 'hall_full', message: '满了', details: [], request_id: 'r', id: null });
  expect(connection.status).toBe('refused');
  expect(statuses.at(-1)).toBe('refused');
  await expect(told).resolves.toBe('hall_full');
});

test('a patch that was missed comes with the resume, and nothing is taken twice', async () => {
  const { outside, world } = await inside();
  const set = (revision: number, value: number) => ({
    t: 'patch' as const, number: 0, hall: 'hall', revision, layer: 'shared' as const, author: '',
    ops: [{ op: 'set' as const, path: '/nodes/a/explode', value }],
  });
  outside.socket.tell(set(4, 0.5));
  outside.socket.cut();
  outside.pass(20_000);
  outside.socket.open();
  outside.socket.tell(joined({ scene: null, shared: null, resumed: true, patches: [set(5, 0.75), set(6, 1)], revision: 6 }));
  expect(world.value('a', 'explode')).toBe(1);
  expect(world.revision).toBe(6);
});

test('a hall that began a new life meanwhile is taken in whole', async () => {
  const { outside, world } = await inside();
  outside.socket.cut();
  outside.pass(20_000);
  outside.socket.open();
  outside.socket.tell(joined({ epoch: 'e2', revision: 1, shared: { '/nodes/a/explode': 1 }, you: 3 }));
  expect([world.epoch, world.revision, world.me, world.value('a', 'explode')]).toEqual(['e2', 1, 3, 1]);
  outside.socket.cut();
  outside.pass(20_000);
  outside.socket.open();
  expect(outside.socket.heard('join')).toMatchObject([{ resume: { epoch: 'e2', revision: 1 } }]);
});

test('a cut in the middle of entering another hall ends there, not where one was', async () => {
  const { outside, connection } = await inside();
  const entered = connection.join('next', 'door');
  outside.socket.cut();
  outside.pass(20_000);
  outside.socket.open();
  expect(outside.socket.heard('join')).toMatchObject([{ hall: 'next', spawn: 'door', resume: null }]);
  outside.socket.tell(joined({ hall: 'next' }));
  await expect(entered).resolves.toMatchObject({ hall: 'next' });
});

test('a second wish to enter replaces the first, whose late answer is not heeded', async () => {
  const { outside, connection, world } = await inside();
  const first = connection.join('one');
  const second = connection.join('two');
  await expect(first).rejects.toMatchObject({ code: 'superseded' });
  outside.socket.tell(joined({ hall: 'one', revision: 70 }));
  expect(world.revision).toBe(3);
  outside.socket.tell(joined({ hall: 'two', revision: 80 }));
  await expect(second).resolves.toMatchObject({ hall: 'two' });
});

test('the socket that was given up is heard no more', async () => {
  const { outside, world, connection } = await inside();
  const old = outside.socket;
  const { onmessage } = old;
  outside.pass(21_000);
  expect(old.onmessage).toBeNull();
  expect(onmessage).not.toBeNull();
  old.cut();
  expect(connection.status).toBe('reconnecting');
  expect(world.hall?.id).toBe('hall');
});

test('leaving for good closes the socket and wakes no timer', async () => {
  const { outside, connection, statuses } = await inside();
  const { socket } = outside;
  connection.close();
  outside.pass(120_000);
  expect(socket.readyState).toBe(3);
  expect(outside.sockets).toHaveLength(1);
  expect(statuses).toEqual(['online', 'ended']);
});

test('nothing is edited or asked while there is no line', async () => {
  const { outside, connection } = await inside();
  outside.socket.cut();
  await expect(connection.edit('shared', [])).rejects.toMatchObject({ code: 'offline' });
  await expect(connection.sit(null)).rejects.toMatchObject({ code: 'offline' });
});

test('a refusal that answers nothing is passed on, and changes nothing', async () => {
  const { outside, connection } = await inside();
  const heard: string[] = [];
  connection.on('error', ({ code }) => heard.push(code));
  outside.socket.tell({ t: 'error', code: 'pose_invalid', message: '', details: [], request_id: 'r', id: null });
  expect(heard).toEqual(['pose_invalid']);
  expect(connection.status).toBe('online');
});

test('frames of kinds that are not known yet are passed over', async () => {
  const { outside, connection } = await inside();
  for (const first of [0x00, 0x03, 0x0f]) {
    outside.socket.onmessage!({ data: new Uint8Array([first, 1, 2, 3]).buffer });
  }
  expect(connection.status).toBe('online');
});

test('time is the server\'s, as the quickest ping tells it', async () => {
  const { outside, connection } = await inside();
  outside.pass(500);
  const [ping] = outside.socket.heard('ping').slice(-1) as { at: number }[];
  outside.pass(20);
  outside.socket.tell({ t: 'pong', at: ping!.at, time: 1000 });
  const sent = (outside.now() + ping!.at) / 2;
  expect(connection.serverNow()).toBeCloseTo(1000 + (outside.now() - sent) / 1000, 2);
});

test('one who changes name or look tells it at once', async () => {
  const { outside, connection } = await inside();
  connection.introduce();
  expect(outside.socket.heard('me')).toMatchObject([{ name: '甲', lang: 'zh-CN', body: { color: '#123456' } }]);
});

test('no poses are sent from a hall one is not in yet', async () => {
  const { outside, connection, viewer } = await inside();
  viewer.hall = 'elsewhere';
  outside.pass(3000);
  connection.update();
  expect(outside.socket.poses).toHaveLength(0);
});

test('a tab whose timers sleep for a minute is not taken for a dead line', async () => {
  const { outside, connection } = await inside();
  const sleep = (): void => {
    const at = outside.socket.heard('ping').length;
    outside.pass(6000);
    expect(outside.socket.heard('ping').length).toBeGreaterThan(at);
    outside.socket.tell({ t: 'pong', at: 0, time: 51 });
    outside.skip(60_000);
  };
  for (let i = 0; i < 4; i++) sleep();
  outside.pass(1);
  expect(connection.status).toBe('online');
  expect(outside.sockets).toHaveLength(1);
});

test('strangers are asked about together, not frame by frame', async () => {
  const { outside, world } = await inside();
  const frame = (id: number): Uint8Array => {
    const bytes = new Uint8Array(26);
    const view = new DataView(bytes.buffer);
    view.setUint8(0, 2);
    view.setUint16(4, 1, true);
    view.setUint16(12, id, true);
    return bytes;
  };
  for (const id of [11, 12, 13]) world.applyPresence(frame(id), 0);
  outside.pass(300);
  expect(outside.socket.heard('who')).toEqual([{ t: 'who', ids: [11, 12, 13] }]);
});

test('whoever proves who they are joins with a fresh pass each time', async () => {
  let count = 0;
  const { outside, connection } = visit(async (hall) => `${hall}-${(count += 1)}`);
  void connection.join('hall');
  outside.socket.open();
  expect(outside.socket.heard('join')).toEqual([]);
  await vi.waitFor(() => expect(outside.socket.heard('join')).toMatchObject([{ hall: 'hall', ticket: 'hall-1' }]));
  outside.socket.tell(joined());
  outside.socket.cut();
  outside.pass(20_000);
  outside.socket.open();
  await vi.waitFor(() => expect(outside.socket.heard('join')).toMatchObject([{ ticket: 'hall-2', resume: { ticket: 'ticket' } }]));
});

test('a pass that is refused ends the attempt; one that cannot be fetched is asked for again', async () => {
  const refused = visit(() => Promise.reject(new WireError('visitor_blocked', 'no')));
  const entering = refused.connection.join('hall');
  refused.outside.socket.open();
  await expect(entering).rejects.toMatchObject({ code: 'visitor_blocked' });
  expect(refused.statuses).toEqual(['refused']);
  const away = visit(() => Promise.reject(new TypeError('no line')));
  void away.connection.join('hall');
  away.outside.socket.open();
  await vi.waitFor(() => expect(away.statuses).toEqual(['connecting']));
  away.outside.pass(20_000);
  expect(away.outside.sockets).toHaveLength(2);
});

test('the draft is followed, and undone, over the same line', async () => {
  const { outside, world, connection } = await inside();
  const heard = vi.spyOn(world, 'apply');
  const watching = connection.watch();
  const [asked] = outside.socket.heard('watch') as { id: number }[];
  outside.socket.tell({ t: 'drafted', id: asked!.id, number: 3, base: 1, ops: [], aside: [] });
  expect(await watching).toMatchObject({ number: 3 });
  expect(heard).toHaveBeenCalledWith(expect.objectContaining({ t: 'drafted' }));
  void connection.undo('draft', true);
  connection.select(['a']);
  expect(outside.socket.heard('undo')).toMatchObject([{ layer: 'draft', anyway: true }]);
  expect(outside.socket.heard('select')).toMatchObject([{ nodes: ['a'] }]);
});

test('a visitor passes at once, without a ticket; rights and notices are told', () => {
  const { outside, connection } = visit(() => null);
  const told: unknown[] = [];
  connection.on('rights', ({ role }) => told.push(role));
  connection.on('notice', ({ message }) => told.push(message));
  void connection.join('hall');
  outside.socket.open();
  expect(outside.socket.heard('join')).toMatchObject([{ hall: 'hall' }]);
  expect(outside.socket.heard('join')[0]).not.toHaveProperty('ticket');
  outside.socket.tell(joined());
  outside.socket.tell({ t: 'rights', role: 'host', may: ['scene.read'] });
  outside.socket.tell({ t: 'notice', code: 'muted', message: '已被静音', level: 'warning' });
  expect([told, connection.role]).toEqual([['host', '已被静音'], 'host']);
});

test('whoever is signed out comes back as a visitor; whoever signs in joins anew where they stand', async () => {
  let ticket: string | null = 'mine';
  const { outside, connection, statuses } = visit(() => (ticket ? Promise.resolve(ticket) : null));
  const lost = vi.fn();
  connection.on('lost', lost);
  void connection.join('hall');
  outside.socket.open();
  await vi.waitFor(() => expect(outside.socket.heard('join')).toMatchObject([{ ticket: 'mine' }]));
  outside.socket.tell(joined());
  ticket = null;
  outside.socket.tell({ t: 'bye', code: 'token_refused', message: '' });
  outside.socket.cut();
  expect([lost.mock.calls.length, statuses.at(-1)]).toEqual([1, 'reconnecting']);
  outside.pass(20_000);
  outside.socket.open();
  expect(outside.socket.heard('join')).toMatchObject([{ hall: 'hall', resume: null }]);
  outside.socket.tell(joined());
  ticket = 'again';
  connection.rejoin();
  await vi.waitFor(() => expect(outside.socket.heard('join').at(-1)).toMatchObject({ hall: 'hall', ticket: 'again', resume: null }));
});

test('whoever edits joins unseen, after a cut too; visitors say nothing of it', async () => {
  const { outside, connection } = visit(null, true);
  const entered = connection.join('hall');
  outside.socket.open();
  outside.socket.tell(joined());
  await entered;
  expect(outside.socket.said.find(({ t }) => t === 'join')).toMatchObject({ unseen: true });
  outside.socket.cut();
  outside.pass(60_000);
  outside.socket.open();
  expect(outside.socket.said.find(({ t }) => t === 'join')).toMatchObject({ unseen: true, resume: { ticket: joined().ticket } });
  const guest = await inside();
  expect(guest.outside.socket.said.find(({ t }) => t === 'join')).not.toHaveProperty('unseen');
});

test('what is selected is told with what is held of it', async () => {
  const { connection, outside } = await inside();
  connection.select(['a']);
  connection.select(['a'], { a: [[1, 0, 0], [0, 0, 0, 1], [1, 1, 1]] });
  expect(outside.socket.said.slice(-2)).toEqual([
    { t: 'select', nodes: ['a'] },
    { t: 'select', nodes: ['a'], moving: { a: [[1, 0, 0], [0, 0, 0, 1], [1, 1, 1]] } },
  ]);
});

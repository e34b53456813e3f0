import '../../tiny-dom';

import { beforeEach, describe, expect, it, vi } from 'vitest';

import { GuideApi } from '../../../src/guide/api';
import { PageTalk } from '../../../src/guide/page/page-talk';
import { actOf, sayOf, turnOf } from '../samples';

const stream = (...messages: unknown[]): Response => new Response(messages.map((each) => `data: ${JSON.stringify(each)}\n\n`).join(''));
const json = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status });

class Line extends EventTarget {
  readyState = 1;
  constructor(readonly path: string) {
    super();
  }
  tell(message: { t: string }): void {
    this.dispatchEvent(new MessageEvent(message.t, { data: JSON.stringify(message) }));
  }
  close(): void {
    this.readyState = 2;
  }
}

let now = 50;
let aloud = true;
const changed = vi.fn();

function talk(...answers: Response[]) {
  const asked: [string, RequestInit | undefined][] = [];
  const fetching = ((path: string, init?: RequestInit) => {
    asked.push([path, init]);
    if (path === '/api/v1/dialogues') return Promise.resolve(json({ dialogue: 'd_1', token: 'secret' }, 201));
    const answer = init?.method === 'DELETE' ? new Response(null, { status: 204 }) : answers.shift();
    return answer ? Promise.resolve(answer) : Promise.reject(new TypeError('cut'));
  }) as typeof fetch;
  const api = new GuideApi(() => Promise.resolve('proof'), fetching);
  const lines: Line[] = [];
  const line = (path: string): EventSource => lines[lines.push(new Line(path)) - 1] as unknown as EventSource;
  return { talk: new PageTalk('xiaojing', api, { now: () => now, changed, aloud: () => aloud }, line), asked, lines };
}

beforeEach(() => {
  now = 50;
  aloud = true;
});

describe('a talk on a page', () => {
  it('is begun with its first question, and plays clauses one after the other on the page’s clock', async () => {
    const { talk: made, asked } = talk(stream(turnOf({ dialogue: '' }), sayOf({ at: 9e9, ms: 1000 }), sayOf({ n: 1, at: 9e9, ms: 1000 }), turnOf({ state: 'done', dialogue: '' })));
    await made.ask('租金多少？', '');
    expect(asked.map(([path]) => path)).toEqual(['/api/v1/dialogues', '/api/v1/dialogues/own/secret/questions']);
    expect(asked[1]![1]!.headers).toMatchObject({ 'X-CSRF-Token': 'proof' });
    expect(JSON.parse(String(asked[1]![1]!.body))).toEqual({ text: '租金多少？', lang: '' });
    const turn = made.book.turns.get(1)!;
    expect([turn.state, turn.dialogue, turn.said.map(({ at }) => at)]).toEqual(['done', 'secret', [50, 51.12]]);
    expect(made.current()?.turn).toBe(1);
    now = 53;
    expect(made.current()).toBeNull();
  });

  it('stops here at once, and tells how much was heard', async () => {
    const { talk: made, asked } = talk(stream(turnOf(), sayOf({ ms: 1000 }), sayOf({ n: 1, ms: 1000 }), turnOf({ state: 'done' })));
    await made.ask('租金多少？', 'zh-CN');
    const hushed = vi.fn();
    made.book.on('hushed', hushed);
    now = 51.62;
    expect(made.stop()).toBe(1);
    expect(hushed).toHaveBeenCalledOnce();
    await vi.waitFor(() => expect(asked.at(-1)![1]!.method).toBe('DELETE'));
    expect(JSON.parse(String(asked.at(-1)![1]!.body))).toEqual({ turn: 1, heard: 1, ms: 500 });
    expect([made.current(), made.book.turns.get(1)!.state, made.cuts.get(1)]).toEqual([null, 'stopped', { heard: 1, ms: 500 }]);
    expect(made.stop()).toBeNull();
  });

  it('listens to staff from when they were called, and says at once who they are', async () => {
    const { talk: made, lines } = talk(stream(turnOf(), actOf({ action: 'call_staff', state: 'done' }), turnOf({ state: 'done' })));
    await made.ask('转人工', '');
    expect(lines.map(({ path }) => path)).toEqual(['/api/v1/dialogues/own/secret/events']);
    const line = lines[0]!;
    line.tell({ t: 'officer', name: '李婷' } as { t: string });
    expect(made.officer).toBe('李婷');
    line.tell(turnOf({ turn: 2, question: '', state: 'speaking' }));
    line.tell(sayOf({ turn: 2, text: '您好', by: 'human', ms: 900 }));
    line.tell(turnOf({ turn: 2, question: '', state: 'done' }));
    expect(made.book.turns.get(2)!.said.map(({ text, speaker }) => [text, speaker])).toEqual([['您好', '李婷']]);
    made.stop();
    expect([made.book.turns.get(2)!.state, made.cuts.size]).toEqual(['done', 0]);
    line.tell({ t: 'officer', name: '' } as { t: string });
    expect(made.officer).toBe('');
    made.close();
    expect(line.readyState).toBe(2);
  });

  it('on a silent page, a whole answer was read: nothing of it is cut', async () => {
    aloud = false;
    const { talk: made, asked } = talk(stream(turnOf({ dialogue: '' }), sayOf({ ms: 1000 }), sayOf({ n: 1, ms: 1000 }), turnOf({ state: 'done', dialogue: '' })));
    await made.ask('租金多少？', '');
    expect(made.stop()).toBe(1);
    expect([made.cuts.size, made.book.turns.get(1)!.state, asked.length]).toEqual([0, 'done', 2]);
  });

  it('a new question stops what is being said', async () => {
    const { talk: made } = talk(stream(turnOf(), sayOf(), turnOf({ state: 'done' })), stream(turnOf({ turn: 2 }), turnOf({ turn: 2, state: 'done' })));
    await made.ask('一', '');
    now = 50.5;
    await made.ask('二', '');
    expect([made.book.turns.get(1)!.silenced, made.book.turns.get(2)!.state]).toEqual([true, 'done']);
  });

  it('says why the park would not answer, and begins anew when it has forgotten the talk', async () => {
    const { talk: made } = talk(json({ code: 'guide_busy', message: '请稍候' }, 429), json({ code: 'dialogue_unknown', message: '没有' }, 404));
    await made.ask('一', '');
    expect([made.failure?.message, made.token, made.waiting]).toEqual(['请稍候', 'secret', false]);
    await made.ask('二', '');
    expect(made.token).toBe('');
  });

  it('a cut line is said so', async () => {
    const { talk: made } = talk();
    await made.ask('一', '');
    expect(made.failure).toMatchObject({ status: 0, code: 'offline' });
  });

  it('passes over what it does not know', async () => {
    const { talk: made } = talk(stream({ t: 'news' }, null, turnOf(), turnOf({ state: 'done' })));
    await made.ask('一', '');
    expect([...made.book.turns.keys()]).toEqual([1]);
  });

  it('can be forgotten', async () => {
    const { talk: made, asked } = talk(stream(turnOf(), turnOf({ state: 'done' })));
    await made.ask('一', '');
    await made.forget();
    expect([made.token, made.book.turns.size, asked.at(-1)![0], asked.at(-1)![1]!.method]).toEqual(['', 0, '/api/v1/dialogues/own/secret', 'DELETE']);
  });
});

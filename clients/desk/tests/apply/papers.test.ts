import { describe, expect, it } from 'vitest';

import type { Application } from '@/api/applications';
import { ApiError } from '@/api/http';
import { makePapers } from '@/apply/form/papers';
import type { Told } from '@/upload/carrier';

import { application, paper } from './make';

function world() {
  const lines: Record<string, Told> = {};
  const done: string[] = [];
  const kept: Application[] = [];
  const made = {
    lines, done, kept, refuse: false,
    papers: makePapers({
      carry: (path, _file, told) => {
        lines[path] = told;
        return { start: () => done.push(`start ${path}`), pause: () => undefined, cancel: async () => void done.push(`cancel ${path}`), forget: () => done.push(`forget ${path}`) };
      },
      keep: async (upload, kind) => {
        done.push(`keep ${upload}`);
        if (made.refuse) throw new ApiError(415, 'media_type', 'not a PDF');
        return application({ documents: [paper('old', kind), paper('new', kind)] });
      },
      drop: async (document) => (done.push(`drop ${document}`), application({ documents: [paper('new', 'licence')] })),
      kept: (now) => kept.push(now),
    }),
  };
  return made;
}
const file = (name: string): File => new File(['%PDF-1.7'], name, { type: 'application/pdf' });
const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

describe('documents on their way', () => {
  it('tells how far it is, keeps it, and takes away what it replaces', async () => {
    const { papers, lines, done, kept } = world();
    papers.send('licence', file('a.pdf'), 'old');
    lines['a.pdf']!.sent(4);
    expect(papers.sending['licence']).toMatchObject({ sent: 4, bytes: 8, state: 'sending' });
    lines['a.pdf']!.retrying();
    expect(papers.sending['licence']!.state).toBe('retrying');
    lines['a.pdf']!.done('u1');
    await settled();
    expect(papers.sending).toEqual({});
    expect(done).toEqual(['start a.pdf', 'keep u1', 'drop old', 'forget a.pdf']);
    expect(kept.length).toBe(1);
  });

  it('says why the park refused it, and takes another or the same again', async () => {
    const made = world();
    made.refuse = true;
    made.papers.send('licence', file('a.pdf'));
    made.lines['a.pdf']!.done('u1');
    await settled();
    expect(made.papers.sending['licence']).toMatchObject({ state: 'failed', trouble: { code: 'media_type' } });
    made.refuse = false;
    made.papers.again('licence');
    made.lines['a.pdf']!.done('u2');
    await settled();
    expect([made.papers.sending, made.kept.length]).toEqual([{}, 1]);
  });

  it('is given up when one changes one’s mind', () => {
    const { papers, done } = world();
    papers.send('licence', file('a.pdf'));
    papers.cancel('licence');
    expect([papers.sending, done.at(-1)]).toEqual([{}, 'cancel a.pdf']);
  });
});

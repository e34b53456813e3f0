import { describe, expect, it } from 'vitest';

import { ApiError } from '@/api/http';
import type { KnowledgeText } from '@/api/knowledge';
import { Arrivals, MOST_BYTES, refusalOf } from '@/guide/arrivals';
import type { Told } from '@/upload/carrier';

import { knowledge } from './make';

const file = (name: string, text = '二楼 45 元'): File => new File([text], name);

function world(teach: (upload: string) => Promise<KnowledgeText>) {
  const told: Told[] = [];
  const did: string[] = [];
  const arrivals = new Arrivals({
    carry: (path, _file, heard) => {
      told.push(heard);
      return { start: () => void did.push(`start ${path}`), pause: () => undefined, cancel: async () => void did.push(`cancel ${path}`), forget: () => void did.push(`forget ${path}`) };
    },
    teach, arrived: ({ id }) => void did.push(`arrived ${id}`),
  });
  return { arrivals, told, did };
}

describe('files on their way', () => {
  it('are sent, read, and in use', async () => {
    const { arrivals, told, did } = world(async () => knowledge());
    arrivals.add([file('rents.md')]);
    expect(arrivals.list[0]).toMatchObject({ name: 'rents.md', state: 'sending' });
    told[0]!.sent(3);
    told[0]!.retrying();
    expect(arrivals.list[0]).toMatchObject({ sent: 3, state: 'retrying' });
    told[0]!.done('u_1');
    expect(arrivals.list[0]!.state).toBe('reading');
    await Promise.resolve();
    await Promise.resolve();
    expect(arrivals.list[0]).toMatchObject({ state: 'done', document: { id: 'rents' } });
    expect(did).toEqual(['start rents.md', 'forget rents.md', 'arrived rents']);
  });

  it('say why they were not taken', async () => {
    const refused = new ApiError(422, 'document_unreadable', '读不出');
    const { arrivals, told } = world(() => Promise.reject(refused));
    arrivals.add([file('a.pdf'), file('b.exe')]);
    expect(arrivals.list.map(({ name, state }) => [name, state])).toEqual([['b.exe', 'refused'], ['a.pdf', 'sending']]);
    told[0]!.done('u_1');
    await Promise.resolve();
    await Promise.resolve();
    expect(arrivals.list[1]).toMatchObject({ state: 'refused', trouble: refused });
  });

  it('are stopped when they are taken from the list', () => {
    const { arrivals, did } = world(async () => knowledge());
    arrivals.add([file('rents.md')]);
    arrivals.remove(arrivals.list[0]!.key);
    expect([arrivals.list.length, did]).toEqual([0, ['start rents.md', 'cancel rents.md']]);
  });

  it('are not even sent when nobody could read them', () => {
    const code = (name: string, size: number): string | undefined => refusalOf({ name, size })?.code;
    expect([code('a.MD', 1), code('表.csv', 9), code('a.exe', 1), code('md', 0), code('a.pdf', 0), code('a.pdf', MOST_BYTES + 1)])
      .toEqual([undefined, undefined, 'document_kind', 'empty', 'empty', 'document_large']);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Application, Values } from '@/api/applications';
import { ApiError } from '@/api/http';
import { makeDraft } from '@/apply/draft';

import { application } from './make';

/** A park with one application, which refuses what is stale. */
function park(start: Values) {
  const world = {
    now: application({ fields: start }), saves: [] as Values[], silent: false, over: false,
    elsewhere(fields: Values): void {
      world.now = { ...world.now, version: world.now.version + 1, fields: { ...world.now.fields, ...fields } };
    },
    async save(version: number, fields: Values): Promise<Application> {
      if (world.silent) throw new ApiError(0, 'away', '');
      if (world.over) throw new ApiError(409, 'wrong_state', 'no longer a draft');
      if (version !== world.now.version) throw new ApiError(409, 'stale', '');
      world.saves.push(fields);
      world.elsewhere(fields);
      return world.now;
    },
    read: async (): Promise<Application> => world.now,
  };
  return world;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a form that saves itself', () => {
  it('saves once after a pause, with everything that was typed', async () => {
    const world = park({ name: '' });
    const draft = makeDraft(world.now, world, () => 5);
    draft.set('name', '云');
    await vi.advanceTimersByTimeAsync(500);
    draft.set('name', '云帆');
    draft.set('phone', '138');
    expect([draft.standing, world.saves.length]).toEqual(['waiting', 0]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(world.saves).toEqual([{ name: '云帆', phone: '138' }]);
    expect([draft.standing, draft.savedAt]).toEqual(['saved', 5]);
  });

  it('does not lose what is typed while it saves', async () => {
    const world = park({});
    const draft = makeDraft(world.now, world);
    draft.set('name', '一');
    const saving = draft.flush();
    draft.set('name', '一二');
    await saving;
    expect([draft.values['name'], world.now.fields['name']]).toEqual(['一二', '一二']);
  });

  it('tries again while the park is away', async () => {
    const world = park({});
    const draft = makeDraft(world.now, world);
    world.silent = true;
    draft.set('name', '甲');
    expect(await draft.flush()).toBe(false);
    expect(draft.standing).toBe('away');
    world.silent = false;
    await vi.advanceTimersByTimeAsync(3000);
    expect([draft.standing, world.now.fields['name']]).toEqual(['saved', '甲']);
  });

  it('takes over what another device filled in, without a question', async () => {
    const world = park({ name: '', phone: '' });
    const draft = makeDraft(world.now, world);
    world.elsewhere({ phone: '139' });
    draft.set('name', '甲');
    expect(await draft.flush()).toBe(true);
    expect([draft.values, draft.takenOver]).toEqual([{ name: '甲', phone: '139' }, ['phone']]);
  });

  it('asks where both changed the same, and goes on either way', async () => {
    const world = park({ name: '旧', phone: '1' });
    const draft = makeDraft(world.now, world);
    world.elsewhere({ name: '他处', phone: '2' });
    draft.set('name', '此处');
    draft.set('phone', '3');
    expect(await draft.flush()).toBe(false);
    expect([draft.standing, draft.clashes.length]).toEqual(['clash', 2]);
    expect(draft.values['name']).toBe('此处');
    draft.settle('name', 'theirs');
    draft.settle('phone', 'mine');
    await vi.advanceTimersByTimeAsync(10);
    expect([draft.standing, world.now.fields]).toEqual(['saved', { name: '他处', phone: '3' }]);
  });

  it('stops with a reason when the application is no draft any more', async () => {
    const world = park({});
    const draft = makeDraft(world.now, world);
    world.over = true;
    draft.set('name', '甲');
    expect(await draft.flush()).toBe(false);
    expect([draft.standing, (draft.trouble as ApiError).code]).toEqual(['refused', 'wrong_state']);
  });

  it('keeps what is being typed when a document was added meanwhile', () => {
    const world = park({ name: '旧' });
    const draft = makeDraft(world.now, world);
    draft.set('name', '新');
    draft.told({ ...world.now, version: 9, fields: { name: '旧', phone: '7' } });
    expect(draft.values).toEqual({ name: '新', phone: '7' });
    draft.told({ ...world.now, version: 2, fields: { phone: 'old' } });
    expect(draft.values['phone']).toBe('7');
    draft.stop();
  });

  it('leaves alone what is being typed, and takes the park’s writing of it once it is left', async () => {
    const world = park({});
    const tidy = { ...world, read: world.read, save: async (version: number, fields: Values) => world.save(version, { ...fields, name: 'Suzhou' }) };
    const draft = makeDraft(world.now, tidy);
    draft.enter('name');
    draft.set('name', 'Suzhou ');
    await draft.flush();
    expect(draft.values['name']).toBe('Suzhou ');
    draft.leave('name');
    expect(draft.values['name']).toBe('Suzhou');
  });
});

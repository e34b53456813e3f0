import { DetailedError } from 'tus-js-client';
import { describe, expect, it } from 'vitest';

import { fingerprint, idOf, reason } from '@/upload/carrier';

import { file } from '../make';

const answered = (status: number, body: string): Error => Object.assign(new DetailedError('refused'), {
  originalResponse: { getStatus: () => status, getBody: () => body, getHeader: () => undefined, getUnderlyingObject: () => null },
});

describe('carrier', () => {
  it('knows a file again by its path, size and time', () => {
    expect(fingerprint('a/b.png', file('b.png', 5, 9))).toBe('lingjing:a/b.png:5:9');
    expect(fingerprint('c/b.png', file('b.png', 5, 9))).not.toBe(fingerprint('a/b.png', file('b.png', 5, 9)));
  });

  it('reads the id out of an address', () => {
    expect(idOf('http://park/api/v1/uploads/u%201?x=1')).toBe('u 1');
  });

  it('passes on what the server said', () => {
    const error = reason(answered(413, '{"code":"too_large","message":"太大","details":[],"request_id":"r"}'));
    expect([error.status, error.code, error.message]).toEqual([413, 'too_large', '太大']);
    expect(reason(answered(500, '<html>'))).toMatchObject({ status: 500, code: 'internal' });
    expect(reason(new Error('cut'))).toMatchObject({ status: 0, code: 'away' });
  });
});

import { describe, expect, it } from 'vitest';

import { PreviewError } from '../../src/preview/api';
import { trouble } from '../../src/preview/words';

describe('what a preview says', () => {
  it('is in the language asked for, with the reason', () => {
    const error = trouble('unreadable', 'en', new Error('its JSON is broken'));
    expect(error).toBeInstanceOf(PreviewError);
    expect([error.code, error.message]).toEqual(['unreadable', 'This file cannot be shown: its JSON is broken']);
    expect(trouble('empty', 'zh-CN').message).toMatch(/[\u4e00-\u9fff]/);
  });
});

import { describe, expect, it } from 'vitest';

import { ApiError } from '@/api/http';
import type { Site } from '@/api/site';
import { changesOf, draftOf, isSame, wrongs } from '@/site/profile';

const SITE: Site = {
  name: { zh: '江南园', en: 'Jiangnan' }, operator: { zh: '', en: '' }, footer: { zh: '', en: '' }, logo: null, languages: ['zh-CN', 'en'],
  contact: { phone: '', email: '', address: { zh: '', en: '' } }, start_hall: '', icp: '', icp_link: '', police_record: '', police_link: '', documents: [],
};

describe('a profile in a form', () => {
  it('sends only what has changed', () => {
    const draft = draftOf(SITE);
    expect([isSame(draft, draftOf(SITE)), changesOf(draft, SITE)]).toEqual([true, {}]);
    draft.icp = '浙ICP备12345678号';
    draft.contact.address.zh = '杭州';
    expect(changesOf(draft, SITE)).toEqual({ icp: draft.icp, contact: draft.contact });
    expect(SITE.contact.address.zh).toBe('');
  });

  it('puts what is wrong beside its field', () => {
    const details = [{ pointer: '/icp', code: 'bad_icp', severity: 'error' as const, message: 'no' }];
    expect(wrongs(new ApiError(422, 'site_invalid', '', details))).toEqual({ icp: 'no' });
    expect(wrongs(new Error('x'))).toEqual({});
  });
});

/** A company, a unit and a booking, as these panels know them. */

import type { Booking, Company, Unit } from '../../src/business/api';

export const COMPANY: Company = {
  id: 'e_00ff', name: { zh: '苏州云帆智能装备有限公司', en: 'Yunfan' }, division: '34', industry: { zh: '通用设备制造业', en: 'General equipment' },
  brief: { zh: '柔性装配线', en: 'Assembly lines' }, website: 'https://yunfan.example', logo: null,
  booth: { hall: 'street', node: 'booth-a-01', name: { zh: 'A-01 展位', en: 'Booth A-01' } }, since: 1_795_300_000,
  proof: { number: 'RZ2026-0FUN', state: 'valid' },
};

export const UNIT: Unit = {
  hall: 'grounds', node: 'unit-y-201', no: 'Y-201', name: { zh: '西楼二层实验室', en: 'West wing laboratory' }, use: 'lab', area: 980, rent: 6800, from: '2027-02-15',
  floor_load: 5, power: 300, height: 3.6, terms: { zh: '押二付三', en: 'Quarterly' }, size: [28, 4, 43], status: 'free', held_until: null, mine: null,
};

export const BOOKING: Booking = {
  id: 'b_1', state: 'asked', starts: 1_795_395_600, ends: 1_795_399_200, people: 2, token: 'secret-token', url: 'http://park.example/my/visit/secret-token',
  ics: '/api/v1/bookings/own/secret-token/visit.ics', may: ['cancel'],
};

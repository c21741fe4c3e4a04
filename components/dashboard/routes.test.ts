import { expect, test } from 'vitest';
import { campaignId } from '../fixtures.ts';
import { campaignHash, guideHash, parseRoute, SECTIONS, sectionHash } from './routes.ts';

test.each(SECTIONS)('the address of %s leads to it', (section) => {
  expect(parseRoute(sectionHash(section))).toEqual({ kind: 'section', section });
});

test('the address of a campaign leads to its page', () => {
  const id = campaignId(7);
  expect(campaignHash(id)).toBe(`#/campaign/${id}`);
  const page = { kind: 'campaign', campaignId: id };
  expect(parseRoute(campaignHash(id))).toEqual({ ...page, isAtGuide: false });
  expect(parseRoute(guideHash(id))).toEqual({ ...page, isAtGuide: true });
  expect(parseRoute(`${campaignHash(id)}/nothing`)).toEqual({ ...page, isAtGuide: false });
});

test.each([
  '',
  '#',
  '#/',
  '#/nothing',
  '#/campaign',
  '#/campaign/x',
  '#/__proto__',
  '#//incidents',
])('an address that says nothing is the list: %j', (hash) => {
  expect(parseRoute(hash)).toEqual({ kind: 'section', section: 'campaigns' });
});

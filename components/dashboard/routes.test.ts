import { expect, test } from 'vitest';
import { campaignId } from '../fixtures.ts';
import { campaignHash, parseRoute, SECTIONS, sectionHash } from './routes.ts';

test.each(SECTIONS)('the address of %s leads to it', (section) => {
  expect(parseRoute(sectionHash(section))).toEqual({ kind: 'section', section });
});

test('the address of a campaign leads to its page', () => {
  const id = campaignId(7);
  expect(campaignHash(id)).toBe(`#/campaign/${id}`);
  expect(parseRoute(campaignHash(id))).toEqual({ kind: 'campaign', campaignId: id });
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

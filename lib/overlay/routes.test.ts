import { expect, test } from 'vitest';
import { routeOf } from './routes.ts';

const ID = '0190f0c0-1234-7abc-9def-000000000001';
const APP = 'https://app.instantly.ai/app';

test.each([
  `${APP}/campaign/${ID}/analytics`,
  `${APP}/campaign/${ID}/leads?x=1#y`,
  `${APP}/campaign/${ID}`,
  `${APP}/campaign/${ID}/`,
  `${APP}/campaigns/${ID.toUpperCase()}/Options`,
])('%s is a campaign', (address) => {
  expect(routeOf(address)).toEqual({ kind: 'campaign', campaignId: ID });
});

test.each([
  [`${APP}/campaigns`, 'campaigns'],
  [`${APP}/campaigns/`, 'campaigns'],
  [`${APP}/accounts`, 'accounts'],
  [`${APP}/unibox`, 'other'],
  [`${APP}/campaign/`, 'other'],
  [`${APP}/campaign/${ID.slice(1)}`, 'other'],
  [`${APP}/campaign/0190f0c0---------------------------/analytics`, 'other'],
  [`${APP}/other/app/campaign/${ID}`, 'other'],
  [`http://app.instantly.ai/app/campaign/${ID}`, 'other'],
  [`https://app.instantly.ai.example.com/app/campaign/${ID}`, 'other'],
  [`https://app.instantly.ai:8443/app/campaign/${ID}`, 'other'],
  ['not an address', 'other'],
])('%s is %s', (address, kind) => {
  expect(routeOf(address)).toEqual({ kind });
});

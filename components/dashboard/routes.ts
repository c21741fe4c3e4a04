import { type CampaignId, parseCampaignId } from '#model';

/** The sections of the dashboard, in the order of its navigation. */
export const SECTIONS = [
  'campaigns',
  'incidents',
  'inboxes',
  'history',
  'tomorrow',
  'log',
  'changes',
] as const;
export type Section = (typeof SECTIONS)[number];

/** What the address says is to be seen. */
export type Route =
  | { readonly kind: 'section'; readonly section: Section }
  | {
      readonly kind: 'campaign';
      readonly campaignId: CampaignId;
      /** Whether its guide is what is wanted of the page. */
      readonly isAtGuide: boolean;
    };

/** Reads the part of the address after `#`. Anything unknown is the list of campaigns. */
export const parseRoute = (hash: string): Route => {
  const [, first, second, third] = hash.replace(/^#/, '').split('/');
  const campaignId = first === 'campaign' ? parseCampaignId(second) : undefined;
  if (campaignId) return { kind: 'campaign', campaignId, isAtGuide: third === 'guide' };
  const section = SECTIONS.find((name) => name === first) ?? 'campaigns';
  return { kind: 'section', section };
};

/** The address of a section, `#` included. */
export const sectionHash = (section: Section): string => `#/${section}`;

/** The address of a campaign's own page, `#` included. */
export const campaignHash = (campaignId: CampaignId): string => `#/campaign/${campaignId}`;

/** The address of the guide on a campaign's own page, `#` included. */
export const guideHash = (campaignId: CampaignId): string => `${campaignHash(campaignId)}/guide`;

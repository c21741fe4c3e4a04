import {
  type CampaignSettings,
  type CampaignState,
  changeCampaign,
  type WorldState,
} from '../world/index.ts';
import { ApiError, objectBody } from './request.ts';
import { readSchedule } from './schedule-body.ts';

type Reader = (value: unknown, field: string) => Partial<CampaignSettings>;

const wrong = (field: string, what: string): ApiError =>
  new ApiError(400, `body/${field} must be ${what}`);

const number =
  (name: 'gapMinutes' | 'randomGapMinutes'): Reader =>
  (value, field) => {
    if (typeof value !== 'number') throw wrong(field, 'number');
    return { [name]: value };
  };

const numberOrNull =
  (name: 'limitPerDay' | 'newLeadsPerDay', minimum: number): Reader =>
  (value, field) => {
    if (value !== null && typeof value !== 'number') throw wrong(field, 'number,null');
    if (value !== null && value < minimum) throw wrong(field, `>= ${minimum}`);
    return { [name]: value };
  };

const flag =
  (
    name: 'isPrioritizingNewLeads' | 'isEspMatching' | 'isBounceProtectOff' | 'isEvergreen',
  ): Reader =>
  (value, field) => {
    if (value !== null && typeof value !== 'boolean') throw wrong(field, 'boolean,null');
    return { [name]: value === true };
  };

const texts =
  (name: 'inboxes' | 'tagIds'): Reader =>
  (value, field) => {
    if (!Array.isArray(value) || value.some((item) => typeof item !== 'string')) {
      throw wrong(field, 'array');
    }
    return { [name]: value };
  };

const READERS: Readonly<Record<string, Reader>> = {
  name: (value, field) => {
    if (typeof value !== 'string') throw wrong(field, 'string');
    return { name: value };
  },
  campaign_schedule: (value) => ({ schedule: readSchedule(value) }),
  email_list: texts('inboxes'),
  email_tag_list: texts('tagIds'),
  daily_limit: numberOrNull('limitPerDay', 0),
  daily_max_leads: numberOrNull('newLeadsPerDay', 0),
  email_gap: number('gapMinutes'),
  random_wait_max: number('randomGapMinutes'),
  prioritize_new_leads: flag('isPrioritizingNewLeads'),
  match_lead_esp: flag('isEspMatching'),
  disable_bounce_protect: flag('isBounceProtectOff'),
  is_evergreen: flag('isEvergreen'),
};

const READ_ONLY = ['id', 'status', 'not_sending_status', 'timestamp_created', 'timestamp_updated'];

/** Applies a PATCH to a campaign: arrays replace, fields the simulation does not use are kept as sent. Throws 400 on a bad value, and then nothing has changed. */
export function patchCampaign(world: WorldState, campaign: CampaignState, body: unknown): void {
  const change: Partial<CampaignSettings> = {};
  const kept: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(objectBody(body))) {
    if (READ_ONLY.includes(field)) continue;
    const read = Object.hasOwn(READERS, field) ? READERS[field] : undefined;
    if (read === undefined) kept[field] = value;
    else Object.assign(change, read(value, field));
  }
  Object.assign(campaign.kept, kept);
  changeCampaign(world, campaign, change);
}

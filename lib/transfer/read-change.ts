import {
  type CampaignId,
  type Change,
  type InboxAddress,
  parseCampaignId,
  parseInboxAddress,
} from '#model';
import { isObject, readList, readNumber, readOrNull } from './fields.ts';

const MOST_INBOXES = 100;

type Fields = Readonly<Record<string, unknown>>;

const readSwitch = (value: unknown): boolean | undefined =>
  typeof value === 'boolean' ? value : undefined;

const readLimit = (value: unknown): number | null | undefined => readOrNull(value, readNumber);

const ofCampaign = (fields: Fields, campaignId: CampaignId): Change | undefined => {
  const { kind } = fields;
  const isOn = readSwitch(fields['isOn']);
  const limitPerDay = readLimit(fields['limitPerDay']);
  switch (kind) {
    case 'pause_campaign':
    case 'activate_campaign':
      return { kind, campaignId };
    case 'set_campaign_limit':
    case 'set_new_lead_limit':
      return limitPerDay === undefined ? undefined : { kind, campaignId, limitPerDay };
    case 'set_esp_matching':
      return isOn === undefined ? undefined : { kind, campaignId, isOn };
    default:
      return undefined;
  }
};

const ofInbox = (fields: Fields, inbox: InboxAddress): Change | undefined => {
  const { kind } = fields;
  const isOn = readSwitch(fields['isOn']);
  const limitPerDay = readLimit(fields['limitPerDay']);
  const gapMinutes = readNumber(fields['gapMinutes']);
  switch (kind) {
    case 'pause_inbox':
    case 'resume_inbox':
    case 'mark_inbox_fixed':
      return { kind, inbox };
    case 'set_inbox_limit':
      return limitPerDay === undefined ? undefined : { kind, inbox, limitPerDay };
    case 'set_inbox_gap':
      return gapMinutes === undefined ? undefined : { kind, inbox, gapMinutes };
    case 'set_slow_ramp':
      return isOn === undefined ? undefined : { kind, inbox, isOn };
    default:
      return undefined;
  }
};

const ofWarmup = (fields: Fields): Change | undefined => {
  const inboxes = readList<InboxAddress>(fields['inboxes'], MOST_INBOXES, parseInboxAddress);
  const isOn = readSwitch(fields['isOn']);
  const isSome = inboxes !== undefined && inboxes.length > 0;
  return isSome && isOn !== undefined ? { kind: 'set_warmup', inboxes, isOn } : undefined;
};

/** A change to Instantly, to be shown; undefined when it is not whole. */
export const readChange = (value: unknown): Change | undefined => {
  if (!isObject(value)) return undefined;
  if (value['kind'] === 'set_warmup') return ofWarmup(value);
  const campaignId = parseCampaignId(value['campaignId']);
  if (campaignId !== undefined) return ofCampaign(value, campaignId);
  const inbox = parseInboxAddress(value['inbox']);
  return inbox && ofInbox(value, inbox);
};

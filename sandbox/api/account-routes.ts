import {
  changeInbox,
  type InboxState,
  isoOf,
  pauseInbox,
  resumeInbox,
  type WorldState,
} from '../world/index.ts';
import { accountJson } from './account-json.ts';
import { pageOf } from './page.ts';
import { ApiError, notFound, objectBody } from './request.ts';
import type { Call, Route } from './route.ts';

const FILTERS: Readonly<Record<string, (inbox: InboxState) => boolean>> = {
  ACC_FILTER_PAUSED: ({ status }) => status === 2,
  ACC_FILTER_ERROR: ({ status }) => status < 0,
  ACC_FILTER_NO_CTD: () => true,
  ACC_FILTER_PW_ACCOUNTS: () => false,
  ACC_FILTER_DFY: () => false,
  ACC_FILTER_DFY_SETUP_PENDING: ({ isSetupPending }) => isSetupPending,
  ACC_FILTER_W_ACTIVE: ({ warmupStatus }) => warmupStatus === 1,
  ACC_FILTER_W_PAUSED: ({ warmupStatus }) => warmupStatus === 0,
  ACC_FILTER_W_ERROR: ({ warmupStatus }) => warmupStatus < 0,
};

function filterOf(query: URLSearchParams): (inbox: InboxState) => boolean {
  const name = query.get('filter');
  if (name === null) return () => true;
  const filter = Object.hasOwn(FILTERS, name) ? FILTERS[name] : undefined;
  if (filter === undefined) {
    throw new ApiError(400, 'querystring/filter must be equal to one of the allowed values');
  }
  return filter;
}

function listed({ world, request: { query } }: Call): InboxState[] {
  const search = query.get('search')?.toLowerCase();
  const status = query.get('status');
  const provider = query.get('provider_code');
  const tags = query.get('tag_ids')?.split(',');
  const isOfFilter = filterOf(query);
  return [...world.state.inboxes.values()]
    .filter(
      (inbox) =>
        (search === undefined || inbox.address.includes(search)) &&
        (status === null || inbox.status === Number(status)) &&
        (provider === null || inbox.provider === Number(provider)) &&
        (tags === undefined || inbox.tagIds.some((tag) => tags.includes(tag))) &&
        isOfFilter(inbox),
    )
    .sort((a, b) => b.createdMs - a.createdMs);
}

function inboxOf({ world, id }: Call): InboxState {
  const inbox = world.state.inboxes.get(id);
  if (inbox === undefined) throw notFound();
  return inbox;
}

function change(call: Call, act: (world: WorldState, inbox: InboxState) => void): unknown {
  const inbox = inboxOf(call);
  act(call.world.state, inbox);
  return accountJson(call.world.state, inbox, { isInList: false, hasTags: false });
}

function patchInbox(call: Call): unknown {
  const body = objectBody(call.request.body);
  const { daily_limit, sending_gap, enable_slow_ramp, first_name, last_name, ...rest } = body;
  const isBadLimit = daily_limit !== undefined && daily_limit !== null;
  if (isBadLimit && typeof daily_limit !== 'number') {
    throw new ApiError(400, 'body/daily_limit must be number,null');
  }
  if (sending_gap !== undefined && (typeof sending_gap !== 'number' || sending_gap > 1_440)) {
    throw new ApiError(400, 'body/sending_gap must be <= 1440');
  }
  return change(call, (world, inbox) => {
    Object.assign(inbox.kept, rest);
    changeInbox(world, inbox, {
      ...(daily_limit === undefined ? {} : { limitPerDay: daily_limit as number | null }),
      ...(typeof sending_gap === 'number' ? { gapMinutes: sending_gap } : {}),
      ...(enable_slow_ramp === undefined ? {} : { isSlowRamp: enable_slow_ramp === true }),
      ...(typeof first_name === 'string' ? { firstName: first_name } : {}),
      ...(typeof last_name === 'string' ? { lastName: last_name } : {}),
    });
  });
}

/** In every workspace that has more than four domains, the one with failing records. */
const FAILING_DOMAIN = 4;

/** The domains that send, in the order of their first inboxes. */
const domainsOf = ({ state }: Call['world']): readonly string[] => [
  ...new Set([...state.inboxes.keys()].map((address) => address.split('@')[1] ?? '')),
];

/** DNS records per domain: one has a failing DKIM record. */
function vitals({ world, request }: Call): unknown {
  const { accounts } = objectBody(request.body);
  if (!Array.isArray(accounts)) throw new ApiError(400, 'accounts', { error: 'No accounts given' });
  const known = domainsOf(world);
  const results = [...new Set(accounts.map((account) => String(account).split('@')[1] ?? ''))].map(
    (domain) => {
      const dkim = known.indexOf(domain) !== FAILING_DOMAIN;
      return { domain, allPass: dkim, mx: true, spf: true, dkim, dmarc: true };
    },
  );
  return {
    status: 'success',
    success_list: results.filter(({ allPass }) => allPass),
    failure_list: results.filter(({ allPass }) => !allPass),
  };
}

/** A tracking domain, `track.` and a domain that sends, stands as it should; one of them has no certificate. */
function trackingDomain({ world, request: { query } }: Call): unknown {
  const host = query.get('host') ?? '';
  if (host === '') throw new ApiError(400, 'host', { status: 'error', message: 'No host', host });
  const place = domainsOf(world).findIndex((domain) => host.endsWith(`.${domain}`));
  const cname = place !== -1;
  const ssl = cname && place !== FAILING_DOMAIN;
  return { success: ssl, ssl, cname, host };
}

/** Accounts: list, read, change, vitals, tracking domain. */
export const ACCOUNT_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/accounts',
    scope: 'accounts:read',
    handle: (call) =>
      pageOf(
        listed(call),
        call.request.query,
        ({ createdMs, address }) => `${isoOf(createdMs)}&${address}`,
        (inbox) =>
          accountJson(call.world.state, inbox, {
            isInList: true,
            hasTags: call.request.query.get('include_tags') === 'true',
          }),
      ),
  },
  { method: 'POST', path: '/accounts/test/vitals', scope: 'accounts:read', handle: vitals },
  { method: 'GET', path: '/accounts/ctd/status', scope: 'accounts:read', handle: trackingDomain },
  {
    method: 'GET',
    path: '/accounts/{email}',
    scope: 'accounts:read',
    handle: (call) => change(call, () => {}),
  },
  { method: 'PATCH', path: '/accounts/{email}', scope: 'accounts:update', handle: patchInbox },
  {
    method: 'POST',
    path: '/accounts/{email}/pause',
    scope: 'accounts:update',
    handle: (call) => change(call, pauseInbox),
  },
  {
    method: 'POST',
    path: '/accounts/{email}/resume',
    scope: 'accounts:update',
    handle: (call) => change(call, resumeInbox),
  },
  {
    method: 'POST',
    path: '/accounts/{email}/mark-fixed',
    scope: 'accounts:update',
    handle: (call) => change(call, resumeInbox),
  },
];

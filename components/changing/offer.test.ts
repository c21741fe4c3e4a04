import { describe, expect, test } from 'vitest';
import type { InboxAddress, WorkspaceId } from '#model';
import { cause, incident, verdict, WORKSPACE } from '../fixtures.ts';
import { allowanceOf } from './allowance.ts';
import { offersOf, offersOfIncident } from './offer.ts';

const ANNA = 'anna@nw-mail.co' as InboxAddress;
const PIET = 'piet@nw-mail.co' as InboxAddress;
const kinds = (of: ReturnType<typeof offersOf>) => of.map(({ kind }) => kind);

describe('what can be changed about a campaign', () => {
  test('one that runs may be paused, one that was stopped resumed', () => {
    expect(kinds(offersOf(verdict(1, 'healthy', { code: 'healthy' })))).toEqual(['pause_campaign']);
    const stopped = verdict(1, 'blocked', {
      code: 'campaign_bounce_protect',
      causes: [cause('campaign_bounce_protect', { actions: ['open_leads', 'activate_campaign'] })],
    });
    expect(kinds(offersOf(stopped))).toEqual(['activate_campaign']);
  });

  test('a limit is raised to what the campaign could send, or lowered to what it can', () => {
    const counters = { ...verdict(1, 'limited').counters, limitPerDay: 100 };
    const raised = verdict(1, 'limited', {
      counters,
      causes: [cause('daily_limit_met', { actions: ['set_campaign_limit'] })],
    });
    expect(offersOf(raised)[0]).toMatchObject({ kind: 'raise_campaign_limit', limitPerDay: 125 });
    const lowered = verdict(1, 'limited', {
      counters,
      causes: [
        cause('limit_above_capacity', {
          actions: ['set_campaign_limit', 'open_accounts'],
          params: { limit: 100, possible: 54 },
        }),
      ],
    });
    expect(offersOf(lowered)[0]).toMatchObject({ kind: 'lower_campaign_limit', limitPerDay: 54 });
  });

  test('inboxes that two causes name are changed once', () => {
    const actions = ['set_inbox_limit'] as const;
    const both = verdict(1, 'degraded', {
      causes: [
        cause('inbox_daily_quota', { actions, params: { addresses: [ANNA] } }),
        cause('inbox_provider_cap', { actions, params: { addresses: [ANNA, PIET] } }),
      ],
    });
    const [offer] = offersOf(both);
    expect(offer?.changes.map(({ change }) => 'inbox' in change && change.inbox)).toEqual([
      ANNA,
      PIET,
    ]);
  });

  test('without inboxes or a figure there is nothing to offer', () => {
    const bare = verdict(1, 'limited', {
      causes: [cause('daily_limit_met', { actions: ['set_campaign_limit', 'resume_inbox'] })],
    });
    expect(kinds(offersOf(bare))).toEqual(['pause_campaign']);
  });
});

test('an incident over several workspaces offers nothing, for it has no one key', () => {
  const shared = { ...incident, actions: ['resume_inbox'] as const };
  expect(offersOfIncident(shared, [WORKSPACE])[0]?.changes).toHaveLength(2);
  expect(offersOfIncident(shared, [WORKSPACE, 'other' as WorkspaceId])).toEqual([]);
});

describe('whether changes can be made at all', () => {
  const [{ changes } = { changes: [] }] = offersOf(verdict(1, 'healthy'));
  const home = { id: WORKSPACE, isDemo: false, missingScopes: [] };

  test('not as long as the user has not switched them on, nor in the demo', () => {
    expect(allowanceOf(changes, [home], true)).toEqual({ kind: 'allowed' });
    expect(allowanceOf(changes, [home], false)).toEqual({ kind: 'read_only' });
    expect(allowanceOf(changes, [{ ...home, isDemo: true }], false)).toEqual({ kind: 'demo' });
  });

  test('not with a key that is known to lack the scope; another scope is no matter', () => {
    const lacking = { ...home, missingScopes: ['campaigns:update'] };
    expect(allowanceOf(changes, [lacking], true)).toEqual({
      kind: 'scope_missing',
      scopes: ['campaigns:update'],
    });
    const other = { ...home, missingScopes: ['accounts:update'] };
    expect(allowanceOf(changes, [other], true)).toEqual({ kind: 'allowed' });
  });
});

import { expect, test } from 'vitest';
import { diagnoseFleet } from '#diagnosis';
import { todayAt } from '#forecast';
import { createWorld, DEFAULT_START_MS, HOUR_MS, northwindPlan } from '../../sandbox/world/index.ts';
import { clientOf, readFleet } from './forecast-simulated-fleet.ts';

const HOURS_LATER = [0, 3, 17.5, 20.5, 23];
test('explore', async () => {
  const rows: string[] = [];
  for (const seed of [1, 2, 3]) {
    const world = createWorld({ seed, plan: { ...northwindPlan(DEFAULT_START_MS), faultsPerDay: 0 } });
    const client = clientOf(world);
    const all: any[] = [];
    for (const h of HOURS_LATER) {
      world.runUntil(DEFAULT_START_MS + h * HOUR_MS);
      const input = await readFleet(client, world.nowMs);
      for (const v of diagnoseFleet(input)) {
        const o = input.observations.find((x) => x.campaign.id === v.campaignId)!;
        all.push({ v, o, now: world.nowMs, today: todayAt(o.campaign.schedule, world.nowMs), sentNow: world.sentToday(v.campaignId), st: world.state.campaigns.get(v.campaignId)!.status });
      }
    }
    world.runUntil(DEFAULT_START_MS + 72 * HOUR_MS);
    for (const { v, o, now, today, sentNow ,st} of all) {
      const actual = world.mails.filter((m) => m.campaignId === v.campaignId && m.atMs >= today.startsAt && m.atMs < today.endsAt).length;
      const c = v.capacity;
      rows.push([seed, new Date(now).toISOString().slice(8,16), v.name.slice(0, 28).padEnd(28), v.health, v.code, 'st'+st, 'left'+Math.round(today.minutesLeft), 'S' + sentNow, 'act' + actual, c ? `P ${c.today.worst}/${c.today.mean}/${c.today.best} cont ${c.contendedToday} ${c.bottleneck} [${c.assumed}]` : 'null'].join(' '));
    }
  }
  (await import('node:fs')).writeFileSync('/tmp/rows.txt', rows.join('\n'));
  expect(rows.length).toBeGreaterThan(0);
}, 120000);

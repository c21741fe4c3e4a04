import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type ChangeKind, MINUTE_MS, type PlannedChange } from '#model';
import type { ActionRecord } from '#store/read';
import { type ChangeWorld, changeWorld, type Death } from './change-world.ts';
import { EACH, KINDS } from './each-change.ts';

beforeEach(() => {
  fakeBrowser.reset();
});

/** Some changes, and by what the simulated Instantly holds, which of them were made. */
interface Script {
  planned(it: ChangeWorld): readonly PlannedChange[];
  made(it: ChangeWorld): readonly boolean[];
}

const TWO: Script = {
  planned: (it) => [
    it.about({ kind: 'set_campaign_limit', campaignId: it.campaign('one'), limitPerDay: 70 }),
    it.about({ kind: 'pause_inbox', inbox: it.inbox(0) }),
  ],
  made: (it) => [
    it.world.state.campaigns.get(it.campaign('one'))?.settings.limitPerDay === 70,
    it.world.state.inboxes.get(it.inbox(0))?.status === 2,
  ],
};

/** One change alone: it is made by the write that Instantly gets of it. */
const alone = (kind: ChangeKind): Script => ({
  planned: (it) => [it.about(EACH[kind](it)[0])],
  made: (it) => [it.writes.length > 0],
});

interface Played {
  readonly writes: number;
  readonly made: readonly boolean[];
  readonly records: readonly ActionRecord[];
  readonly open: number;
  readonly trace: readonly string[];
}

/**
 * A person opens, sees and confirms changes, two where nothing else is said, while the worker dies; another one follows, is woken by alarms, and where
 * the window is still there it goes on asking.
 */
const play = async (
  death: Death | undefined,
  isWindowThere: boolean,
  sabotage: (it: ChangeWorld) => void = () => undefined,
  script = TWO,
): Promise<Played> => {
  const it = await changeWorld();
  sabotage(it);
  const planned = script.planned(it);
  const dying = it.worker(death);
  const person = async (): Promise<void> => {
    await dying.open(planned);
    const ticket = it.opened[0] ?? '';
    await dying.confirmation(ticket);
    await dying.apply({ ticket, changes: planned, typed: '' });
  };
  person().catch(() => undefined);
  await it.quiet();
  const { trace } = dying;
  // A worker that is not killed in time dies now, and with it what it still had in mind.
  dying.life.isDead = true;
  const next = it.worker();
  const ticket = it.opened[0];
  const isConfirmable = ticket !== undefined && (it.tickets.get(ticket)?.shown.length ?? 0) > 0;
  for (const minutes of [0, 0.5, 1, 1, 13, 13, 1]) {
    it.world.advance(minutes * MINUTE_MS);
    if (isWindowThere && isConfirmable && minutes < 1) {
      await next.apply({ ticket, changes: planned, typed: '' });
    }
    await next.resolve();
    await it.quiet();
  }
  return {
    writes: it.writes.length,
    made: script.made(it),
    records: await it.records(),
    open: (await it.store.openActions()).length,
    trace,
  };
};

/** Whether the log says of each change what is so. */
const isTrue = ({ made, records }: Played): boolean =>
  made.every((isMade, at) => {
    const record = records.find(({ id }) => id.endsWith(`.${at}`));
    return isMade
      ? record?.outcome.kind === 'verified'
      : record === undefined || record.outcome.kind === 'not_verified';
  });

const LASTING: ReadonlySet<string> = new Set(['put', 'addAction', 'putAction', 'change']);

/** Before each call, and after each that leaves something behind: after any other is before the next. */
const deathsIn = (trace: readonly string[]): readonly Death[] =>
  trace.flatMap((name, at): Death[] => [
    { at, when: 'before' },
    ...(LASTING.has(name) ? [{ at, when: 'after' } as const] : []),
  ]);

/** The first write is answered with a fault and not done: what was read tells nothing of it. */
const withFault = (it: ChangeWorld): void => {
  it.troubles.push({ before: new Response('Oops', { status: 500 }) });
};

const forgetful = (it: ChangeWorld): void => {
  withFault(it);
  Object.assign(it.port.store, {
    addAction: async () => true,
    putAction: async () => undefined,
  });
};

describe('row 57: a worker killed at any point of a change', () => {
  test('row 57: makes each change at most once, and the log tells what is so', async () => {
    const whole = await play(undefined, false);
    expect(whole).toMatchObject({ writes: 2, made: [true, true], open: 0 });
    for (const call of ['put', 'addAction', 'change', 'putAction', 'request']) {
      expect(whole.trace).toContain(call);
    }
    const deaths = deathsIn(whole.trace);
    for (const death of deaths) {
      const played = await play(death, false);
      const where = `${death.when} ${whole.trace[death.at]}, ${death.at}`;
      const seen = { where, most: played.writes <= 2, open: played.open, isTrue: isTrue(played) };
      expect(seen).toEqual({ where, most: true, open: 0, isTrue: true });
      expect(played.writes).toBe(played.made.filter(Boolean).length);
    }
    console.log(`killed at ${deaths.length} points`);
  });

  test('row 57: nor does a window that goes on asking the next worker make one twice', async () => {
    const whole = await play(undefined, true);
    // From the moment that the window shows what is planned; before it there is nothing to confirm.
    const from = whole.trace.lastIndexOf('areChangesAllowed');
    for (const death of deathsIn(whole.trace).filter(({ at }) => at >= from)) {
      const played = await play(death, true);
      const where = `${death.when} ${whole.trace[death.at]}, ${death.at}`;
      expect({ where, writes: played.writes, isTrue: isTrue(played) }).toEqual({
        where,
        // Where it died between writing down and asking, nothing was made, and nothing is asked again.
        writes: played.made.filter(Boolean).length,
        isTrue: true,
      });
    }
  });

  test.each(KINDS)('row 57: %s, killed anywhere from its confirmation on', async (kind) => {
    const script = alone(kind);
    const whole = await play(undefined, true, undefined, script);
    expect(whole).toMatchObject({ writes: 1, made: [true], open: 0 });
    expect(isTrue(whole)).toBe(true);
    // What comes before is the same for every kind, and nothing is made by it.
    const from = whole.trace.lastIndexOf('areChangesAllowed');
    const deaths = deathsIn(whole.trace).filter(({ at }) => at >= from);
    expect(deaths.length).toBeGreaterThan(5);
    for (const death of deaths) {
      const played = await play(death, true, undefined, script);
      const where = `${death.when} ${whole.trace[death.at]}, ${death.at}`;
      const seen = { where, most: played.writes <= 1, open: played.open, isTrue: isTrue(played) };
      expect(seen).toEqual({ where, most: true, open: 0, isTrue: true });
    }
  });

  /** Killed as soon as Instantly has answered the first write. */
  const killedAfterFault = async (sabotage: (it: ChangeWorld) => void): Promise<Played> => {
    const { trace } = await play(undefined, true, sabotage);
    return play({ at: trace.indexOf('change'), when: 'after' }, true, sabotage);
  };

  test('row 57: one that Instantly answered with a fault is not made again either', async () => {
    const played = await killedAfterFault(withFault);
    expect(played).toMatchObject({ writes: 2, open: 0 });
    expect(isTrue(played)).toBe(true);
  });

  test('row 57, control: without the journal it is', async () => {
    expect((await killedAfterFault(forgetful)).writes).toBeGreaterThan(2);
  });
});

import { type InstantMs, MINUTE_MS, SECOND_MS } from '#model';
import type { Random } from './random.ts';
import type { Timeline } from './timeline.ts';

/** The user's computer and its browser: a clock that may be wrong, sleep, and the one alarm. */
export interface Computer {
  /** What the computer's clock shows. */
  now(): InstantMs;
  offsetMs(): number;
  moveClock(byMs: number): void;
  isAsleep(): boolean;
  sleep(): void;
  /** Everything that came due meanwhile happens now. */
  wakeUp(): void;
  /** Runs something after a delay, or on waking when the computer sleeps then. */
  afterAwake(delayMs: number, act: () => void): void;
  /** As `alarms.create` with the one name: replaces the one that is there. Null: as `alarms.clear`. */
  arm(dueAt: InstantMs | null): void;
  /** As the worker does at every start: leaves a sound alarm alone. */
  ensureAlarm(): void;
  /** Alarms that are set, by the clock's time. */
  alarms(): readonly InstantMs[];
  /** Browsers may lose alarms on restart and update. */
  loseAlarms(): void;
  /** On battery alarms wait for each other: how long at most, in ms; 0 on mains. */
  saveBattery(granularityMs: number): void;
  /** How late an alarm may come without anything being wrong, in ms. */
  granularityMs(): number;
  /** How late the alarm that is set will come, in ms: only the simulation can know. */
  comingLateByMs(): number;
}

/** The alarm comes round again after this, as the extension sets it. */
const PERIOD_MS = 30 * SECOND_MS;
const LOST_AFTER_MS = MINUTE_MS;
const LEAST_MS = 30 * SECOND_MS;
/** A late alarm is mostly late by this much on average. */
const USUALLY_LATE_MS = 300;
const RARELY_LATE_MS = 3 * MINUTE_MS;

interface Alarm {
  readonly scheduledAt: InstantMs;
}

/** A computer that is awake. `onAlarm` says how late it comes, in ms. */
export const createComputer = (
  timeline: Timeline,
  random: Random,
  isQuiet: boolean,
  onAlarm: (lateMs: number) => void,
): Computer => {
  let offsetMs = 0;
  let isAsleep = false;
  let alarm: Alarm | null = null;
  let waiting: (() => void)[] = [];
  let granularityMs = 0;
  let comingLateByMs = 0;
  const now = (): InstantMs => Math.floor(timeline.now() + offsetMs);

  const afterAwake = (delayMs: number, act: () => void): void =>
    timeline.after(delayMs, () => {
      if (isAsleep) waiting.push(act);
      else act();
    });

  const lateness = (delayMs: number): number => {
    if (isQuiet) return 0;
    if (granularityMs > 0) return granularityMs - ((timeline.now() + delayMs) % granularityMs);
    return Math.round(
      random.chance(0.002) ? random.between(0, RARELY_LATE_MS) : random.untilNext(USUALLY_LATE_MS),
    );
  };

  const fire = (mine: Alarm, lateMs: number): void => {
    if (alarm !== mine) return;
    // The clock was set back meanwhile: the browser goes by the time that the alarm names, and waits on.
    if (now() < mine.scheduledAt) {
      schedule(mine);
      return;
    }
    const next = { scheduledAt: Math.max(now(), mine.scheduledAt) + PERIOD_MS };
    schedule(next);
    onAlarm(lateMs);
  };

  const schedule = (mine: Alarm): void => {
    alarm = mine;
    const delayMs = Math.max(0, mine.scheduledAt - now());
    const lateMs = lateness(delayMs);
    comingLateByMs = lateMs;
    // Counted in elapsed time: setting the clock moves nothing that is set already.
    afterAwake(delayMs + lateMs, () => fire(mine, lateMs));
  };

  const arm = (dueAt: InstantMs | null): void => {
    if (dueAt === null) alarm = null;
    else schedule({ scheduledAt: Math.max(dueAt, now() + LEAST_MS) });
  };

  return {
    now,
    offsetMs: () => offsetMs,
    moveClock: (byMs) => {
      offsetMs += byMs;
    },
    isAsleep: () => isAsleep,
    sleep: () => {
      isAsleep = true;
    },
    wakeUp: () => {
      isAsleep = false;
      const due = waiting;
      waiting = [];
      for (const act of due) timeline.after(0, act);
    },
    afterAwake,
    arm,
    ensureAlarm: () => {
      if (alarm === null || alarm.scheduledAt <= now() - LOST_AFTER_MS) arm(now() + LEAST_MS);
    },
    alarms: () => (alarm === null ? [] : [alarm.scheduledAt]),
    loseAlarms: () => {
      alarm = null;
    },
    saveBattery: (most) => {
      granularityMs = most;
    },
    granularityMs: () => granularityMs,
    comingLateByMs: () => comingLateByMs,
  };
};

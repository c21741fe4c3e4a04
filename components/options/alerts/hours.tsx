import type { ComponentChildren } from 'preact';
import { ALERT_SEVERITIES, type AlertRules, type QuietHours } from '#model';
import { useOptions } from '../context.ts';
import { minutesOf, timeField } from './time-of-day.ts';

interface RulesProps {
  readonly rules: AlertRules;
}

interface TimeProps {
  readonly id: string;
  readonly label: string;
  readonly minute: number;
  readonly choose: (minute: number) => void;
}

const Time = ({ id, label, minute, choose }: TimeProps) => (
  <div class="part">
    <label for={id}>{label}</label>
    <input
      type="time"
      id={id}
      required
      value={timeField(minute)}
      onChange={({ currentTarget }) => {
        const chosen = minutesOf(currentTarget.value);
        if (chosen === null) currentTarget.value = timeField(minute);
        else choose(chosen);
      }}
    />
  </div>
);

interface ZoneProps {
  readonly id: string;
  readonly timeZone: string;
  readonly choose: (timeZone: string) => void;
}

const Zone = ({ id, timeZone, choose }: ZoneProps) => {
  const { words } = useOptions();
  const known = Intl.supportedValuesOf('timeZone');
  const zones = known.includes(timeZone) ? known : [timeZone, ...known];
  return (
    <div class="part">
      <label for={id}>{words.t('alerts.zone')}</label>
      <select
        id={id}
        value={timeZone}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        {zones.map((zone) => (
          <option key={zone} value={zone} translate={false}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </select>
    </div>
  );
};

interface HoursProps {
  readonly of: 'quiet' | 'digest';
  readonly isOn: boolean;
  readonly change: (isOn: boolean) => void;
  readonly children: ComponentChildren;
}

const Hours = ({ of, isOn, change, children }: HoursProps) => {
  const { words } = useOptions();
  return (
    <div class="card" data-hours={of}>
      <h3>{words.t(`alerts.${of}`)}</h3>
      <p>{words.t(`alerts.${of}.text`)}</p>
      <div class="option">
        <input
          type="checkbox"
          id={of}
          checked={isOn}
          onChange={({ currentTarget }) => change(currentTarget.checked)}
        />
        <label for={of}>{words.t(`alerts.${of}.use`)}</label>
      </div>
      {children}
    </div>
  );
};

const NIGHT = { fromMinute: 20 * 60, toMinute: 8 * 60 } as const;
const MORNING = 8 * 60;

const Except = ({
  quiet,
  change,
}: {
  readonly quiet: QuietHours;
  readonly change: (part: Partial<QuietHours>) => void;
}) => {
  const { words } = useOptions();
  return (
    <fieldset class="choice except">
      <legend>{words.t('alerts.quiet.except')}</legend>
      <div class="segments">
        {ALERT_SEVERITIES.map((severity) => (
          <label key={severity}>
            <input
              type="checkbox"
              data-except={severity}
              checked={quiet.except.includes(severity)}
              onChange={({ currentTarget: { checked } }) =>
                change({
                  except: ALERT_SEVERITIES.filter((one) =>
                    one === severity ? checked : quiet.except.includes(one),
                  ),
                })
              }
            />
            {words.t(`alerts.severity.${severity}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
};

/** Hours in which nothing is told at once. */
export const Quiet = ({ rules }: RulesProps) => {
  const { model, words, reader } = useOptions();
  const quiet = rules.quietHours;
  const set = (quietHours: QuietHours | null) =>
    void model.alerts.setRules({ ...rules, quietHours });
  return (
    <Hours
      of="quiet"
      isOn={quiet !== null}
      change={(isOn) => set(isOn ? { ...NIGHT, timeZone: reader.timeZone, except: [] } : null)}
    >
      {quiet && (
        <>
          <div class="parts">
            <Time
              id="quiet-from"
              label={words.t('alerts.from')}
              minute={quiet.fromMinute}
              choose={(fromMinute) => set({ ...quiet, fromMinute })}
            />
            <Time
              id="quiet-to"
              label={words.t('alerts.to')}
              minute={quiet.toMinute}
              choose={(toMinute) => set({ ...quiet, toMinute })}
            />
            <Zone
              id="quiet-zone"
              timeZone={quiet.timeZone}
              choose={(timeZone) => set({ ...quiet, timeZone })}
            />
          </div>
          {quiet.fromMinute === quiet.toMinute && (
            <p role="status">{words.t('alerts.quiet.wholeDay')}</p>
          )}
          <Except quiet={quiet} change={(part) => set({ ...quiet, ...part })} />
        </>
      )}
    </Hours>
  );
};

/** The digest of every morning. */
export const Digest = ({ rules }: RulesProps) => {
  const { model, words, reader } = useOptions();
  const { digest } = rules;
  const set = (next: AlertRules['digest']) =>
    void model.alerts.setRules({ ...rules, digest: next });
  return (
    <Hours
      of="digest"
      isOn={digest !== null}
      change={(isOn) => set(isOn ? { atMinute: MORNING, timeZone: reader.timeZone } : null)}
    >
      {digest && (
        <div class="parts">
          <Time
            id="digest-at"
            label={words.t('alerts.at')}
            minute={digest.atMinute}
            choose={(atMinute) => set({ ...digest, atMinute })}
          />
          <Zone
            id="digest-zone"
            timeZone={digest.timeZone}
            choose={(timeZone) => set({ ...digest, timeZone })}
          />
        </div>
      )}
    </Hours>
  );
};

import { useEffect, useRef, useState } from 'preact/hooks';
import type { InstantMs, SnoozeChoice } from '#model';
import { Choice } from '../choice/index.tsx';
import { dateField, instantOf, likelyDate } from './date-field.ts';
import { type Act, KIND_OF, type Place, type SilenceSubject } from './subject.ts';
import type { Silencing, Wish } from './use-silencing.ts';
import type { SilenceWords } from './words.ts';

const SNOOZES = [
  'hour',
  'next_window',
  'clears',
  'date',
] as const satisfies readonly SnoozeChoice['kind'][];
type Snooze = (typeof SNOOZES)[number];

const LONGEST_NOTE = 200;

interface FormProps {
  readonly act: Act;
  readonly subject: SilenceSubject;
  readonly words: SilenceWords;
  readonly timeZone: string;
  readonly now: InstantMs;
  readonly state: Silencing;
  readonly submit: (wish: Wish) => void;
  readonly close: () => void;
}

const snoozeText = (kind: Snooze, subject: SilenceSubject, words: SilenceWords, now: InstantMs) => {
  const at =
    kind === 'next_window' ? subject.nextWindowAt : kind === 'clears' ? subject.clearsAt : null;
  return at !== null && at > now && (kind === 'next_window' || kind === 'clears')
    ? words.t(`silence.until.${kind}.at`, { at, now })
    : words.t(`silence.until.${kind}`);
};

const textIn = (data: FormData, name: string): string => String(data.get(name) ?? '');

/** What one act asks for before it is done: what, until when, and a note. Esc closes it. */
export const SilenceForm = (props: FormProps) => {
  const { act, subject, words, timeZone, now, state, submit, close } = props;
  const places: readonly Place[] = subject.places[act] ?? [];
  const root = useRef<HTMLFormElement>(null);
  const [place, setPlace] = useState(0);
  const [snooze, setSnooze] = useState<Snooze>('hour');
  const [problem, setProblem] = useState<'past' | 'missing' | null>(null);
  useEffect(() => root.current?.querySelector('input')?.focus(), []);
  const hasDate = act === 'expect' || (act === 'snooze' && snooze === 'date');
  const idOf = (field: string): string => `silence-${field}-${subject.id}`;

  const onSubmit = (data: FormData): void => {
    const scopes = places[place]?.scopes ?? [];
    const wish = { kind: KIND_OF[act], scopes, note: textIn(data, 'note').trim() };
    if (!hasDate) {
      const until = act === 'snooze' && snooze !== 'date' ? { kind: snooze } : null;
      submit({ ...wish, until });
      return;
    }
    const at = instantOf(textIn(data, 'date'), timeZone);
    if (at === null || at <= now) setProblem(at === null ? 'missing' : 'past');
    else submit({ ...wish, until: { kind: 'date', at } });
  };
  return (
    <form
      ref={root}
      class="silence-form"
      data-act={act}
      aria-label={words.t(`silence.${act}`)}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(new FormData(event.currentTarget));
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // What is around has an Escape of its own.
        event.stopPropagation();
        event.preventDefault();
        close();
      }}
    >
      <p>{words.t(`silence.${act}.text`)}</p>
      {places.length > 1 && (
        <Choice
          name={idOf('place')}
          legend={words.t('silence.what')}
          options={places.map(({ label }, index) => ({ value: String(index), label }))}
          chosen={String(place)}
          choose={(value) => setPlace(Number(value))}
        />
      )}
      {act === 'snooze' && (
        <Choice
          name={idOf('until')}
          legend={words.t('silence.until')}
          options={SNOOZES.map((value) => ({
            value,
            label: snoozeText(value, subject, words, now),
          }))}
          chosen={snooze}
          choose={setSnooze}
        />
      )}
      {hasDate && (
        <div class="line">
          <label for={idOf('date')}>{words.t('silence.until.field')}</label>
          <input
            type="datetime-local"
            id={idOf('date')}
            name="date"
            defaultValue={dateField(
              likelyDate(act === 'expect' ? 'monday' : 'tomorrow', now, timeZone),
              timeZone,
            )}
            min={dateField(now, timeZone)}
            aria-invalid={problem !== null}
            aria-describedby={problem === null ? undefined : idOf('problem')}
            onInput={() => setProblem(null)}
          />
          {problem !== null && (
            <p role="alert" id={idOf('problem')} class="problem">
              {words.t(`silence.until.${problem}`)}
            </p>
          )}
        </div>
      )}
      <div class="line">
        <label for={idOf('note')}>
          {words.t('silence.note')} <small>{words.t('silence.note.hint')}</small>
        </label>
        <input
          type="text"
          id={idOf('note')}
          name="note"
          maxLength={LONGEST_NOTE}
          autocomplete="off"
        />
      </div>
      <div class="actions">
        <button type="submit" class="button first" disabled={state === 'asking'}>
          {words.t(act === 'expect' ? 'silence.expect.do' : `silence.${act}`)}
        </button>
        <button type="button" class="button" onClick={close}>
          {words.t('silence.cancel')}
        </button>
      </div>
    </form>
  );
};

import { useEffect, useRef, useState } from 'preact/hooks';
import type { AlertMessages, Send } from '#messages';
import type { InstantMs } from '#model';
import { SilenceForm } from './form.tsx';
import { SilenceSign } from './sign.tsx';
import { type SilenceNames, silenceTextAt } from './silence-text.ts';
import { ACTS, type Act, type SilenceSubject } from './subject.ts';
import { type Silencing, useSilencing } from './use-silencing.ts';
import type { SilenceWords } from './words.ts';

/** What it needs. */
export interface ControlsProps {
  readonly subject: SilenceSubject;
  readonly names: Pick<SilenceNames, 'tag'>;
  readonly words: SilenceWords;
  readonly timeZone: string;
  readonly now: InstantMs;
  readonly send: Send<AlertMessages>;
  /** What a key or a command asks for: its form opens as if its button was pressed. */
  readonly wanted?: Act | null;
}

const KEYS: Readonly<Partial<Record<Act, string>>> = { acknowledge: 'a', snooze: 's' };

const Outcome = ({ state, words }: { readonly state: Silencing; readonly words: SilenceWords }) => {
  switch (state) {
    case 'asking':
      return <progress aria-label={words.t('silence.working')} />;
    case 'failed':
    case 'no_answer':
      return (
        <p role="alert" class="problem">
          {words.t(state === 'failed' ? 'silence.notStored' : 'silence.noAnswer')}
        </p>
      );
    case 'nothing':
      return <p role="status">{words.t('silence.nothing')}</p>;
    default:
      return null;
  }
};

/** How something is silenced, and what can be done about it: acknowledge, snooze, mute, expect, take back. */
export const SilenceControls = (props: ControlsProps) => {
  const { subject, names, words, timeZone, now, send, wanted = null } = props;
  const [act, setAct] = useState<Act | null>(null);
  const { state, reset, silence, takeBack } = useSilencing(send);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wanted !== null) setAct(wanted);
  }, [wanted]);
  const close = (): void => {
    root.current?.querySelector<HTMLElement>(`[data-silence=${act}]`)?.focus();
    setAct(null);
  };
  return (
    <div class="silencing" ref={root}>
      {subject.silences.map((one) => (
        <p key={one.id} class="silenced" data-silence-id={one.id} data-kind={one.kind}>
          <SilenceSign />
          <bdi>{silenceTextAt(one, names, words, now)}</bdi>
          <button
            type="button"
            class="button"
            disabled={state === 'asking'}
            onClick={() => void takeBack([one.id])}
          >
            {words.t('silence.takeBack')}
          </button>
        </p>
      ))}
      <div class="actions">
        {ACTS.filter((one) => subject.places[one]).map((one) => (
          <button
            key={one}
            type="button"
            class="button"
            data-silence={one}
            aria-expanded={act === one}
            aria-keyshortcuts={KEYS[one]}
            onClick={() => {
              reset();
              setAct(act === one ? null : one);
            }}
          >
            {words.t(`silence.${one}`)}
          </button>
        ))}
      </div>
      {act !== null && subject.places[act] && (
        <SilenceForm
          key={act}
          act={act}
          subject={subject}
          words={words}
          timeZone={timeZone}
          now={now}
          state={state}
          submit={async (wish) => {
            if (await silence(wish)) close();
          }}
          close={close}
        />
      )}
      <Outcome state={state} words={words} />
    </div>
  );
};

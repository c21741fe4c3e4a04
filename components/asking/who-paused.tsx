import { useEffect, useState } from 'preact/hooks';
import type { AuditEntry, ChangeMessages, Send } from '#messages';
import { DAY_MS, type InstantMs, type Verdict } from '#model';
import type { ActionRecord } from '#store/read';
import { type Answered, useQuestion } from './asked.ts';
import { isFromHere, pausedFromHereAt, pauseIn } from './pause-told.ts';
import { type AskWords, problemText } from './problem-text.ts';

/** What asking who paused a campaign needs of the world. */
export interface WhoPausedPort {
  send: Send<Pick<ChangeMessages, 'ask.auditLog'>>;
  /** Changes made from here since an instant. */
  readActions(since: InstantMs): Promise<readonly ActionRecord[]>;
  now(): InstantMs;
}

interface WhoPausedProps {
  readonly verdict: Pick<Verdict, 'workspaceId' | 'campaignId'>;
  readonly port: WhoPausedPort;
  readonly words: AskWords;
  readonly now: InstantMs;
}

/** As far back as Instantly's log is read. */
const BACK_MS = 30 * DAY_MS;

interface Told {
  readonly entry: AuditEntry | null;
  readonly isOurs: boolean;
}

const askWho = async ({ verdict, port }: WhoPausedProps): Promise<Answered<Told>> => {
  const { workspaceId, campaignId } = verdict;
  const { entries, problem } = await port.send('ask.auditLog', { workspaceId });
  if (problem) return { ok: false, problem };
  const entry = pauseIn(entries, campaignId);
  const actions = entry ? await port.readActions(port.now() - BACK_MS) : [];
  return { ok: true, answer: { entry, isOurs: entry !== null && isFromHere(entry, actions) } };
};

const toldText = ({ entry, isOurs }: Told, words: AskWords, now: InstantMs): string => {
  if (!entry) return words.t('ask.pause.none');
  const { at, by, isFromApi } = entry;
  if (isOurs) return words.t('ask.pause.ours', { at, now });
  if (by === null) return words.t(isFromApi ? 'ask.pause.byApi' : 'ask.pause.unsaid', { at, now });
  return words.t(isFromApi ? 'ask.pause.byApiNamed' : 'ask.pause.by', { at, now, by });
};

/** When it was paused from here, as our own log has it: nobody is asked. */
const usePausedFromHere = ({ verdict, port }: WhoPausedProps): InstantMs | null => {
  const [at, setAt] = useState<InstantMs | null>(null);
  const { campaignId } = verdict;
  useEffect(() => {
    let isGone = false;
    void port.readActions(port.now() - BACK_MS).then((actions) => {
      if (!isGone) setAt(pausedFromHereAt(actions, campaignId));
    });
    return () => {
      isGone = true;
    };
  }, [port, campaignId]);
  return at;
};

/** Who paused a campaign: from here, as we know ourselves, or by Instantly's own log once a person asks for it. */
export const WhoPaused = (props: WhoPausedProps) => {
  const { port, words, now } = props;
  const fromHereAt = usePausedFromHere(props);
  const { asked, ask } = useQuestion(() => askWho(props), port.now);
  const text = (): string => {
    switch (asked.kind) {
      case 'not_asked':
        return fromHereAt === null ? '' : words.t('ask.pause.fromHere', { at: fromHereAt, now });
      case 'asking':
        return words.t('ask.ai.asking');
      case 'no_answer':
        return words.t('ask.noAnswer');
      case 'failed':
        return problemText(asked.problem, words, now);
      case 'answered':
        return toldText(asked.answer, words, now);
    }
  };
  return (
    <div class="who">
      <p aria-live="polite" data-who={asked.kind === 'failed' ? asked.problem.kind : asked.kind}>
        {text()}
      </p>
      {asked.kind !== 'answered' && asked.kind !== 'asking' && (
        <button type="button" class="button" data-ask-who onClick={ask}>
          {words.t('ask.pause.ask')}
        </button>
      )}
    </div>
  );
};

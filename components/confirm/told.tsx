import type { ChangeProgress } from '#messages';
import type { ChangeOutcome } from '#model';
import type { ActionRecord } from '#store/read';
import { isolate } from '#words';
import { kindText } from '../changing/kind-text.ts';
import { mayUndo } from '../changing/may-undo.ts';
import { outcomeText } from '../changing/outcome-text.ts';
import { useConfirm } from './context.ts';
import { ToldButtons } from './told-buttons.tsx';

interface ToldProps {
  readonly progress: ChangeProgress;
}

const isFailed = ({ outcome: { kind } }: ActionRecord): boolean =>
  kind === 'failed' || kind === 'not_verified';

/** It is as wished at Instantly, whether or not sending has reacted yet. */
const isDone = ({ outcome: { kind } }: ActionRecord): boolean =>
  kind === 'waiting' || kind === 'verified' || kind === 'superseded' || kind === 'undone';

const Heading = ({ progress: { records, waiting, isStopped } }: ToldProps) => {
  const { model, words } = useConfirm();
  // A window that was opened anew knows only what was written down.
  const plans = model.plans.value.length > 0 ? model.plans.value : records;
  const done = records.filter(isDone).length;
  const failed = records.filter(isFailed).length;
  if (done + failed < records.length || (waiting > 0 && !isStopped)) {
    return <>{kindText(plans, 'doing', words)}</>;
  }
  if (done === 0) return <>{words.t('confirm.none')}</>;
  return (
    <>
      {done === plans.length
        ? kindText(plans, 'done', words)
        : words.t('confirm.partly', { done, count: plans.length })}
    </>
  );
};

const Failures = ({ records }: { readonly records: readonly ActionRecord[] }) => {
  const { model, words } = useConfirm();
  const failed = records.filter(isFailed);
  if (failed.length === 0) return null;
  return (
    <section class="failures">
      <p>{words.t('confirm.failed', { count: failed.length })}</p>
      <ul>
        {failed.map((record) => (
          <li key={record.id} class="warning" data-failed={record.outcome.kind}>
            <strong>{isolate(record.subject, 120)}</strong>{' '}
            {outcomeText(record, words, model.now.value)}
          </li>
        ))}
      </ul>
    </section>
  );
};

/** What became of the changes, and what can still be done about them. */
export const Told = ({ progress }: ToldProps) => {
  const { words } = useConfirm();
  const { records, waiting, isStopped } = progress;
  const count = records.length + waiting;
  const settled = records.filter((record) => isDone(record) || isFailed(record));
  const isBusy = settled.length < records.length || (waiting > 0 && !isStopped);
  const has = (kind: ChangeOutcome['kind']): boolean =>
    records.some(({ outcome }) => outcome.kind === kind);
  const undoable = records.filter(mayUndo);
  const state = isBusy ? 'busy' : has('waiting') ? 'waiting' : 'settled';
  return (
    <section data-told={state}>
      <h1>
        <Heading progress={progress} />
      </h1>
      <div role="status">
        {state === 'waiting' && <p>{words.t('confirm.waiting')}</p>}
        {state === 'settled' && has('verified') && (
          <p>
            <strong>{words.t('outcome.verified')}.</strong> {words.t('confirm.settled')}
          </p>
        )}
        {count > 1 && (
          <p class="progress">
            <progress aria-label={words.t('confirm.progress')} max={count} value={settled.length} />{' '}
            {words.t('confirm.progress.text', {
              done: words.number(settled.length),
              count: words.number(count),
            })}
          </p>
        )}
        {isStopped && waiting > 0 && <p>{words.t('confirm.stopped', { count: waiting })}</p>}
      </div>
      <Failures records={records} />
      <ToldButtons undoable={undoable} waiting={isStopped ? 0 : waiting} />
    </section>
  );
};

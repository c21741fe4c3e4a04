import { useState } from 'preact/hooks';
import { utcDate } from '#model';
import type { ActionRecord } from '#store/read';
import { nameText } from '#words';
import { campaignOf } from '../asking/pause-told.ts';
import { kindText } from '../changing/kind-text.ts';
import { outcomeText } from '../changing/outcome-text.ts';
import { isoTime } from '../iso-time.ts';
import { Audit } from './audit.tsx';
import {
  beforeAndAfter,
  type ChangeSet,
  changeSets,
  logCsv,
  logJson,
  setOutcome,
} from './change-sets.ts';
import { useDashboard } from './context.ts';
import { campaignHash } from './routes.ts';

const SHOWN = 200;

const Subject = ({ record }: { readonly record: ActionRecord }) => {
  const { words } = useDashboard();
  const id = campaignOf(record.change);
  const name = <bdi>{nameText(record.subject, words.t('popup.unnamed'), 120)}</bdi>;
  return id ? <a href={campaignHash(id)}>{name}</a> : name;
};

const BeforeAfter = ({ record }: { readonly record: ActionRecord }) => {
  const { words } = useDashboard();
  const { before, after } = beforeAndAfter(record, words);
  return (
    <>
      {before} <span aria-hidden="true">→</span>
      <span class="hidden">{words.t('log.to')}</span> <strong>{after}</strong>
    </>
  );
};

const UNDONE_BY = ['pause_campaign', 'activate_campaign', 'pause_inbox'] as const;

const Undo = ({ set: { undoable } }: { readonly set: ChangeSet }) => {
  const { model, words } = useDashboard();
  const [isRefused, setRefused] = useState(false);
  const [first] = undoable;
  if (!first) return null;
  const kind = UNDONE_BY.find((one) => one === first.change.kind) ?? 'other';
  const count = undoable.length;
  const undo = async (): Promise<void> => {
    const { ok } = await model.ports.send('change.undo', {
      actionIds: undoable.map(({ id }) => id),
    });
    setRefused(!ok);
  };
  return (
    <>
      <button type="button" class="button" data-undo={count} onClick={undo}>
        {count === 1 ? words.t('log.undo') : words.t(`log.undoSet.${kind}`, { count })}
      </button>
      <small role="status">{isRefused && words.t('log.notUndone')}</small>
    </>
  );
};

const Each = ({ records }: { readonly records: readonly ActionRecord[] }) => {
  const { model, words } = useDashboard();
  return (
    <details class="more">
      <summary>{words.t('log.each')}</summary>
      <ul>
        {records.map((record) => (
          <li key={record.id}>
            <Subject record={record} />: {outcomeText(record, words, model.slowNow.value)}
          </li>
        ))}
      </ul>
    </details>
  );
};

const SetRow = ({ set }: { readonly set: ChangeSet }) => {
  const { model, words } = useDashboard();
  const { records, at } = set;
  const now = model.slowNow.value;
  const [first, ...others] = records;
  if (!first) return null;
  return (
    <tr data-set={set.id} data-outcome={others.length === 0 ? first.outcome.kind : undefined}>
      <td>
        <time dateTime={isoTime(at)}>{words.clock(at, now)}</time>
      </td>
      <td class="col-why">
        <strong>{kindText(records, 'verb', words)}</strong>
        {others.length === 0 ? (
          <div>
            <Subject record={first} />
          </div>
        ) : (
          <Each records={records} />
        )}
        {first.undoesId !== null && <small>{words.t('log.undoes')}</small>}
      </td>
      <td>
        <BeforeAfter record={first} />
      </td>
      <td>{words.t('log.thisBrowser')}</td>
      <td class="col-why">{setOutcome(set, words, now)}</td>
      <td>
        <Undo set={set} />
      </td>
    </tr>
  );
};

const COLUMNS = ['when', 'what', 'before', 'who', 'outcome', 'undo'] as const;

const Log = ({ title, sets }: { readonly title: string; readonly sets: readonly ChangeSet[] }) => {
  const { words } = useDashboard();
  return (
    <table class="log">
      <caption class="hidden">{title}</caption>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {column === 'undo' ? (
                <span class="hidden">{words.t('log.undo')}</span>
              ) : (
                words.t(`log.${column}`)
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sets.slice(0, SHOWN).map((set) => (
          <SetRow key={set.id} set={set} />
        ))}
      </tbody>
    </table>
  );
};

const Tools = () => {
  const { model, words } = useDashboard();
  const records = model.actions.value;
  const day = utcDate(model.now.value);
  const { download } = model.ports;
  return (
    <div class="buttons">
      <button
        type="button"
        class="button"
        onClick={() =>
          download(
            `sendwatch-changes-${day}.csv`,
            'text/csv;charset=utf-8',
            logCsv(records, words, model.now.value),
          )
        }
      >
        {words.t('log.csv')}
      </button>
      <button
        type="button"
        class="button"
        onClick={() =>
          download(
            `sendwatch-changes-${day}.json`,
            'application/json',
            logJson(records, words, model.now.value),
          )
        }
      >
        {words.t('log.json')}
      </button>
    </div>
  );
};

/** The section Changes: what waits for Instantly, what was changed from here, and what Instantly's own log tells. */
export const Changes = () => {
  const { model, words } = useDashboard();
  const sets = changeSets(model.actions.value);
  const parts = [
    ['waiting', sets.filter(({ isWaiting }) => isWaiting)],
    ['title', sets.filter(({ isWaiting }) => !isWaiting)],
  ] as const;
  return (
    <section class="changes" aria-label={words.t('dashboard.section.changes')}>
      {sets.length === 0 ? (
        <div class="card padded">
          <p>
            <strong>{words.t('log.none')}</strong>
          </p>
          <p class="quiet">{words.t('log.noneText')}</p>
        </div>
      ) : (
        <Tools />
      )}
      {parts.map(
        ([part, members]) =>
          members.length > 0 && (
            <div class="card" key={part} data-part={part}>
              <h2>{words.t(`log.${part}`)}</h2>
              <Log title={words.t(`log.${part}`)} sets={members} />
            </div>
          ),
      )}
      <Audit />
    </section>
  );
};

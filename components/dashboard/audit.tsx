import { useState } from 'preact/hooks';
import type { AskProblem, AuditEntry } from '#messages';
import type { WorkspaceId } from '#model';
import { nameText } from '#words';
import { isFromHere } from '../asking/pause-told.ts';
import { problemText } from '../asking/problem-text.ts';
import { isoTime } from '../iso-time.ts';
import { type Dashboard, useDashboard } from './context.ts';
import { campaignHash } from './routes.ts';

const SHOWN = 200;

interface Told {
  readonly entries: readonly AuditEntry[];
  readonly problems: readonly (AskProblem | 'no_answer')[];
}

const ask = async ({ model }: Dashboard, workspaceIds: readonly WorkspaceId[]): Promise<Told> => {
  const answers = await Promise.all(
    workspaceIds.map((workspaceId) =>
      model.ports.send('ask.auditLog', { workspaceId }).catch((error: unknown) => {
        console.warn(error);
        return { entries: [], problem: 'no_answer' as const };
      }),
    ),
  );
  return {
    entries: answers.flatMap(({ entries }) => entries).toSorted((a, b) => b.at - a.at),
    problems: answers.flatMap(({ problem }) => problem ?? []),
  };
};

const Entry = ({ entry }: { readonly entry: AuditEntry }) => {
  const { model, words } = useDashboard();
  const { at, kind, by, isFromApi, campaignId } = entry;
  const what = words.t(`audit.kind.${kind}`);
  const verdict = campaignId && model.byId.value.get(campaignId);
  const who = isFromHere(entry, model.actions.value)
    ? words.t('audit.fromHere')
    : isFromApi
      ? by === null
        ? words.t('audit.byApi')
        : words.t('audit.byApiNamed', { by })
      : (by ?? words.t('audit.unknown'));
  return (
    <tr data-audit={kind}>
      <td>
        <time dateTime={isoTime(at)}>{words.clock(at, model.slowNow.value)}</time>
      </td>
      <td class="col-why">
        {verdict && campaignId ? (
          <a href={campaignHash(campaignId)}>
            {words.t('audit.ofCampaign', {
              name: nameText(verdict.name, words.t('popup.unnamed')),
              what,
            })}
          </a>
        ) : kind.startsWith('campaign') ? (
          words.t('audit.aCampaign', { what })
        ) : (
          what
        )}
      </td>
      <td>
        <bdi>{who}</bdi>
      </td>
    </tr>
  );
};

const Entries = ({ entries }: Pick<Told, 'entries'>) => {
  const { words } = useDashboard();
  if (entries.length === 0) return <p>{words.t('audit.none')}</p>;
  return (
    <table class="log">
      <caption class="hidden">{words.t('audit.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{words.t('log.when')}</th>
          <th scope="col">{words.t('log.what')}</th>
          <th scope="col">{words.t('log.who')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.slice(0, SHOWN).map((entry) => (
          <Entry key={`${entry.at}|${entry.kind}|${entry.campaignId}`} entry={entry} />
        ))}
      </tbody>
    </table>
  );
};

/** Instantly's own log of who changed what, once a person asks for it. */
export const Audit = () => {
  const dashboard = useDashboard();
  const { model, words } = dashboard;
  const [told, setTold] = useState<Told | 'asking' | null>(null);
  const ids = model.workspaces.value.filter(({ isDemo }) => !isDemo).map(({ id }) => id);
  if (ids.length === 0) return null;
  const read = async (): Promise<void> => {
    setTold('asking');
    setTold(await ask(dashboard, ids));
  };
  return (
    <div class="card" data-part="audit">
      <h2>{words.t('audit.title')}</h2>
      <div class="padded">
        <p class="quiet">{words.t('audit.text')}</p>
        <p class="buttons">
          <button
            type="button"
            class="button"
            data-ask-audit
            disabled={told === 'asking'}
            aria-busy={told === 'asking'}
            onClick={read}
          >
            {words.t(told === 'asking' ? 'audit.asking' : 'audit.ask')}
          </button>
        </p>
        <div role="status">
          {told !== null &&
            told !== 'asking' &&
            told.problems.map((problem) => (
              <p
                key={problem === 'no_answer' ? problem : problem.kind}
                data-problem={problem === 'no_answer' ? problem : problem.kind}
              >
                {problem === 'no_answer'
                  ? words.t('audit.noAnswer')
                  : problemText(problem, words, model.slowNow.value)}
              </p>
            ))}
        </div>
      </div>
      {told !== null &&
        told !== 'asking' &&
        (told.entries.length > 0 || told.problems.length === 0) && (
          <Entries entries={told.entries} />
        )}
    </div>
  );
};

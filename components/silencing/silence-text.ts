import type { InstantMs, Silence, SilenceScope, WorkspaceId } from '#model';
import { nameText, tidy } from '#words';
import { causeName, type SilenceWords } from './words.ts';

/** What things are called; undefined where it is not known any more. */
export interface SilenceNames {
  campaign(scope: SilenceScope & { readonly kind: 'campaign' }): string | undefined;
  tag(tagId: string): string | undefined;
  workspace(id: WorkspaceId): string | undefined;
}

const LONGEST_NOTE = 200;

const withoutNote = ({ kind, until }: Silence, words: SilenceWords, now: InstantMs): string => {
  switch (kind) {
    case 'acknowledged':
      return words.t('silence.acknowledged');
    case 'snoozed':
      return until === null
        ? words.t('silence.snoozed.clears')
        : words.t('silence.snoozed', { until, now });
    case 'muted':
      return words.t('silence.muted');
    case 'expected':
      return until === null
        ? words.t('silence.expected.open')
        : words.t('silence.expected', { until, now });
  }
};

/** "Snoozed until 14:00", "Acknowledged: Anna is on it": how something is silenced, with the person's own words. */
export const silenceText = (silence: Silence, words: SilenceWords, now: InstantMs): string => {
  const said = withoutNote(silence, words, now);
  const note = tidy(silence.note, LONGEST_NOTE);
  return note === '' ? said : words.t('silence.withNote', { said, note });
};

/** The same with what it covers, where that is more than the campaign it is read at. */
export const silenceTextAt = (
  silence: Silence,
  names: Pick<SilenceNames, 'tag'>,
  words: SilenceWords,
  now: InstantMs,
): string => {
  const said = silenceText(silence, words, now);
  const { scope } = silence;
  const joined = (part: string): string => words.t('silence.of.joined', { said, scope: part });
  switch (scope.kind) {
    case 'campaign':
      return said;
    case 'tag': {
      const name = tidy(names.tag(scope.tagId) ?? scope.tagId, 60);
      return joined(words.t('silence.of.tag', { name }));
    }
    case 'workspace':
      return joined(words.t('silence.of.workspace'));
    case 'cause':
      return joined(words.t('silence.of.cause', { cause: causeName(words, scope.code) }));
  }
};

/** What a silence covers, where it is read among others. */
export const scopeText = (
  scope: SilenceScope,
  names: SilenceNames,
  words: SilenceWords,
): string => {
  const workspace =
    scope.workspaceId === null ? '' : tidy(names.workspace(scope.workspaceId) ?? '–', 80);
  switch (scope.kind) {
    case 'campaign': {
      const name = names.campaign(scope);
      return name === undefined
        ? words.t('silence.gone')
        : words.t('silence.what.campaign', { name: nameText(name, '–', 120) });
    }
    case 'tag': {
      const name = tidy(names.tag(scope.tagId) ?? scope.tagId, 80);
      return words.t('silence.what.tag', { name, workspace });
    }
    case 'workspace':
      return words.t('silence.what.workspace', { name: workspace });
    case 'cause': {
      const cause = causeName(words, scope.code);
      return scope.workspaceId === null
        ? words.t('silence.what.cause.everywhere', { cause })
        : words.t('silence.what.cause', { cause, workspace });
    }
  }
};

import type { Cause, Incident, Verdict } from '#model';
import type { HeadWorkspace } from './records.ts';

/** How much of the texts and lists is kept: lengths in UTF-16 units, counts of items. */
export interface Clip {
  readonly name: number;
  readonly param: number;
  readonly params: number;
  readonly listed: number;
  readonly rows: number;
}

const clipText = (text: string, length: number): string => {
  if (text.length <= length) return text;
  if (length === 0) return '';
  // A cut through a surrogate pair would leave half a character.
  return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
};

const clipParams = (params: Cause['params'], clip: Clip): Cause['params'] =>
  Object.fromEntries(
    Object.entries(params)
      .slice(0, clip.params)
      .map(([name, param]) => {
        if (typeof param === 'string') return [name, clipText(param, clip.param)];
        if (Array.isArray(param)) {
          return [name, param.slice(0, clip.listed).map((text) => clipText(text, clip.param))];
        }
        return [name, param];
      }),
  );

/** A verdict as the popup lists it: its first cause, and of its figures what a row shows. */
export const clipVerdict = (verdict: Verdict, clip: Clip): Verdict => {
  const { sentToday, limitPerDay } = verdict.counters;
  return {
    ...verdict,
    name: clipText(verdict.name, clip.name),
    code: verdict.code === null ? null : clipText(verdict.code, clip.name),
    causes: verdict.causes.slice(0, 1).map((cause) => ({
      ...cause,
      params: clipParams(cause.params, clip),
      actions: cause.actions.slice(0, 1),
    })),
    capacity: null,
    counters: {
      sentToday,
      limitPerDay,
      newLeadsToday: undefined,
      newLeadsPerDay: undefined,
      inboxes: undefined,
      followUpsWaiting: undefined,
      nextFollowUpAt: undefined,
    },
    lastKnown: verdict.health === 'unknown' ? verdict.lastKnown : null,
  };
};

const clipSubject = (subject: Incident['subject'], clip: Clip): Incident['subject'] => {
  switch (subject.kind) {
    case 'inboxes':
      return { ...subject, addresses: subject.addresses.slice(0, clip.listed) };
    case 'domain':
      return { ...subject, domain: clipText(subject.domain, clip.name) };
    case 'provider':
      return { ...subject, provider: clipText(subject.provider, clip.name) };
    case 'tag':
      return { ...subject, tagId: clipText(subject.tagId, clip.name) };
    default:
      return subject;
  }
};

/** An incident as the headline speaks of it. `restores` stays whole; the list of campaigns does not. */
export const clipIncident = (incident: Incident, clip: Clip): Incident => ({
  ...incident,
  subject: clipSubject(incident.subject, clip),
  params: clipParams(incident.params, clip),
  campaignIds: incident.campaignIds.slice(0, clip.listed),
  actions: incident.actions.slice(0, 1),
});

const clipState = (state: HeadWorkspace['state'], clip: Clip): HeadWorkspace['state'] => {
  if ('message' in state) return { ...state, message: clipText(state.message, clip.param) };
  if ('scopes' in state) {
    return {
      ...state,
      scopes: state.scopes.slice(0, clip.listed).map((scope) => clipText(scope, clip.param)),
    };
  }
  return state;
};

/** A workspace as the header of the popup shows it. */
export const clipWorkspace = (workspace: HeadWorkspace, clip: Clip): HeadWorkspace => ({
  ...workspace,
  name: clipText(workspace.name, clip.name),
  state: clipState(workspace.state, clip),
});

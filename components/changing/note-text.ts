import type { changeNotes } from '#locales/en/changes-notes';
import type { CauseCode, ChangeNote, InstantMs } from '#model';
import { isolate, type Words } from '#words';

export type NoteWords = Words<typeof changeNotes>;

/** What is said of a risk, a refusal or a problem; a part without words is empty. */
export interface NoteText {
  readonly headline: string;
  readonly explanation: string;
  /** What to do instead. */
  readonly instead: string;
}

/** Words a note, which carries untrusted text in its figures: they are isolated as those of a cause are. */
export const noteText = (
  kind: 'risk' | 'refusal' | 'problem',
  { code, params }: ChangeNote,
  words: NoteWords,
  now: InstantMs,
): NoteText => {
  const said = (under: string) =>
    words.cause({ code: `${under}.${code}` as CauseCode, params, clearsAt: null, loss: null }, now);
  // A change may also be refused because nothing could be read about it, and fail because it is refused by now.
  const found = [kind, 'problem', 'refusal'].map(said).find(({ headline }) => headline !== '');
  const { headline = '', explanation = '', advice = '' } = found ?? {};
  return { headline: headline || isolate(code), explanation, instead: advice };
};

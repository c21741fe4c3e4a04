import type { InstantMs, Notice } from '#model';
import type { NoticeRecord } from '#store/read';
import type { StoreWriter } from '#store/write';
import type { NotificationText, Screen } from './screen.ts';

/** What showing needs of the world. Each call may be the last one before the worker is killed. */
export interface ShowPort {
  readonly store: Pick<StoreWriter, 'notices' | 'changeNotices'>;
  readonly screen: Screen;
  /** Whether the user wants notifications. */
  readonly isOn: () => Promise<boolean>;
  readonly wordsOf: (notice: Notice) => Promise<NotificationText>;
  readonly now: () => InstantMs;
}

/** The one that "Try it" shows: nobody takes it away but the person. */
export const TEST_ID = 'sendwatch-test';

/**
 * The id of a notice on the screen. The same cause told again is another one there, so that what a killed worker has
 * shown but not noted is known from what it has still to show.
 */
export const screenIdOf = ({ id, at }: Notice): string => `${id}@${at}`;

/** The notice that stands on the screen under an id; undefined when it is not remembered any more. */
export const noticeOfScreenId = (
  notices: readonly NoticeRecord[],
  screenId: string,
): Notice | undefined => notices.find(({ notice }) => screenIdOf(notice) === screenId)?.notice;

const settle = (
  { store, now }: ShowPort,
  settled: Notice,
  state: NoticeRecord['state'],
): Promise<void> =>
  store.changeNotices((notices) =>
    notices.map((record) =>
      record.state === 'due' && screenIdOf(record.notice) === screenIdOf(settled)
        ? { ...record, state, stateAt: now() }
        : record,
    ),
  );

/** Ids under which the notices of a list stand on the screen, or are to. */
export const standingIn = (notices: readonly NoticeRecord[]): ReadonlySet<string> =>
  new Set(
    notices
      .filter(({ state }) => state === 'due' || state === 'shown')
      .map(({ notice }) => screenIdOf(notice)),
  );

/**
 * Makes the screen what the stored notices say: shows what is due, each noted when it was shown, and takes away what
 * does not hold any more. Begun again anywhere, it shows nothing twice and loses nothing. Gives the ids of what stands.
 */
export const showNotices = async (port: ShowPort): Promise<ReadonlySet<string>> => {
  const { store, screen } = port;
  const notices = await store.notices();
  const isPossible = screen.isThere() && (await port.isOn());
  const due = notices.filter(({ state }) => state === 'due').map(({ notice }) => notice);
  if (!isPossible) for (const notice of due) await settle(port, notice, 'unshown');
  const standing = isPossible ? standingIn(notices) : new Set<string>();
  if (!screen.isThere()) return standing;
  const onScreen = await screen.shownIds();
  for (const notice of isPossible ? due : []) {
    const id = screenIdOf(notice);
    if (!onScreen.includes(id)) await screen.show(id, await port.wordsOf(notice));
    await settle(port, notice, 'shown');
  }
  for (const id of onScreen) {
    if (!standing.has(id) && !(isPossible && id === TEST_ID)) await screen.clear(id);
  }
  return standing;
};

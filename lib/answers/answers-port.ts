import type { StoreReader } from '#store/read';
import type { Catalogue } from '#words';

/** What answers are made of. */
export interface AnswersPort {
  readonly store: StoreReader;
  readonly readCatalogue: () => Promise<Catalogue>;
}

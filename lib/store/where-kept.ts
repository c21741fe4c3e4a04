import { StoreError } from './store-error.ts';

type Calls = Readonly<Record<string, (...given: never[]) => unknown>>;

/** Whether the first of two stores is refused, as far as it is known. */
export interface Refusal {
  isKnown(): Promise<boolean>;
  note(): Promise<void>;
}

/**
 * One store over two: once the browser has refused the first, everything is asked of the second. Of what both count in
 * their own memory (`quarantined`) the first one's is told.
 */
export const whereKept = <Store extends { quarantined(): number }>(
  first: Store,
  second: NoInfer<Store>,
  refusal: Refusal,
): Store => {
  const { quarantined, ...asked } = first;
  const calls = Object.entries(asked as unknown as Calls).map(([name, call]) => [
    name,
    async (...given: never[]) => {
      const instead = () => (second as unknown as Calls)[name]?.(...given);
      if (await refusal.isKnown()) return instead();
      try {
        return await call(...given);
      } catch (error) {
        if (!(error instanceof StoreError) || error.problem !== 'refused') throw error;
        await refusal.note();
        return instead();
      }
    },
  ]);
  return { ...Object.fromEntries(calls), quarantined } as Store;
};

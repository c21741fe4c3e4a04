/** A lock as the browser gives it to one worker: one holder, the others are told at once. It dies with its worker. */
export const createLock = (
  onTaken: () => void,
  onReleased: () => void,
): Pick<LockManager, 'request'> => {
  let isHeld = false;
  const request = async (
    _name: string,
    _options: LockOptions,
    use: (lock: Lock | null) => Promise<void>,
  ): Promise<void> => {
    if (isHeld) return use(null);
    isHeld = true;
    onTaken();
    try {
      await use({} as Lock);
    } finally {
      isHeld = false;
      onReleased();
    }
  };
  return { request: request as LockManager['request'] };
};

import type { PanelPorts } from '#overlay';

type Memory = PanelPorts['memory'];

const NAME = 'sendwatch-panel';

/**
 * Remembers how the panel is displayed in the storage of the web app's own origin: that is not secret, and a content
 * script should not reach ours. Where the page's storage is full or the browser keeps none, nothing is remembered.
 */
export const createMemory = (
  areas: () => Readonly<Record<'kept' | 'tab', Pick<Storage, 'getItem' | 'setItem'>>>,
): Memory => ({
  read: (place) => {
    try {
      return areas()[place].getItem(NAME);
    } catch (error) {
      console.warn(error);
      return null;
    }
  },
  write: (place, text) => {
    try {
      areas()[place].setItem(NAME, text);
    } catch (error) {
      console.warn(error);
    }
  },
});

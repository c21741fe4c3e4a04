import { findTitle } from '../../lib/overlay/locate/index.ts';
import { recycle, redraw } from '../overlay/fixtures/redraw.ts';
import { sight } from '../overlay/sight.ts';

/** What runs in the page, in a world of its own as content scripts do. */
export const inPage = { sight, redraw, recycle, findTitle };

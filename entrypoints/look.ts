import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { applyLook, keptLook } from '../components/appearance/index.ts';

// A page waits for this before it paints, so that none begins in a theme that was not chosen.
export default defineUnlistedScript(() =>
  applyLook(document.documentElement, keptLook(localStorage)),
);

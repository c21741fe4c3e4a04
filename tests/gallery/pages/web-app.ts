import { packaged } from '#locales/en/packaged';
import { openReader } from '#store/read';
import { panelHandlers } from '../../../entrypoints/background/panel-handlers.ts';
import contentScript from '../../../entrypoints/instantly.content/index.tsx';
import { FROM_STORE, type GalleryGlobals } from '../stage.ts';
import { browser } from './fake-browser.ts';

const world = globalThis as typeof globalThis & GalleryGlobals;

// What the background answers to the panel, from the same store; a stage may overrule it.
const lookUp = panelHandlers({
  store: openReader(),
  tabs: { add: () => {} },
  look: () => {},
  readCatalogue: async () => packaged,
  openConfirm: async () => false,
  hide: async () => {},
})['panel.campaign'];
const preset = browser.runtime.sendMessage;
browser.runtime.sendMessage = async (message) => {
  const { type, request } = message as { type: string; request: never };
  const isOurs = type === 'panel.campaign' && world.around.answers[type] === FROM_STORE;
  return isOurs ? lookUp(request, 1 as never) : preset(message);
};

// The page's own address is not the web app's: the panel reads one that is.
Object.defineProperty(document, 'URL', {
  value: `https://app.instantly.ai/app/campaign/${location.hash.slice(1)}/analytics`,
});

void contentScript.main({
  setInterval: () => 0,
  onInvalidated: () => {},
  addEventListener: () => {},
  isValid: true,
} as never);

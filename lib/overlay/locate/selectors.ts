// All that is guessed about how the web app draws its pages. Nobody documents it (INSTANTLY.md 5): class names of
// Material UI and of notices are the only ones known, and a guess that fails leaves a row without a mark.

/** Parts of a page in which a name is no row of a list; nor is anything in our own elements. */
export const SKIPPED =
  'nav,aside,footer,dialog,thead,th[scope=col],script,style,svg,select,textarea,.head,#mainAppBar,sendwatch-panel,sendwatch-mark,' +
  '[hidden],[inert],[popover],[aria-hidden=true],[aria-modal=true],[aria-live=polite],[contenteditable=true],' +
  '[role=navigation],[role=banner],[role=search],[role=dialog],[role=alertdialog],[role=alert],[role=status],[role=log],[role=tooltip],[role=menu],[role=listbox],[role=columnheader],' +
  '[class*="breadcrumb" i],[class*="toast" i],[class*="snackbar" i],[class*="tooltip" i],[class*="popover" i],[class*="dropdown" i],[class*="modal-root" i],[class*="menu-list" i]';

/** What is a row whatever stands around it. */
export const SURE_ROW = 'tr,[role=row]';

/** What is a row where several of its kind stand side by side. */
export const LIKELY_ROW = 'li,div,a,article,section,[role=listitem]';

/** What no row has in it: such an element is a part of the page. */
export const PART = 'main,h1,h2,table,[role=grid],[role=table]';

/** What ends a line of text although it may be drawn within one. */
export const CELL = 'td,th,br,[role=cell],[role=gridcell]';

/** What a row has beside its name where that is all it says. */
export const OTHER_THAN_TEXT = 'button,input,img,svg';

/** What may be the title of a campaign on its own page. */
export const HEADING = 'h1,h2,h3,[role=heading]';

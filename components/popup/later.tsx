import { usePopup } from './context.ts';
import { Help } from './help.tsx';
import { ViewMenu } from './view-menu.tsx';
import './later.css';

export { Footer } from './footer.tsx';
export { Status } from './status.tsx';
export { ViewButton } from './view-button.tsx';

/** The dialog that is open. */
export const Dialog = () => (usePopup().model.dialog.value === 'view' ? <ViewMenu /> : <Help />);

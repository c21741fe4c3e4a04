import { openPopup } from './open-popup.ts';
import { openBeside } from './popup-ports.ts';

openPopup(openBeside());

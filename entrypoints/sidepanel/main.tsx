import { openPopup } from '../popup/open-popup.ts';

openPopup();

import { browser } from 'wxt/browser';
import { CHANGED_CHANNEL, type ExtensionTable, sendWith } from '#messages';
import { openReader } from '#store/read';
import { mountDashboard } from '../../components/dashboard/index.tsx';
import { keepColumns, readColumns } from '../../components/dashboard/kept-columns.ts';
import { saveFile } from '../../components/dashboard/save-file.ts';
import { readerOf } from '../../components/reader/index.ts';
